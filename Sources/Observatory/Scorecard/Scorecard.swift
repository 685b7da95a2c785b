/// What a subject's texts say in figures: a document, a body, a country, a collection, a year, or everything.
package struct Scorecard: Sendable {
    /// Whether a figure can be given, and why not.
    package enum State: String, Sendable {
        /// It is given.
        case assessed
        /// No document of the subject was judged so that it could be counted.
        case notAssessed = "not-assessed"
        /// There is nothing that the figure is about, such as a control.
        case notApplicable = "not-applicable"
        /// There are too few sentences, or too few things that the figure is about.
        case tooLittleText = "too-little-text"
    }

    /// A passage behind a figure.
    package struct Quotation: Sendable, Hashable {
        /// Document.
        package let path: String
        /// Position of the passage in it.
        package let block: Int
        /// The words that count.
        package let text: String
        /// The passage.
        package let passage: String
        /// Whether it is in the first number of a share.
        package let isCounted: Bool
    }

    /// One figure with everything that it rests on.
    package struct Entry: Sendable {
        /// What is counted.
        package let measure: ScorecardMeasure
        /// Whether it can be given.
        package let state: State
        /// First number, every copied clause once.
        package let numerator: Double
        /// Second number, every copied clause once; own-voice sentences for rates.
        package let denominator: Double
        /// The figure; `nil` unless it is assessed.
        package let value: Double?
        /// Where it lies with a probability of 95%; `nil` with fewer than five documents.
        package let interval: Interval?
        /// 0 to 4.
        package let band: Int?
        /// The figure with copied clauses counted each time.
        package let valueWithCopies: Double?
        /// Its possible places among all subjects; `nil` where it has no interval.
        package var rank: RankRange?
        /// Passages that it rests on, those of the highest score first.
        package let quotations: [Quotation]
        /// How many there are in all.
        package let quotationCount: Int
    }

    /// Documents that the subject has.
    package struct Coverage: Sendable, Hashable {
        /// In the store.
        package var found = 0
        /// That were judged.
        package var judged = 0
        /// In a language that the lexicon does not read, so that nothing was judged.
        package var foreign = 0
        /// Judged though their language is not known, so that they may be in none that the lexicon reads.
        package var unknown = 0
        /// With a finding that someone decided about.
        package var reviewed = 0
    }

    /// Name of the subject.
    package let subject: String
    /// Its documents.
    package let coverage: Coverage
    /// Own-voice sentences, every copied clause once.
    package let ownVoiceSentences: Double
    /// Clauses that were copies within the subject and were not counted again.
    package let repeatedClauses: Int
    /// Eight axes, eight core values.
    package var entries: [Entry]
}

/// What makes a subject.
package enum ScorecardGrouping: String, Sendable, CaseIterable {
    case all, document, body, country, collection, year

    /// The subject that a document belongs to.
    func subject(of document: StoredDocument) -> String {
        switch self {
        case .all: Self.everything
        case .document: document.path
        case .body: document.body ?? missing
        case .country: document.country ?? missing
        case .collection: document.collection ?? missing
        case .year: document.year.map { String($0) } ?? missing
        }
    }

    /// Name of the subject that every document belongs to.
    static let everything = "All documents"

    /// Name of the subject of documents of which it is not known.
    var missing: String { "no \(rawValue) known" }

    /// The subject as an expression on the view `documents` under the name `d`.
    var column: String {
        switch self {
        case .all: "'\(Self.everything)'"
        case .document: "d.path"
        default: "coalesce(CAST(d.\(rawValue) AS TEXT), '\(missing)')"
        }
    }
}
