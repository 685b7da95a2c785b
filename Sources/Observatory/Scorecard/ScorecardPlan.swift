package import Lexicons
internal import TextModel

/// What scorecards and series count, by the standard of a lexicon.
package struct ScorecardPlan: Sendable {
    /// The standard.
    let standard: ScorecardStandard
    /// The axes, then the core values.
    package let measures: [ScorecardMeasure]
    /// What series are made of: plain frequencies, then the axes.
    package let trends: [ScorecardMeasure]

    /// The plan of a standard.
    package init(_ standard: ScorecardStandard) {
        self.standard = standard
        let axes = standard.axes.map(ScorecardMeasure.init)
        measures = axes + CoreValue.allCases.map(ScorecardMeasure.init)
        trends =
            [
                .frequency(
                    "findings", "Findings, \(standard.findingsFrom.name) or above",
                    "Findings of band \(standard.findingsFrom.name) or above that reviewers did not dismiss"),
                .frequency("controls", "Controls", "Asserted controls"),
                .frequency("values", "Protective values", "Protective values in own voice"),
                .frequency("counterweights", "Counterweights", "Live counterweights", higherIsBetter: true),
            ] + axes
    }

    /// Which words of platforms are controls.
    static let platforms =
        "What a platform reserves to itself in its terms is no control; what law or an authority makes it do is one."

    /// Own-voice sentences without which nothing is assessed.
    var minimumSentences: Double { Double(standard.minimumSentences) }
    /// Values or controls without which no share is assessed.
    var minimumCases: Double { Double(standard.minimumCases) }

    /// The second number without which a figure says nothing, whatever there is of sentences.
    func minimum(of measure: ScorecardMeasure) -> Double {
        measure.scale == .rate ? minimumSentences : minimumCases
    }

    /// Bands of the findings that a series counts, as an SQL list.
    var findingBands: String { countedBands.map { "'\($0)'" }.joined(separator: ", ") }

    /// Those bands in words.
    var countedFindings: String { "\(standard.findingsFrom.name) or above" }

    /// Names of the bands of findings that count, the mildest first.
    var countedBands: [String] { Band.allCases.filter { $0 >= standard.findingsFrom }.map(\.name) }

    /// Whether a figure can be given.
    func state(
        of measure: ScorecardMeasure, denominator: Double, sentences: Double, isCounted: Bool
    ) -> Scorecard.State {
        guard isCounted else { return .notAssessed }
        guard sentences >= minimumSentences else { return .tooLittleText }
        guard measure.scale == .share else { return .assessed }
        guard denominator > 0 else { return .notApplicable }
        return denominator >= minimumCases ? .assessed : .tooLittleText
    }

    /// Whether so much says something about a measure.
    func isEnough(_ denominator: Double, of measure: ScorecardMeasure, sentences: Double) -> Bool {
        state(of: measure, denominator: denominator, sentences: sentences, isCounted: true) == .assessed
    }

    /// The band of a figure of a measure, 0 (weakest) to 4 (strongest), by a formula that anyone can repeat.
    ///
    /// It is monotone: one more good point never lowers a band and one more bad point never raises it.
    package func band(_ value: Double, of measure: ScorecardMeasure) -> Int {
        switch (measure.scale, measure.higherIsBetter) {
        // A figure that lies on a limit is in the higher band, whatever rounding says.
        case (.share, true): standard.shareLimits.count { value >= $0 - 1e-9 }
        case (.share, false): 4 - standard.shareLimits.count { value >= $0 - 1e-9 }
        case (.rate, true): value <= 0 ? 0 : 1 + standard.rateLimits.count { value >= $0 }
        case (.rate, false): value <= 0 ? 4 : 3 - standard.rateLimits.count { value > $0 }
        }
    }

    /// The formula of the bands in words.
    package var formula: String {
        let shares = standard.shareLimits.enumerated().map { "\($0) below \(Self.number($1 * 100))%" }
        let rates = standard.rateLimits.map(Self.number)
        return """
            Shares: \(shares.joined(separator: ", ")), else 4. \
            Rates where less is better: 4 for none, 3 up to \(rates[0]) in a thousand own-voice sentences, \
            2 up to \(rates[1]), 1 up to \(rates[2]), else 0. \
            Rates where more is better: 0 for none, 1 below \(rates[0]), 2 below \(rates[1]), 3 below \(rates[2]), else 4.
            """
    }

    private static func number(_ value: Double) -> String {
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

extension ScorecardMeasure {
    /// The measure of an axis.
    fileprivate init(_ axis: ScorecardStandard.Axis) {
        let (scale, higherIsBetter): (Scale, Bool) =
            switch axis.count {
            case .balancedValues, .companions, .cleanControls, .limitedControls: (.share, true)
            case .harmfulControls: (.rate, false)
            case .credits: (.rate, true)
            }
        self.init(
            id: axis.id, title: axis.title, kind: .axis, scale: scale, higherIsBetter: higherIsBetter,
            definition: axis.definition)
    }

    /// The measure of a core value.
    fileprivate init(_ value: CoreValue) {
        self.init(
            id: value.rawValue, title: value.rawValue.prefix(1).uppercased() + value.rawValue.dropFirst(),
            kind: .coreValue, scale: .rate, higherIsBetter: false,
            definition:
                "Asserted controls that touch the core value \"\(value.rawValue)\", in a thousand own-voice sentences.")
    }

    fileprivate static func frequency(
        _ id: String, _ title: String, _ what: String, higherIsBetter: Bool = false
    ) -> ScorecardMeasure {
        ScorecardMeasure(
            id: id, title: title, kind: .frequency, scale: .rate, higherIsBetter: higherIsBetter,
            definition: "\(what), in a thousand own-voice sentences.")
    }
}
