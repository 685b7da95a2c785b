/// The places that one of several may have among them, best first, given how far each may vary.
package struct RankRange: Sendable, Hashable {
    /// Best place that is still likely, from 1.
    package let best: Int
    /// Worst place that is still likely.
    package let worst: Int

    /// Ranges for several figures with their replicates; every list of replicates is as long as the others.
    static func all(of replicates: [[Double]], higherIsBetter: Bool) -> [RankRange] {
        guard let draws = replicates.first?.count, draws > 0 else { return [] }
        var ranks = [[Double]](repeating: [], count: replicates.count)
        for draw in 0..<draws {
            // What could not be drawn is worst.
            let values = replicates.map { $0[draw].isFinite ? (higherIsBetter ? -$0[draw] : $0[draw]) : .infinity }
            let order = values.indices.sorted { values[$0] < values[$1] }
            var start = 0
            while start < order.count {
                var end = start + 1
                while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
                for place in start..<end { ranks[order[place]].append(Double(start + end + 1) / 2) }
                start = end
            }
        }
        return ranks.map { places in
            let sorted = places.sorted()
            return RankRange(
                best: Int(Interval.quantile(0.025, of: sorted)),
                worst: Int(Interval.quantile(0.975, of: sorted).rounded(.up)))
        }
    }
}
