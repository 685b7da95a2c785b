internal import GRDB

/// Takes documents out of the figures and pages of a store; what was found in them stays in the history.
package struct StoreForget {
    private let store: Store

    /// Works on a store that is open for writing.
    package init(_ store: Store) { self.store = store }

    /// Forgets the documents of these paths, and all below those that name a folder or an archive, until a scan finds
    /// them again.
    /// - Returns: Documents that were forgotten.
    /// - Throws: ``StoreError`` where a path names none; nothing is forgotten then.
    package func run(_ paths: [String]) throws(StoreError) -> Int {
        let count = try store.write { database in
            // Without size and time, a scan looks at them again.
            let statement = try database.makeStatement(
                sql: """
                    UPDATE document SET is_forgotten = 1, size = NULL, modified = NULL
                    WHERE NOT is_forgotten
                      AND (path = ?1 OR substr(path, 1, length(?1) + 1) IN (?1 || '/', ?1 || '!'))
                    """)
            var count = 0
            for path in Set(paths).sorted() {
                try statement.execute(arguments: [path])
                guard database.changesCount > 0 else {
                    throw StoreError("\(path): the store has no document of this path; nothing was forgotten")
                }
                count += database.changesCount
            }
            try database.execute(sql: "DELETE FROM copies_found")
            return count
        }
        try CopyFinder(store).update()
        return count
    }
}
