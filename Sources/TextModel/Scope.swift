/// The clause that a mention is judged in: how far cues reach to it, and what ended that reach on both sides.
public struct Scope: Sendable, Hashable {
    /// What ends a clause.
    public struct Limit: Sendable, Hashable {
        /// What kind of limit.
        public enum Kind: String, Sendable { case sentence, punctuation, terminator }

        /// What kind of limit.
        public let kind: Kind
        /// The words or signs; `nil` where the sentence itself begins or ends.
        public let span: TextSpan?

        /// Makes a limit.
        public init(kind: Kind, span: TextSpan?) {
            self.kind = kind
            self.span = span
        }
    }

    /// The clause.
    public let span: TextSpan
    /// What it begins after.
    public let begin: Limit
    /// What it ends before.
    public let end: Limit

    /// Makes a scope.
    public init(span: TextSpan, begin: Limit, end: Limit) {
        self.span = span
        self.begin = begin
        self.end = end
    }
}
