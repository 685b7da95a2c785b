/// Builds a ``Document`` block by block while a reader walks its source.
///
/// White space is folded as text arrives: a run of white space becomes one space, and none stands at
/// either end of a block. Ligatures are written out. The reader says only where each piece came from.
public struct DocumentBuilder {
    /// Notes for the finished document.
    public var notes: [Note] = []
    /// Title, when the reader learns it from metadata.
    public var title: String?
    /// Language, when the reader learns it.
    public var language: String?
    /// What the reader learns about the document besides.
    public var metadata = Metadata()
    /// Genre, when the reader learns it.
    public var kind: DocumentKind?
    /// The decoded file.
    public let source: SourceText

    private var text: [UInt8] = []
    private var map = SourceMap()
    private var blocks: [Block] = []
    private var openBlock: Block?
    private var openStart = 0
    private var pendingSpace: Range<Int>?
    /// The headings that the next block stands under, outermost first. A reader that knows where a section ends puts
    /// back those that stood before it.
    package var headings: [(level: Int, index: Int)] = []

    /// Starts a document over a decoded file.
    public init(source: SourceText) {
        self.source = source
        // Room that is never written to costs nothing.
        text.reserveCapacity(source.bytes.count + 1)
    }

    /// Blocks closed so far.
    public var count: Int { blocks.count }
    /// Bytes of text so far.
    public var textCount: Int { text.count }
    /// Whether the text of the open block ends in a digit.
    package var endsInDigit: Bool { hasOpenText && pendingSpace == nil && text.last.map { 0x30...0x39 ~= $0 } == true }
    /// Whether a block that was closed ends like a sentence, quotation marks and brackets aside.
    package func endsSentence(_ block: Int) -> Bool {
        var rest = text[blocks[block].span.range]
        while let last = rest.last {
            if last == 0x2E || last == 0x21 { return true }
            let sign = Self.closingSigns.first { rest.suffix($0.count).elementsEqual($0) }
            guard let sign else { return false }
            rest = rest.dropLast(sign.count)
        }
        return false
    }

    private static let closingSigns = ["\"", "'", ")", "]", " ", "\u{201D}", "\u{2019}", "\u{BB}", "\u{203A}"].map {
        Array($0.utf8)
    }

    /// Whether a block is open.
    public var isOpen: Bool { openBlock != nil }
    /// Whether a block is open and has text.
    public var hasOpenText: Bool { openBlock != nil && text.count > openStart }

    /// Opens a block after closing the one before. Kind and the rest are taken from the arguments.
    public mutating func open(
        _ kind: Block.Kind, number: String? = nil, level: Int = 0, parent: Int? = nil, speaker: String? = nil,
        isQuoted: Bool = false, isBoilerplate: Bool = false, boilerplate: Boilerplate? = nil
    ) {
        close()
        openStart = text.count
        openBlock = Block(
            kind: kind, span: TextSpan(openStart, openStart), source: SourceSpan(0, 0), number: number, level: level,
            parent: parent, speaker: speaker, isQuoted: isQuoted, isBoilerplate: isBoilerplate, boilerplate: boilerplate
        )
    }

    /// Changes the open block in place: its number, level or speaker become known while it is read.
    public mutating func updateOpenBlock(_ change: (inout Block) -> Void) {
        guard var block = openBlock else { return }
        change(&block)
        openBlock = block
    }

    /// Adds bytes that stand in the decoded file exactly so.
    public mutating func append(verbatim range: Range<Int>) {
        guard openBlock != nil else { return }
        let bytes = source.bytes
        var index = range.lowerBound
        while index < range.upperBound {
            let spaceEnd = Self.spaceEnd(in: bytes.span, from: index, before: range.upperBound)
            if spaceEnd > index {
                noteSpace(index..<spaceEnd)
                index = spaceEnd
                continue
            }
            if let letters = Ligature.letters(in: bytes.span, at: index, before: range.upperBound) {
                append(letters.utf8, standingFor: index..<(index + Ligature.length))
                index += Ligature.length
                continue
            }
            let start = index
            index = Self.stretchEnd(in: bytes.span, from: index, before: range.upperBound)
            flushSpace()
            text.append(contentsOf: bytes[start..<index])
            map.append(textLength: index - start, source: start..<index)
        }
    }

    /// Adds text that stands for the decoded range as a whole, such as a decoded entity.
    public mutating func append(_ decoded: some Sequence<UInt8>, standingFor range: Range<Int>) {
        guard openBlock != nil else { return }
        let bytes = Ligature.writtenOut(Array(decoded))
        if !bytes.isEmpty, Self.whiteSpace(in: bytes.span, at: 0, before: bytes.count) == bytes.count {
            noteSpace(range)
            return
        }
        flushSpace()
        text.append(contentsOf: bytes)
        map.append(textLength: bytes.count, source: range, isWhole: bytes.count == range.count)
    }

