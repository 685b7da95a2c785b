/// Splits the change of a ratio between two sets of documents into its causes, so that the parts add up to the whole.
enum Decomposition {
    /// Counts of a group of documents that are alike.
    struct Group: Hashable {
        var numerator = 0.0
        var denominator = 0.0
    }

    /// The ratio of everything; zero where nothing was counted.
    static func ratio(_ groups: [String: Group]) -> Double {
        let numerator = groups.values.reduce(0) { $0 + $1.numerator }
        let denominator = groups.values.reduce(0) { $0 + $1.denominator }
        return denominator > 0 ? numerator / denominator : 0
    }

    /// What the change from one set to another owes to the ratios within groups (`text`), and to the share that groups
    /// have (`mix`), after Kitagawa. A group that only one of the sets has belongs to the mix.
    static func split(from old: [String: Group], to new: [String: Group]) -> (text: Double, mix: Double) {
        let oldSize = old.values.reduce(0) { $0 + $1.denominator }
        let newSize = new.values.reduce(0) { $0 + $1.denominator }
        var text = 0.0
        // In order of names, so that rounding is the same on every run.
        for name in Set(old.keys).intersection(new.keys).sorted() {
            guard let a = old[name], let b = new[name], a.denominator > 0, b.denominator > 0 else { continue }
            let weight = (a.denominator / oldSize + b.denominator / newSize) / 2
            text += weight * (b.numerator / b.denominator - a.numerator / a.denominator)
        }
        return (text, ratio(new) - ratio(old) - text)
    }

    /// The share that each of several switches has in the change from all off to all on, whatever their order (Shapley).
    ///
    /// `value` gives the figure for a set of switches that are on, as a bit mask.
    static func shares(of count: Int, _ value: (Int) -> Double) -> [Double] {
        let values = (0..<(1 << count)).map(value)
        let factorials = (0...count).reduce(into: [Double]()) { $0.append($1 == 0 ? 1 : $0[$1 - 1] * Double($1)) }
        return (0..<count).map { factor in
            let bit = 1 << factor
            return values.indices.reduce(0.0) { sum, mask in
                guard mask & bit == 0 else { return sum }
                let on = mask.nonzeroBitCount
                let weight = factorials[on] * factorials[count - on - 1] / factorials[count]
                return sum + weight * (values[mask | bit] - values[mask])
            }
        }
    }
}
