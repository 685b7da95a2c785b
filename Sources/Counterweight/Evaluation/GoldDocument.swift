public import TextModel

/// The small document that a gold passage is judged in: title, headings, the passage between its neighbours.
public struct GoldDocument: Sendable {
    /// The document.
    public let document: Document
    /// Index of the block that is judged; `nil` for a passage without text.
    public let block: Int?

    /// Builds the document of a passage.
    ///
    /// A passage that is an item of a list and follows no other item, or whose neighbour before ends with a colon or a dash, or in mid-sentence
    /// before a small letter, gets that neighbour as its stem. Context that repeats the title or a heading is left out.
    public init(_ passage: GoldPassage) {
        var draft = Draft()
        let title = Draft.words(of: Self.spoken(passage.title))
        if passage.blockKind != .title { draft.add(title, kind: .title) }
        var level = 0
        var above: Set<[UInt8]> = [title]
        for heading in passage.headings.map(Draft.words) where above.insert(heading).inserted {
            level += 1
            draft.add(heading, kind: .heading, level: min(level, 6))
        }
        let before = Draft.words(of: passage.before)
        let text = Draft.words(of: passage.text)
        var stem: Int?
        if !above.contains(before) {
            let index = draft.add(before, kind: .paragraph)
            let isItem = passage.blockKind == .listItem && !Draft.isItem(before)
            if isItem || Draft.isStem(before, of: text) { stem = index }
        }
        let isHeading = passage.blockKind == .heading
        let depth = isHeading ? min(level + 1, 6) : passage.blockKind == .listItem || stem != nil ? 1 : 0
        block = draft.add(text, kind: passage.blockKind, level: depth, parent: stem)
        draft.add(Draft.words(of: passage.after), kind: .paragraph)
        document = draft.document(path: passage.id, kind: passage.documentKind)
    }

    /// A title that is the name of a file, as words: without its ending, and with spaces for underscores.
    private static func spoken(_ title: String) -> String {
        let parts = title.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let ending = parts.last, (2...5).contains(ending.count),
            ending.allSatisfy({ $0.isLowercase || $0.isNumber })
        else { return title }
        return parts.dropLast().joined(separator: ".").split(separator: "_").joined(separator: " ")
    }
}

/// Blocks of a document in the making, each a stretch of plain words.
private struct Draft {
    private struct Piece {
        let range: Range<Int>
        let kind: Block.Kind
        let level: Int
        let parent: Int?
    }

    private var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// Adds a block; one without words leaves no trace. Returns its index.
    @discardableResult
    mutating func add(_ words: [UInt8], kind: Block.Kind, level: Int = 0, parent: Int? = nil) -> Int? {
        guard !words.isEmpty else { return nil }
        let start = bytes.count
        bytes += words
        pieces.append(Piece(range: start..<bytes.count, kind: kind, level: level, parent: parent))
        bytes.append(0x0A)
        return pieces.count - 1
    }

    func document(path: String, kind: DocumentKind?) -> Document {
        var builder = DocumentBuilder(source: SourceText(bytes: bytes))
        builder.kind = kind
        for piece in pieces {
            builder.open(piece.kind, level: piece.level, parent: piece.parent)
            builder.append(verbatim: piece.range)
        }
        return builder.finish(
            path: path, format: "gold", encoding: TextEncoding(name: "UTF-8", origin: .valid))
    }

    /// Whether a neighbour ends as the items of a list do that has another item: at a semicolon, or a short word after it.
    static func isItem(_ before: [UInt8]) -> Bool { before.suffix(5).contains(UInt8(ascii: ";")) }

    /// Whether `before` is the stem that `text` continues.
    static func isStem(_ before: [UInt8], of text: [UInt8]) -> Bool {
        guard let last = before.last, let first = text.first else { return false }
        let dashes: [[UInt8]] = [Array("—".utf8), Array("–".utf8)]
        if last == UInt8(ascii: ":") || dashes.contains(where: { before.suffix($0.count).elementsEqual($0) }) {
            return true
        }
        let isLetter = (0x41...0x5A).contains(last) || (0x61...0x7A).contains(last)
        return isLetter && (0x61...0x7A).contains(first)
    }

    /// The text without left-over tags and without white space at its ends; a tag counts as a space.
    static func words(of text: String) -> [UInt8] {
        var words: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if let end = tagEnd(in: bytes, at: index) {
                words.append(0x20)
                index = end
            } else {
                words.append(bytes[index])
                index += 1
            }
        }
        while let first = words.first, first <= 0x20 { words.removeFirst() }
        while let last = words.last, last <= 0x20 { words.removeLast() }
        return words
    }

    /// The byte after a tag that begins at `start`: `<`, an optional slash, a letter, and all up to `>`.
    private static func tagEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "<") else { return nil }
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { return nil }
        guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return close + 1
    }
}
