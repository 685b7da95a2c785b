import TextModel

/// One versioned, indented object with everything in it.
///
/// `findings` holds what lies at or above `min_band`; `findings_hidden` counts the rest, and the
/// profiles count all.
struct JSONFormat: SectionedFormatter {
    /// Raised in its first part when a key changes its meaning or goes, in its second when one is added.
    static let schemaVersion = "2.1"

    func makeSections(_ options: ReportingOptions, rules: [RuleDescription]) -> any SectionedStream {
        Sections(options: options, rules: rules)
    }

    private struct Sections: SectionedStream {
        let options: ReportingOptions
        let rules: [RuleDescription]
        private var documents = JSONWriter(isIndented: true, depth: 2)
        private var findings = JSONWriter(isIndented: true, depth: 2)
        private var credits = JSONWriter(isIndented: true, depth: 2)
        private var fired: Set<String> = []
        private var hidden = 0
        private var counts = (documents: 0, findings: 0, credits: 0)

        init(options: ReportingOptions, rules: [RuleDescription]) {
            self.options = options
            self.rules = rules
        }

        mutating func add(_ report: Report, hash: String?) -> [[UInt8]] {
            let dossier = Dossier(report, minimumBand: options.minimumBand)
            DocumentRecord(dossier: dossier, hash: hash).write(to: &documents)
            for finding in dossier.findings {
                fired.insert(finding.rule)
                FindingRecord(finding: finding, dossier: dossier).write(to: &findings)
            }
            for credit in report.credits { Self.write(credit, of: dossier, to: &credits) }
            hidden += dossier.hidden
            counts.documents += 1
            counts.findings += dossier.findings.count
            counts.credits += report.credits.count
            return [documents.take(), findings.take(), credits.take()]
        }

        func frames(tool: ToolInfo, failures: [Failure]) -> [[UInt8]] {
            var json = JSONWriter(isIndented: true)
            json.object { json in
                json.string("schema_version", JSONFormat.schemaVersion)
                json.tool(tool)
                json.string("min_band", options.minimumBand.name)
                json.array("rules") { writeRules(to: &$0) }
                json.array("documents") { json in
                    json.gap(isEmpty: counts.documents == 0)
                    for failure in failures { DocumentRecord.write(failure, to: &json) }
                }
                json.array("findings") { $0.gap(isEmpty: counts.findings == 0) }
                json.integer("findings_hidden", hidden)
                json.array("credits") { $0.gap(isEmpty: counts.credits == 0) }
            }
            json.endLine()
            return json.frames
        }

        /// What holds for every finding of a rule, told once.
        private func writeRules(to json: inout JSONWriter) {
            for rule in rules where fired.contains(rule.id) {
                json.object { json in
                    json.string("id", rule.id)
                    json.string("name", rule.name)
                    json.string("summary", rule.summary)
                    json.string("reason", rule.reason)
                    json.string("remedy", rule.remedy)
                }
            }
        }

        private static func write(_ credit: Credit, of dossier: Dossier, to json: inout JSONWriter) {
            let place = dossier.location(of: credit.span)
            json.object { json in
                json.string("rule", credit.rule)
                json.string("name", credit.name)
                json.string("message", credit.message)
                json.string("path", dossier.document.path)
                json.string("text", dossier.document.string(credit.span))
                json.integer("line", place.start.line)
                json.integer("column", place.start.column)
                json.integers("byte", [place.bytes.start, place.bytes.end])
            }
        }
    }
}
