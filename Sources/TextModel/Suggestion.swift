/// Wording offered for a finding: changes of its passage that make its rule fall silent and raise no other.
public struct Suggestion: Sendable, Hashable {
    /// One change.
    public struct Edit: Sendable, Hashable {
        /// The bytes of the document's text that go; empty for an insertion.
        public let span: TextSpan
        /// What takes their place.
        public let replacement: String

        /// Makes a change.
        public init(span: TextSpan, replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// Changes in ascending order; none overlaps another.
    public let edits: [Edit]
    /// The passage as it then reads.
    public let text: String
    /// Whether somebody has to fill something in: a bracket such as "[name the offence and the Act]".
    public let hasPlaceholder: Bool

    /// Makes a suggestion.
    public init(edits: [Edit], text: String, hasPlaceholder: Bool) {
        self.edits = edits
        self.text = text
        self.hasPlaceholder = hasPlaceholder
    }
}
