package import GRDB
internal import Glibc

/// A corpus that was judged, kept in one SQLite file: documents, their versions, what was found in them, and what
/// people decided about it.
///
/// A store is open for reading or for writing. Any number of programs may read while one writes; a second one that
/// wants to write is told who does. ``Schema`` says what the tables are.
package struct Store: Sendable {
    /// What a program wants of a store.
    package enum Access: Sendable {
        /// Look at it; it has to exist.
        case reading
        /// Change it; `purpose` is what another program is told meanwhile.
        case writing(purpose: String)
        /// Change it, and make it when there is none.
        case creating(purpose: String)
    }

    /// Where it lies.
    package let path: String
    /// The database: read it through views and tables as ``Schema`` describes them.
    package let database: DatabaseQueue
    private let lock: StoreLock?

    /// Marks a database as ours in its header: "CWob".
    static let applicationID = 0x4357_6F62

    /// Opens a store, and brings the tables of an older program up to date when it is open for writing.
    /// - Throws: ``StoreError`` when there is none, another program writes to it, it is no store, or it was made by a
    ///   later version of the program.
    package init(path: String, for access: Access) throws(StoreError) {
        self.path = path
        let exists = unsafe Glibc.access(path, F_OK) == 0
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384")
        }
        switch access {
        case .reading:
            guard exists else { throw Self.missing(path) }
            configuration.readonly = true
            lock = nil
        case .writing(let purpose):
            guard exists else { throw Self.missing(path) }
            lock = try StoreLock(store: path, purpose: purpose)
        case .creating(let purpose):
            lock = try StoreLock(store: path, purpose: purpose)
        }
        do {
            if !configuration.readonly { configuration.journalMode = .wal }
            database = try DatabaseQueue(path: path, configuration: configuration)
            if configuration.readonly {
                try database.read { try Self.verify($0, path: path) }
            } else {
                try database.write { database in
                    if try database.tableExists("grdb_migrations") || database.tableExists("sqlite_sequence") {
                        try Self.verify(database, path: path, isComplete: false)
                        try Schema.renameMigrations(database)
                    } else if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 {
                        throw Self.foreign(path)
                    }
                    try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                }
                try Schema.migrator.migrate(database)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Reads with a consistent view of the store.
    package func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.read(body) } catch { throw StoreError(error, path: path) }
    }

    /// Writes in one transaction: all or nothing.
    package func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.write(body) } catch { throw StoreError(error, path: path) }
    }

    /// Works outside of a transaction; the body begins and commits its own.
    func work<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.writeWithoutTransaction(body) } catch { throw StoreError(error, path: path) }
    }

    /// Works outside of a transaction on rows that refer only to what is known to be there: it is not looked up for each of
    /// them, which takes as long as to add it. ``StoreCheck`` looks for what refers to nothing.
    func load<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try work { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
            return try body(database)
        }
    }

    private static func verify(_ database: Database, path: String, isComplete: Bool = true) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else { throw foreign(path) }
        let (known, applied) = (Set(Schema.migrator.migrations), try Schema.appliedMigrations(database))
        guard applied.isSubset(of: known) else {
            throw StoreError("\(path): the store was made by a later version of counterweight; update the program")
        }
        guard !isComplete || known.isSubset(of: applied) else {
            throw StoreError(
                "\(path): the store was made by an earlier version of counterweight; run: counterweight store check \(path)"
            )
        }
    }

    private static func missing(_ path: String) -> StoreError {
        StoreError("\(path): there is no such store; make one with: counterweight scan PATH --store \(path)")
    }

    private static func foreign(_ path: String) -> StoreError {
        StoreError("\(path): is an SQLite database, but no store of counterweight; give another --store")
    }
}
