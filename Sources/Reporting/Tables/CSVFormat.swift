import TextModel

/// One row for each finding, for spreadsheets, R and pandas (RFC 4180, lines end in a line feed).
///
/// Cells hold the document's own words unchanged: import them as text, not as formulas. Files that could not be
/// read are rows with nothing but their path and the message.
struct CSVFormat: StreamingFormatter {
    private static let columns = [
        "path", "page", "paragraph", "line", "column", "end_line", "end_column", "byte_start", "byte_end", "rule",
        "name", "band", "score",
        "confidence", "stance", "section", "text", "message", "missing", "norms", "fingerprint", "suppressed", "error",
    ]

    func makeStream(_ options: ReportingOptions) -> any ResultStream { Rows(format: self, options: options) }

    private struct Rows: ResultStream {
        let format: CSVFormat
        let options: ReportingOptions

        func begin() -> [UInt8] { Array(row(columns).utf8) }

        func add(_ report: Report) -> [UInt8] {
            let dossier = Dossier(
                report, minimumBand: options.minimumBand, includesInactive: !options.activeOnly)
            return dossier.findings.flatMap { Array(row(format.cells(of: $0, in: dossier)).utf8) }
        }

        func end(failures: [Failure]) -> [UInt8] {
            let empty = [String](repeating: "", count: columns.count - 2)
            return failures.flatMap { Array(row([$0.path] + empty + [$0.message]).utf8) }
        }
    }

    private func cells(of finding: Finding, in dossier: Dossier) -> [String] {
        let place = dossier.location(of: finding.span)
        let numbers = [
            place.start.line, place.start.column, place.end.line, place.end.column, place.bytes.start, place.bytes.end,
        ]
        let leaf = dossier.leaf(of: finding.span)
        let leaves = ["page", "paragraph"].map { $0 == leaf?.kind ? leaf.map { String($0.number) } ?? "" : "" }
        return [dossier.document.path] + leaves + numbers.map { String($0) } + [
            finding.rule, finding.name, finding.band.name, String(finding.score),
            String(describing: finding.confidence), finding.stance.rawValue,
            dossier.section(of: finding.block).joined(separator: " > "), dossier.document.string(finding.span),
            finding.message, finding.missing.joined(separator: "; "), finding.norms.joined(separator: "; "),
            finding.fingerprint, finding.suppression?.reason ?? "", "",
        ]
    }

    private static func row(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\n"
    }

    private static func cell(_ text: String) -> String {
        let isPlain = !text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard !isPlain || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}
