internal import TextModel

/// A table of the documents of a corpus: CSV, TSV or JSON lines, with a column `path` and any of those that
/// ``MetadataField`` names.
package struct Manifest: Sendable {
    /// The documents, in order of the file, each path once.
    package private(set) var documents: [(path: String, metadata: DocumentMetadata)] = []
    /// Columns that say nothing that is known here, in order of their names.
    package private(set) var ignoredColumns: [String] = []

    /// What is wrong with a manifest, and at which line.
    package struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What, where, and what to do.
        package let description: String
    }

    /// Reads a manifest; the ending of its name tells the format: .csv, .tsv, .jsonl or .ndjson.
    ///
    /// Paths are relative to the folder of the manifest.
    /// - Throws: ``Malformed`` for the first line that cannot be read.
    package init(_ bytes: [UInt8], path: String) throws(Malformed) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var reading = Reading(path: path, folder: folder)
        let ending = path.lowercased()
        if ending.hasSuffix(".csv") {
            try reading.readTable(DelimitedText(bytes, delimiter: UInt8(ascii: ",")))
        } else if ending.hasSuffix(".tsv") {
            try reading.readTable(DelimitedText(bytes, delimiter: 0x09))
        } else if ending.hasSuffix(".jsonl") || ending.hasSuffix(".ndjson") {
            try reading.readLines(bytes)
        } else {
            throw Malformed(description: "\(path): is no manifest by its name; known: .csv, .tsv, .jsonl, .ndjson")
        }
        guard !reading.documents.isEmpty else {
            throw Malformed(description: "\(path): the manifest names no document")
        }
        documents = reading.documents
        ignoredColumns = reading.ignored.sorted()
    }
}

/// A manifest being read.
private struct Reading {
    let path: String
    let folder: String
    var documents: [(path: String, metadata: DocumentMetadata)] = []
    var ignored: Set<String> = []
    private var lines: [String: Int] = [:]

    init(path: String, folder: String) {
        self.path = path
        self.folder = folder
    }

    mutating func readTable(_ table: DelimitedText) throws(Manifest.Malformed) {
        var table = table
        guard let header = try next(of: &table) else { throw error(line: 1, "the manifest is empty") }
        guard header.fields.contains(where: Self.namesPath) else {
            throw error(
                line: header.line,
                "no column is named path; the first line names the columns, such as path, title, year, country")
        }
        while let record = try next(of: &table) {
            guard record.fields.count <= header.fields.count else {
                throw error(
                    line: record.line,
                    "has \(record.fields.count) fields, but there are \(header.fields.count) columns; put fields that hold the delimiter into quotation marks"
                )
            }
            try add(Array(zip(header.fields, record.fields)), line: record.line)
        }
    }

    private func next(of table: inout DelimitedText) throws(Manifest.Malformed) -> DelimitedText.Record? {
        do throws(DelimitedText.Malformed) { return try table.next() } catch {
            throw self.error(line: error.line, error.message)
        }
    }

    mutating func readLines(_ bytes: [UInt8]) throws(Manifest.Malformed) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONParser.value(of: Array(line))
            } catch {
                throw self.error(line: index + 1, "byte \(error.offset): \(error.message)")
            }
            guard case .object(let members) = value else { throw error(line: index + 1, "is no JSON object") }
            try add(members.sorted { $0.key < $1.key }.map { ($0.key, Self.text(of: $0.value)) }, line: index + 1)
        }
    }

    private mutating func add(_ values: [(String, String)], line: Int) throws(Manifest.Malformed) {
        var metadata = DocumentMetadata()
        var name: String?
        for (column, value) in values {
            if Self.namesPath(column) {
                name = value
            } else if let field = MetadataField(name: column) {
                do throws(MetadataField.Malformed) {
                    try field.put(value, into: &metadata)
                } catch {
                    throw self.error(line: line, "\(column): \(error.message)")
                }
            } else {
                ignored.insert(column)
            }
        }
        guard let name, !name.isEmpty else { throw error(line: line, "has no path") }
        let full = ScanItem.normalized(name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)")
        if let first = lines.updateValue(line, forKey: full) {
            throw error(line: line, "\(name) stands in line \(first) already")
        }
        documents.append((full, metadata))
    }

    private func error(line: Int, _ message: String) -> Manifest.Malformed {
        Manifest.Malformed(description: "\(path):\(line): \(message)")
    }

    private static func namesPath(_ column: String) -> Bool { ["path", "file"].contains(column.lowercased()) }

    private static func text(of value: JSONValue) -> String {
        if case .bool(let flag) = value { return String(flag) }
        return value.text ?? value.integer.map { String($0) } ?? ""
    }
}
