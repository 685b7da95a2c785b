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

    /// Reads a manifest; the ending of its name tells the format: .csv, .tsv, .jsonl or .ndjson. A table has commas,
    /// semicolons or tabs between its fields, whichever its first line has: spreadsheets write what is usual in a country.
    ///
    /// Paths are relative to the folder of the manifest.
    /// - Throws: ``Malformed`` for the first line that cannot be read.
    package init(_ bytes: [UInt8], path: String) throws(Malformed) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var reading = Reading(path: path, folder: folder)
        let ending = path.lowercased()
        if ending.hasSuffix(".csv") || ending.hasSuffix(".tsv") {
            try reading.readTable(bytes)
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

    mutating func readTable(_ bytes: [UInt8]) throws(Manifest.Malformed) {
        let usual: [UInt8] = path.lowercased().hasSuffix(".tsv") ? [0x09, 0x2C, 0x3B] : [0x2C, 0x3B, 0x09]
        // That which tells a column of paths from the others.
        let delimiter = usual.first { delimiter in
            var table = DelimitedText(bytes, delimiter: delimiter)
            return (try? table.next())?.fields.contains { Self.namesPath(Self.trimmed($0)) } == true
        }
        var table = DelimitedText(bytes, delimiter: delimiter ?? usual[0])
        guard let header = try next(of: &table) else { throw error(line: 1, "the manifest is empty") }
        guard header.fields.contains(where: { Self.namesPath(Self.trimmed($0)) }) else {
            throw error(
                line: header.line,
                "no column is named path; the first line names the columns, such as path, title, year, country")
        }
        let columns = header.fields.map(Self.trimmed)
        try check(columns, line: header.line)
        while let record = try next(of: &table) {
            guard record.fields.count <= header.fields.count else {
                throw error(
                    line: record.line,
                    "has \(record.fields.count) fields, but there are \(header.fields.count) columns; put fields that hold the delimiter into quotation marks"
                )
            }
            try add(Array(zip(columns, record.fields)), line: record.line)
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
            guard String(validating: line, as: UTF8.self) != nil else {
                throw error(line: index + 1, "is not UTF-8; save the file as UTF-8")
            }
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONParser.value(of: Array(line))
            } catch {
                throw self.error(line: index + 1, "byte \(error.offset): \(error.message)")
            }
            guard case .object(let members) = value else { throw error(line: index + 1, "is no JSON object") }
            let facts = members.sorted { $0.key < $1.key }
            try check(facts.map(\.key), line: index + 1)
            var values: [(String, String)] = []
            for (column, value) in facts {
                guard let text = Self.text(of: value) else {
                    throw self.error(line: index + 1, "\(column): is no text and no whole number; write one value")
                }
                values.append((column, text))
            }
            try add(values, line: index + 1)
        }
    }

    /// Looks that no two columns say the same thing.
    private func check(_ columns: [String], line: Int) throws(Manifest.Malformed) {
        var first: [String: String] = [:]
        for column in columns {
            guard let meaning = Self.namesPath(column) ? "path" : MetadataField(name: column)?.rawValue else {
                continue
            }
            if let other = first.updateValue(column, forKey: meaning) {
                throw error(
                    line: line, "\(column): \(other) says the \(meaning) already; leave one of the two columns out")
            }
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
                    try field.put(Self.trimmed(value), into: &metadata)
                } catch {
                    throw self.error(line: line, "\(column): \(error.message)")
                }
            } else {
                ignored.insert(column)
            }
        }
        if let date = metadata.date, let year = metadata.year, Int(date.prefix(4)) != year {
            throw error(line: line, "year: \(year) is not that of the date \(date); correct one of them")
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

    /// A text without the spaces around it.
    private static func trimmed(_ text: String) -> String {
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }

    /// A value as a table would have it; `nil` for what is no single value.
    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .bool(let flag): String(flag)
        case .number(let number): Int(exactly: number).map { String($0) }
        case .null: ""
        default: nil
        }
    }
}
