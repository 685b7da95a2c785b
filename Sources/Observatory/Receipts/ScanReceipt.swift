internal import GRDB
package import Reporting

extension Receipt {
    /// The receipt of a scan: the documents that it was about, as the store has them now, and the table that told facts of
    /// them.
    /// - Throws: ``StoreError`` when the store cannot be read.
    package init(
        scan command: [String], tool: ToolInfo, of paths: [String], manifest: Input?, in store: Store
    ) throws(StoreError) {
        let inputs = try store.read { database in
            let statement = try database.makeStatement(
                sql: """
                    SELECT CASE WHEN d.error IS NULL THEN v.sha256 END, coalesce(d.error_kind, v.digest)
                    FROM document d LEFT JOIN version v ON v.id = d.version_id WHERE d.path = ?
                    """)
            return try paths.map { path in
                let row = try Row.fetchOne(statement, arguments: [path])
                return Input(path: path, sha256: row?[0], found: row?[1])
            }
        }
        self.init(command: command, tool: tool, inputs: inputs + (manifest.map { [$0] } ?? []))
    }
}
