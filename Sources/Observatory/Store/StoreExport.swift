internal import Foundation
internal import GRDB
internal import Reporting
internal import TextModel

/// Writes the contents of a store: one CSV file for each table, or JSON lines with everything.
///
/// The same contents give the same bytes, whatever the order in which they came to the store. Rows are written as they
/// are read, so memory does not grow with the store.
package struct StoreExport {
    /// How to write.
    package enum Format: String, Sendable, CaseIterable {
        /// A folder of CSV files with a header each.
        case csv
        /// One JSON object a line, with its table as the first key.
        case jsonl
    }

    /// Names of the tables that an export holds, in order.
    package static var tables: [String] { ExportTable.all.map(\.name) }

    private let store: Store

    /// An export of a store.
    package init(_ store: Store) { self.store = store }

    /// Writes every table; `write` gets the name of the table and some lines of it, again and again.
    /// - Throws: ``StoreError``, or what `write` throws.
    package func write(_ format: Format, to write: (_ table: String, _ bytes: [UInt8]) throws -> Void) throws {
        var frame = ExportFrame()
        func writeLines(_ table: String, _ bytes: [UInt8]) throws {
            if format == .jsonl { frame.add(bytes) }
            try write(table, bytes)
        }
        try store.database.read { database in
            if format == .jsonl { try writeLines(ExportFrame.begin, ExportFrame.firstLine) }
            for table in ExportTable.all {
                if format == .csv {
                    try write(table.name, Array((table.columns.map(\.name).joined(separator: ",") + "\n").utf8))
                }
                var bytes: [UInt8] = []
                let rows = try Row.fetchCursor(database, sql: table.query)
                while let row = try rows.next() {
                    if format == .csv {
                        Self.append(row, of: table, toCSV: &bytes)
                    } else {
                        Self.append(row, of: table, toLines: &bytes)
                        frame.count(table.name)
                    }
                    if bytes.count > 1 << 16 {
                        try writeLines(table.name, bytes)
                        bytes.removeAll(keepingCapacity: true)
                    }
                }
                if !bytes.isEmpty { try writeLines(table.name, bytes) }
            }
            if format == .jsonl { try write(ExportFrame.end, frame.lastLine) }
        }
    }

    private static func append(_ row: Row, of table: ExportTable, toCSV bytes: inout [UInt8]) {
        for (index, column) in table.columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: DelimitedText.field(text(of: row, index, column.kind) ?? "").utf8)
        }
        bytes.append(0x0A)
    }

    private static func append(_ row: Row, of table: ExportTable, toLines bytes: inout [UInt8]) {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("table", table.name)
            for (index, column) in table.columns.enumerated() {
                switch column.kind {
                case .integer: json.integer(column.name, row[index])
                case .real:
                    if let value: Double = row[index] {
                        json.number(column.name, value)
                    } else {
                        json.null(column.name)
                    }
                case .text, .json, .hexadecimal: json.string(column.name, text(of: row, index, column.kind))
                }
            }
        }
        json.endLine()
        bytes += json.bytes
    }

    private static func text(of row: Row, _ index: Int, _ kind: ExportTable.Kind) -> String? {
        switch kind {
        case .integer: (row[index] as Int?).map { String($0) }
        case .real: (row[index] as Double?).map { String(describing: $0) }
        case .text, .json: row[index]
        case .hexadecimal: (row[index] as Data?).map { Hexadecimal.text(Array($0)) }
        }
    }
}

/// Bytes as pairs of digits.
enum Hexadecimal {
    /// The digits of bytes, in lower case.
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes that digits stand for, or `nil`.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(hexDigits: digits[index..<(index + 2)]) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
