import TextModel

/// One finding a line, in the shape of ``FindingRecord``; then one line of `path` and `error` for each
/// file that could not be read.
struct JSONLinesFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        for report in results.reports {
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            for finding in dossier.findings {
                FindingRecord(finding: finding, dossier: dossier).write(to: &json)
                json.endLine()
            }
        }
        for failure in results.failures {
            json.object { json in
                json.string("path", failure.path)
                json.string("error", failure.message)
            }
            json.endLine()
        }
        return json.bytes
    }
}
