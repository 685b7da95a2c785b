internal import TextModel

/// How much chance alone would gain by cutting series into levels.
///
/// The documents of all periods are dealt to the periods at random, as many to each as it has, and each time the best cut
/// of every series is taken. The documents keep their sizes and what they count, so that points rest on as much as they do
/// and vary as the documents do. A cut counts where in at most one of twenty deals any of the series has one that is as
/// improbable: many series are asked, and one of twenty *sets* of series may be wrong.
struct LevelChance: Sendable {
    /// Deals of the documents.
    static let deals = 999
    /// Share of sets of series without a change of level in which one is found.
    static let level = 0.05

    /// Least gain of a cut that counts, by series; infinite where none does.
    let limits: [Double]
    /// Gains of all deals by series, the greatest first.
    private let gains: [[Double]]
    /// Number of gains at or above the least probable one of each deal, over all series, in order.
    private let ranks: [Int]

    /// Deals documents, whose rows hold the first and second number of each series one after the other. A series has no
    /// point where the second number is below its minimum, and no series has one where that of the first is, which counts
    /// sentences. Linear in documents, series and deals.
    init(periods: [[[Double]]], minimums: [Double], seed: UInt64) {
        let rows = periods.joined().map { $0 }
        let width = 2 * minimums.count
        let flat = rows.flatMap { $0 }
        var random = SplitMix(seed: seed, part: "levels")
        var order = Array(rows.indices)
        var gains = [[Double]](repeating: [], count: minimums.count)
        for _ in 0..<(rows.isEmpty ? 0 : Self.deals) {
            order.shuffle(using: &random)
            var next = 0
            var points = [[ChangePoints.Point]](repeating: [], count: minimums.count)
            for period in periods {
                var sums = [Double](repeating: 0, count: width)
                for row in order[next..<(next + period.count)] {
                    for column in 0..<width { sums[column] += flat[row * width + column] }
                }
                next += period.count
                guard let least = minimums.first, sums[1] >= least else { continue }
                for (series, minimum) in minimums.enumerated() where sums[2 * series + 1] >= minimum {
                    let size = sums[2 * series + 1]
                    points[series].append(ChangePoints.Point(value: sums[2 * series] / size, weight: size))
                }
            }
            for series in minimums.indices { gains[series].append(ChangePoints.gain(in: points[series])) }
        }
        let sorted = gains.map { $0.sorted(by: >) }
        let deals = gains.first?.count ?? 0
        let ranks = (0..<deals).map { deal in
            gains.indices.reduce(deals) { min($0, Self.rank(of: gains[$1][deal], in: sorted[$1])) }
        }.sorted()
        self.gains = sorted
        self.ranks = ranks
        // The gain has to be rarer than what one in twenty deals has somewhere.
        let allowed = Int(Self.level * Double(deals + 1))
        let worst = allowed > 0 ? ranks[allowed - 1] : 0
        limits = sorted.map { worst > 1 ? $0[worst - 2] : .infinity }
    }

    /// Probability that some series of a set has so improbable a cut by chance.
    func probability(of gain: Double, in series: Int) -> Double {
        let rank = Self.rank(of: gain, in: gains[series]) + 1
        return Double(1 + ranks.count { $0 <= rank }) / Double(ranks.count + 1)
    }

    /// How many of falling gains are at or above one.
    private static func rank(of gain: Double, in gains: [Double]) -> Int {
        var (low, high) = (0, gains.count)
        while low < high {
            let middle = (low + high) / 2
            if gains[middle] < gain { high = middle } else { low = middle + 1 }
        }
        return gain > 0 ? low : gains.count
    }
}
