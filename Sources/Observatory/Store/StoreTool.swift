internal import GRDB
package import Reporting

extension Store {
    /// Program and lexicon that judged most of what the store holds now.
    package func lastTool() throws(StoreError) -> ToolInfo {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT e.program, e.lexicon, e.lexicon_sha256 FROM document d
                    JOIN version v ON v.id = d.version_id JOIN engine e ON e.id = v.engine_id
                    GROUP BY e.id ORDER BY count(*) DESC, e.id DESC LIMIT 1
                    """)
            return ToolInfo(
                name: "counterweight", version: row?[0] ?? "unknown", lexiconVersion: row?[1] ?? "unknown",
                lexiconHash: row?[2] ?? "unknown")
        }
    }
}
