internal import Counterweight

/// What is known of the precision and recall of a rule, as one paragraph.
struct RuleMeasure {
    let rule: String
    let measurement: Measurement?
    /// Hash of the lexicon in use.
    let lexiconHash: String

    var text: String {
        guard let measurement else {
            return "not measured; \"counterweight evaluate GOLD.jsonl --record FILE\" measures it"
        }
        guard let counts = measurement.byRule[rule], counts.hits + counts.falseAlarms + counts.misses > 0 else {
            return
                "never fired and never should have in \(measurement.passages) judged passages (\(measurement.date)): nothing is known of its accuracy"
        }
        let fired = counts.hits + counts.falseAlarms
        let due = counts.hits + counts.misses
        var text = share("precision", counts.hits, of: fired, "fired")
        text += "; " + share("recall", counts.hits, of: due, "should have")
        text += ". \(measurement.passages) judged passages of \(measurement.gold.joined(separator: ", "))"
        text += ", measured on \(measurement.date)"
        return text
            + (measurement.lexiconHash == lexiconHash
                ? "." : " with another state of the lexicon (\(measurement.lexiconHash.prefix(8))).")
    }

    private func share(_ name: String, _ part: Int, of whole: Int, _ verb: String) -> String {
        guard whole > 0 else { return "\(name) unknown: no passage where it \(verb)" }
        let interval = Interval(of: part, in: whole)
        return
            "\(name) \(decimals(Double(part) / Double(whole))) (95% interval \(decimals(interval.low)) to \(decimals(interval.high)); \(part) of \(whole) passages where it \(verb))"
    }

    private func decimals(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
