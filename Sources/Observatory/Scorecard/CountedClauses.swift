internal import GRDB

/// In which document of a subject every copied clause counts.
///
/// It is the one with the earliest that its author asserts, by year and then by path, or with the earliest of all where
/// nobody does: who quotes a clause before it is enacted does not take it out of the count. What that document repeats of
/// the clause counts each time, since only other documents copy. Documents outside of the subject change nothing.
struct CountedClauses {
    /// Positions of the passages that do not count, by version.
    private var repeats: [Int64: Set<Int>] = [:]

    /// Chooses among the documents that a filter lets in. `subject` is what they are grouped by, as an expression on the
    /// view `documents` under the name `d`.
    init(_ database: Database, _ filter: DocumentFilter, subject: String) throws {
        let (condition, arguments) = filter.condition
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT version_id, position FROM (
                  SELECT b.version_id, b.position, first_value(b.version_id) OVER (
                    PARTITION BY \(subject), s.original_id
                    ORDER BY b.stance IS NOT 'asserted', coalesce(d.year, 9999), d.path, b.position) AS first
                  FROM (SELECT block_id, original_id FROM copy UNION SELECT original_id, original_id FROM copy) s
                  JOIN block b ON b.id = s.block_id
                  JOIN version v ON v.id = b.version_id
                  JOIN documents d ON d.id = v.document_id AND d.version_id = v.id
                  WHERE \(condition) AND EXISTS
                    (SELECT 1 FROM profile p WHERE p.version_id = v.id AND p.measure = 'own-voice-sentences'))
                WHERE version_id <> first
                """, arguments: arguments)
        while let row = try rows.next() { repeats[row[0], default: []].insert(row[1]) }
    }

    /// Whether a passage of a version counts.
    func contains(_ block: Int, of version: Int64) -> Bool { repeats[version]?.contains(block) != true }
}
