internal import TextModel

/// Hits, false alarms and misses, and the figures that follow from them.
public struct Accuracy: Sendable, Hashable {
    /// Predicted and right.
    public var hits = 0
    /// Predicted and wrong.
    public var falseAlarms = 0
    /// Right and not predicted.
    public var misses = 0

    /// Nothing counted yet.
    public init() {}

    /// Share of what was predicted that is right; 0 when nothing was.
    public var precision: Double { share(hits, of: hits + falseAlarms) }
    /// Share of what is right that was predicted; 0 when nothing is.
    public var recall: Double { share(hits, of: hits + misses) }
    /// Harmonic mean of precision and recall.
    public var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    /// Counts one decision.
    public mutating func count(isRight: Bool, isPredicted: Bool) {
        if isRight && isPredicted { hits += 1 }
        if !isRight && isPredicted { falseAlarms += 1 }
        if isRight && !isPredicted { misses += 1 }
    }

    private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

/// A range that holds a figure in 95 of 100 samples.
public struct Interval: Sendable, Hashable {
    /// Lower end.
    public let low: Double
    /// Upper end.
    public let high: Double
}

/// Draws samples with replacement to see how far a figure depends on the passages at hand.
///
/// The generator is seeded: the same passages give the same interval on every machine.
struct Bootstrap {
    private let resamples: Int
    private var random = SplitMix(seed: 0x1F83_D9AB_FB41_BD6B)

    init(resamples: Int) { self.resamples = resamples }

    /// The 95% percentile interval of a figure. Linear in rows times resamples.
    mutating func interval<Row>(of rows: [Row], _ figure: ([Row]) -> Double) -> Interval {
        guard !rows.isEmpty else { return Interval(low: 0, high: 0) }
        var figures: [Double] = []
        for _ in 0..<resamples {
            let sample = rows.indices.map { _ in rows[random.index(below: rows.count)] }
            figures.append(figure(sample))
        }
        figures.sort()
        return Interval(low: figures[resamples * 25 / 1000], high: figures[resamples * 975 / 1000])
    }
}
