internal import GRDB

/// The counts of one version of a document for every measure of ``ScorecardMeasure/trends``.
struct TrendRow {
    /// First and second number of each measure, one after the other.
    let counts: [Double]

    func numerator(_ measure: Int) -> Double { counts[2 * measure] }
    func denominator(_ measure: Int) -> Double { counts[2 * measure + 1] }
}

/// Reads the counts of versions.
struct TrendRowReader {
    private let evidence: EvidenceReader
    private let findings: Statement

    /// Prepares to read, with or without what reviewers decided.
    init(_ database: Database, appliesReviews: Bool) throws {
        evidence = try EvidenceReader(database, appliesReviews: appliesReviews)
        findings = try database.makeStatement(
            sql: """
                SELECT count(*) FROM finding f
                JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
                LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
                WHERE f.version_id = ? AND f.band IN ('moderate', 'high', 'severe')
                  AND (\(appliesReviews ? "x.decision IS NOT 'rejected'" : "TRUE"))
                """)
    }

    /// The counts of a document's version; `nil` where it was judged before they were kept.
    func row(of document: StoredDocument) throws -> TrendRow? {
        let found = try evidence.evidence(of: document)
        guard let sentences = found.ownVoice else { return nil }
        var counts = [Double](repeating: 0, count: 2 * ScorecardMeasure.trends.count)
        let frequencies = [
            try Double.fetchOne(findings, arguments: [document.version]) ?? 0, document.count("controls"),
            document.count("values"), document.count("counterweights"),
        ]
        for (index, count) in frequencies.enumerated() {
            counts[2 * index] = count
            counts[2 * index + 1] = sentences
        }
        let axes = frequencies.count
        for evidence in found.evidence where axes + evidence.measure < ScorecardMeasure.trends.count {
            if evidence.isCounted { counts[2 * (axes + evidence.measure)] += 1 }
            counts[2 * (axes + evidence.measure) + 1] += 1
        }
        for (index, measure) in ScorecardMeasure.trends.enumerated() where index >= axes && measure.scale == .rate {
            counts[2 * index + 1] = sentences
        }
        let companions = axes + ScorecardMeasure.index("companions")
        counts[2 * companions] = found.companions.named
        counts[2 * companions + 1] = found.companions.all
        return TrendRow(counts: counts)
    }
}
