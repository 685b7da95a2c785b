import TextModel

/// Reviewdog's diagnostic format, one diagnostic a line. Columns count bytes of UTF-8 from 1, as it defines them.
struct ReviewdogFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        for failure in results.failures {
            json.object { json in
                json.string("message", failure.message)
                json.object("location") { $0.string("path", failure.path) }
                json.string("severity", "ERROR")
                json.object("source") { $0.string("name", results.tool.name) }
                json.object("code") { $0.string("value", "unread-input") }
            }
            json.endLine()
        }
        for report in results.reports {
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            for finding in dossier.findings {
                write(finding, of: dossier, tool: results.tool.name, to: &json)
                json.endLine()
            }
        }
        return json.bytes
    }

    private func write(_ finding: Finding, of dossier: Dossier, tool: String, to json: inout JSONWriter) {
        json.object { json in
            json.string("message", finding.message)
            json.object("location") { json in
                json.string("path", dossier.document.path)
                writeRange(of: finding.span, in: dossier, to: &json)
            }
            json.string("severity", Self.severity(finding.band))
            json.object("source") { $0.string("name", tool) }
            json.object("code") { $0.string("value", finding.rule) }
            if let suggestion = finding.suggestion, dossier.isEditable {
                json.array("suggestions") { json in
                    for edit in suggestion.edits {
                        json.object { json in
                            writeRange(of: edit.span, in: dossier, to: &json)
                            json.string("text", SuggestionText.escaped(edit.replacement, for: dossier.document.format))
                        }
                    }
                }
            }
        }
    }

    private func writeRange(of span: TextSpan, in dossier: Dossier, to json: inout JSONWriter) {
        json.object("range") { json in
            let range = dossier.byteColumns(of: span)
            for (key, place) in [("start", range.start), ("end", range.end)] {
                json.object(key) { json in
                    json.integer("line", place.line)
                    json.integer("column", place.column)
                }
            }
        }
    }

    private static func severity(_ band: Band) -> String {
        switch Severity(band) {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }
}
