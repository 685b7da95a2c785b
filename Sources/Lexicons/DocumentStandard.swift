/// What is expected of a document as a whole, from `document.yaml`. A lexicon without that file expects nothing.
public struct DocumentStandard: Sendable, Hashable {
    /// A counterweight that should be named where its values are named often.
    public struct Expectation: Sendable, Hashable {
        /// Id: "E01".
        public var id: String
        /// Concept ids of the values.
        public var values: [String]
        /// The values in plain words: "security".
        public var called: String
        /// How often the values are named before the counterweight is missed.
        public var minimum: Int
        /// Concept ids of the counterweights, any of which will do.
        public var counterweights: [String]
        /// The counterweights in plain words: "privacy".
        public var balancedBy: String
        /// Words that name the counterweight in a sentence: "the right to privacy".
        public var wording: String
    }

    /// What the minimum-level mark asks for.
    public struct MarkStandard: Sendable, Hashable {
        /// What the mark is called.
        public var name: String
        /// Own-voice sentences without which a document is too short to be judged.
        public var sentences: Int
        /// Name of the highest band that a passage may have.
        public var highest: String
        /// Rules that may not have fired.
        public var closed: [String]
        /// Concept ids of controls that need a time limit.
        public var exceptional: [String]
        /// Concept ids of safeguards that say how a control is challenged.
        public var challenge: [String]
    }

    /// Concept ids of the values that stability and resilience are companions of.
    public var companionsOf: [String] = []
    /// The minimum-level mark.
    public var mark: MarkStandard?
    /// Counterweights that are expected beside values.
    public var expectations: [Expectation] = []
    /// Words between two of the same placeholder that go when the two become one: ", ", " or ".
    public var joiners: [String] = []

    /// Words with which the name of an actor may begin a sentence: "the", "every".
    public var determiners: [String] = []

    /// Articles, which go with the words that a placeholder replaces.
    public var articles: [String] = []

    /// Expects nothing.
    public init() {}
}
