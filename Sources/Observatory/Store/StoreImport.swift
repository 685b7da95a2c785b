internal import Foundation
internal import GRDB
internal import TextModel

/// Reads an export into a store, so that stores can be moved, merged and edited by other programs.
///
/// Everything happens in one transaction. Documents must not be in the store before; concepts, rules, engines and
/// reviews may.
package struct StoreImport {
    private let store: Store

    /// An import into a store that is open for writing.
    package init(_ store: Store) { self.store = store }

    /// Reads the tables that `files` holds: names of CSV tables with their bytes, or one export of JSON lines under the
    /// name "jsonl".
    /// - Returns: Number of rows.
    /// - Throws: ``StoreError`` that names table and line of the first row that does not fit; nothing is kept then.
    package func read(_ files: [String: [UInt8]]) throws(StoreError) -> Int {
        try store.write { database in
            var index = try TextIndex(database)
            var rows = ImportRows(database)
            if let lines = files["jsonl"] {
                try readLines(lines, into: &rows)
            } else {
                for table in ExportTable.all {
                    guard let bytes = files[table.name] else { continue }
                    try readTable(DelimitedText(bytes, delimiter: UInt8(ascii: ",")), table, into: &rows)
                }
            }
            try rows.finish()
            try index.update()
            return rows.count
        }
    }

    private func readLines(_ bytes: [UInt8], into rows: inout ImportRows) throws {
        var line = 0
        var start = 0
        var frame = ExportFrameCheck()
        while start < bytes.count {
            line += 1
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            defer { start = end + 1 }
            guard bytes[start..<end].contains(where: { $0 > 0x20 }) else { continue }
            guard let value = try? JSONParser.value(of: Array(bytes[start..<end])), case .object(let members) = value
            else { throw StoreError("line \(line): is no JSON object") }
            if try frame.take(value, line: line, at: start, of: bytes) { continue }
            guard let name = value["table"]?.text, let table = ExportTable.all.first(where: { $0.name == name }) else {
                throw StoreError("line \(line): names no table of a store")
            }
            if let column = table.columns.first(where: { members[$0.name]?.isNested == true }) {
                throw StoreError(
                    "\(table.name), line \(line): column \"\(column.name)\" holds a list or an object; "
                        + "columns hold texts, numbers and null")
            }
            try rows.add(table, line: line) { column in
                switch members[column] {
                case .string(let text): text.databaseValue
                case .number(let number): number.databaseValue
                case .bool(let flag): flag.databaseValue
                default: .null
                }
            }
        }
        try frame.finish()
    }

    private func readTable(_ records: DelimitedText, _ table: ExportTable, into rows: inout ImportRows) throws {
        var records = records
        func next() throws -> DelimitedText.Record? {
            do throws(DelimitedText.Malformed) { return try records.next() } catch {
                throw StoreError("\(table.name), line \(error.line): \(error.message)")
            }
        }
        guard let header = try next()?.fields else { return }
        while let record = try next() {
            let fields = Dictionary(zip(header, record.fields)) { first, _ in first }
            try rows.add(table, line: record.line) { column in
                fields[column].flatMap { $0.isEmpty ? nil : $0.databaseValue } ?? .null
            }
        }
    }
}

extension JSONValue {
    /// Whether it is made of other values, as nothing in a column is.
    fileprivate var isNested: Bool {
        switch self {
        case .array, .object: true
        case .null, .bool, .number, .string: false
        }
    }
}

/// Rows on their way into a store, with the numbers that their names have there.
private struct ImportRows {
    private(set) var count = 0
    private let database: Database
    /// Versions by number of the document that was met last; exports are in order of documents.
    private var versions: (path: String, ids: [Int: Int64]) = ("", [:])
    private var current: [(path: String, version: Int)] = []

    init(_ database: Database) { self.database = database }

    mutating func add(_ table: ExportTable, line: Int, _ value: (String) -> DatabaseValue) throws {
        do {
            try insert(table, value)
            count += 1
        } catch let error as DatabaseError {
            throw StoreError("\(table.name), line \(line): \(error.message ?? "does not fit")")
        } catch let error as StoreError {
            throw StoreError("\(table.name), line \(line): \(error.description)")
        }
    }

    /// Names the current version of each document, once all versions are there.
    func finish() throws {
        for (path, version) in current {
            try database.cachedStatement(
                sql: """
                    UPDATE document SET version_id =
                      (SELECT v.id FROM version v WHERE v.document_id = document.id AND v.number = ?2)
                    WHERE path = ?1
                    """
            ).execute(arguments: [path, version])
        }
        try database.execute(
            sql: "DELETE FROM copies_found; INSERT INTO copies_found SELECT coalesce(max(id), 0) FROM version")
    }

