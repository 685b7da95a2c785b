internal import GRDB
internal import Reporting
internal import TextModel

extension Receipt {
    /// The receipt of a question about a store: the documents that it was about, and the hash of the answer.
    ///
    /// `version` is that of the program that answers, which need not be the one that judged.
    /// - Throws: ``StoreError`` when the store cannot be read.
    package init(
        question command: [String], version: String, seed: UInt64, filter: DocumentFilter, in store: Store,
        answer: [UInt8]
    ) throws(StoreError) {
        let judge = try store.lastTool()
        let inputs = try store.read { database in
            let (condition, arguments) = filter.condition
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT d.path, v.sha256, v.digest FROM documents d JOIN version v ON v.id = d.version_id
                    WHERE \(condition) ORDER BY d.path
                    """, arguments: arguments
            ).map { Input(path: $0[0], sha256: $0[1], found: $0[2]) }
        }
        self.init(
            command: command,
            tool: ToolInfo(
                name: judge.name, version: version, lexiconVersion: judge.lexiconVersion,
                lexiconHash: judge.lexiconHash),
            seed: Int(clamping: seed), inputs: inputs, result: SHA256.hexDigest(of: answer))
    }
}
