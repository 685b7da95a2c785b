/// One pattern of a concept, as the engine sees it after a match.
public struct Entry: Sendable {
    /// Index of the concept.
    public let concept: Int
    /// Whether the pattern is an innocent sense: it hides overlapping entries and makes no mention.
    public let isInnocent: Bool
    /// For controls: who acts.
    public let act: ControlAct
    /// How far it speaks for itself.
    public let strength: EntryStrength
    /// For devices: which side its effect falls on.
    public let scope: CueScope
    /// For controls: intrusiveness, where it differs from the concept's.
    public let intrusiveness: Int?
    /// Bytes of the pattern, which hardly any run asks for.
    let spelling: FlatList<UInt8>
    /// The pattern as written.
    public var pattern: String { spelling.text }
}

/// The patterns of a lexicon by index, as they lie in its compiled form.
public struct EntryList: RandomAccessCollection, Sendable {
    /// An ``Entry`` in twelve bytes; cases of enumerations by their place among all.
    package struct Row: BitwiseCopyable, Sendable {
        package let concept: UInt32
        package let isInnocent: UInt8
        package let act: UInt8
        package let strength: UInt8
        package let scope: UInt8
        /// 0 where it does not differ from the concept's.
        package let intrusiveness: UInt32
    }

    /// Entries for whoever goes through all of them.
    package let rows: FlatList<Row>
    let spellings: FlatTexts

    /// The first place, 0.
    public var startIndex: Int { 0 }
    /// The number of entries.
    public var endIndex: Int { rows.count }

    /// The entry at a place.
    public subscript(place: Int) -> Entry {
        let row = rows[place]
        return Entry(
            concept: Int(row.concept), isInnocent: row.isInnocent != 0, act: Self.acts[Int(row.act)],
            strength: Self.strengths[Int(row.strength)], scope: Self.scopes[Int(row.scope)],
            intrusiveness: row.intrusiveness == 0 ? nil : Int(row.intrusiveness), spelling: spellings[place])
    }

    private static let acts = ControlAct.allCases
    private static let strengths = EntryStrength.allCases
    private static let scopes = CueScope.allCases

    /// Whether every row holds a concept among so many, cases that exist and an intrusiveness, and has a pattern.
    func isSound(concepts: Int) -> Bool {
        guard spellings.count == rows.count else { return false }
        let rows = rows.span
        let (acts, strengths, scopes) = (Self.acts.count, Self.strengths.count, Self.scopes.count)
        return rows.indices.allSatisfy { place in
            let row = rows[place]
            return row.concept < concepts && row.isInnocent <= 1 && row.act < acts && row.strength < strengths
                && row.scope < scopes && row.intrusiveness <= 5
        }
    }
}

extension EntryList {
    /// Lays down entries.
    init(_ entries: [Entry]) {
        let rows = entries.map { entry in
            Row(
                concept: UInt32(entry.concept), isInnocent: entry.isInnocent ? 1 : 0,
                act: UInt8(Self.acts.firstIndex(of: entry.act) ?? 0),
                strength: UInt8(Self.strengths.firstIndex(of: entry.strength) ?? 0),
                scope: UInt8(Self.scopes.firstIndex(of: entry.scope) ?? 0),
                intrusiveness: UInt32(entry.intrusiveness ?? 0))
        }
        self.init(rows: FlatList(rows), spellings: FlatTexts(entries.map(\.pattern)))
    }
}