    private mutating func insert(_ table: ExportTable, _ value: (String) -> DatabaseValue) throws {
        switch table.name {
        case "concept", "rule", "engine": try plain(table, orIgnore: true, value)
        case "review", "event", "talk", "page", "audit": try plain(table, orIgnore: false, value)
        case "document": try document(value)
        case "version": try version(value)
        case "copy": try copy(value)
        default: try found(table, value)
        }
    }

    private func plain(_ table: ExportTable, orIgnore: Bool, _ value: (String) -> DatabaseValue) throws {
        let names = table.columns.map(\.name)
        let texts = names.map { name -> DatabaseValue in
            let given = value(name)
            // Empty and missing are one in CSV; these columns are never null.
            return given.isNull && !["intrusiveness", "touches"].contains(name) ? "".databaseValue : given
        }
        try run(
            "INSERT \(orIgnore ? "OR IGNORE " : "")INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(Self.marks(names.count)))",
            texts)
    }

    private mutating func document(_ value: (String) -> DatabaseValue) throws {
        guard let path = String.fromDatabaseValue(value("path")) else { throw StoreError("has no path") }
        if let name = String.fromDatabaseValue(value("collection")) {
            try run("INSERT OR IGNORE INTO collection (name) VALUES (?)", [name.databaseValue])
        }
        let columns = [
            "path", "title", "date", "year", "country", "body", "kind", "language", "address", "error", "error_kind",
        ]
        try run(
            """
            INSERT INTO document (\(columns.joined(separator: ", ")), collection_id, is_forgotten)
            VALUES (\(Self.marks(columns.count)), (SELECT id FROM collection WHERE name = ?), coalesce(?, 0))
            """, columns.map(value) + [value("collection"), value("is_forgotten")])
        if let number = Self.integer(value("version")) { current.append((path, number)) }
    }

    private mutating func version(_ value: (String) -> DatabaseValue) throws {
        let columns = VersionFacts.columns
        try run(
            """
            INSERT INTO version (document_id, engine_id, number, \(columns.joined(separator: ", ")))
            VALUES ((SELECT id FROM document WHERE path = ?),
              (SELECT id FROM engine WHERE program = ? AND lexicon_sha256 = ? AND settings = ?),
              ?, \(Self.marks(columns.count)))
            """,
            [value("path"), value("program"), value("lexicon_sha256"), value("settings"), value("version")]
                + columns.map(value))
        // The engine of the last version is that of the document's last attempt.
        try run(
            "UPDATE document SET engine_id = (SELECT engine_id FROM version WHERE id = ?) WHERE path = ?",
            [database.lastInsertedRowID.databaseValue, value("path")])
    }

    private mutating func found(_ table: ExportTable, _ value: (String) -> DatabaseValue) throws {
        let columns = table.columns.dropFirst(2)
        let values = columns.map { column -> DatabaseValue in
            let given = value(column.name)
            if column.kind == .hexadecimal {
                return String.fromDatabaseValue(given).flatMap(Hexadecimal.bytes).map { Data($0).databaseValue }
                    ?? .null
            }
            let isKey = ["key", "text"].contains(column.name)
            return isKey && given.isNull ? "".databaseValue : given
        }
        let id = try versionID(value("path"), value("version"))
        try run(
            "INSERT INTO \(table.name) (version_id, \(columns.map(\.name).joined(separator: ", "))) VALUES (\(Self.marks(columns.count + 1)))",
            [id.databaseValue] + values)
    }

    private mutating func copy(_ value: (String) -> DatabaseValue) throws {
        let own = try versionID(value("path"), value("version"))
        let block = "(SELECT id FROM block WHERE version_id = ? AND position = ?)"
        let original = try Int64.fetchOne(
            database,
            sql:
                "SELECT v.id FROM version v JOIN document d ON d.id = v.document_id WHERE d.path = ? AND v.number = ?",
            arguments: [value("original_path"), value("original_version")])
        try run(
            "INSERT INTO copy (block_id, original_id) VALUES (\(block), \(block))",
            [own.databaseValue, value("position"), original.databaseValue, value("original_position")])
    }

    private mutating func versionID(_ path: DatabaseValue, _ number: DatabaseValue) throws -> Int64 {
        guard let path = String.fromDatabaseValue(path), let number = Self.integer(number) else {
            throw StoreError("has no path or version")
        }
        if versions.path != path { versions = (path, [:]) }
        if let id = versions.ids[number] { return id }
        guard
            let id = try Int64.fetchOne(
                database.cachedStatement(
                    sql:
                        "SELECT v.id FROM version v JOIN document d ON d.id = v.document_id WHERE d.path = ? AND v.number = ?"
                ), arguments: [path, number])
        else { throw StoreError("no version \(number) of \(path) is there") }
        versions.ids[number] = id
        return id
    }

    private func run(_ sql: String, _ values: [DatabaseValue]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    private static func integer(_ value: DatabaseValue) -> Int? {
        Int.fromDatabaseValue(value) ?? String.fromDatabaseValue(value).flatMap { Int($0) }
    }

    private static func marks(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ", ") }
}
