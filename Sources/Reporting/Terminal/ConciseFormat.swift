import TextModel

/// One line for each finding, for editors and for `grep`: `path:line:col: CW01[severe] message`.
///
/// Where a document has pages or paragraphs instead of lines, `path, page 3:` stands in front.
///
/// Files that could not be read are the caller's to report, on standard error.
struct ConciseFormat: StreamingFormatter {
    func makeStream(_ options: ReportingOptions) -> any ResultStream { Lines(options: options) }

    private struct Lines: ResultStream {
        let options: ReportingOptions

        func add(_ report: Report) -> [UInt8] {
            var text = ""
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            for finding in dossier.findings {
                var line = StyledText(dossier.label(of: finding.span), .path)
                line.add(" ")
                line.add(finding.rule, .rule)
                line.add("[\(finding.band.name)]", .band(finding.band))
                line.add(" \(finding.message)")
                text += line.rendered(inColour: options.colour) + "\n"
            }
            return Array(text.utf8)
        }
    }
}
