internal import GRDB
internal import GRDBSQLite

/// Puts the rows of ``RowWriter`` into their tables.
///
/// Most of the time of a writer goes by here, so values go from the received bytes to SQLite as they lie there. This is
/// the only place that speaks to SQLite below GRDB.
struct RowInserter {
    private let database: Database
    private let statements: [Statement]

    /// Prepares a statement for each table.
    init(_ database: Database) throws {
        self.database = database
        statements = try StoreTable.allCases.map { try database.cachedStatement(sql: $0.insertion) }
    }

    /// Adds all rows to a version.
    /// - Throws: `DatabaseError`; ``StoreError`` when the bytes are no rows, which would be a defect.
    func insert(_ rows: ArraySlice<UInt8>, version: Int64) throws {
        try unsafe rows.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                guard let table = unsafe StoreTable(rawValue: buffer[offset]) else { throw Self.malformed }
                offset += 1
                let statement = unsafe statements[Int(table.rawValue)].sqliteStatement
                unsafe sqlite3_bind_int64(statement, 1, version)
                for column in 0..<table.columns.count {
                    try unsafe bind(CInt(column + 2), of: statement, from: buffer, at: &offset)
                }
                let code = unsafe sqlite3_step(statement)
                unsafe sqlite3_reset(statement)
                guard code == SQLITE_DONE else {
                    let message = unsafe String(cString: sqlite3_errmsg(database.sqliteConnection))
                    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
                }
            }
        }
    }

    private static var malformed: StoreError { StoreError("a worker handed over rows that cannot be read") }

    /// Text and blobs stay where they are: the bytes outlive the step that reads them.
    private func bind(
        _ index: CInt, of statement: OpaquePointer, from buffer: UnsafeRawBufferPointer, at offset: inout Int
    ) throws {
        guard offset < buffer.count, let mark = unsafe RowWriter.Mark(rawValue: buffer[offset]) else {
            throw Self.malformed
        }
        offset += 1
        switch mark {
        case .null:
            unsafe sqlite3_bind_null(statement, index)
        case .integer, .real:
            guard offset + 8 <= buffer.count else { throw Self.malformed }
            let bits = UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
            if mark == .integer {
                unsafe sqlite3_bind_int64(statement, index, Int64(bitPattern: bits))
            } else {
                unsafe sqlite3_bind_double(statement, index, Double(bitPattern: bits))
            }
        case .text, .blob:
            guard offset + 4 <= buffer.count else { throw Self.malformed }
            let length = Int(
                UInt32(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
            offset += 4
            guard offset + length <= buffer.count else { throw Self.malformed }
            let start = unsafe buffer.baseAddress?.advanced(by: offset)
            offset += length
            if mark == .text {
                unsafe sqlite3_bind_text(
                    statement, index, start?.assumingMemoryBound(to: CChar.self), CInt(length), nil)
            } else {
                unsafe sqlite3_bind_blob(statement, index, start, CInt(length), nil)
            }
        }
    }
}
