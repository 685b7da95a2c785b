internal import Foundation

/// Where the level of a series changes.
///
/// Of all ways to cut the series into stretches of one level each, it takes the one with the smallest sum of squares plus
/// a price for each cut, found exactly by dynamic programming. The price is that of the Bayesian information criterion
/// with three parameters for a cut (its place and two levels), times the variance of the noise. The variance is told from
/// differences of neighbours by their median, which a few jumps do not disturb. Nothing is cut in fewer than eight points,
/// and no stretch is shorter than three points or a twentieth of the series, so that a single event is no level.
enum ChangePoints {
    /// Points that a series needs.
    static let minimumCount = 8

    /// Indices at which a new level begins, in order.
    static func find(in values: [Double]) -> [Int] {
        let count = values.count
        guard count >= minimumCount, values.allSatisfy(\.isFinite) else { return [] }
        let minimumLength = max(3, count / 20)
        let variance = noiseVariance(of: values)
        let price = 3 * variance * log(Double(count))
        var sums = [0.0]
        var squares = [0.0]
        for value in values {
            sums.append(sums[sums.count - 1] + value)
            squares.append(squares[squares.count - 1] + value * value)
        }
        func cost(_ start: Int, _ end: Int) -> Double {
            let sum = sums[end] - sums[start]
            return max(0, squares[end] - squares[start] - sum * sum / Double(end - start))
        }
        // best[end]: the least cost of the first `end` points; from[end]: where their last stretch begins.
        var best = [Double](repeating: .infinity, count: count + 1)
        var from = [Int](repeating: 0, count: count + 1)
        best[0] = -price
        for end in minimumLength...count {
            for start in 0...(end - minimumLength) where best[start].isFinite {
                let total = best[start] + cost(start, end) + price
                // A hair less, so that rounding never makes a cut in a level line.
                if total < best[end] - 1e-12 * (1 + abs(total)) {
                    best[end] = total
                    from[end] = start
                }
            }
        }
        var cuts: [Int] = []
        var end = count
        while from[end] > 0 {
            end = from[end]
            cuts.append(end)
        }
        return cuts.reversed()
    }

    /// Variance of one point around its level.
    private static func noiseVariance(of values: [Double]) -> Double {
        let steps = zip(values.dropFirst(), values).map { abs($0 - $1) }.sorted()
        let middle = Interval.quantile(0.5, of: steps) / 0.6745 / 2.0.squareRoot()
        // More than half of the steps are zero in a series of rare events: their mean square has to do then.
        let meanSquare = steps.reduce(0) { $0 + $1 * $1 } / Double(2 * steps.count)
        return middle > 0 ? middle * middle : max(meanSquare, .leastNormalMagnitude)
    }
}
