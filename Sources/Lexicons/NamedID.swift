internal import TextModel

/// An id that a file of a lexicon names, with its place: whether it is there is known once all files are read.
struct NamedID {
    /// What it must be the id of.
    enum Kind: String { case concept, control, rule, conceptOrRule = "concept or rule" }

    let id: String
    let kind: Kind
    /// The place, with the message for an id that is not there.
    let problem: LexiconError.Problem

    init(_ id: String, _ kind: Kind, file: String, line: Int, column: Int, message: String? = nil) {
        self.id = id
        self.kind = kind
        problem = LexiconError.Problem(
            file: file, line: line, column: column,
            message: message ?? "\"\(id)\" is no \(kind.rawValue) of the lexicon")
    }
}

/// The ids of a lexicon.
struct KnownIDs {
    private let concepts: Set<String>
    private let controls: Set<String>
    private let rules: Set<String>

    /// Ids of concepts and rules, and of concepts that an overlay took out, which may still be named.
    init(_ concepts: [Concept], _ rules: [Rule], removed: Set<String>) {
        self.concepts = removed.union(concepts.map(\.id))
        controls = removed.union(concepts.filter { $0.kind.family == .control }.map(\.id))
        self.rules = Set(rules.map(\.description.id))
    }

    func contains(_ named: NamedID) -> Bool {
        switch named.kind {
        case .concept: concepts.contains(named.id)
        case .control: controls.contains(named.id)
        case .rule: rules.contains(named.id)
        case .conceptOrRule: concepts.contains(named.id) || rules.contains(named.id)
        }
    }
}
