public import TextModel

/// What scorecards count and how figures become bands, from `scorecard.yaml`.
public struct ScorecardStandard: Sendable, Hashable {
    /// What an axis counts.
    public enum Count: Sendable, Hashable {
        /// Values with a counterweight of at most this isolation grade, among all.
        case balancedValues(grade: Int)
        /// Uses of network security with companions, among all.
        case companions
        /// Controls whose passage has no finding of these rules, among all.
        case cleanControls(rules: [String])
        /// Controls with a linked safeguard of these, among all.
        case limitedControls(safeguards: [String])
        /// Controls that touch a core value, in a thousand sentences.
        case harmfulControls
        /// Credits of these rules, in a thousand sentences.
        case credits(rules: [String])
    }

    /// One axis.
    public struct Axis: Sendable, Hashable {
        /// Short name for tables: "value-balance".
        public var id: String
        /// Name as printed.
        public var title: String
        /// What is counted.
        public var count: Count
        /// What is counted, in a sentence for readers.
        public var definition: String
    }

    /// Axes in the order in which they are shown.
    public var axes: [Axis]
    /// Own-voice sentences without which nothing is assessed.
    public var minimumSentences: Int
    /// Values or controls without which no share is assessed.
    public var minimumCases: Int
    /// Lowest band of the findings that a series counts.
    public var findingsFrom: Band
    /// Rules that fire at a control itself: who rejects all that they find at one says that it is none.
    public var controlFindings: [String]
    /// The least share of bands 1 to 4.
    public var shareLimits: [Double]
    /// Limits of rates, rising.
    public var rateLimits: [Double]
}
