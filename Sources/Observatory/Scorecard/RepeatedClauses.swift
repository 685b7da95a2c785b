/// Passages of a document that repeat a clause which counts elsewhere in the same subject or period.
struct RepeatedClauses {
    /// Positions of the passages.
    let blocks: Set<Int>
    /// Their share of the sentences that can be in own voice; so much leaves the own-voice sentences.
    let share: Double
    /// How many of the passages are of each stance.
    let stances: [String: Double]

    /// No passage repeats anything.
    static let none = RepeatedClauses(blocks: [], share: 0, stances: [:])

    private init(blocks: Set<Int>, share: Double, stances: [String: Double]) {
        self.blocks = blocks
        self.share = share
        self.stances = stances
    }

    /// What is left of own-voice sentences without their share, to a millionth, so that whole sentences stay whole.
    func left(of sentences: Double) -> Double { (sentences * (1 - share) * 1e6).rounded() / 1e6 }

    /// Finds the repeats in what a version of a document gives.
    init(in found: DocumentEvidence, of version: Int64, counted: CountedClauses) {
        let repeats = found.shared.filter { !counted.contains($0.block, of: version) }
        let sentences = repeats.reduce(0) { $0 + $1.sentences }
        self.init(
            blocks: Set(repeats.map(\.block)), share: found.sentences > 0 ? min(1, sentences / found.sentences) : 0,
            stances: repeats.reduce(into: [:]) { $0[$1.stance, default: 0] += 1 })
    }
}
