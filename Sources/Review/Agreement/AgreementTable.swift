/// How two readers sorted the same things: counts by category of the first and of the second.
package struct AgreementTable: Sendable, Hashable {
    /// Categories, in order of rows and columns.
    package let categories: [String]
    /// Rows are the first reader's.
    package let counts: [[Int]]

    /// Takes a table as it is.
    package init(categories: [String], counts: [[Int]]) {
        self.categories = categories
        self.counts = counts
    }

    /// Counts pairs.
    package init(_ pairs: [(String, String)]) {
        let categories = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        var counts = Array(repeating: Array(repeating: 0, count: categories.count), count: categories.count)
        for (first, second) in pairs {
            guard let row = places[first], let column = places[second] else { continue }
            counts[row][column] += 1
        }
        self.init(categories: categories, counts: counts)
    }

    /// Things that both sorted.
    package var total: Int { counts.joined().reduce(0, +) }
    /// Things that both sorted alike.
    package var agreed: Int { categories.indices.reduce(0) { $0 + counts[$1][$1] } }

    /// Cohen's kappa with its large-sample interval of 95%; `nil` where chance alone would give full agreement, as when
    /// both readers used one category only.
    ///
    /// The standard error is that of Fleiss, Cohen and Everitt (1969), which holds away from zero too.
    package var kappa: Estimate? {
        let n = Double(total)
        guard n > 0 else { return nil }
        let shares = counts.map { $0.map { Double($0) / n } }
        let rows = shares.map { $0.reduce(0, +) }
        let columns = categories.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
        let observed = categories.indices.reduce(0) { $0 + shares[$1][$1] }
        let expected = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
        guard expected < 1 else { return nil }
        let kappa = (observed - expected) / (1 - expected)
        var onDiagonal = 0.0
        var offDiagonal = 0.0
        for row in categories.indices {
            for column in categories.indices {
                let share = shares[row][column]
                if row == column {
                    let inner = 1 - (rows[row] + columns[row]) * (1 - kappa)
                    onDiagonal += share * inner * inner
                } else {
                    let sum = columns[row] + rows[column]
                    offDiagonal += share * sum * sum
                }
            }
        }
        let last = kappa - expected * (1 - kappa)
        let numerator = max(0, onDiagonal + (1 - kappa) * (1 - kappa) * offDiagonal - last * last)
        let error = numerator.squareRoot() / ((1 - expected) * n.squareRoot())
        return Estimate(value: kappa, low: max(-1, kappa - 1.959964 * error), high: min(1, kappa + 1.959964 * error))
    }
}

/// A figure with its interval of 95%.
package struct Estimate: Sendable, Hashable {
    /// The figure.
    package let value: Double
    /// Lower end.
    package let low: Double
    /// Upper end.
    package let high: Double

    /// Names a figure and its interval.
    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// A share with the score interval of Wilson; `nil` of nothing.
    package init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        let n = Double(whole)
        let share = Double(part) / n
        let z = 1.959964
        let centre = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        self.init(
            value: share, low: part == 0 ? 0 : max(0, (centre - reach) / scale),
            high: part == whole ? 1 : min(1, (centre + reach) / scale))
    }
}
