public import TextModel

/// Words, rules and weights, compiled and ready for a pass over a text.
public struct Lexicon: Sendable {
    /// Version of the lexicon pack.
    public let version: String
    /// SHA-256 over all source files, in hexadecimal.
    public let sha256: String
    /// Concepts by index.
    public let concepts: [Concept]
    /// Patterns by index.
    public let entries: EntryList
    /// Rules and credits by id.
    public let rules: [Rule]
    /// Weights.
    public let scoring: Scoring
    /// What is expected of a document as a whole.
    public let standard: DocumentStandard
    /// Words that give plain text its structure, for whoever reads documents.
    public let structure: StructuralWords
    /// Facts about the language.
    package let language: Language
    /// Words that can be told apart.
    package let types: WordTypes
    /// How to find noun phrases, which are matched first.
    package let nouns: WalkPlan
    /// How to find everything else.
    package let phrases: WalkPlan

    /// The rule with that id.
    public func rule(_ id: String) -> Rule? { rules.first { $0.description.id == id } }
    /// The concept with that id.
    public func concept(_ id: String) -> Concept? { concepts.first { $0.id == id } }
}

/// Examples of a concept, which run as tests. They stay in the source and out of the compiled form.
public struct ConceptExamples: Sendable {
    /// Concept id.
    public let concept: String
    /// Sentences that must hold a mention of the concept.
    public let find: [String]
    /// Sentences that must not.
    public let pass: [String]
}
