/// Passages of a document that repeat a clause which was counted before, in a document of the same subject or period.
struct RepeatedClauses {
    /// Positions of the passages.
    let blocks: Set<Int>
    /// Their share of the sentences that can be in own voice; so much leaves the own-voice sentences.
    let share: Double

    /// No passage repeats anything.
    static let none = RepeatedClauses(blocks: [], share: 0)

    private init(blocks: Set<Int>, share: Double) {
        self.blocks = blocks
        self.share = share
    }

    /// Finds the repeats of a document, and remembers its clauses among those that were counted.
    init(in found: DocumentEvidence, counted: inout Set<Int64>) {
        var blocks: Set<Int> = []
        var sentences = 0.0
        for clause in found.shared where !counted.insert(clause.original).inserted {
            blocks.insert(clause.block)
            sentences += clause.sentences
        }
        self.init(blocks: blocks, share: found.sentences > 0 ? min(1, sentences / found.sentences) : 0)
    }
}
