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

    /// The same document as another version has it.
    func at(version: Int64, measures: [String: [String: Double]]) -> StoredDocument {
        StoredDocument(
            version: version, path: path, title: title, date: date, year: year, country: country, body: body,
            collection: collection, kind: kind, address: address, words: words, sentences: sentences,
            measures: measures)
    }

    /// One count.
    package func count(_ measure: String, _ key: String = "") -> Double { measures[measure]?[key] ?? 0 }
}

extension Store {
    /// Documents with their counts, in order of their paths.
    ///
    /// Those without a judgement are left out; ``coverage(_:)`` counts them.
    package func documents(_ filter: DocumentFilter = DocumentFilter()) throws(StoreError) -> [StoredDocument] {
        try read { database in
            var documents: [StoredDocument] = []
            try forEachDocument(filter, in: database) { documents.append($0) }
            return documents
        }
    }

    /// Visits the documents of ``documents(_:)`` one at a time, so that memory does not grow with the store.
    func forEachDocument(
        _ filter: DocumentFilter, in database: Database, _ body: (StoredDocument) throws -> Void
    ) throws {
        let (condition, arguments) = filter.condition
        let counts = try database.makeStatement(sql: "SELECT measure, key, value FROM profile WHERE version_id = ?")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT version_id, path, title, date, year, country, body, collection, kind, address, words, sentences
                FROM documents d WHERE \(condition) ORDER BY path
                """, arguments: arguments)
        while let row = try rows.next() {
            var measures: [String: [String: Double]] = [:]
            let cursor = try Row.fetchCursor(counts, arguments: [row[0] as Int64])
            while let count = try cursor.next() { measures[count[0], default: [:]][count[1]] = count[2] }
            try body(
                StoredDocument(
                    version: row[0], path: row[1], title: row[2], date: row[3], year: row[4], country: row[5],
                    body: row[6], collection: row[7], kind: row[8], address: row[9], words: row[10],
                    sentences: row[11], measures: measures))
        }
    }

    /// Documents that were found, that could be judged, and that have a finding someone decided about.
    package func coverage() throws(StoreError) -> (found: Int, judged: Int, reviewed: Int) {
        try read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return (
                try count("SELECT count(*) FROM documents"),
                try count("SELECT count(*) FROM documents WHERE is_judged"),
                try count("SELECT count(DISTINCT path) FROM review WHERE path IN (SELECT path FROM documents)")
            )
        }
    }
}
