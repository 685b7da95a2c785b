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
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.string("schema_version", "1.0")
            json.tool(tool)
            json.integer("seed", Int(clamping: seed))
            json.integer("period", trends.period)
            json.integer("documents", trends.documents)
            json.integer("undated", trends.undated)
            json.array("series") { json in
                for series in trends.series { Self.write(series, to: &json) }
            }
            json.array("stances") { json in
                for stances in trends.stances {
                    json.object { json in
                        json.integer("year", stances.year)
                        json.counts("passages", stances.counts.mapValues { Int($0) })
                    }
                }
            }
            if let change = trends.change {
                json.object("change") { Self.write(change, to: &$0) }
            } else {
                json.null("change")
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ series: TrendSeries, to json: inout JSONWriter) {
        json.object { json in
            json.string("measure", series.measure.id)
            json.string("definition", series.measure.definition)
            json.integers("change_points", series.changePoints)
            json.array("points") { json in
                for point in series.points {
                    json.object { json in
                        json.integer("year", point.year)
                        json.integer("documents", point.documents)
                        json.number("numerator", point.numerator)
                        json.number("denominator", point.denominator)
                        json.number("value", point.value ?? .nan)
                        json.interval("interval", point.interval)
                    }
                }
            }
        }
    }

    private static func write(_ change: Trends.Change, to json: inout JSONWriter) {
        json.integer("from", change.from)
        json.integer("to", change.to)
        json.string("old_judgement", change.oldJudgement)
        json.string("new_judgement", change.newJudgement)
        json.integer("back_cast", change.backCast)
        json.array("measures") { json in
            for measure in change.measures {
                json.object { json in
                    json.string("measure", measure.measure.id)
                    json.boolean("comparable", measure.isComparable)
                    for (name, value) in [
                        ("old", measure.old), ("new", measure.new), ("change", measure.change),
                        ("text", measure.text), ("mix", measure.mix), ("lexicon", measure.lexicon),
                        ("engine", measure.engine), ("review", measure.review),
                    ] {
                        json.number(name, value)
                    }
                    json.array("movers") { json in
                        for mover in measure.movers {
                            json.object { json in
                                json.string("path", mover.path)
                                json.integer("year", mover.year)
                                json.number("influence", mover.influence)
                            }
                        }
                    }
                }
            }
        }
        for list in change.keys {
            json.array(list.title.split(separator: " ").joined(separator: "_")) { json in
                for term in list.terms { write(term, to: &json) }
            }
        }
        json.string("shown", change.shown.id)
        json.array("passages") { json in
            for passage in change.passages {
                json.object { json in
                    json.string("path", passage.path)
                    json.integer("year", passage.year)
                    json.integer("block", passage.block)
                    json.string("text", passage.text)
                    json.string("passage", passage.passage)
                }
            }
        }
    }

    private static func write(_ term: KeyTerm, to json: inout JSONWriter) {
        json.object { json in
            json.string("term", term.name)
            json.number("old", term.oldCount)
            json.number("new", term.newCount)
            json.number("g2", term.statistic)
            json.number("log_ratio", term.logRatio)
            json.interval("interval", term.interval)
            json.number("dispersion", term.dispersion)
            json.integer("documents", term.documents)
            json.number("p", term.probability)
            json.number("q", term.falseDiscovery)
        }
    }

    /// A row for each measure and period; what is not known is empty.
    package var csv: [UInt8] {
        var text = "measure,year,documents,numerator,denominator,value,lower,upper,new_level\n"
        func number(_ value: Double?) -> String { value.map { String(describing: $0) } ?? "" }
        for series in trends.series {
            let cuts = Set(series.changePoints)
            for point in series.points {
                let cells: [String] = [
                    series.measure.id, String(point.year), String(point.documents), number(point.numerator),
                    number(point.denominator), number(point.value), number(point.interval?.lower),
                    number(point.interval?.upper), cuts.contains(point.year) ? "1" : "0",
                ]
                text += cells.map(DelimitedText.field).joined(separator: ",") + "\n"
            }
        }
        return Array(text.utf8)
    }
}
