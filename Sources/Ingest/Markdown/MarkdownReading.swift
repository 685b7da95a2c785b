import TextModel

/// One reading of one Markdown file: what MD4C reports becomes elements as those of markup.
final class MarkdownReading {
    /// The blocks.
    var assembler: BlockAssembler
    /// Where nesting went beyond the limit.
    private(set) var tooDeepAt: Int?
    /// Address of the first byte of the file while the parser runs.
    var base: UInt = 0

    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var position: Int
    private var lists: [(next: Int?, delimiter: UInt8)] = []
    private var isList: [Bool] = []
    /// Open spans that are left out.
    private var leftOut = 0
    /// Tags within the text of this block that are open and matter.
    private var openTags: [String] = []
    /// Whether the next text is the first of a quotation.
    private var beginsQuote = false
    /// End of the label of an alert, which is no text.
    private var labelEnd = 0
    private var tag = TagState()
    /// Whether a block of HTML is open, in which tags stand between words.
    private var isInMarkup = false

    /// A reading that starts at an offset.
    init(source: SourceText, start: Int, maximumDepth: Int) {
        assembler = BlockAssembler(source: source, isPage: false)
        bytes = source.bytes
        self.maximumDepth = maximumDepth
        position = start
    }

    // MARK: Blocks

    func enter(_ role: ElementRole) {
        isList.append(false)
        if role != .block { beginsQuote = false }
        start(role)
    }

    /// A block of HTML: its tags are passed over, its text is read.
    func enterMarkup() {
        tag = TagState()
        enter(.block)
        isInMarkup = true
    }

    /// A list; an ordered one begins with a number.
    func enterList(from number: Int?, delimiter: UInt8) {
        lists.append((number, delimiter))
        isList.append(true)
        start(.list)
    }

    func enterItem() {
        isList.append(false)
        start(.item)
        guard let list = lists.indices.last, let number = lists[list].next else { return }
        lists[list].next = number + 1
        assembler.start(.number, facts: ElementFacts(), at: position)
        assembler.standing(Array("\(number)".utf8) + [lists[list].delimiter], for: position..<position)
        assembler.end()
    }

    /// A quotation, or an alert in the dialect of GitHub, as its first text tells.
    func enterQuote() {
        enter(.quote)
        beginsQuote = true
    }

    func leave() {
        while !openTags.isEmpty { closeTag() }
        isInMarkup = false
        assembler.end()
        if isList.popLast() == true { lists.removeLast() }
    }

    private func start(_ role: ElementRole) {
        if isList.count > maximumDepth { tooDeepAt = tooDeepAt ?? position }
        assembler.start(role, facts: ElementFacts(), at: position)
    }

    // MARK: Text

    func enterSpan(isLeftOut: Bool) { if isLeftOut { leftOut += 1 } }
    func leaveSpan(isLeftOut: Bool) { if isLeftOut { leftOut -= 1 } }

    func text(at address: UInt, count: Int) {
        guard leftOut == 0, let range = range(address, count) else { return }
        if beginsQuote { labelAlert(at: range.lowerBound) }
        guard range.lowerBound >= labelEnd else { return }
        assembler.verbatim(range)
    }

    /// `[!NOTE]` alone on the first line makes a quotation the author's own words.
    private func labelAlert(at start: Int) {
        beginsQuote = false
        let line = bytes[start...].prefix(while: { $0 != 0x0A && $0 != 0x0D })
        let label = String(decoding: line.prefix(20).filter { $0 > 0x20 }, as: UTF8.self).uppercased()
        guard ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"].contains(label) else { return }
        labelEnd = line.endIndex
        assembler.unquote()
    }

    func lineBreak() { assembler.builder.appendSpace(standingFor: position..<position) }

    func space() { lineBreak() }

    func entity(at address: UInt, count: Int) {
        guard leftOut == 0, let range = range(address, count) else { return }
        let bytes = self.bytes
        let span = bytes.span
        let reference = Reference(in: span, at: range.lowerBound, isHTML: true)
        switch reference?.target {
        case .character(let text)?: assembler.standing(text, for: range)
        case .named(let name)?:
            if let text = EntityTable.htmlEntity(name) {
                assembler.standing(text, for: range)
            } else {
                assembler.verbatim(range)
            }
        case nil: assembler.verbatim(range)
        }
    }

    /// Tags are passed over; what stands between them in a block of HTML is text.
    func markup(at address: UInt, count: Int) {
        guard let range = range(address, count) else { return }
        if !isInMarkup { noteTag(bytes[range]) }
        guard leftOut == 0 else { return }
        let isBreak = bytes[range].starts(with: "<br".utf8) || bytes[range].starts(with: "<BR".utf8)
        if isBreak || isInMarkup { lineBreak() }
        for piece in tag.texts(in: range, of: bytes) {
            assembler.verbatim(piece)
            if isInMarkup { lineBreak() }
        }
    }

    /// Takes in a tag within a text: what it strikes through is left out, and a sign above the line may be no text.
    private func noteTag(_ tag: ArraySlice<UInt8>) {
        let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
        let name = tag.dropFirst(isEnd ? 2 : 1).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        guard ["del", "s", "strike", "sup"].contains(element) else { return }
        if isEnd {
            if openTags.last == element { closeTag() }
        } else {
            openTags.append(element)
            if element == "sup" { assembler.start(.mark, facts: ElementFacts(), at: position) } else { leftOut += 1 }
        }
    }

    private func closeTag() {
        if openTags.popLast() == "sup" { assembler.end() } else { leftOut -= 1 }
    }

    /// The offsets of a text that stands in the file; MD4C has a few texts of its own, such as the space for a line end.
    private func range(_ address: UInt, _ count: Int) -> Range<Int>? {
        guard address >= base, address - base <= UInt(bytes.count), count > 0 else {
            if count > 0 { lineBreak() }
            return nil
        }
        let start = Int(address - base)
        guard start + count <= bytes.count else { return nil }
        position = start + count
        return start..<(start + count)
    }
}

/// Where a reading of HTML within Markdown stands: within a tag, a comment, a script or text.
struct TagState {
    private var end: [UInt8]?

    /// The stretches of text of a piece of HTML.
    mutating func texts(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var texts: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let mark = end {
                guard let close = Self.find(mark, in: bytes, index..<range.upperBound) else { return texts }
                index = close + mark.count
                end = nil
                continue
            }
            guard bytes[index] == UInt8(ascii: "<") else {
                let stop = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) ?? range.upperBound
                texts.append(index..<stop)
                index = stop
                continue
            }
            let head = bytes[index..<min(index + 7, range.upperBound)].map { $0 | 0x20 }
            if bytes[index..<range.upperBound].starts(with: "<!--".utf8) {
                end = Array("-->".utf8)
            } else if head.starts(with: "<script".utf8) {
                end = Array("</script>".utf8)
            } else if head.starts(with: "<style".utf8) {
                end = Array("</style>".utf8)
            } else {
                end = [UInt8(ascii: ">")]
            }
            index += 1
        }
        return texts
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index + mark.count <= range.upperBound {
            if bytes[index..<(index + mark.count)].elementsEqual(mark, by: { $0 == $1 || ($0 | 0x20) == $1 }) {
                return index
            }
            index += 1
        }
        return nil
    }
}
