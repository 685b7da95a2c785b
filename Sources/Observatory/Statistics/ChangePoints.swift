internal import Foundation

/// Where the level of a series changes.
///
/// Of all ways to cut the series into stretches of one level each, it takes the one with the smallest weighted sum of
/// squares plus a price for each cut, found exactly by dynamic programming. The price is the variance of the noise times
/// a limit, which ``LevelChance`` finds by dealing the documents to the years at random. The noise is told from the
/// differences of neighbours. Nothing is cut in fewer than eight points, and no stretch is shorter than three points or a
/// twentieth of the series, so that a single event is no level.
enum ChangePoints {
    /// A point that counts by its weight: its variance is that of the noise divided by it.
    struct Point: Sendable {
        let value: Double
        /// Above zero, such as the number of sentences behind the figure.
        let weight: Double
    }

    /// Points that a series needs.
    static let minimumCount = 8

    /// Indices at which a new level begins, in order; `limit` is how many times the noise a cut has to be worth.
    /// Quadratic in the points.
    static func find(in points: [Point], limit: Double) -> [Int] {
        let count = points.count
        guard count >= minimumCount, limit.isFinite, points.allSatisfy(\.value.isFinite) else { return [] }
        let minimumLength = self.minimumLength(of: count)
        // Never less than the price of the Bayesian information criterion, with three parameters for a cut.
        let price = max(limit, 3 * log(Double(count))) * noise(of: points)
        let sums = Sums(points)
        // best[end]: the least cost of the first `end` points; from[end]: where their last stretch begins.
        var best = [Double](repeating: .infinity, count: count + 1)
        var from = [Int](repeating: 0, count: count + 1)
        best[0] = -price
        for end in minimumLength...count {
            for start in 0...(end - minimumLength) where best[start].isFinite {
                let total = best[start] + sums.cost(start, end) + price
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

    /// How many times the noise the best single cut is worth; zero where there are too few points. Linear.
    static func gain(in points: [Point]) -> Double {
        let count = points.count
        guard count >= minimumCount, points.allSatisfy(\.value.isFinite) else { return 0 }
        let minimumLength = self.minimumLength(of: count)
        let sums = Sums(points)
        let whole = sums.cost(0, count)
        let gain = (minimumLength...(count - minimumLength)).reduce(0.0) {
            max($0, whole - sums.cost(0, $1) - sums.cost($1, count))
        }
        return gain > 1e-9 * sums.scale ? gain / noise(of: points) : 0
    }

    /// How many times the noise each of several cuts is worth, in the mean; zero without cuts. Linear.
    static func gain(in points: [Point], cutAt cuts: [Int]) -> Double {
        guard !cuts.isEmpty else { return 0 }
        let sums = Sums(points)
        let left = zip([0] + cuts, cuts + [points.count]).reduce(0.0) { $0 + sums.cost($1.0, $1.1) }
        return (sums.cost(0, points.count) - left) / Double(cuts.count) / noise(of: points)
    }

    private static func minimumLength(of count: Int) -> Int { max(3, count / 20) }

    /// Variance of a point of weight one around its level.
    private static func noise(of points: [Point]) -> Double {
        let sum = zip(points.dropFirst(), points).reduce(0.0) { sum, pair in
            let step = pair.0.value - pair.1.value
            return sum + step * step / (1 / pair.0.weight + 1 / pair.1.weight)
        }
        return max(sum / Double(points.count - 1), .leastNormalMagnitude)
    }

    /// Sums from the beginning of a series, which give the cost of every stretch.
    private struct Sums {
        private var weights = [0.0]
        private var values = [0.0]
        private var squares = [0.0]

        init(_ points: [Point]) {
            // Around the middle, so that squares do not lose digits.
            let weight = points.reduce(0) { $0 + $1.weight }
            let mean = points.reduce(0) { $0 + $1.weight * $1.value } / weight
            for (index, point) in points.enumerated() {
                let value = point.value - mean
                weights.append(weights[index] + point.weight)
                values.append(values[index] + point.weight * value)
                squares.append(squares[index] + point.weight * value * value)
            }
            scale = weight * mean * mean
        }

        /// The sum of squares around zero, as a measure of rounding.
        let scale: Double

        /// Weighted squares around the mean of a stretch.
        func cost(_ start: Int, _ end: Int) -> Double {
            let sum = values[end] - values[start]
            return max(0, squares[end] - squares[start] - sum * sum / (weights[end] - weights[start]))
        }
    }
}
