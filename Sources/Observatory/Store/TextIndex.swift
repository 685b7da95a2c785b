internal import GRDB

/// Keeps the index of the full text abreast of the blocks.
///
/// A trigger would index each block as it is added, but SQLite empties the memory of the index before every statement
/// that has a trigger, which makes it many times slower. So whoever adds blocks brings the index up to date once, before
/// the end of the transaction: blocks and index then come into the store together or not at all.
struct TextIndex {
    private let database: Database
    private let addition: Statement
    /// Blocks up to this one are indexed.
    private var last: Int64

    /// The index of a store in which all blocks are indexed.
    init(_ database: Database) throws {
        self.database = database
        addition = try database.cachedStatement(
            sql: "INSERT INTO block_text (rowid, text) SELECT id, text FROM block WHERE id > ? ORDER BY id")
        last = try Self.newest(database)
    }

    /// Indexes the blocks that were added since; linear in their text.
    mutating func update() throws {
        try addition.execute(arguments: [last])
        last = try Self.newest(database)
    }

    private static func newest(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM block")) ?? 0
    }
}
