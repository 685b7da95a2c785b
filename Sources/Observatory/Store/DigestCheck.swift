internal import GRDB
internal import TextModel

/// Looks whether what a store has of its versions is what was found in them.
struct DigestCheck {
    private let statements: [(table: StoreTable, rows: Statement)]

    /// Prepares to read the rows in the order in which ``DocumentRows`` wrote them.
    init(_ database: Database) throws {
        statements = try StoreTable.allCases.map { table in
            let (columns, key) = (table.columns.joined(separator: ", "), table.key.joined(separator: ", "))
            return (
                table,
                try database.makeStatement(
                    sql: "SELECT \(columns) FROM \(table.name) WHERE version_id = ? ORDER BY \(key)")
            )
        }
    }

    /// SHA-256 of the rows of a version as a worker hands them over. Linear in the rows.
    func digest(of version: Int64) throws -> String {
        var hash = SHA256()
        for (table, statement) in statements {
            let rows = try Row.fetchCursor(statement, arguments: [version])
            while let row = try rows.next() {
                var writer = RowWriter()
                writer.row(table)
                for column in table.columns.indices { try Self.write(row, column, to: &writer) }
                hash.update(writer.bytes)
            }
        }
        return hash.hexDigest()
    }

    /// A value by the mark that it was written with: SQLite keeps what kind each value is.
    private static func write(_ row: Row, _ column: Int, to writer: inout RowWriter) throws {
        let value: DatabaseValue = row[column]
        switch value.storage {
        case .null: writer.integer(nil)
        case .int64(let number): writer.integer(Int(number))
        case .double(let number): writer.real(number)
        // As bytes, whatever they are.
        case .string: writer.text(try row.withUnsafeData(atIndex: column) { $0.map { Array($0) } ?? [] })
        case .blob(let data): writer.blob(Array(data))
        }
    }
}
