/// Whether a document reaches a minimum level of wording, and what stands in its way.
///
/// It is a test of wording, and no certificate: it says nothing of intent, of law, or of practice.
public struct Mark: Sendable, Hashable {
    /// How the test came out.
    public enum Status: String, Sendable, CaseIterable {
        case met, notMet = "not-met", tooLittleText = "too-little-text"
    }

    /// What the test asks for, one by one.
    public enum Criterion: String, Sendable, CaseIterable {
        /// No passage is above the highest band that is allowed.
        case band
        /// None of the rules that must be closed has fired.
        case rule
        /// Every asserted control has a linked procedural safeguard, or points to where its limits stand.
        case safeguard
        /// Every exceptional control has a time limit.
        case timeLimit = "time-limit"
        /// No asserted control hangs on an open term.
        case trigger
        /// Every heading that names a protective value has a counterweight in its section or in another heading.
        case heading
        /// A document that asserts controls defines its terms.
        case definitions
        /// A document that asserts controls says how they can be challenged.
        case contact
    }

    /// One thing that stands in the way.
    public struct Obstacle: Sendable, Hashable {
        /// What it fails.
        public let criterion: Criterion
        /// One sentence.
        public let message: String
        /// Where; `nil` when something is missing from the document as a whole.
        public let span: TextSpan?

        /// Makes an obstacle.
        public init(criterion: Criterion, message: String, span: TextSpan?) {
            self.criterion = criterion
            self.message = message
            self.span = span
        }
    }

    /// What the mark is called: "values-balance mark, level 1".
    public let name: String
    /// How the test came out.
    public let status: Status
    /// What stands in the way, in order of place; what the whole document lacks comes last.
    public let obstacles: [Obstacle]

    /// Makes a mark.
    public init(name: String, status: Status, obstacles: [Obstacle]) {
        self.name = name
        self.status = status
        self.obstacles = obstacles
    }
}

/// A counterweight that a document never names though it often names the value that it balances.
public struct Absence: Sendable, Hashable {
    /// Id of the expectation: "E01".
    public let id: String
    /// The values in plain words.
    public let values: String
    /// How often the document names them in own voice.
    public let count: Int
    /// The counterweights in plain words.
    public let counterweights: String
    /// One sentence: "Security 19 times, privacy never."
    public let message: String

    /// Makes an absence.
    public init(id: String, values: String, count: Int, counterweights: String, message: String) {
        self.id = id
        self.values = values
        self.count = count
        self.counterweights = counterweights
        self.message = message
    }
}
