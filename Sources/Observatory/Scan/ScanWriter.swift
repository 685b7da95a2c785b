internal import GRDB

/// The side of a scan that writes: puts what became of each document into the store.
struct ScanWriter {
    /// What the store knows of a document before it is scanned again.
    struct Known {
        let id: Int64
        let sha256: String?
        let engine: Int64?
        let size: Int?
        let modified: Int?
        /// Why it failed, if it did.
        let error: String?
        /// Whether the failure took so much time or memory that it is not tried again within the same limits.
        let isExhausting: Bool
        /// What it was allowed when it failed; no memory stands for no limit.
        let limits: (timeout: Double?, memory: Int?)
        /// Whether the store was told to forget it.
        let isForgotten: Bool
        let metadata: StoredMetadata
    }

    private let database: Database
    private let engine: Int64
    private let run: Int64
    private let options: Scan.Options
    private let inserter: RowInserter
    private let lookUp: Statement
    private let addVersion: Statement
    private var index: TextIndex

    /// Prepares to write for one run of an engine.
    init(_ database: Database, engine: Int64, run: Int64, options: Scan.Options) throws {
        self.database = database
        self.engine = engine
        self.run = run
        self.options = options
        inserter = try RowInserter(database)
        index = try TextIndex(database)
        lookUp = try database.cachedStatement(
            sql: """
                SELECT d.id, v.sha256, d.engine_id, d.size, d.modified, d.error,
                  d.error_kind IS 'exhausting', d.title, d.date, d.year, d.country, d.body, c.name, d.kind, d.language,
                  d.address, d.timeout, d.memory_limit, d.is_forgotten
                FROM document d
                LEFT JOIN version v ON v.id = d.version_id
                LEFT JOIN collection c ON c.id = d.collection_id
                WHERE d.path = ?
                """)
        let columns = ["document_id", "number", "engine_id", "run_id"] + VersionFacts.columns
        addVersion = try database.cachedStatement(
            sql:
                "INSERT INTO version (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
        )
    }

    /// What the store knows of a document; `nil` when it is new.
    func known(_ path: String) throws -> Known? {
        try Row.fetchOne(lookUp, arguments: [path]).map { row in
            Known(
                id: row[0], sha256: row[1], engine: row[2], size: row[3], modified: row[4], error: row[5],
                isExhausting: row[6], limits: (row[16], row[17]), isForgotten: row[18],
                metadata: StoredMetadata(
                    title: row[7], date: row[8], year: row[9], country: row[10], body: row[11], collection: row[12],
                    kind: row[13], language: row[14], address: row[15]))
        }
    }

    /// Whether the store's judgement of a document is by this engine with this metadata.
    func isCurrent(_ known: Known, for metadata: StoredMetadata) -> Bool {
        known.engine == engine && known.metadata.kind == (metadata.kind ?? known.metadata.kind)
            && known.metadata.language == (metadata.language ?? known.metadata.language)
    }

    /// Whether a document was given up and this scan allows no more than that one did.
    func isGivenUp(_ known: Known) -> Bool {
        guard known.isExhausting, !options.retry, let timeout = known.limits.timeout else { return false }
        return options.timeout <= timeout && (options.memoryLimit ?? .max) <= known.limits.memory ?? .max
    }

    /// Brings the metadata of a document up to date where it differs; facts that are not given now stay.
    func update(_ known: Known, to metadata: StoredMetadata) throws {
        let filled = metadata.filled(from: known.metadata)
        if known.metadata != filled { try write(filled, of: known.id) }
    }

    /// Ends the transaction, so that what was written is safe.
    mutating func commit() throws {
        try index.update()
        try database.commit()
    }

