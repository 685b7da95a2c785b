internal import GRDB

/// Counts the words, concepts and graded findings of documents, for keyness.
struct TermCounter {
    /// What ``samples(of:)`` gives, in order.
    static let titles = ["words", "concepts", "graded findings"]

    private let database: Database

    /// Counts in a store.
    init(_ database: Database) { self.database = database }

    /// The counts of a document, one for each of ``titles``; all are counted among its words.
    func samples(of document: StoredDocument) throws -> [Keyness.Sample] {
        var words: [String: Double] = [:]
        var size = 0
        let texts = try String.fetchCursor(
            database.cachedStatement(
                sql: "SELECT text FROM block WHERE version_id = ? AND NOT is_boilerplate ORDER BY position"),
            arguments: [document.version])
        while let text = try texts.next() { size += WordCounter.count(text, into: &words) }
        let total = Double(max(size, 1))
        let concepts = try counts(
            """
            SELECT c.title, count(*) FROM mention m JOIN concept c ON c.id = m.concept
            WHERE m.version_id = ? AND m.is_live GROUP BY c.id
            """, document)
        let findings = try counts(
            """
            SELECT f.rule || ' ' || r.name || ', ' || f.band, count(*) FROM finding f JOIN rule r ON r.id = f.rule
            JOIN version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
            LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
            WHERE f.version_id = ? AND x.decision IS NOT 'dismissed' GROUP BY f.rule, f.band
            """, document)
        return [words, concepts, findings].map { Keyness.Sample(size: total, counts: $0) }
    }

    private func counts(_ sql: String, _ document: StoredDocument) throws -> [String: Double] {
        var counts: [String: Double] = [:]
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [document.version])
        while let row = try rows.next() { counts[row[0], default: 0] += row[1] }
        return counts
    }
}
