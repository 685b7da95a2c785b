internal import GRDB

/// Makes a store as small as it can be.
package struct StoreVacuum {
    private let store: Store

    /// Works on a store that is open for writing.
    package init(_ store: Store) { self.store = store }

    /// Rebuilds the file and the index of its text; with `dropHistory`, versions that are not current go first.
    /// - Returns: Versions that were dropped.
    package func run(dropHistory: Bool) throws(StoreError) -> Int {
        let dropped = dropHistory ? try self.dropHistory() : 0
        try store.work { database in
            try database.execute(sql: "INSERT INTO block_text (block_text) VALUES ('rebuild')")
            try database.execute(sql: "INSERT INTO block_text (block_text) VALUES ('optimize')")
            try database.execute(sql: "VACUUM")
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return dropped
    }

    private func dropHistory() throws(StoreError) -> Int {
        try store.write { database in
            let old =
                "SELECT v.id FROM version v JOIN document d ON d.id = v.document_id WHERE v.id IS NOT d.version_id"
            for table in StoreTable.allCases {
                try database.execute(sql: "DELETE FROM \(table.name) WHERE version_id IN (\(old))")
            }
            try database.execute(sql: "DELETE FROM version WHERE id IN (\(old))")
            return database.changesCount
        }
    }
}
