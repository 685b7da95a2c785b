internal import Lexicons

/// What a match of every entry is.
struct EntryKinds: Sendable {
    enum Kind: Sendable { case concept, device, genre, noun(Int) }

    private let rows: FlatList<EntryList.Row>
    private let kindOfConcept: [Kind]

    init(_ lexicon: Lexicon) {
        rows = lexicon.entries.rows
        kindOfConcept = lexicon.concepts.map { concept in
            switch concept.kind {
            case .device: .device
            case .genre: .genre
            case .noun(let noun): .noun(NounClass.allCases.firstIndex(of: noun) ?? 0)
            case .value, .counterweight, .control, .safeguard: .concept
            }
        }
    }

    /// The kind of an entry.
    subscript(entry: Int) -> Kind { kindOfConcept[Int(rows[entry].concept)] }
}