    /// Writes what became of a document, of which the store knew this much before.
    func write(_ answer: WorkAnswer, path: String, known: Known?, metadata: StoredMetadata) throws {
        let document = try known?.id ?? addDocument(path)
        let filled = metadata.filled(from: known?.metadata)
        if known?.metadata ?? StoredMetadata() != filled { try write(filled, of: document) }
        if let known { try noteReturn(of: known, answer) }
        switch answer.outcome {
        case .unchanged: try write(answer, of: document)
        case .failed(let kind, let message): try write(answer, of: document, error: (message, kind))
        case .judged(let facts, let rows):
            let number = try known.map { try nextNumber(of: $0.id) } ?? 1
            let keys: [(any DatabaseValueConvertible)?] = [document, number, engine, run]
            try addVersion.execute(arguments: StatementArguments(keys + facts.arguments))
            let version = database.lastInsertedRowID
            try inserter.insert(rows, version: version)
            try write(answer, of: document, version: version)
        }
    }

    private func nextNumber(of document: Int64) throws -> Int {
        let newest = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT max(number) FROM version WHERE document_id = ?"),
            arguments: [document])
        return (newest ?? 0) + 1
    }

    /// Has copies looked for again where a version becomes stale, or comes back, since no new one says so.
    private func noteReturn(of known: Known, _ answer: WorkAnswer) throws {
        let fails = if case .failed = answer.outcome { true } else { false }
        guard known.isForgotten || fails != (known.error != nil) else { return }
        try database.execute(sql: "DELETE FROM copies_found")
    }

    private func addDocument(_ path: String) throws -> Int64 {
        try database.cachedStatement(sql: "INSERT INTO document (path) VALUES (?)").execute(arguments: [path])
        return database.lastInsertedRowID
    }

    /// Notes an attempt; without a new version the one before stays.
    private func write(
        _ answer: WorkAnswer, of document: Int64, error: (message: String, kind: WorkAnswer.FailureKind)? = nil,
        version: Int64? = nil
    ) throws {
        try database.cachedStatement(
            sql: """
                UPDATE document SET error = ?, error_kind = ?, engine_id = ?, size = ?, modified = ?, timeout = ?,
                  memory_limit = ?, is_forgotten = 0, version_id = coalesce(?, version_id) WHERE id = ?
                """
        ).execute(arguments: [
            error?.message, error?.kind.rawValue, engine, answer.size, answer.modified,
            error.map { _ in options.timeout }, error.flatMap { _ in options.memoryLimit }, version, document,
        ])
    }

    private func write(_ metadata: StoredMetadata, of document: Int64) throws {
        var collection: Int64?
        if let name = metadata.collection {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO collection (name) VALUES (?)").execute(
                arguments: [name])
            collection = try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM collection WHERE name = ?"), arguments: [name])
        }
        try database.cachedStatement(
            sql: """
                UPDATE document SET title = ?, date = ?, year = ?, country = ?, body = ?, kind = ?, language = ?,
                  address = ?, collection_id = ? WHERE id = ?
                """
        ).execute(arguments: [
            metadata.title, metadata.date, metadata.year, metadata.country, metadata.body, metadata.kind,
            metadata.language, metadata.address, collection, document,
        ])
    }
}

/// What the `document` table says of a document beside its path.
struct StoredMetadata: Hashable {
    var title: String?
    var date: String?
    var year: Int?
    var country: String?
    var body: String?
    var collection: String?
    var kind: String?
    var language: String?
    var address: String?

    /// These facts, and where one is missing that of `other`.
    func filled(from other: StoredMetadata?) -> StoredMetadata {
        guard let other else { return self }
        return StoredMetadata(
            title: title ?? other.title, date: date ?? other.date, year: year ?? other.year,
            country: country ?? other.country, body: body ?? other.body, collection: collection ?? other.collection,
            kind: kind ?? other.kind, language: language ?? other.language, address: address ?? other.address)
    }
}

extension StoredMetadata {
    /// As the store keeps what is known of a document; the year follows from the date.
    init(_ metadata: DocumentMetadata) {
        self.init(
            title: metadata.title, date: metadata.date,
            year: metadata.year ?? metadata.date.flatMap { Int($0.prefix(4)) }, country: metadata.country,
            body: metadata.body, collection: metadata.collection, kind: metadata.kind?.rawValue,
            language: metadata.language, address: metadata.address)
    }
}