    /// Adds a space that stands for a decoded range, such as a line break element.
    public mutating func appendSpace(standingFor range: Range<Int>) {
        if openBlock != nil { noteSpace(range) }
    }

    /// Closes the open block; one without text leaves no trace. Returns the index of the block, if kept.
    @discardableResult
    public mutating func close() -> Int? {
        guard openBlock != nil else { return nil }
        defer {
            openBlock = nil
            pendingSpace = nil
        }
        guard text.count > openStart, var block = openBlock else { return nil }
        block.span = TextSpan(openStart, text.count)
        let decoded = map.source(of: block.span)
        block.source = source.original(decoded)
        block.heading = headingIndex(for: block)
        blocks.append(block)
        text.append(0x0A)
        map.append(textLength: 1, source: decoded.upperBound..<decoded.upperBound)
        return blocks.count - 1
    }

    /// Finishes the document.
    public mutating func finish(path: String, format: String, encoding: TextEncoding) -> Document {
        close()
        let firstTitle = blocks.first { $0.kind == .title } ?? titleHeading
        let ownTitle = firstTitle.map { String(decoding: text[$0.span.range], as: UTF8.self) }
        var document = Document(
            path: path, format: format, encoding: encoding, title: title ?? ownTitle, language: language,
            declaredKind: kind, text: text, blocks: blocks, source: source, map: map, notes: notes)
        document.metadata = metadata
        // What a reader changes in the document afterwards is not copied first.
        (text, blocks) = ([], [])
        return document
    }

    /// The first heading, if it may be the title: it has no number, and few sentences stand before it.
    private var titleHeading: Block? {
        var before = 0
        for block in blocks where !block.isBoilerplate {
            if block.kind == .heading { return block.number == nil ? block : nil }
            // Items of a menu end in no point.
            if ".!?".utf8.contains(text[block.span.end - 1]) { before += block.span.count }
            if before > Self.mostBeforeTitle { return nil }
        }
        return nil
    }

    private static let mostBeforeTitle = 500

    private mutating func headingIndex(for block: Block) -> Int? {
        guard block.kind == .heading || block.kind == .title else { return headings.last?.index }
        let level = block.kind == .title ? 0 : block.level
        while let last = headings.last, last.level >= level { headings.removeLast() }
        let above = headings.last?.index
        headings.append((level, blocks.count))
        return above
    }

    private mutating func noteSpace(_ range: Range<Int>) {
        guard text.count > openStart else { return }
        let start = min(pendingSpace?.lowerBound ?? range.lowerBound, range.lowerBound)
        pendingSpace = start..<max(pendingSpace?.upperBound ?? range.upperBound, range.upperBound)
    }

    private mutating func flushSpace() {
        guard let space = pendingSpace else { return }
        pendingSpace = nil
        text.append(0x20)
        map.append(textLength: 1, source: space)
    }

    /// End of the stretch that stands in the text as in the source: words with one plain space between them.
    ///
    /// Copying such stretches whole rather than word by word is what makes reading fast.
    private static func stretchEnd(in bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            if index + 8 <= end, let plain = EightBytes(bytes, at: index)?.plainCount, plain > 0 {
                index += plain
                continue
            }
            let byte = bytes[index]
            if byte == 0x20 {
                guard index + 1 < end, bytes[index + 1] > 0x20, bytes[index + 1] < 0xC2 else { return index }
                index += 2
            } else if byte > 0x20, byte < 0xC2 {
                index += 1
            } else {
                guard whiteSpace(in: bytes, at: index, before: end) == 0,
                    Ligature.letters(in: bytes, at: index, before: end) == nil
                else { return index }
                index += 1
            }
        }
        return index
    }

    /// The end of the white space that stands at `start`, if any.
    package static func spaceEnd(in bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            let length = whiteSpace(in: bytes, at: index, before: end)
            if length == 0 { break }
            index += length
        }
        return index
    }

    /// Length in bytes of the white-space character at `index`: ASCII white space, U+0085, U+00A0,
    /// U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
    package static func whiteSpace(in bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
        let byte = bytes[index]
        if byte <= 0x20 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
        guard byte >= 0xC2 else { return 0 }
        if byte == 0xC2, index + 1 < end { return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0 }
        guard byte == 0xE2 || byte == 0xE3, index + 2 < end else { return 0 }
        let second = bytes[index + 1]
        let third = bytes[index + 2]
        if byte == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : 0 }
        if second == 0x80 { return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0 }
        return second == 0x81 && third == 0x9F ? 3 : 0
    }
}
