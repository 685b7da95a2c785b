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

    /// What the change of a ratio is owed to.
    struct Parts {
        /// Other ratios within groups that both sets have.
        var text = 0.0
        /// Other shares of groups that both sets have.
        var mix = 0.0
        /// Groups that only one of the sets has.
        var unmatched = 0.0
        /// Share of the old denominators that is in groups of both sets, 0 to 1.
        var oldShare = 0.0
        /// The same of the new ones.
        var newShare = 0.0
    }

    /// Splits the change from one set to another.
    ///
    /// What both sets have is compared first: the change of its ratio is split into text and mix after Kitagawa, and counts
    /// by its mean share of all. What is left of the whole change is owed to groups that stand alone: how far they are from
    /// the others, and how much of the whole they are. Nothing of that is called mix, since it cannot be compared.
    static func split(from old: [String: Group], to new: [String: Group]) -> Parts {
        // In order of names, so that rounding is the same on every run.
        let pairs = Set(old.keys).intersection(new.keys).sorted().compactMap { name -> (Group, Group)? in
            guard let a = old[name], let b = new[name], a.denominator > 0, b.denominator > 0 else { return nil }
            return (a, b)
        }
        let shared = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0.denominator, $0.1 + $1.1.denominator) }
        let all = (old.values.reduce(0) { $0 + $1.denominator }, new.values.reduce(0) { $0 + $1.denominator })
        var parts = Parts()
        if !pairs.isEmpty {
            parts.oldShare = shared.0 / all.0
            parts.newShare = shared.1 / all.1
            let share = (parts.oldShare + parts.newShare) / 2
            for (a, b) in pairs {
                let ratios = (a.numerator / a.denominator, b.numerator / b.denominator)
                let weights = (a.denominator / shared.0, b.denominator / shared.1)
                parts.text += share * (weights.0 + weights.1) / 2 * (ratios.1 - ratios.0)
                parts.mix += share * (ratios.0 + ratios.1) / 2 * (weights.1 - weights.0)
            }
        }
        // Nothing but rounding is left where all is shared.
        let isWhole = parts.oldShare == 1 && parts.newShare == 1
        let change = ratio(new) - ratio(old)
        if isWhole { parts.mix = change - parts.text } else { parts.unmatched = change - parts.text - parts.mix }
        return parts
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
