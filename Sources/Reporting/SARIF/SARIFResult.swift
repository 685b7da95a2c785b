import TextModel

/// A finding as a SARIF result.
struct SARIFResult {
    let finding: Finding
    let dossier: Dossier
    /// Index of the document among the artifacts.
    let artifact: Int
    /// Index of the rule among the rules.
    let rule: Int?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.string("ruleId", finding.rule)
            if let rule { json.integer("ruleIndex", rule) }
            json.string("level", Severity(finding.band).sarifLevel)
            json.object("message") { $0.string("text", finding.message) }
            json.integer("rank", finding.score)
            json.array("locations") { json in
                json.object { json in
                    writePlace(finding.span, to: &json)
                    writeSection(to: &json)
                }
            }
            writeRelated(to: &json)
            json.object("partialFingerprints") { $0.string("counterweight/v1", finding.fingerprint) }
            writeStanding(to: &json)
            json.object("properties") { json in
                json.string("band", finding.band.name)
                json.number("confidence", finding.confidence)
                json.string("stance", finding.stance.rawValue)
                json.strings("missing", finding.missing)
                json.strings("norms", finding.norms)
            }
        }
    }

    private func writePlace(_ span: TextSpan, to json: inout JSONWriter) {
        let place = dossier.location(of: span)
        json.object("physicalLocation") { json in
            json.object("artifactLocation") { json in
                json.string("uri", RelativeURI(path: dossier.document.path).text)
                json.integer("index", artifact)
            }
            json.object("region") { json in
                json.integer("startLine", place.start.line)
                json.integer("startColumn", place.start.column)
                json.integer("endLine", place.end.line)
                json.integer("endColumn", place.end.column)
                json.integer("byteOffset", place.bytes.start)
                json.integer("byteLength", place.bytes.end - place.bytes.start)
                json.object("snippet") { $0.string("text", dossier.document.string(span)) }
            }
        }
    }

    private func writeSection(to json: inout JSONWriter) {
        let section = dossier.section(of: finding.block)
        guard let name = section.last else { return }
        json.array("logicalLocations") { json in
            json.object { json in
                json.string("name", name)
                json.string("fullyQualifiedName", section.joined(separator: " > "))
            }
        }
    }

    private func writeRelated(to json: inout JSONWriter) {
        guard !finding.related.isEmpty else { return }
        json.array("relatedLocations") { json in
            for (number, related) in finding.related.enumerated() {
                json.object { json in
                    json.integer("id", number + 1)
                    writePlace(related.span, to: &json)
                    json.object("message") { $0.string("text", "\(related.role.rawValue): \(related.label)") }
                }
            }
        }
    }

    private func writeStanding(to json: inout JSONWriter) {
        if let suppression = finding.suppression {
            json.array("suppressions") { json in
                json.object { json in
                    json.string("kind", suppression.kind.rawValue)
                    json.string("justification", suppression.reason)
                }
            }
        }
        if let state = finding.baselineState { json.string("baselineState", state.rawValue) }
    }
}
