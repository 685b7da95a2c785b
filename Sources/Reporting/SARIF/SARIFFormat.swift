import TextModel

/// SARIF 2.1.0, for code scanning services and editors.
///
/// Columns count Unicode scalars; `rank` is the score. Files that could not be read are notifications of the
/// invocation, and suppressed findings stay in, marked, unless only active ones were asked for.
struct SARIFFormat: SectionedFormatter {
    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

    /// Findings only: what is done well is no result of a check.
    func makeSections(_ options: ReportingOptions, rules: [RuleDescription]) -> any SectionedStream {
        Sections(options: options, rules: rules.filter { !$0.isCredit })
    }

    private struct Sections: SectionedStream {
        let options: ReportingOptions
        let rules: [RuleDescription]
        private let positions: [String: Int]
        private var artifacts = JSONWriter(isIndented: true, depth: 4)
        private var results = JSONWriter(isIndented: true, depth: 4)
        /// Worst band of each rule's findings.
        private var worst: [String: Band] = [:]
        private var counts = (artifacts: 0, results: 0)

        init(options: ReportingOptions, rules: [RuleDescription]) {
            self.options = options
            self.rules = rules
            positions = Dictionary(
                rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }

        mutating func add(_ report: Report, hash: String?) -> [[UInt8]] {
            let dossier = Dossier(
                report, minimumBand: options.minimumBand, includesInactive: !options.activeOnly)
            artifacts.object { json in
                json.object("location") { $0.string("uri", RelativeURI(path: dossier.document.path).text) }
                json.string("encoding", dossier.document.encoding.name)
                if let hash { json.object("hashes") { $0.string("sha-256", hash) } }
            }
            for finding in dossier.findings {
                worst[finding.rule] = max(worst[finding.rule] ?? .info, finding.band)
                SARIFResult(
                    finding: finding, dossier: dossier, artifact: counts.artifacts, rule: positions[finding.rule]
                ).write(to: &results)
            }
            counts.artifacts += 1
            counts.results += dossier.findings.count
            return [artifacts.take(), results.take()]
        }

        func frames(tool: ToolInfo, failures: [Failure]) -> [[UInt8]] {
            var json = JSONWriter(isIndented: true)
            json.object { json in
                json.string("$schema", SARIFFormat.schema)
                json.string("version", "2.1.0")
                json.array("runs") { json in
                    json.object { json in
                        SARIFTool(tool: tool, rules: rules, worst: worst).write(to: &json)
                        SARIFFormat.write(failures, to: &json)
                        json.string("columnKind", "unicodeCodePoints")
                        json.array("artifacts") { $0.gap(isEmpty: counts.artifacts == 0) }
                        json.array("results") { $0.gap(isEmpty: counts.results == 0) }
                    }
                }
            }
            json.endLine()
            return json.frames
        }
    }

    static func write(_ failures: [Failure], to json: inout JSONWriter) {
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
}
