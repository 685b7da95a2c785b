internal import Reporting
internal import TextModel

/// A report on a draft, with every place as the client counts it.
struct JudgedText {
    let report: Report
    /// Findings that count and are shown, in order of their place.
    let findings: [Finding]
    private let positions: PositionTable

    init(_ report: Report, of buffer: TextBuffer, _ encoding: PositionEncoding, lowestBand: Band) {
        self.report = report
        findings = report.findings.filter { $0.isActive && $0.band >= lowestBand }
        positions = PositionTable(buffer, encoding)
    }

    /// The bytes of the draft that a span came from.
    func bytes(of span: TextSpan) -> Range<Int> { report.document.sourceSpan(of: span).range }

    /// Where the passage of a finding begins in the draft.
    func passageStart(of finding: Finding) -> Int { bytes(of: report.document.blocks[finding.block].span).lowerBound }

    /// Findings whose words share a byte with a range, or that an empty range touches.
    func findings(in range: Range<Int>) -> [Finding] {
        findings.filter { finding in
            let own = bytes(of: finding.span)
            return own.lowerBound <= range.upperBound && range.lowerBound <= own.upperBound
        }
    }

    /// Writes a range of bytes of the draft.
    func write(_ range: Range<Int>, _ key: String = "range", to json: inout JSONWriter) {
        json.object(key) { json in
            for (name, offset) in [("start", range.lowerBound), ("end", range.upperBound)] {
                let position = positions.position(of: offset)
                json.object(name) { json in
                    json.integer("line", position.line)
                    json.integer("character", position.character)
                }
            }
        }
    }
}
