internal import GRDB

/// Looks a store over: whether the file is sound, its parts fit together, what was found is whole, and how large they
/// are.
package struct StoreCheck {
    /// What was seen.
    package struct Result: Sendable {
        /// What is wrong, one sentence each; empty for a sound store.
        package let problems: [String]
        /// Rows of each table, in order of the tables.
        package let rows: [(table: String, count: Int)]
        /// Bytes of the database file.
        package let bytes: Int
        /// Bytes that the index of the full text takes.
        package let indexBytes: Int?
        /// Documents that could not be judged.
        package let failed: Int
    }

    private let store: Store

    /// A check of a store that is open for writing, since the full text is checked through a command to its index.
    package init(_ store: Store) { self.store = store }

    /// Looks everything over. Linear in the size of the store.
    package func run() throws(StoreError) -> Result {
        try store.write { database in
            var problems: [String] = []
            for message in try String.fetchAll(database, sql: "PRAGMA integrity_check") where message != "ok" {
                problems.append("the file is damaged: \(message)")
            }
            let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            if dangling > 0 { problems.append("\(dangling) rows refer to rows that are not there") }
            do {
                try database.execute(sql: "INSERT INTO block_text (block_text, rank) VALUES ('integrity-check', 1)")
            } catch {
                problems.append("the index of the full text does not fit the blocks; run: counterweight store vacuum")
            }
            for (table, columns) in [("mention", ["block"]), ("finding", ["block"]), ("credit", ["block"])] {
                for column in columns {
                    let lost = try Int.fetchOne(
                        database,
                        sql: """
                            SELECT count(*) FROM \(table) t WHERE NOT EXISTS
                              (SELECT 1 FROM block b WHERE b.version_id = t.version_id AND b.position = t.\(column))
                            """)
                    if let lost, lost > 0 { problems.append("\(lost) rows of \(table) stand in no block") }
                }
            }
            problems += try Self.changed(in: database)
            let rows = try Self.tables.map { table in
                (table, try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)
            }
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
            let index = try Int.fetchOne(database, sql: "SELECT sum(length(block)) FROM block_text_data")
            let failed = try Int.fetchOne(database, sql: "SELECT count(*) FROM document WHERE error IS NOT NULL") ?? 0
            return Result(
                problems: problems, rows: rows, bytes: pages * pageSize, indexBytes: index, failed: failed)
        }
    }

    /// Versions whose rows are not those that were found, by the hash that each of them has.
    private static func changed(in database: Database) throws -> [String] {
        let check = try DigestCheck(database)
        let versions = try Row.fetchAll(
            database,
            sql: """
                SELECT d.path, v.number, v.id, v.digest FROM version v JOIN document d ON d.id = v.document_id
                ORDER BY d.path, v.number
                """)
        return try versions.compactMap { row in
            let (path, number, id, digest): (String, Int, Int64, String) = (row[0], row[1], row[2], row[3])
            guard try check.digest(of: id) != digest else { return nil }
            return "\(path), version \(number): the rows are not those that were found; scan it again into a new store"
        }
    }

    private static let tables = [
        "collection", "engine", "run", "document", "version", "block", "mention", "link", "finding", "credit",
        "profile", "copy", "review", "event", "talk", "page", "audit",
    ]
}
