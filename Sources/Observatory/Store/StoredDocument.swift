internal import GRDB

/// A document as a store has it now.
package struct StoredDocument: Sendable, Hashable {
    /// Its version, which names blocks, mentions and findings in the tables.
    package let version: Int64
    /// Name in the store.
    package let path: String
    /// Title that a manifest gave or the document has.
    package let title: String?
    /// Date as YYYY, YYYY-MM or YYYY-MM-DD.
    package let date: String?
    /// Year.
    package let year: Int?
    /// Country.
    package let country: String?
    /// Authority that issued it.
    package let body: String?
    /// Collection that it belongs to.
    package let collection: String?
    /// Genre.
    package let kind: String?
    /// Address where it was published.
    package let address: String?
    /// Its words.
    package let words: Int
    /// Its sentences.
    package let sentences: Int
    /// Counts by measure and key, as the table `profile` has them; what is missing is zero.
    package let measures: [String: [String: Double]]

    /// One count.
    package func count(_ measure: String, _ key: String = "") -> Double { measures[measure]?[key] ?? 0 }
}

extension Store {
    /// Documents with their counts, in order of their paths.
    ///
    /// Those without a judgement are left out; ``coverage(_:)`` counts them.
    package func documents(_ filter: DocumentFilter = DocumentFilter()) throws(StoreError) -> [StoredDocument] {
        try read { database in
            let (condition, arguments) = filter.condition
            let counts = try database.makeStatement(sql: "SELECT measure, key, value FROM profile WHERE version_id = ?")
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT version_id, path, title, date, year, country, body, collection, kind, address, words,
                      sentences
                    FROM documents d WHERE \(condition) ORDER BY path
                    """, arguments: arguments
            ).map { row in
                var measures: [String: [String: Double]] = [:]
                let rows = try Row.fetchCursor(counts, arguments: [row[0] as Int64])
                while let count = try rows.next() { measures[count[0], default: [:]][count[1]] = count[2] }
                return StoredDocument(
                    version: row[0], path: row[1], title: row[2], date: row[3], year: row[4], country: row[5],
                    body: row[6], collection: row[7], kind: row[8], address: row[9], words: row[10],
                    sentences: row[11], measures: measures)
            }
        }
    }

    /// Documents that were found, that could be judged, and that have a finding someone decided about.
    package func coverage() throws(StoreError) -> (found: Int, judged: Int, reviewed: Int) {
        try read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return (
                try count("SELECT count(*) FROM document"),
                try count("SELECT count(*) FROM document WHERE version_id IS NOT NULL AND error IS NULL"),
                try count("SELECT count(DISTINCT path) FROM review WHERE path IN (SELECT path FROM document)")
            )
        }
    }
}
