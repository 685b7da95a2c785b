internal import GRDB

/// Finds the passages that moved a figure: those that count in the documents with the most influence.
struct PassageFinder {
    private let database: Database
    private let plan: ScorecardPlan
    private let evidence: EvidenceReader
    /// Passages of one document.
    private static let perDocument = 2

    /// Looks in a store.
    init(_ database: Database, _ plan: ScorecardPlan) throws {
        self.database = database
        self.plan = plan
        evidence = try EvidenceReader(database, plan)
    }

    /// Passages by the influence of their documents, then by score.
    func passages(
        of measure: ScorecardMeasure, in movers: [TrendChange.Mover], among documents: [StoredDocument]
    ) throws -> [Trends.Passage] {
        let text = try database.cachedStatement(sql: "SELECT text FROM block WHERE version_id = ? AND position = ?")
        return try movers.flatMap { mover -> [Trends.Passage] in
            guard let document = documents.first(where: { $0.path == mover.path }) else { return [] }
            let places = try places(of: measure, in: document).enumerated().sorted {
                (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset)
            }
            return try places.prefix(Self.perDocument).map { _, place in
                Trends.Passage(
                    path: document.path, year: mover.year, block: place.block, text: place.text,
                    passage: try String.fetchOne(text, arguments: [document.version, place.block]) ?? "")
            }
        }
    }

    private func places(
        of measure: ScorecardMeasure, in document: StoredDocument
    ) throws -> [(block: Int, text: String, weight: Int)] {
        if measure.kind == .axis {
            let index = plan.measures.firstIndex(of: measure)
            return try evidence.evidence(of: document).evidence.filter { $0.measure == index }.map {
                ($0.block, $0.text, $0.weight)
            }
        }
        let sql: String
        if measure.id == "findings" {
            sql = """
                SELECT f.block, f.text, f.score FROM finding f
                WHERE f.version_id = ? AND f.band IN (\(plan.findingBands)) ORDER BY f.position
                """
        } else {
            // "controls", "values" and "counterweights" are families in the plural.
            sql = """
                SELECT m.block, m.text, coalesce(b.score, 0) FROM mention m JOIN concept c ON c.id = m.concept
                JOIN block b ON b.version_id = m.version_id AND b.position = m.block
                WHERE m.version_id = ? AND m.is_live AND c.family = '\(measure.id.dropLast())'
                  AND (c.family <> 'control' OR \(EvidenceReader.isPower(by: plan)))
                ORDER BY m.position
                """
        }
        return try Row.fetchAll(database, sql: sql, arguments: [document.version]).map { ($0[0], $0[1], $0[2]) }
    }
}
