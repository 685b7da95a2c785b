import TextModel

/// A finding as JSON: the shape that every machine-readable format shares.
///
/// Offsets are bytes of the original file, except `utf16`, which counts the decoded file. Ranges are
/// half open, and the end line and column name the place after the last character.
struct FindingRecord {
    let finding: Finding
    let dossier: Dossier

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.string("rule", finding.rule)
            json.string("name", finding.name)
            json.string("band", finding.band.name)
            json.integer("score", finding.score)
            json.number("confidence", finding.confidence)
            json.string("message", finding.message)
            json.string("stance", finding.stance.rawValue)
            json.string("fingerprint", finding.fingerprint)
            if let review = finding.review { json.review(review) }
            json.string("path", dossier.document.path)
            json.strings("section", dossier.section(of: finding.block))
            writePlace(to: &json)
            writeExplanation(to: &json)
        }
    }

    private func writePlace(to json: inout JSONWriter) {
        let document = dossier.document
        let passage = document.blocks[finding.block]
        json.object("passage") { json in
            json.string("text", document.string(passage.span))
            json.integer("start", passage.source.start)
            json.integer("end", passage.source.end)
        }
        let place = dossier.location(of: finding.span)
        json.object("location") { json in
            json.integer("line", place.start.line)
            json.integer("column", place.start.column)
            json.integer("end_line", place.end.line)
            json.integer("end_column", place.end.column)
            json.integers("byte", [place.bytes.start, place.bytes.end])
            json.integers("utf16", [place.start.utf16, place.end.utf16])
            if let page = passage.page { json.integer("page", page) }
            if let paragraph = passage.paragraph { json.integer("paragraph", paragraph) }
        }
        let quote = Quote(of: finding.span, in: document)
        json.object("quote") { json in
            json.string("prefix", quote.prefix)
            json.string("exact", quote.exact)
            json.string("suffix", quote.suffix)
        }
        json.array("related") { json in
            for related in finding.related {
                json.object { json in
                    json.string("role", related.role.rawValue)
                    json.string("label", related.label)
                    writeSpan(related.span, to: &json)
                }
            }
        }
    }

    private func writeExplanation(to json: inout JSONWriter) {
        if let nearest = finding.nearest {
            json.object("nearest") { json in
                writeSpan(nearest.span, to: &json)
                json.integer("words", nearest.words)
                json.integer("grade", nearest.grade)
            }
        } else {
            json.null("nearest")
        }
        json.object("factors") { json in
            var seen: Set<String> = []
            for factor in finding.factors where seen.insert(factor.name).inserted {
                json.object(factor.name) { json in
                    json.number("value", factor.value)
                    json.string("reason", factor.reason)
                }
            }
        }
        json.strings("core_values", finding.coreValues.map(\.rawValue))
        json.strings("missing", finding.missing)
        json.strings("norms", finding.norms)
        writeSuggestion(to: &json)
    }

    /// Edits hold bytes of the original file and what takes their place there, escaped as its markup asks.
    private func writeSuggestion(to json: inout JSONWriter) {
        guard let suggestion = finding.suggestion else { return json.null("suggestion") }
        json.object("suggestion") { json in
            json.string("text", suggestion.text)
            json.boolean("placeholder", suggestion.hasPlaceholder)
            json.array("edits") { json in
                for edit in suggestion.edits {
                    let bytes = dossier.document.sourceSpan(of: edit.span)
                    json.object { json in
                        json.integers("byte", [bytes.start, bytes.end])
                        json.string(
                            "replacement",
                            SuggestionText.escaped(edit.replacement, for: dossier.document.format))
                    }
                }
            }
        }
    }

    private func writeSpan(_ span: TextSpan, to json: inout JSONWriter) {
        let bytes = dossier.document.sourceSpan(of: span)
        json.string("text", dossier.document.string(span))
        json.integers("byte", [bytes.start, bytes.end])
    }
}

extension JSONWriter {
    /// What reviewers made of a finding; a finding that nobody decided on has no such member.
    mutating func review(_ outcome: ReviewOutcome) {
        object("review") { json in
            json.string("state", outcome.state.rawValue)
            json.string("judged", outcome.judged?.name)
            json.array("opinions") { json in
                for opinion in outcome.opinions {
                    json.object { json in
                        json.string("reviewer", opinion.reviewer)
                        json.string("opinion", opinion.name)
                        json.string("reason", opinion.reason)
                    }
                }
            }
        }
    }
}
