import TextModel

/// The text of a document that is no text file, a paragraph a line: what positions in the document point into.
///
/// Every paragraph has its line, an empty one too, so that the line is the number of the paragraph.
struct InnerText {
    /// The paragraphs, empty ones too.
    private(set) var paragraphs: [InnerParagraph] = []
    /// Title by the document's metadata.
    var title: String?
    /// What the document states about itself besides.
    var metadata = Metadata()
    /// Language that the document declares.
    var language: String?
    /// What a reader should know.
    var notes: [Note] = []

    /// Paragraphs with bytes that are no characters.
    private var damaged = 0

    /// Adds a paragraph. Libraries that read broken files hand on what they find, even where it is no text.
    mutating func append(_ paragraph: InnerParagraph) {
        var paragraph = paragraph
        if !UTF8Check(paragraph.text).isValid {
            paragraph.text = Array(String(decoding: paragraph.text, as: UTF8.self).utf8)
            damaged += 1
        }
        paragraphs.append(paragraph)
    }

    /// The document of the paragraphs. Linear in their text.
    func document(path: String, format: InputFormat, words: LineWords) -> Document {
        var bytes: [UInt8] = []
        var lines: [Range<Int>] = []
        for paragraph in paragraphs {
            let start = bytes.count
            if let number = paragraph.number, !paragraph.isBlank { bytes += Array(number.utf8) + [0x20] }
            // A line break within a paragraph is white space: the line is the paragraph.
            bytes += paragraph.text.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            lines.append(start..<bytes.count)
            bytes.append(0x0A)
        }
        var assembler = InnerTextAssembler(bytes: bytes, lines: lines, paragraphs: paragraphs, words: words)
        assembler.builder.notes = notes
        if damaged > 0 {
            let message = damaged == 1 ? "1 paragraph has" : "\(damaged) paragraphs have"
            assembler.builder.notes.append(
                Note(code: "invalid-bytes", message: "\(message) bytes that are not valid UTF-8; read as U+FFFD"))
        }
        assembler.builder.language = language
        assembler.builder.metadata = metadata
        assembler.run()
        if !assembler.hasHeading { assembler.builder.title = title }
        return assembler.builder.finish(
            path: path, format: format.rawValue, encoding: TextEncoding(name: "UTF-8", origin: .declared))
    }
}
