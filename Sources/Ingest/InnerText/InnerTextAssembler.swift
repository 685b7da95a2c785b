import TextModel

/// Makes blocks of paragraphs: numbers become provisions with their depth and stem, as in plain text, whether the
/// document's program printed them or the author typed them.
struct InnerTextAssembler {
    /// The document so far.
    var builder: DocumentBuilder
    /// Whether a heading or title was found.
    private(set) var hasHeading = false

    private let bytes: [UInt8]
    private let lines: [Range<Int>]
    private let paragraphs: [InnerParagraph]
    private let enumerators: EnumeratorParser
    private let headings: HeadingTest
    private var provisions = EnumeratorStack()
    private var items: [(level: Int, block: Int, stem: Int?)] = []
    /// The block before, when it introduces what follows.
    private var stem: Int?

    init(bytes: [UInt8], lines: [Range<Int>], paragraphs: [InnerParagraph], words: LineWords) {
        builder = DocumentBuilder(source: SourceText(bytes: bytes))
        self.bytes = bytes
        self.lines = lines
        self.paragraphs = paragraphs
        enumerators = EnumeratorParser(bytes, words: words)
        headings = HeadingTest(bytes, words: words)
    }

    /// Makes all blocks.
    mutating func run() {
        for (index, paragraph) in paragraphs.enumerated() where !paragraph.isBlank { block(paragraph, at: index) }
    }

    private mutating func block(_ paragraph: InnerParagraph, at index: Int) {
        let text = textRange(of: paragraph, at: index)
        switch paragraph.kind {
        case .title, .heading:
            heading(paragraph, text, at: index)
        case .listItem:
            item(paragraph, text, at: index)
        case .paragraph, .quote, .provision:
            let line = trimmed(lines[index])
            if paragraph.number == nil, isHeading(paragraph, text, at: index) {
                heading(paragraph, text, at: index)
            } else if let first = enumerators.enumerator(in: line, allowBare: false),
                first.contentStart < line.upperBound
            {
                provision(paragraph, first, in: line, at: index)
            } else if let number = paragraph.number {
                emit(
                    .provision, paragraph, text, number: number, level: max(1, paragraph.level), parent: stem, at: index
                )
            } else {
                items.removeAll()
                emit(paragraph.kind, paragraph, text, at: index)
            }
        default:
            emit(paragraph.kind, paragraph, text, number: paragraph.number, at: index)
        }
    }

    private mutating func heading(_ paragraph: InnerParagraph, _ text: Range<Int>, at index: Int) {
        provisions.reset()
        items.removeAll()
        hasHeading = hasHeading || paragraph.boilerplate == nil
        let kind = paragraph.kind == .title ? Block.Kind.title : .heading
        let level = kind == .title ? 0 : paragraph.level > 0 ? min(6, paragraph.level) : 3
        if paragraph.number == nil, kind == .heading,
            let typed = enumerators.enumerator(in: text, allowBare: true), typed.contentStart < text.upperBound
        {
            emit(
                kind, paragraph, typed.contentStart..<text.upperBound, number: string(typed.range), level: level,
                at: index)
        } else {
            emit(kind, paragraph, text, number: paragraph.number, level: level, at: index)
        }
        stem = nil
    }

    private mutating func item(_ paragraph: InnerParagraph, _ text: Range<Int>, at index: Int) {
        while let last = items.last, last.level > paragraph.level { items.removeLast() }
        let sibling = items.last.flatMap { $0.level == paragraph.level ? $0 : nil }
        if sibling != nil { items.removeLast() }
        let parent = sibling?.stem ?? items.last?.block ?? stem ?? provisions.innermostBlock
        let own = sibling.map(\.stem) ?? parent
        let block = emit(
            .listItem, paragraph, text, number: paragraph.number, level: max(1, paragraph.level), parent: own, at: index
        )
        items.append((paragraph.level, block, own))
    }

    private mutating func provision(
        _ paragraph: InnerParagraph, _ first: Enumerator, in line: Range<Int>, at index: Int
    ) {
        var all = [first]
        while let last = all.last, all.count < 4, last.contentStart < line.upperBound,
            let more = enumerators.enumerator(in: last.contentStart..<line.upperBound, allowBare: false),
            more.style == .brackets, more.contentStart < line.upperBound
        {
            all.append(more)
        }
        items.removeAll()
        let introduced = stem
        var place = provisions.place(of: first, stem: introduced)
        let block = builder.count
        for enumerator in all {
            place = provisions.place(of: enumerator, stem: introduced)
            provisions.enter(enumerator, block: block, stem: introduced)
        }
        let end = all.last ?? first
        emit(
            .provision, paragraph, end.contentStart..<line.upperBound,
            number: string(first.range.lowerBound..<end.range.upperBound), level: place.level,
            parent: place.parent.flatMap { $0 == block ? nil : $0 }, at: index)
    }

    @discardableResult
    private mutating func emit(
        _ kind: Block.Kind, _ paragraph: InnerParagraph, _ text: Range<Int>, number: String? = nil, level: Int = 0,
        parent: Int? = nil, at index: Int
    ) -> Int {
        builder.open(
            kind, number: number, level: level, parent: parent, isQuoted: paragraph.isQuoted,
            boilerplate: paragraph.boilerplate)
        builder.updateOpenBlock { $0.paragraph = index + 1 }
        builder.append(verbatim: text)
        let block = builder.close() ?? max(0, builder.count - 1)
        // A footnote stands between a stem and its items on paper only.
        if kind != .note { stem = introduces(text) ? block : nil }
        return block
    }

    /// A short line in bold before other text heads it, in documents whose author used no styles.
    private func isHeading(_ paragraph: InnerParagraph, _ text: Range<Int>, at index: Int) -> Bool {
        guard paragraph.isBold, paragraph.kind == .paragraph, text.count <= 120, headings.look(of: text) != nil else {
            return false
        }
        let next = paragraphs[(index + 1)...].prefix(8).first { !$0.isBlank }
        return next.map { !$0.isBold || $0.kind != .paragraph } ?? false
    }

    private func introduces(_ text: Range<Int>) -> Bool {
        let end = trimmed(text).upperBound
        guard end > text.lowerBound else { return false }
        return bytes[end - 1] == UInt8(ascii: ":") || bytes[text.lowerBound..<end].suffix(3) == [0xE2, 0x80, 0x94]
            || bytes[text.lowerBound..<end].suffix(3) == [0xE2, 0x80, 0x93]
    }

    /// The text of a line after the number that was printed.
    private func textRange(of paragraph: InnerParagraph, at index: Int) -> Range<Int> {
        trimmed((lines[index].upperBound - paragraph.text.count)..<lines[index].upperBound)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let length = DocumentBuilder.whiteSpace(in: bytes.span, at: lower, before: upper)
            guard length > 0 else { break }
            lower += length
        }
        while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: Array(bytes[range].split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
    }
}
