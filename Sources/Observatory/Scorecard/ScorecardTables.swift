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
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema_version", "1.0")
            json.tool(tool)
            json.string("by", grouping.rawValue)
            json.integer("seed", Int(clamping: seed))
            json.integer("draws", Bootstrap.draws)
            json.string("bands", plan.formula)
            json.array("measures") { json in
                for measure in plan.measures { Self.write(measure, to: &json) }
            }
            json.array("cards") { json in
                for card in cards { Self.write(card, to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ measure: ScorecardMeasure, to json: inout JSONWriter) {
        json.object { json in
            json.string("id", measure.id)
            json.string("title", measure.title)
            json.string("kind", measure.kind.rawValue)
            json.string("scale", measure.scale == .share ? "share" : "per 1000 own-voice sentences")
            json.string("direction", measure.higherIsBetter ? "higher is better" : "lower is better")
            json.string("definition", measure.definition)
        }
    }

    private static func write(_ card: Scorecard, to json: inout JSONWriter) {
        json.object { json in
            json.string("subject", card.subject)
            json.object("coverage") { json in
                json.integer("found", card.coverage.found)
                json.integer("read", card.coverage.judged)
                json.integer("reviewed", card.coverage.reviewed)
            }
            json.number("own_voice_sentences", card.ownVoiceSentences)
            json.integer("repeated_clauses", card.repeatedClauses)
            json.array("figures") { json in
                for entry in card.entries { write(entry, to: &json) }
            }
        }
    }

    private static func write(_ entry: Scorecard.Entry, to json: inout JSONWriter) {
        json.object { json in
            json.string("measure", entry.measure.id)
            json.string("state", entry.state.rawValue)
            json.number("numerator", entry.numerator)
            json.number("denominator", entry.denominator)
            json.number("value", entry.value ?? .nan)
            json.interval("interval", entry.interval)
            json.integer("band", entry.band)
            json.number("value_with_copies", entry.valueWithCopies ?? .nan)
            json.integers("rank", entry.rank.map { [$0.best, $0.worst] } ?? [])
            json.integer("passages", entry.quotationCount)
            json.array("quotations") { json in
                for quotation in entry.quotations {
                    json.object { json in
                        json.string("path", quotation.path)
                        json.integer("block", quotation.block)
                        json.string("text", quotation.text)
                        json.string("passage", quotation.passage)
                        json.boolean("counted", quotation.isCounted)
                    }
                }
            }
        }
    }

    /// A row for each subject and measure; what is not known is empty.
    package var csv: [UInt8] {
        var text =
            "subject,measure,kind,direction,state,numerator,denominator,value,lower,upper,band,value_with_copies,rank_best,rank_worst,found,read,reviewed,own_voice_sentences\n"
        func number(_ value: Double?) -> String { value.map { String(describing: $0) } ?? "" }
        for card in cards {
            for entry in card.entries {
                let cells: [String] = [
                    card.subject, entry.measure.id, entry.measure.kind.rawValue,
                    entry.measure.higherIsBetter ? "higher" : "lower", entry.state.rawValue,
                    number(entry.numerator), number(entry.denominator), number(entry.value),
                    number(entry.interval?.lower), number(entry.interval?.upper),
                    entry.band.map { String($0) } ?? "", number(entry.valueWithCopies),
                    entry.rank.map { String($0.best) } ?? "", entry.rank.map { String($0.worst) } ?? "",
                    String(card.coverage.found), String(card.coverage.judged), String(card.coverage.reviewed),
                    number(card.ownVoiceSentences),
                ]
                text += cells.map(DelimitedText.field).joined(separator: ",") + "\n"
            }
        }
        return Array(text.utf8)
    }
}

extension JSONWriter {
    /// What made a result.
    mutating func tool(_ tool: ToolInfo) {
        object("tool") { json in
            json.string("name", tool.name)
            json.string("version", tool.version)
        }
        object("lexicon") { json in
            json.string("version", tool.lexiconVersion)
            json.string("sha256", tool.lexiconHash)
        }
    }

    /// An interval, or null.
    mutating func interval(_ key: String, _ interval: Interval?) {
        guard let interval else { return null(key) }
        array(key) { json in
            json.number(nil, interval.lower)
            json.number(nil, interval.upper)
        }
    }
}
