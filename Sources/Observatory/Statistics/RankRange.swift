/// The places that one of several may have among them, best first, given how far each may vary.
package struct RankRange: Sendable, Hashable {
    /// Best place that is still likely, from 1.
    package let best: Int
    /// Worst place that is still likely.
    package let worst: Int

    /// Ranks of several figures with their ranges: a figure is surely better than another where their ranges do not meet,
    /// so that no rank is surer than the ranges. Quadratic.
    static func all(of ranges: [Interval], higherIsBetter: Bool) -> [RankRange] {
        ranges.map { own in
            let above = ranges.count { $0.lower > own.upper }
            let below = ranges.count { $0.upper < own.lower }
            let (better, worse) = higherIsBetter ? (above, below) : (below, above)
            return RankRange(best: 1 + better, worst: ranges.count - worse)
        }
    }
}
