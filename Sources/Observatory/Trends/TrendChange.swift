/// How a figure changed from one period to another, and what that is owed to. The parts add up to the change.
package struct TrendChange: Sendable {
    /// What is counted.
    package let measure: ScorecardMeasure
    /// Whether both periods have enough to count; the figures say nothing otherwise.
    package let isComparable: Bool
    /// The figure of the old documents as the old judgement has it.
    package let old: Double
    /// The figure of the new documents as it stands now.
    package let new: Double
    /// Other wording within documents of the same kind, collection, country and body.
    package let text: Double
    /// Other shares of kinds, collections, countries and bodies.
    package let mix: Double
    /// Another lexicon; zero where one judged everything.
    package let lexicon: Double
    /// Another program, or other settings; zero where one judged everything.
    package let engine: Double
    /// Findings that reviewers rejected.
    package let review: Double
    /// Documents whose leaving out would change the difference most, with what they add to it.
    package let movers: [Mover]

    /// A document that moved a figure.
    package struct Mover: Sendable, Hashable {
        /// The document.
        package let path: String
        /// First year of its period.
        package let year: Int
        /// Change of the figure with it, less the change without it.
        package let influence: Double
    }

    /// The change.
    package var change: Double { new - old }
    /// Sum of the parts, which is the change but for rounding of the last digit.
    package var sum: Double { text + mix + lexicon + engine + review }
}

/// A document in each of the judgements that a decomposition compares.
struct JudgedDocument {
    let path: String
    /// Documents with the same name are alike.
    let group: String
    /// By the old judgement, and by that of now; each without and with reviews.
    let old: (plain: TrendRow, reviewed: TrendRow)
    let new: (plain: TrendRow, reviewed: TrendRow)

    func row(isNew: Bool, isReviewed: Bool) -> TrendRow {
        let judgement = isNew ? new : old
        return isReviewed ? judgement.reviewed : judgement.plain
    }
}

extension TrendChange {
    /// Which parts of the machine two judgements differ in.
    enum Judgement: Sendable { case same, lexicon, engine }

    /// Decomposes the change of a measure from documents of one period to those of another.
    ///
    /// Three switches lead from the old figure to the new one: the documents, the judgement, the reviews. Each gets its
    /// Shapley share, so that old texts are judged by the new lexicon and new texts by the old one in equal parts. What
    /// the documents owe is split into text and mix for each setting of the other two.
    init(
        _ index: Int, of plan: ScorecardPlan, from old: (year: Int, documents: [JudgedDocument]),
        to new: (year: Int, documents: [JudgedDocument]),
        judgement: Judgement
    ) {
        let measure = plan.trends[index]
        let factor = measure.scale == .rate ? 1000.0 : 1
        func groups(_ mask: Int) -> [String: Decomposition.Group] {
            Self.groups(
                mask & 1 != 0 ? new.documents : old.documents, index, isNew: mask & 2 != 0, isReviewed: mask & 4 != 0)
        }
        let all = (0..<8).map(groups)
        let shares = Decomposition.shares(of: 3) { Decomposition.ratio(all[$0]) }
        var text = 0.0
        // Weights of a Shapley value of three switches, by how many others are on.
        for (mask, weight) in [(0, 1.0 / 3), (2, 1.0 / 6), (4, 1.0 / 6), (6, 1.0 / 3)] {
            text += weight * Decomposition.split(from: all[mask], to: all[mask | 1]).text
        }
        let enough = plan.minimum(of: measure)
        isComparable = [0, 7].allSatisfy { mask in
            all[mask].values.reduce(0) { $0 + $1.denominator } >= enough
        }
        self.measure = measure
        self.old = factor * Decomposition.ratio(all[0])
        self.new = factor * Decomposition.ratio(all[7])
        self.text = factor * text
        mix = factor * (shares[0] - text)
        lexicon = judgement == .engine ? 0 : factor * shares[1]
        engine = judgement == .engine ? factor * shares[1] : 0
        review = factor * shares[2]
        movers = Self.movers(index, old, new).map {
            Mover(path: $0.path, year: $0.year, influence: factor * $0.influence)
        }
    }

    private static func groups(
        _ documents: [JudgedDocument], _ index: Int, isNew: Bool, isReviewed: Bool
    ) -> [String: Decomposition.Group] {
        var groups: [String: Decomposition.Group] = [:]
        for document in documents {
            let row = document.row(isNew: isNew, isReviewed: isReviewed)
            groups[document.group, default: Decomposition.Group()].numerator += row.numerator(index)
            groups[document.group, default: Decomposition.Group()].denominator += row.denominator(index)
        }
        return groups
    }

    private static func movers(
        _ index: Int, _ old: (year: Int, documents: [JudgedDocument]), _ new: (year: Int, documents: [JudgedDocument])
    ) -> [Mover] {
        var movers: [Mover] = []
        for (year, documents, sign) in [(old.year, old.documents, -1.0), (new.year, new.documents, 1.0)] {
            let rows = documents.map { $0.new.reviewed }
            let numerator = rows.reduce(0) { $0 + $1.numerator(index) }
            let denominator = rows.reduce(0) { $0 + $1.denominator(index) }
            guard denominator > 0 else { continue }
            for (document, row) in zip(documents, rows) {
                let rest = denominator - row.denominator(index)
                let without = rest > 0 ? (numerator - row.numerator(index)) / rest : 0
                let influence = sign * (numerator / denominator - without)
                movers.append(Mover(path: document.path, year: year, influence: influence))
            }
        }
        return Array(
            movers.sorted { (-abs($0.influence), $0.path) < (-abs($1.influence), $1.path) }.prefix(10))
    }
}
