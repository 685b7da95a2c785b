import TextModel

/// The profile of a document as JSON: counts, with every rate beside what it is a rate of.
struct ProfileRecord {
    let report: Report
    let dossier: Dossier

    func write(to json: inout JSONWriter) {
        let profile = report.profile
        json.string("band", profile.band.name)
        json.integer("score", profile.score)
        json.integer("sentences", profile.sentences)
        json.integer("own_voice_sentences", profile.ownVoiceSentences)
        writeFindings(of: profile, to: &json)
        json.counts("credits", profile.creditsByRule)
        json.integer("values", profile.values)
        json.counts("values_by_concept", profile.valuesByConcept)
        json.integers("isolation", profile.isolation)
        json.object("companions") { json in
            json.integer("passage", profile.companions.inPassage)
            json.integer("section", profile.companions.inSection)
            json.integer("none", profile.companions.none)
        }
        json.integer("counterweights", profile.counterweights)
        json.counts("counterweights_by_concept", profile.counterweightsByConcept)
        writeControls(of: profile, to: &json)
        json.counts("open_terms", profile.openTerms)
        json.integer("open_terms_at_controls", profile.openTermsAtControls)
        json.object("concepts") { json in
            for (id, title) in profile.titles.sorted(by: { $0.key < $1.key }) { json.string(id, title) }
        }
        writeAbsences(to: &json)
        writeMark(to: &json)
    }

    private func writeFindings(of profile: Profile, to json: inout JSONWriter) {
        json.object("findings_by_band") { json in
            for band in Band.allCases where band != .none {
                json.integer(band.name, profile.findingsByBand[band] ?? 0)
            }
        }
        json.object("findings_by_rule") { json in
            for (rule, counts) in profile.findings.sorted(by: { $0.key < $1.key }) {
                let bands = Band.allCases.filter { counts[$0.rawValue] > 0 }
                json.counts(
                    rule, Dictionary(uniqueKeysWithValues: bands.map { ($0.name, counts[$0.rawValue]) }))
            }
        }
        json.object("passages_by_band") { json in
            for band in Band.allCases { json.integer(band.name, profile.passagesByBand[band.rawValue]) }
        }
        json.object("density") { json in
            for band in [Band.low, .moderate, .high] {
                json.object("from_\(band.name)") { json in
                    json.integer("findings", profile.findings(from: band))
                    json.number("per_1000_own_voice_sentences", profile.perThousandSentences(from: band) ?? .nan)
                    json.number("per_1000_words", profile.perThousandWords(from: band) ?? .nan)
                }
            }
        }
    }

    private func writeControls(of profile: Profile, to json: inout JSONWriter) {
        json.integer("controls", profile.controls)
        json.integer("safeguarded_controls", profile.safeguardedControls)
        json.integer("strongly_safeguarded_controls", profile.coverage.strong)
        json.object("controls_by_concept") { json in
            for (id, coverage) in profile.controlsByConcept.sorted(by: { $0.key < $1.key }) {
                json.object(id) { json in
                    json.integer("asserted", coverage.asserted)
                    json.integer("safeguarded", coverage.linked)
                    json.integer("strongly_safeguarded", coverage.strong)
                }
            }
        }
        json.object("controls_by_stance") { json in
            for stance in Stance.allCases {
                if let count = profile.controlsByStance[stance] { json.integer(stance.rawValue, count) }
            }
        }
        json.object("core_values") { json in
            for value in CoreValue.allCases {
                json.integer(value.rawValue, profile.controlsByCoreValue[value, default: 0])
            }
        }
    }

    private func writeAbsences(to json: inout JSONWriter) {
        json.array("absences") { json in
            for absence in report.absences {
                json.object { json in
                    json.string("id", absence.id)
                    json.string("values", absence.values)
                    json.integer("count", absence.count)
                    json.string("counterweights", absence.counterweights)
                    json.string("message", absence.message)
                }
            }
        }
    }

    private func writeMark(to json: inout JSONWriter) {
        guard let mark = report.mark else { return json.null("mark") }
        json.object("mark") { json in
            json.string("name", mark.name)
            json.string("status", mark.status.rawValue)
            json.array("obstacles") { json in
                for obstacle in mark.obstacles {
                    let place = obstacle.span.map(dossier.location(of:))
                    json.object { json in
                        json.string("criterion", obstacle.criterion.rawValue)
                        json.string("message", obstacle.message)
                        json.integer("line", place?.start.line)
                        json.integer("column", place?.start.column)
                        if let place {
                            json.integers("byte", [place.bytes.start, place.bytes.end])
                        } else {
                            json.null("byte")
                        }
                    }
                }
            }
        }
    }
}
