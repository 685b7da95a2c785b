/// A range that holds the true figure in nineteen of twenty cases.
package struct Interval: Sendable, Hashable {
    /// Lower end.
    package let lower: Double
    /// Upper end.
    package let upper: Double

    /// An interval between two ends.
    package init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The middle nineteen twentieths of replicates, which need no order; `nil` for fewer than forty.
    init?(middleOf replicates: [Double]) {
        let sorted = replicates.filter(\.isFinite).sorted()
        guard sorted.count >= 40 else { return nil }
        self.init(Self.quantile(0.025, of: sorted), Self.quantile(0.975, of: sorted))
    }

    /// The interval of a ratio whose draws cannot vary, since nothing or everything was counted: as far as the "rule of
    /// three" lets the true figure be, three in so many. Other intervals stay.
    func widened(numerator: Double, denominator: Double, by factor: Double) -> Interval {
        guard denominator > 0 else { return self }
        let three = min(1, 3 / denominator) * factor
        if numerator <= 0 { return Interval(lower, max(upper, three)) }
        return numerator == denominator ? Interval(min(lower, factor - three), upper) : self
    }

    /// A quantile of sorted values, between neighbours in proportion (type 7 of Hyndman and Fan).
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        guard let first = sorted.first else { return .nan }
        guard sorted.count > 1 else { return first }
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
