/// Passages of a document that repeat a clause which counts elsewhere in the same subject or period.
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

    /// Finds the repeats in what a version of a document gives.
    init(in found: DocumentEvidence, of version: Int64, counted: CountedClauses) {
        let repeats = found.shared.filter { !counted.contains($0, of: version) }
        let sentences = repeats.reduce(0) { $0 + $1.sentences }
        self.init(
            blocks: Set(repeats.map(\.block)), share: found.sentences > 0 ? min(1, sentences / found.sentences) : 0)
    }
}
