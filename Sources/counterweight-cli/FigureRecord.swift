internal import Counterweight
internal import Reporting
internal import TextModel

/// The figures of an evaluation as one JSON object.
struct FigureRecord {
    private let figures: Evaluation

    init(_ figures: Evaluation) { self.figures = figures }

    var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.integer("n", figures.rows.count)
            json.array("flags") { json in
                for flag in figures.flags {
                    json.object { json in
                        json.string("band", flag.band.name)
                        write(flag.accuracy, to: &json)
                        write(flag.interval, to: &json)
                    }
                }
            }
            json.object("false_alarms_per_1000") { json in
                for (band, rate) in figures.falseAlarmRates { json.number(band.name, rate) }
            }
            json.object("kappa") { json in
                json.number("value", figures.kappa.value)
                write(figures.kappa.interval, to: &json)
            }
            json.number("exact", figures.exact)
            json.number("within_one", figures.withinOne)
            if let acceptable = figures.acceptable { json.number("acceptable", acceptable) }
            json.object("stance") { json in
                if let relevant = figures.relevantStance {
                    json.number("relevant", relevant.share)
                    json.integer("relevant_n", relevant.count)
                }
                json.number("all", figures.stance)
            }
            json.object("rules") { json in
                write(figures.rules, to: &json)
                json.object("by_rule") { json in
                    for (rule, accuracy) in figures.byRule { json.object(rule) { write(accuracy, to: &$0) } }
                }
            }
            json.object("controls") { json in
                write(figures.controls.accuracy, to: &json)
                json.number("stance_right", figures.controls.attributeShare)
            }
            json.object("values") { json in
                write(figures.values.accuracy, to: &json)
                json.number("grade_within_one", figures.values.attributeShare)
            }
        }
        json.endLine()
        return json.bytes
    }

    private func write(_ accuracy: Accuracy, to json: inout JSONWriter) {
        json.number("precision", accuracy.precision)
        json.number("recall", accuracy.recall)
        json.number("f1", accuracy.f1)
        json.integer("true_positives", accuracy.hits)
        json.integer("false_positives", accuracy.falseAlarms)
        json.integer("false_negatives", accuracy.misses)
    }

    private func write(_ interval: Interval, to json: inout JSONWriter) {
        json.array("interval_95") { json in
            json.number(nil, interval.low)
            json.number(nil, interval.high)
        }
    }
}
