internal import Counterweight
internal import TextModel

/// The figures of an evaluation as lines of text.
struct FigureText {
    private let figures: Evaluation

    init(_ figures: Evaluation) { self.figures = figures }

    var text: String {
        var lines = [
            "n=\(figures.rows.count) gold bands: \(bands(\.gold.band)); predicted: \(bands(\.prediction.band))"
        ]
        for flag in figures.flags {
            let counts = flag.accuracy
            lines.append(
                "flag >= \(padded(flag.band.name, to: 8)) \(measures(counts)) \(range(flag.interval)) "
                    + "tp=\(counts.hits) fp=\(counts.falseAlarms) fn=\(counts.misses)")
        }
        if !figures.falseAlarmRates.isEmpty {
            let rates = figures.falseAlarmRates.map { ">=\($0.band.name) \(fixed($0.rate, 1))" }.joined(
                separator: "  ")
            lines.append("false alarms per 1000 none-passages: \(rates)")
        }
        lines.append(
            "band QWK=\(fixed(figures.kappa.value)) \(range(figures.kappa.interval)) exact=\(fixed(figures.exact)) "
                + "within-one=\(fixed(figures.withinOne))")
        if let acceptable = figures.acceptable { lines.append("band acceptable=\(fixed(acceptable))") }
        if let relevant = figures.relevantStance {
            lines.append(
                "stance accuracy on relevant passages=\(fixed(relevant.share)) (n=\(relevant.count)), all=\(fixed(figures.stance))"
            )
        }
        lines.append("rules micro \(measures(figures.rules))")
        for (rule, counts) in figures.byRule {
            lines.append(
                "  \(padded(rule, to: 5)) \(measures(counts)) tp=\(counts.hits) fp=\(counts.falseAlarms) fn=\(counts.misses)"
            )
        }
        lines.append(
            "controls \(measures(figures.controls.accuracy)) stance right=\(fixed(figures.controls.attributeShare))"
        )
        lines.append(
            "values   \(measures(figures.values.accuracy)) grade within one=\(fixed(figures.values.attributeShare))"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func bands(_ band: KeyPath<Evaluation.Row, Band>) -> String {
        let counts = Dictionary(grouping: figures.rows) { $0[keyPath: band] }.mapValues(\.count)
        return Band.allCases.compactMap { band in counts[band].map { "\(band.name) \($0)" } }.joined(
            separator: ", ")
    }

    private func measures(_ accuracy: Accuracy) -> String {
        "P=\(fixed(accuracy.precision)) R=\(fixed(accuracy.recall)) F1=\(fixed(accuracy.f1))"
    }

    private func range(_ interval: Interval) -> String {
        "[\(fixed(interval.low, 2)),\(fixed(interval.high, 2))]"
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A number with a fixed count of decimals.
    private func fixed(_ number: Double, _ decimals: Int = 3) -> String {
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled = Int((abs(number) * Double(scale)).rounded(.toNearestOrEven))
        let fraction = String(scaled % scale)
        let zeros = String(repeating: "0", count: decimals - fraction.count)
        return "\(number < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
    }
}
