internal import TextModel

/// Which findings of a document its comments reach.
///
/// What comments ask of blocks and findings is read once; a comment then costs little more than the findings it reaches.
struct SuppressionReach {
    private let findings: [Finding]
    /// Where the block of each finding begins in the decoded file.
    private let starts: [Int]
    /// The farthest beginning of any block up to each one, which rises even where blocks stand in another order.
    private let farthest: [Int]
    /// Findings by block, in order.
    private let findingsByBlock: [Int: [Int]]
    /// Words of the findings, folded; empty where no comment asks for them.
    private let phrases: [String]

    init(_ comments: [SuppressionComment], to findings: [Finding], in document: Document) {
        let blocks = document.blocks.map { document.map.source(of: $0.span).lowerBound }
        self.findings = findings
        starts = findings.map { blocks[$0.block] }
        var farthest = blocks
        for index in farthest.indices.dropFirst() { farthest[index] = max(farthest[index], farthest[index - 1]) }
        self.farthest = farthest
        findingsByBlock = Dictionary(grouping: findings.indices) { findings[$0].block }
        let asksForPhrases = comments.contains { if case .phrase = $0.reach { true } else { false } }
        phrases = asksForPhrases ? findings.map { PhraseText.folded(document.string($0.span)) } : []
    }

    /// Indices of the findings that a comment covers, in order.
    func findings(of comment: SuppressionComment) -> [Int] {
        reached(by: comment).filter { comment.covers(rule: findings[$0].rule) }
    }

    private func reached(by comment: SuppressionComment) -> [Int] {
        switch comment.reach {
        case .file: Array(findings.indices)
        case .phrase(let phrase): findings.indices.filter { phrases[$0].contains(phrase) }
        case .range(let end): findings.indices.filter { comment.place.upperBound <= starts[$0] && starts[$0] < end }
        case .next: block(after: comment.place.upperBound).flatMap { findingsByBlock[$0] } ?? []
        }
    }

    /// The first block that begins at or after an offset of the decoded file.
    func block(after offset: Int) -> Int? {
        let block = farthest.partitioningIndex { $0 >= offset }
        return block < farthest.count ? block : nil
    }
}
