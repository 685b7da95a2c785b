public import Lexicons

/// Which patterns of a lexicon no example of its concepts and rules sets off.
///
/// A pattern without an example may be dead, or mean something else than its author thinks. Patterns of noun classes
/// and of innocent senses are left out: they leave no match of their own.
public struct LexiconCoverage: Sendable {
    /// A pattern, and the concept that it belongs to.
    public struct Gap: Sendable, Hashable {
        /// Concept id.
        public let concept: String
        /// The pattern as written.
        public let pattern: String
    }

    /// Number of patterns that were looked at.
    public let count: Int
    /// Those that nothing sets off, in the order of the lexicon.
    public let gaps: [Gap]

    /// Matches every example once.
    public init(of lexicon: Lexicon, examples: [ConceptExamples]) {
        let test = LexiconTest(lexicon)
        let texts = examples.flatMap { $0.find + $0.pass } + lexicon.rules.flatMap { $0.find + $0.pass }
        var fired: Set<Gap> = []
        for text in texts {
            for match in test.matches(in: text) { fired.insert(Gap(concept: match.concept, pattern: match.pattern)) }
        }
        let visible = lexicon.entries.filter { entry in
            if case .noun = lexicon.concepts[entry.concept].kind { return false }
            return !entry.isInnocent
        }
        count = visible.count
        gaps = visible.map { Gap(concept: lexicon.concepts[$0.concept].id, pattern: $0.pattern) }
            .filter { !fired.contains($0) }
    }
}
