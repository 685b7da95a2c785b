package import Reporting

/// Trends for programs: JSON with everything, CSV with a row for each point.
package struct TrendsTables {
    private let trends: Trends
    private let tool: ToolInfo
    private let seed: UInt64

    /// The tables of trends that were made with a seed.
    package init(_ trends: Trends, tool: ToolInfo, seed: UInt64) {
        self.trends = trends
        self.tool = tool
        self.seed = seed
    }

    /// One versioned object.
    package var json: [UInt8] {
        JSONWriter.answer(by: tool) { json in
            json.integer("seed", Int(clamping: seed))
            json.integer("period", trends.period)
            json.integer("documents", trends.documents)
            json.integer("undated", trends.undated)
            json.objects("series", trends.series) { json, series in
                json.string("measure", series.measure.id)
                json.string("definition", series.measure.definition)
                json.integers("change_points", series.changePoints)
                json.number("level_probability", series.levelProbability ?? .nan)
                json.objects("points", series.points) { json, point in
                    json.integer("year", point.year)
                    json.integer("documents", point.documents)
                    json.figure(point.numerator, of: point.denominator, value: point.value, interval: point.interval)
                }
            }
            json.objects("stances", trends.stances) { json, stances in
                json.integer("year", stances.year)
                json.counts("passages", stances.counts.mapValues { Int($0) })
            }
            if let change = trends.change {
                json.object("change") { Self.write(change, to: &$0) }
            } else {
                json.null("change")
            }
        }
    }

    private static func write(_ change: Trends.Change, to json: inout JSONWriter) {
        json.integer("from", change.from)
        json.integer("to", change.to)
        json.string("old_judgement", change.oldJudgement)
        json.string("new_judgement", change.newJudgement)
        json.integer("back_cast", change.backCast)
        json.objects("measures", change.measures) { json, measure in
            json.string("measure", measure.measure.id)
            json.boolean("comparable", measure.isComparable)
            json.number("old", measure.isEnough.old ? measure.old : .nan)
            json.number("new", measure.isEnough.new ? measure.new : .nan)
            for (name, value) in [
                ("change", measure.change),
                ("text", measure.text), ("mix", measure.mix), ("unmatched", measure.unmatched),
                ("lexicon", measure.lexicon),
                ("engine", measure.engine), ("review", measure.review),
            ] {
                json.number(name, measure.isComparable ? value : .nan)
            }
            json.number("old_comparable", measure.comparable.old)
            json.number("new_comparable", measure.comparable.new)
            json.objects("movers", measure.movers) { json, mover in
                json.string("path", mover.path)
                json.integer("year", mover.year)
                json.number("influence", mover.influence)
            }
        }
        for list in change.keys {
            json.objects(list.title.split(separator: " ").joined(separator: "_"), list.terms) { json, term in
                json.string("term", term.name)
                json.number("old", term.oldCount)
                json.number("new", term.newCount)
                json.number("g2", term.statistic)
                json.number("log_ratio", term.logRatio)
                json.interval("interval", term.interval)
                json.number("dispersion", term.dispersion)
                json.integer("documents", term.documents)
                json.integer("old_documents", term.oldDocuments)
                json.integer("new_documents", term.newDocuments)
                json.number("p", term.probability)
                json.number("q", term.falseDiscovery)
            }
        }
        json.string("shown", change.shown.id)
        json.objects("passages", change.passages) { json, passage in
            json.string("path", passage.path)
            json.integer("year", passage.year)
            json.integer("block", passage.block)
            json.string("text", passage.text)
            json.string("passage", passage.passage)
        }
    }

    /// A row for each measure and period.
    package var csv: [UInt8] {
        var table = CSVTable(columns: "measure,year,documents,numerator,denominator,value,lower,upper,new_level")
        for series in trends.series {
            let cuts = Set(series.changePoints)
            for point in series.points {
                let figures = [
                    point.numerator, point.denominator, point.value, point.interval?.lower, point.interval?.upper,
                ].map(CSVTable.number)
                table.add(
                    [series.measure.id, CSVTable.integer(point.year), CSVTable.integer(point.documents)] + figures
                        + [CSVTable.flag(cuts.contains(point.year))])
            }
        }
        return table.bytes
    }
}
