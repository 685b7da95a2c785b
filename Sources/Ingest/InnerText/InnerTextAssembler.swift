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
            let numbers = enumerators.enumerators(in: line, allowBare: false)
            if paragraph.number == nil, isHeading(paragraph, text, at: index) {
                heading(paragraph, text, at: index)
            } else if let last = numbers.last, last.contentStart < line.upperBound {
                provision(paragraph, numbers, in: line, at: index)
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
        _ paragraph: InnerParagraph, _ numbers: [Enumerator], in line: Range<Int>, at index: Int
    ) {
        guard let first = numbers.first, let last = numbers.last else { return }
        items.removeAll()
        let place = provisions.enter(numbers, block: builder.count, stem: stem)
        emit(
            .provision, paragraph, last.contentStart..<line.upperBound,
            number: string(first.range.lowerBound..<last.range.upperBound), level: place.level, parent: place.parent,
            at: index)
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
        if kind != .note { stem = Letters.introduces(upTo: trimmed(text).upperBound, in: bytes) ? block : nil }
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
