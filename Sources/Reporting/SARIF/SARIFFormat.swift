import TextModel

/// SARIF 2.1.0, for code scanning services and editors.
///
/// Columns count Unicode scalars; `rank` is the score. Files that could not be read are notifications of the
/// invocation, and suppressed findings stay in, marked, unless only active ones were asked for.
struct SARIFFormat: Formatter {
    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        let dossiers = results.reports.map {
            Dossier($0, minimumBand: options.minimumBand, includesInactive: !options.activeOnly)
        }
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("$schema", Self.schema)
            json.string("version", "2.1.0")
            json.array("runs") { json in
                json.object { json in
                    SARIFTool(tool: results.tool, rules: Self.rules(of: results), dossiers: dossiers)
                        .write(to: &json)
                    write(results.failures, to: &json)
                    json.string("columnKind", "unicodeCodePoints")
                    json.array("artifacts") { write(dossiers, of: results, to: &$0) }
                    json.array("results") { write(dossiers, rules: Self.rules(of: results), to: &$0) }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// Findings only: what is done well is no result of a check.
    private static func rules(of results: Results) -> [RuleDescription] { results.rules.filter { !$0.isCredit } }

    private func write(_ failures: [Failure], to json: inout JSONWriter) {
        json.array("invocations") { json in
            json.object { json in
                json.boolean("executionSuccessful", failures.isEmpty)
                json.array("toolExecutionNotifications") { json in
                    for failure in failures {
                        json.object { json in
                            json.object("descriptor") { $0.string("id", "unread-input") }
                            json.string("level", "error")
                            json.object("message") { $0.string("text", failure.message) }
                            json.array("locations") { json in
                                json.object { json in
                                    json.object("physicalLocation") { json in
                                        json.object("artifactLocation") {
                                            $0.string("uri", RelativeURI(path: failure.path).text)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func write(_ dossiers: [Dossier], of results: Results, to json: inout JSONWriter) {
        for dossier in dossiers {
            let document = dossier.document
            json.object { json in
                json.object("location") { $0.string("uri", RelativeURI(path: document.path).text) }
                json.string("encoding", document.encoding.name)
                if let hash = results.hash(of: document) {
                    json.object("hashes") { $0.string("sha-256", hash) }
                }
            }
        }
    }

    private func write(_ dossiers: [Dossier], rules: [RuleDescription], to json: inout JSONWriter) {
        let positions = Dictionary(
            rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (artifact, dossier) in dossiers.enumerated() {
            for finding in dossier.findings {
                SARIFResult(
                    finding: finding, dossier: dossier, artifact: artifact, rule: positions[finding.rule]
                ).write(to: &json)
            }
        }
    }
}
