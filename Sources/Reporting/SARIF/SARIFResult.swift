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
            writeFix(to: &json)
            json.object("partialFingerprints") { $0.string("counterweight/v1", finding.fingerprint) }
            writeStanding(to: &json)
            json.object("properties") { json in
                json.string("band", finding.band.name)
                json.number("confidence", finding.confidence)
                json.string("stance", finding.stance.rawValue)
                json.strings("missing", finding.missing)
                json.strings("norms", finding.norms)
                if let leaf = dossier.leaf(of: finding.span) { json.integer(leaf.kind, leaf.number) }
                if let review = finding.review { json.review(review) }
            }
        }
    }

    private func writePlace(_ span: TextSpan, to json: inout JSONWriter) {
        json.object("physicalLocation") { json in
            writeArtifact(to: &json)
            json.object("region") { json in
                writeRegion(of: span, to: &json)
                json.object("snippet") { $0.string("text", dossier.document.string(span)) }
            }
        }
    }

    private func writeArtifact(to json: inout JSONWriter) {
        json.object("artifactLocation") { json in
            json.string("uri", RelativeURI(path: dossier.document.path).text)
            json.integer("index", artifact)
        }
    }

    private func writeRegion(of span: TextSpan, to json: inout JSONWriter) {
        let place = dossier.location(of: span)
        json.integer("startLine", place.start.line)
        json.integer("startColumn", place.start.column)
        json.integer("endLine", place.end.line)
        json.integer("endColumn", place.end.column)
        json.integer("byteOffset", place.bytes.start)
        json.integer("byteLength", place.bytes.end - place.bytes.start)
    }

    /// The section that the finding stands in, and its page or paragraph.
    private func writeSection(to json: inout JSONWriter) {
        let section = dossier.section(of: finding.block)
        let leaf = dossier.leaf(of: finding.span)
        guard !section.isEmpty || leaf != nil else { return }
        json.array("logicalLocations") { json in
            if let name = section.last {
                json.object { json in
                    json.string("name", name)
                    json.string("fullyQualifiedName", section.joined(separator: " > "))
                }
            }
            if let leaf {
                json.object { json in
                    json.string("name", Wording.leaf(leaf))
                    json.string("kind", leaf.kind)
                }
            }
        }
    }

    /// The suggested wording as changes of the file, where the file holds the text as it is judged.
    private func writeFix(to json: inout JSONWriter) {
        guard let suggestion = finding.suggestion, dossier.isEditable else { return }
        json.array("fixes") { json in
            json.object { json in
                let words = SuggestionText(suggestion: suggestion, document: dossier.document).text
                json.object("description") { $0.string("text", words) }
                json.array("artifactChanges") { json in
                    json.object { json in
                        writeArtifact(to: &json)
                        json.array("replacements") { json in
                            for edit in suggestion.edits { write(edit, to: &json) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ edit: Suggestion.Edit, to json: inout JSONWriter) {
        json.object { json in
            json.object("deletedRegion") { writeRegion(of: edit.span, to: &$0) }
            json.object("insertedContent") {
                $0.string("text", SuggestionText.escaped(edit.replacement, for: dossier.document.format))
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
                    json.string("status", "accepted")
                    json.string("justification", suppression.reason)
                }
            }
        }
        if let state = finding.baselineState { json.string("baselineState", state.rawValue) }
    }
}
