import TextModel

/// Builds a document over a text of its own, block by block, and finds words in it for the judgements.
struct SampleDocument {
    private let path: String
    private let format: String
    private let language: String?
    private var source = ""
    private var pieces: [(kind: Block.Kind, text: String, options: Options)] = []

    /// What a block has beside its kind and text.
    struct Options {
        var number: String?
        var level = 0
        var parent: Int?
        var speaker: String?
        var isBoilerplate = false
    }

    init(path: String, format: String = "text", language: String? = "en") {
        self.path = path
        self.format = format
        self.language = language
    }

    /// Adds a block; line breaks in `text` stay in the file and become spaces in the document.
    mutating func add(
        _ kind: Block.Kind, _ text: String, number: String? = nil, level: Int = 0, parent: Int? = nil,
        speaker: String? = nil, isBoilerplate: Bool = false
    ) {
        let options = Options(
            number: number, level: level, parent: parent, speaker: speaker, isBoilerplate: isBoilerplate)
        pieces.append((kind, text, options))
    }

    /// The finished document. Numbers and speakers stand before the text in the file.
    func document() -> Document {
        var file = ""
        var ranges: [Range<Int>] = []
        for piece in pieces {
            if let number = piece.options.number { file += "\(number) " }
            if let speaker = piece.options.speaker { file += "\(speaker): " }
            let start = file.utf8.count
            file += piece.text
            ranges.append(start..<file.utf8.count)
            file += "\n\n"
        }
        var builder = DocumentBuilder(source: SourceText(bytes: Array(file.utf8)))
        builder.language = language
        for (piece, range) in zip(pieces, ranges) {
            builder.open(
                piece.kind, number: piece.options.number, level: piece.options.level,
                parent: piece.options.parent,
                speaker: piece.options.speaker, isQuoted: piece.kind == .quote,
                isBoilerplate: piece.options.isBoilerplate)
            builder.append(verbatim: range)
        }
        return builder.finish(
            path: path, format: format, encoding: TextEncoding(name: "UTF-8", origin: .valid))
    }
}

extension Document {
    /// The span of the `occurrence`-th place (from 0) where the text of a block reads so.
    func span(_ words: String, in block: Int, occurrence: Int = 0) -> TextSpan {
        let needle = Array(words.utf8)
        let range = blocks[block].span.range
        var left = occurrence
        var offset = range.lowerBound
        while offset + needle.count <= range.upperBound {
            if Array(text[offset..<(offset + needle.count)]) == needle {
                if left == 0 { return TextSpan(offset, offset + needle.count) }
                left -= 1
            }
            offset += 1
        }
        preconditionFailure("\"\(words)\" does not stand in block \(block)")
    }
}
