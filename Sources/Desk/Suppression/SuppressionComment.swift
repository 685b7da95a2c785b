/// One instruction in a comment of a document: `<!-- counterweight ignore-next CW04: agreed with counsel -->`.
struct SuppressionComment: Sendable, Hashable {
    /// What it covers.
    enum Reach: Sendable, Hashable {
        /// The next block.
        case next
        /// Everything up to the end of the range, an offset of the decoded file.
        case range(end: Int)
        case file
        /// Findings whose words hold this phrase, letters folded.
        case phrase(String)
    }

    let reach: Reach
    /// Rules by id or beginning of ids; empty stands for all.
    let rules: [String]
    /// Why, in the author's words.
    let reason: String
    /// The comment in the decoded file.
    let place: Range<Int>

    /// Whether it speaks of a rule.
    func covers(rule: String) -> Bool { rules.isEmpty || rules.contains { rule.hasPrefix($0) } }
}

/// Something wrong with an instruction, which is then not followed.
struct SuppressionProblem: Sendable, Hashable {
    let code: String
    let message: String
    /// Offset in the decoded file.
    let offset: Int
}
