internal import Reporting
internal import TextModel

/// The lines around an export of JSON lines, by which an import knows that nothing is missing.
///
/// The first names the schema; the last has the number of rows by table, and the SHA-256 of everything before it. Rows
/// outside of a frame are those of another program, and of earlier versions of this one.
struct ExportFrame {
    /// What the key `table` says in the first line and in the last.
    static let (begin, end) = ("export", "end")

    /// The first line.
    static var firstLine: [UInt8] {
        line(begin) { $0.integer("schema", Schema.version) }
    }

    private var counts: [String: Int] = [:]
    private var hash = SHA256()

    /// Notes bytes that were written.
    mutating func add(_ bytes: [UInt8]) { hash.update(bytes) }

    /// Notes a row of a table.
    mutating func count(_ table: String) { counts[table, default: 0] += 1 }

    /// The last line after everything that was noted.
    var lastLine: [UInt8] {
        Self.line(Self.end) { json in
            json.counts("rows", counts)
            json.string("sha256", hash.hexDigest())
        }
    }

    private static func line(_ name: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.string("table", name)
            body(&json)
        }
        json.endLine()
        return json.bytes
    }
}

/// Looks whether the frames of the lines that are read are whole.
struct ExportFrameCheck {
    /// Offset and number of the first line of the frame that is open.
    private var open: (offset: Int, line: Int)?

    /// Takes a line that begins or ends a frame; false for any other.
    /// - Throws: ``StoreError`` where rows are missing or are not those that were exported.
    mutating func take(_ value: JSONValue, line: Int, at offset: Int, of bytes: [UInt8]) throws(StoreError) -> Bool {
        switch value["table"]?.text {
        case ExportFrame.begin:
            try finish()
            guard let schema = value["schema"]?.integer, schema <= Schema.version else {
                throw StoreError(
                    "line \(line): the export was made by a later version of counterweight; update the program")
            }
            open = (offset, line)
        case ExportFrame.end:
            guard let open, value["sha256"]?.text == SHA256.hexDigest(of: bytes[open.offset..<offset]) else {
                throw StoreError(
                    "line \(line): the rows before are not those that were exported; export them again, or take out the first line and the last of an export that was changed on purpose"
                )
            }
            self.open = nil
        default: return false
        }
        return true
    }

    /// Looks whether the last frame was closed.
    /// - Throws: ``StoreError`` where it was not.
    func finish() throws(StoreError) {
        guard let open else { return }
        throw StoreError(
            "the export that begins in line \(open.line) is cut off: its last line is missing; export it again")
    }
}
