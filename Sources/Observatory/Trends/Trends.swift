/// What became of the texts of a store over the years.
package struct Trends: Sendable {
    /// Passages by what their authors do with the wording, in one period.
    package struct Stances: Sendable, Hashable {
        /// First year.
        package let year: Int
        /// Judged passages by stance, but for those about other things.
        package let counts: [String: Double]
    }

    /// A list of terms that became more or less frequent.
    package struct KeyList: Sendable {
        /// What the terms are: "words".
        package let title: String
        /// All that were compared, by probability.
        package let terms: [KeyTerm]

        /// Terms that are discoveries with a share of false ones of at most 5%, on one side.
        package func discoveries(rising: Bool, limit: Int) -> [KeyTerm] {
            Array(terms.filter { $0.falseDiscovery <= 0.05 && ($0.logRatio > 0) == rising }.prefix(limit))
        }
    }

    /// A passage of a document that moved a figure.
    package struct Passage: Sendable, Hashable {
        /// Document.
        package let path: String
        /// First year of its period.
        package let year: Int
        /// Position of the passage.
        package let block: Int
        /// The words that count.
        package let text: String
        /// The passage.
        package let passage: String
    }

    /// The change between two periods.
    package struct Change: Sendable {
        /// First year of the old period.
        package let from: Int
        /// First year of the new period.
        package let to: Int
        /// Documents of both.
        package let documents: (from: Int, to: Int)
        /// What judged the documents then, where the store still has it; `nil` when one judgement is all there is.
        package let oldJudgement: String?
        /// What judges them now.
        package let newJudgement: String
        /// Documents of both periods that are judged both ways.
        package let backCast: Int
        /// The change of every measure.
        package let measures: [TrendChange]
        /// Words, concepts and graded findings.
        package let keys: [KeyList]
        /// What is shown passage by passage.
        package let shown: ScorecardMeasure
        /// Passages that moved what is shown.
        package let passages: [Passage]

        /// Whether both periods have documents enough for terms to be discoveries.
        package var hasTerms: Bool { Keyness.isEnough(documents.from, documents.to) }
    }

    /// What was counted.
    let plan: ScorecardPlan
    /// Years in a period.
    package let period: Int
    /// Documents with a year.
    package let documents: Int
    /// Documents without one, which no series can hold.
    package let undated: Int
    /// A series for each measure of ``ScorecardPlan/trends``.
    package let series: [TrendSeries]
    /// Stances by period.
    package let stances: [Stances]
    /// The change between two periods; `nil` where there are no two that can be compared.
    package let change: Change?

    /// First years of the first and last periods that a chart has something of; `nil` where there is none.
    var years: ClosedRange<Int>? {
        let years =
            series.flatMap { $0.points.filter { $0.value != nil }.map(\.year) } + stances.map(\.year)
        return years.min().flatMap { first in years.max().map { first...$0 } }
    }

    /// A period in words: "1990" or "1990–1999".
    package func name(of year: Int) -> String { period == 1 ? String(year) : "\(year)–\(year + period - 1)" }
}
