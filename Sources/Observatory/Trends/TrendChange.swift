/// How a figure changed from one period to another, and what that is owed to. The parts add up to the change.
package struct TrendChange: Sendable {
    /// What is counted.
    package let measure: ScorecardMeasure
    /// Whether the old documents and the new ones have enough to count; the figure says nothing otherwise.
    package let isEnough: (old: Bool, new: Bool)
    /// The figure of the old documents as the old judgement has it, without what reviewers dismissed.
    package let old: Double
    /// The figure of the new documents as it stands now.
    package let new: Double
    /// Other wording within documents of the same kind, collection, country and body.
    package let text: Double
    /// Other shares of kinds, collections, countries and bodies, among those that both periods have.
    package let mix: Double
    /// Documents of a kind, collection, country and body that only one of the periods has: nothing to compare them with.
    package let unmatched: Double
    /// Share of the second numbers that is in documents alike in both periods, 0 to 1, in the old one and in the new one.
    package let comparable: (old: Double, new: Double)
    /// Another lexicon; zero where one judged everything.
    package let lexicon: Double
    /// Another program, or other settings; zero where one judged everything.
    package let engine: Double
    /// What reviewers dismissed in the new documents, less what they dismissed in the old ones.
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

    /// Whether both have enough, so that there is a change to speak of.
    package var isComparable: Bool { isEnough.old && isEnough.new }
    /// The change.
    package var change: Double { new - old }
    /// Sum of the parts, which is the change but for rounding of the last digit.
    package var sum: Double { text + mix + unmatched + lexicon + engine + review }
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
    /// Two switches lead from the old documents by the old judgement to the new ones by that of now. Each gets its Shapley
    /// share, so that old texts are judged by the new lexicon and new texts by the old one in equal parts. What the
    /// documents owe is split into text, mix and what has no match for each setting of the other. The figures are those that stand after
    /// reviews, as in the series; what reviews add to the change or take from it is the last part.
    init(
        _ index: Int, of plan: ScorecardPlan, from old: (year: Int, documents: [JudgedDocument]),
        to new: (year: Int, documents: [JudgedDocument]),
        judgement: Judgement
    ) {
        let measure = plan.trends[index]
        let factor = measure.scale == .rate ? 1000.0 : 1
        func groups(_ mask: Int, isReviewed: Bool = false) -> [String: Decomposition.Group] {
            Self.groups(
                mask & 1 != 0 ? new.documents : old.documents, index, isNew: mask & 2 != 0, isReviewed: isReviewed)
        }
        let all = (0..<4).map { groups($0) }
        let shares = Decomposition.shares(of: 2) { Decomposition.ratio(all[$0]) }
        let parts = [0, 2].map { Decomposition.split(from: all[$0], to: all[$0 | 1]) }
        func mean(_ part: KeyPath<Decomposition.Parts, Double>) -> Double {
            (parts[0][keyPath: part] + parts[1][keyPath: part]) / 2
        }
        let ends = [groups(0, isReviewed: true), groups(3, isReviewed: true)]
        let enough = zip(ends, [(old.documents, false), (new.documents, true)]).map { groups, judged in
            plan.isEnough(
                groups.values.reduce(0) { $0 + $1.denominator }, of: measure,
                sentences: judged.0.reduce(0) { $0 + $1.row(isNew: judged.1, isReviewed: true).sentences })
        }
        isEnough = (enough[0], enough[1])
        self.measure = measure
        self.old = factor * Decomposition.ratio(ends[0])
        self.new = factor * Decomposition.ratio(ends[1])
        text = factor * mean(\.text)
        mix = factor * mean(\.mix)
        unmatched = factor * mean(\.unmatched)
        comparable = (mean(\.oldShare), mean(\.newShare))
        lexicon = judgement == .engine ? 0 : factor * shares[1]
        engine = judgement == .engine ? factor * shares[1] : 0
        let dismissed = [(ends[0], all[0]), (ends[1], all[3])].map { Decomposition.ratio($0) - Decomposition.ratio($1) }
        review = factor * (dismissed[1] - dismissed[0])
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
