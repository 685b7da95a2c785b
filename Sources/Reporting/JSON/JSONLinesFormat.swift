import TextModel

/// One finding a line, in the shape of ``FindingRecord``; then one line of `path` and `error` for each
/// file that could not be read.
struct JSONLinesFormat: StreamingFormatter {
    func makeStream(_ options: ReportingOptions) -> any ResultStream { Lines(options: options) }

    private struct Lines: ResultStream {
        let options: ReportingOptions

        func add(_ report: Report) -> [UInt8] {
            var json = JSONWriter(isIndented: false)
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            for finding in dossier.findings {
                FindingRecord(finding: finding, dossier: dossier).write(to: &json)
                json.endLine()
            }
            return json.bytes
        }

        func end(failures: [Failure]) -> [UInt8] {
            var json = JSONWriter(isIndented: false)
            for failure in failures {
                json.object { json in
                    json.string("path", failure.path)
                    json.string("error", failure.message)
                }
                json.endLine()
            }
            return json.bytes
        }
    }
}
