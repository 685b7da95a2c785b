import TextModel

/// One versioned, indented object with everything in it.
///
/// `findings` holds what lies at or above `min_band`; `findings_hidden` counts the rest, and the
/// profiles count all.
struct JSONFormat: Formatter {
    /// Raised in its first part when a key changes its meaning or goes, in its second when one is added.
    static let schemaVersion = "2.0"

    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        let dossiers = results.reports.map { Dossier($0, minimumBand: options.minimumBand) }
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema_version", Self.schemaVersion)
            json.object("tool") { json in
                json.string("name", results.tool.name)
                json.string("version", results.tool.version)
            }
            json.object("lexicon") { json in
                json.string("version", results.tool.lexiconVersion)
                json.string("sha256", results.tool.lexiconHash)
            }
            json.string("min_band", options.minimumBand.name)
            json.array("rules") { writeRules(of: dossiers, results.rules, to: &$0) }
            json.array("documents") { writeDocuments(dossiers, of: results, to: &$0) }
            json.array("findings") { json in
                for dossier in dossiers {
                    for finding in dossier.findings {
                        FindingRecord(finding: finding, dossier: dossier).write(to: &json)
                    }
                }
            }
            json.integer("findings_hidden", dossiers.reduce(0) { $0 + $1.hidden })
            json.array("credits") { json in
                for dossier in dossiers { write(dossier.report.credits, of: dossier, to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// What holds for every finding of a rule, told once.
    private func writeRules(of dossiers: [Dossier], _ book: [RuleDescription], to json: inout JSONWriter) {
        let fired = Set(dossiers.flatMap { $0.findings.map(\.rule) })
        for rule in book where fired.contains(rule.id) {
            json.object { json in
                json.string("id", rule.id)
                json.string("name", rule.name)
                json.string("summary", rule.summary)
                json.string("reason", rule.reason)
                json.string("remedy", rule.remedy)
            }
        }
    }

    private func writeDocuments(_ dossiers: [Dossier], of results: Results, to json: inout JSONWriter) {
        for dossier in dossiers {
            DocumentRecord(dossier: dossier, hash: results.hash(of: dossier.document)).write(to: &json)
        }
        for failure in results.failures { DocumentRecord.write(failure, to: &json) }
    }

    private func write(_ credits: [Credit], of dossier: Dossier, to json: inout JSONWriter) {
        for credit in credits {
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
