package import Reporting

/// Scorecards for programs: JSON with everything, CSV with a row for each figure.
package struct ScorecardTables {
    private let cards: [Scorecard]
    private let grouping: ScorecardGrouping
    private let plan: ScorecardPlan
    private let tool: ToolInfo
    private let seed: UInt64

    /// The tables of scorecards that were made with a seed.
    package init(
        _ cards: [Scorecard], by grouping: ScorecardGrouping, plan: ScorecardPlan, tool: ToolInfo, seed: UInt64
    ) {
        self.cards = cards
        self.plan = plan
        self.grouping = grouping
        self.tool = tool
        self.seed = seed
    }

    /// One versioned object.
    package var json: [UInt8] {
        JSONWriter.answer(by: tool) { json in
            json.string("by", grouping.rawValue)
            json.integer("seed", Int(clamping: seed))
            json.integer("draws", Bootstrap.draws)
            json.string("bands", plan.formula)
            json.objects("measures", plan.measures) { json, measure in
                json.string("id", measure.id)
                json.string("title", measure.title)
                json.string("kind", measure.kind.rawValue)
                json.string("scale", measure.scale == .share ? "share" : "per 1000 own-voice sentences")
                json.string("direction", measure.higherIsBetter ? "higher is better" : "lower is better")
                json.string("definition", measure.definition)
            }
            json.objects("cards", cards) { json, card in Self.write(card, to: &json) }
        }
    }

    private static func write(_ card: Scorecard, to json: inout JSONWriter) {
        json.string("subject", card.subject)
        json.object("coverage") { json in
            json.integer("found", card.coverage.found)
            json.integer("read", card.coverage.judged)
            json.integer("other_language", card.coverage.foreign)
            json.integer("unknown_language", card.coverage.unknown)
            json.integer("reviewed", card.coverage.reviewed)
        }
        json.number("own_voice_sentences", card.ownVoiceSentences)
        json.integer("repeated_clauses", card.repeatedClauses)
        json.objects("figures", card.entries) { json, entry in
            json.string("measure", entry.measure.id)
            json.string("state", entry.state.rawValue)
            json.figure(entry.numerator, of: entry.denominator, value: entry.value, interval: entry.interval)
            json.integer("band", entry.band)
            json.number("value_with_copies", entry.valueWithCopies ?? .nan)
            json.integers("rank", entry.rank.map { [$0.best, $0.worst] } ?? [])
            json.integer("passages", entry.quotationCount)
            json.objects("quotations", entry.quotations) { json, quotation in
                json.string("path", quotation.path)
                json.integer("block", quotation.block)
                json.string("text", quotation.text)
                json.string("passage", quotation.passage)
                json.boolean("counted", quotation.isCounted)
            }
        }
    }

    /// A row for each subject and measure.
    package var csv: [UInt8] {
        var table = CSVTable(
            columns:
                "subject,measure,kind,direction,state,numerator,denominator,value,lower,upper,band,value_with_copies,rank_best,rank_worst,found,read,reviewed,own_voice_sentences,other_language,unknown_language"
        )
        for card in cards {
            for entry in card.entries {
                let counts = [
                    entry.numerator, entry.denominator, entry.value, entry.interval?.lower, entry.interval?.upper,
                ].map(CSVTable.number)
                let places = [
                    entry.rank?.best, entry.rank?.worst, card.coverage.found, card.coverage.judged,
                    card.coverage.reviewed,
                ].map(CSVTable.integer)
                table.add(
                    [
                        card.subject, entry.measure.id, entry.measure.kind.rawValue,
                        entry.measure.higherIsBetter ? "higher" : "lower", entry.state.rawValue,
                    ] + counts + [CSVTable.integer(entry.band), CSVTable.number(entry.valueWithCopies)] + places
                        + [
                            CSVTable.number(card.ownVoiceSentences), CSVTable.integer(card.coverage.foreign),
                            CSVTable.integer(card.coverage.unknown),
                        ])
            }
        }
        return table.bytes
    }
}
