internal import GRDB

/// The counts of one version of a document for every measure of ``ScorecardPlan/trends``.
struct TrendRow {
    /// The document.
    let path: String
    /// Own-voice sentences.
    let sentences: Double
    /// First and second number of each measure, one after the other.
    let counts: [Double]

    func numerator(_ measure: Int) -> Double { counts[2 * measure] }
    func denominator(_ measure: Int) -> Double { counts[2 * measure + 1] }
}

/// Reads the counts of versions.
struct TrendRowReader {
    private let plan: ScorecardPlan
    private let evidence: EvidenceReader
    private let findings: Statement
    private let counterweights: Statement

    /// Prepares to read, with or without what reviewers decided.
    init(_ database: Database, _ plan: ScorecardPlan, appliesReviews: Bool) throws {
        self.plan = plan
        evidence = try EvidenceReader(database, plan, appliesReviews: appliesReviews)
        findings = try database.makeStatement(
            sql: """
                SELECT f.block FROM finding f
                JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
                LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
                WHERE f.version_id = ? AND f.band IN (\(plan.findingBands))
                  AND (\(appliesReviews ? "x.decision IS NOT 'dismissed'" : "TRUE"))
                """)
        counterweights = try database.makeStatement(
            sql: """
                SELECT m.block FROM mention m JOIN concept c ON c.id = m.concept
                WHERE m.version_id = ? AND m.is_live AND c.family = 'counterweight'
                """)
    }

    /// Passages of a document that repeat clauses of its period.
    func repeats(in document: StoredDocument, counted: CountedClauses) throws -> RepeatedClauses {
        RepeatedClauses(in: try evidence.evidence(of: document), of: document.version, counted: counted)
    }

    /// The counts of a document's version, without the passages that repeat others; `nil` where it was judged before
    /// they were kept.
    func row(of document: StoredDocument, without repeats: RepeatedClauses) throws -> TrendRow? {
        let found = try evidence.evidence(of: document)
        guard let all = found.ownVoice else { return nil }
        let sentences = repeats.left(of: all)
        let counted = found.evidence.filter { !repeats.blocks.contains($0.block) }
        func count(_ statement: Statement) throws -> Double {
            Double(try Int.fetchAll(statement, arguments: [document.version]).count { !repeats.blocks.contains($0) })
        }
        func count(_ blocks: [Int]) -> Double { Double(blocks.count { !repeats.blocks.contains($0) }) }
        let frequencies = [
            try count(findings), count(found.controls), count(found.values), try count(counterweights),
        ]
        var counts = [Double](repeating: 0, count: 2 * plan.trends.count)
        for (index, count) in frequencies.enumerated() { counts[2 * index] = count }
        let axes = frequencies.count
        for evidence in counted where axes + evidence.measure < plan.trends.count {
            if evidence.isCounted { counts[2 * (axes + evidence.measure)] += 1 }
            counts[2 * (axes + evidence.measure) + 1] += 1
        }
        for (index, measure) in plan.trends.enumerated() where measure.scale == .rate {
            counts[2 * index + 1] = sentences
        }
        for (index, axis) in plan.standard.axes.enumerated() where axis.count == .companions {
            counts[2 * (axes + index)] = found.companions.named
            counts[2 * (axes + index) + 1] = found.companions.all
        }
        return TrendRow(path: document.path, sentences: sentences, counts: counts)
    }
}
