import TextModel

/// A report made ready for writing: findings chosen and in order, places known by line and column.
struct Dossier {
    let report: Report
    /// Findings in order of their place; at one place the worst first, then by rule.
    let findings: [Finding]
    /// How many findings lie below the lowest band that is shown.
    let hidden: Int
    /// How many findings are left out because they are suppressed or known from before.
    let inactive: Int
    /// What is left out because reviewers dismissed it.
    let dismissed: [Finding]
    private let lines: LineIndex

    var document: Document { report.document }

    /// The language of the document as an attribute says it, empty where it is not known.
    var language: String { document.language ?? "" }

    init(_ report: Report, minimumBand: Band, includesInactive: Bool = false) {
        self.report = report
        lines = LineIndex(report.document.source)
        let standing = includesInactive ? report.findings : report.findings.filter(\.isActive)
        findings = standing.filter { $0.band >= minimumBand }.sorted(by: Self.precedes)
        hidden = standing.count - findings.count
        dismissed = includesInactive ? [] : report.findings.filter(\.isDismissed).sorted(by: Self.precedes)
        inactive = report.findings.count - standing.count - dismissed.count
    }

    /// Findings of each passage, worst first, in order of the passages.
    var passages: [(block: Int, findings: [Finding])] {
        Dictionary(grouping: findings, by: \.block)
            .map { (block: $0.key, findings: $0.value.sorted(by: Self.isWorse)) }
            .sorted { $0.block < $1.block }
    }

    /// Where a span stands in the original file; `end` is the place after its last character.
    func location(of span: TextSpan) -> (start: Position, end: Position, bytes: SourceSpan) {
        let decoded = document.map.source(of: span)
        return (
            lines.position(of: decoded.lowerBound), lines.position(of: decoded.upperBound),
            document.source.original(decoded)
        )
    }

    /// Line and column of both ends of a span, the column in bytes of UTF-8, all from 1.
    func byteColumns(of span: TextSpan) -> (start: (line: Int, column: Int), end: (line: Int, column: Int)) {
        let decoded = document.map.source(of: span)
        func place(_ offset: Int) -> (line: Int, column: Int) {
            let line = lines.position(of: offset).line
            return (line, offset - lines.range(ofLine: line).lowerBound + 1)
        }
        return (place(decoded.lowerBound), place(decoded.upperBound))
    }

    /// The path and place of a span as people name it: line and column, or the page of a document that has pages, or
    /// the paragraph of one that has no lines.
    func label(of span: TextSpan) -> String {
        if let leaf = leaf(of: span) { return "\(document.path), \(Wording.leaf(leaf)):" }
        let start = location(of: span).start
        return "\(document.path):\(start.line):\(start.column):"
    }

    /// The page of a span in a document that has pages, or its paragraph in one that has no lines; `nil` where lines and
    /// columns say where it is.
    func leaf(of span: TextSpan) -> (kind: String, number: Int)? {
        guard let block = block(at: span.start).map({ document.blocks[$0] }) else { return nil }
        return block.page.map { ("page", $0) } ?? block.paragraph.map { ("paragraph", $0) }
    }

    /// Where a span stands in its document, as people name it: page or paragraph where there are such, else the line.
    func place(of span: TextSpan) -> String {
        leaf(of: span).map(Wording.leaf) ?? Wording.line(line(ofText: span.start))
    }

    /// Whether places of the document are places of its file, so that a change of the text is one of the file.
    var isEditable: Bool { ["text", "markdown", "html", "xml"].contains(document.format) }

    /// The line, from 1, of an offset in the document's text. Logarithmic, however long the line is.
    func line(ofText offset: Int) -> Int {
        let decoded = document.map.source(of: TextSpan(offset, offset)).lowerBound
        var low = 1
        var high = lines.count + 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines.range(ofLine: middle).lowerBound <= decoded { low = middle } else { high = middle }
        }
        return low
    }

    /// The block that holds an offset of the text. Logarithmic in the blocks.
    func block(at offset: Int) -> Int? {
        var low = 0
        var high = document.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if document.blocks[middle].span.end <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < document.blocks.count, document.blocks[low].span.start <= offset else { return nil }
        return low
    }

    /// Texts of the headings above a block, outermost first, and how lawyers cite it.
    func section(of block: Int) -> [String] {
        let citation = document.blocks[block].citation.map { [$0] } ?? []
        return document.headingPath(of: block).map { index in
            let heading = document.blocks[index]
            let text = document.string(heading.span)
            return heading.number.map { "\($0) \(text)" } ?? text
        } + citation
    }

    private static func precedes(_ a: Finding, _ b: Finding) -> Bool {
        a.span == b.span ? isWorse(a, b) : a.span < b.span
    }

    static func isWorse(_ a: Finding, _ b: Finding) -> Bool {
        if a.band != b.band { return a.band > b.band }
        if a.score != b.score { return a.score > b.score }
        return a.rule == b.rule ? a.span < b.span : a.rule < b.rule
    }
}
