import TextModel

/// Walks the text of an OpenDocument text and makes its paragraphs.
struct OpenDocumentBody {
    /// The paragraphs so far.
    private(set) var text = InnerText()
    /// Whether the part breaks off.
    private(set) var isBroken = false

    private let styles: OpenDocumentStyles
    /// Counters of each list by its style, from level 1.
    private var counters: [String: [Int: Int]] = [:]

    /// What was deleted, comments, sequences of variables, and what stands for an image.
    private static let skipped: Set<String> = [
        "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "forms", "desc", "title",
        "ruby-text", "user-field-decls", "scripts", "automatic-styles", "font-face-decls",
        "object", "object-ole", "shape-id",
    ]

    private struct List {
        var style: String?
        var isHeader = false
        var isFirstInItem = true
        var startValue: Int?
    }

    private struct Open {
        var paragraph = InnerParagraph()
        var style: String?
        var boldBytes = 0
        var notes: [InnerParagraph] = []
    }

    init(styles: OpenDocumentStyles) { self.styles = styles }

    /// Reads `content.xml`.
    mutating func read(_ bytes: [UInt8]) {
        let xml = XMLPull(bytes)
        walk(xml, until: nil)
        isBroken = isBroken || xml.isBroken
    }

    private mutating func walk(_ xml: XMLPull, until end: String?) {
        var open: [Open] = []
        var spans: [OpenDocumentStyles.Facts] = []
        var lists: [List] = []
        var tables = 0
        var contents = 0
        while let event = xml.next() {
            switch event {
            case .start(let name):
                if Self.skipped.contains(name) {
                    xml.skip()
                    continue
                }
                switch name {
                case "p", "h":
                    var next = Open()
                    next.style = xml.attribute("style-name")
                    if name == "h" {
                        next.paragraph.kind = .heading
                        next.paragraph.level = min(6, max(1, xml.attribute("outline-level").flatMap { Int($0) } ?? 1))
                    }
                    open.append(next)
                case "span": spans.append(styles.facts(of: xml.attribute("style-name")))
                case "s":
                    add([0x20], to: &open, spans)
                case "tab", "line-break": add([0x20], to: &open, spans)
                case "list":
                    let style = xml.attribute("style-name") ?? lists.last?.style
                    let continues =
                        xml.attribute("continue-numbering") == "true" || xml.attribute("continue-list") != nil
                    if lists.isEmpty, !continues, let style { counters[style] = nil }
                    lists.append(List(style: style))
                case "list-item", "list-header":
                    guard let last = lists.indices.last else { continue }
                    lists[last].isFirstInItem = true
                    lists[last].isHeader = name == "list-header"
                    lists[last].startValue = xml.attribute("start-value").flatMap { Int($0) }
                case "table": tables += 1
                case "table-of-content", "alphabetical-index", "illustration-index", "table-index": contents += 1
                case "note":
                    guard let last = open.indices.last else { continue }
                    open[last].notes += note(xml)
                default: break
                }
            case .end(let name):
                if name == end { return }
                switch name {
                case "p", "h":
                    guard let last = open.popLast() else { continue }
                    close(last, &lists, isCell: tables > 0, isContents: contents > 0)
                case "span": _ = spans.popLast()
                case "list": _ = lists.popLast()
                case "table": tables -= 1
                case "table-of-content", "alphabetical-index", "illustration-index", "table-index": contents -= 1
                default: break
                }
            case .text(let bytes): add(bytes, to: &open, spans)
            }
        }
        for last in open.reversed() { close(last, &lists, isCell: tables > 0, isContents: contents > 0) }
    }

    /// The paragraphs of a footnote or endnote, the first with its number.
    private mutating func note(_ xml: XMLPull) -> [InnerParagraph] {
        var number = ""
        var found: [InnerParagraph] = []
        while let event = xml.next(), event != .end("note") {
            if event == .start("note-citation") {
                while let inner = xml.next(), inner != .end("note-citation") {
                    if case .text(let bytes) = inner { number += SmallText.folded(bytes) }
                }
            } else if event == .start("note-body") {
                var body = OpenDocumentBody(styles: styles)
                body.walk(xml, until: "note-body")
                found = body.text.paragraphs.filter { !$0.isBlank }
            }
        }
        for index in found.indices { found[index].kind = .note }
        if let first = found.indices.first, !number.isEmpty { found[first].number = number }
        return found
    }

    private func add(_ bytes: [UInt8], to open: inout [Open], _ spans: [OpenDocumentStyles.Facts]) {
        guard let last = open.indices.last, spans.last?.isHidden != true else { return }
        open[last].paragraph.append(bytes)
        let isBold =
            spans.reversed().lazy.compactMap(\.isBold).first ?? styles.facts(of: open[last].style).isBold ?? false
        if isBold || BlockAssembler.isBlank(bytes) { open[last].boldBytes += bytes.count }
    }

    private mutating func close(_ open: Open, _ lists: inout [List], isCell: Bool, isContents: Bool) {
        var paragraph = open.paragraph
        let facts = styles.facts(of: open.style)
        paragraph.isBold = !paragraph.isBlank && open.boldBytes * 10 >= paragraph.text.count * 9
        if isContents { paragraph.boilerplate = .contents }
        if facts.display == "title" { paragraph.kind = .title }
        if facts.display == "quotations" || facts.display == "quote" {
            paragraph.kind = .quote
            paragraph.isQuoted = true
        }
        if paragraph.kind == .paragraph, isCell { paragraph.kind = .tableCell }
        if paragraph.kind == .paragraph, facts.display == "caption" || facts.display == "figure" {
            paragraph.kind = .caption
        }
        if !paragraph.isBlank { number(&paragraph, facts, &lists) }
        text.append(paragraph)
        for note in open.notes { text.append(note) }
    }

    private mutating func number(
        _ paragraph: inout InnerParagraph, _ facts: OpenDocumentStyles.Facts, _ lists: inout [List]
    ) {
        if let last = lists.indices.last {
            let list = lists[last]
            guard list.isFirstInItem, !list.isHeader else { return }
            lists[last].isFirstInItem = false
            label(&paragraph, style: list.style ?? facts.list ?? "", level: lists.count, start: list.startValue)
        } else if paragraph.kind == .heading {
            label(&paragraph, style: "", level: paragraph.level, start: nil)
        }
    }

    private mutating func label(_ paragraph: inout InnerParagraph, style: String, level: Int, start: Int?) {
        guard let levels = styles.lists[style], let own = levels[level] else {
            if paragraph.kind == .paragraph { item(&paragraph, level) }
            return
        }
        guard !own.isBullet else { return item(&paragraph, level) }
        var counter = counters[style] ?? [:]
        counter[level] = start ?? counter[level].map { $0 &+ 1 } ?? own.start
        for deeper in counter.keys where deeper > level { counter[deeper] = nil }
        counters[style] = counter
        guard own.style != .none else { return }
        let first = max(1, level - own.shown + 1)
        let numbers = (first...level).map { above in
            ListNumber.text(counter[above] ?? levels[above]?.start ?? 1, style: levels[above]?.style ?? .decimal)
        }
        let number = own.prefix + numbers.filter { !$0.isEmpty }.joined(separator: ".") + own.suffix
        let printed = number.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !printed.isEmpty { paragraph.number = printed }
        if paragraph.kind == .paragraph { paragraph.level = level }
    }

    private func item(_ paragraph: inout InnerParagraph, _ level: Int) {
        guard paragraph.kind == .paragraph || paragraph.kind == .tableCell else { return }
        paragraph.kind = .listItem
        paragraph.level = level
    }
}
