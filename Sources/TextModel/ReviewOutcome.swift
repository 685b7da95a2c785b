/// What reviewers made of a finding, all of them taken together.
public struct ReviewOutcome: Sendable, Hashable {
    /// Whether the finding stands.
    public enum State: String, Sendable {
        case accepted, dismissed
        /// Reviewers differ, so that nothing follows.
        case disputed
    }

    /// What one reviewer made of it.
    public struct Opinion: Sendable, Hashable {
        /// Who.
        public let reviewer: String
        /// `accepted`, `dismissed`, or the name of the band that the reviewer gave.
        public let name: String
        /// Why, or empty.
        public let reason: String

        /// Makes an opinion.
        public init(reviewer: String, name: String, reason: String = "") {
            self.reviewer = reviewer
            self.name = name
            self.reason = reason
        }
    }

    /// Whether the finding stands.
    public let state: State
    /// What each reviewer made of it, in order of their names.
    public let opinions: [Opinion]
    /// The band that the program gave, where the finding has the one of its reviewers instead.
    public let judged: Band?

    /// Makes an outcome.
    public init(state: State, opinions: [Opinion], judged: Band? = nil) {
        self.state = state
        self.opinions = opinions
        self.judged = judged
    }
}
