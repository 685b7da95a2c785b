/// Records of a text with commas or tabs between fields, as RFC 4180 describes it.
///
/// A field in quotation marks may hold delimiters and line breaks, and two quotation marks stand for one. Empty lines
/// are left out.
struct DelimitedText {
    /// Fields of a record, and the line at which it begins, from 1.
    typealias Record = (fields: [String], line: Int)

    /// A field that cannot be read.
    struct Malformed: Error {
        /// Line at which the field begins.
        let line: Int
        /// What is wrong, and what to do.
        let message: String
    }

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    private var line = 1

    /// The records of UTF-8 bytes; a byte order mark is skipped.
    init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// The next record.
    /// - Throws: ``Malformed`` for a quotation mark that would take what follows into its field, and for bytes that are not
    ///   UTF-8.
    mutating func next() throws(Malformed) -> Record? {
        while index < bytes.count {
            let start = line
            let fields = try record()
            if fields != [""] { return (fields, start) }
        }
        return nil
    }

    private mutating func record() throws(Malformed) -> [String] {
        var fields: [String] = []
        while true {
            let start = line
            guard let field = String(validating: try field(), as: UTF8.self) else {
                throw Malformed(line: start, message: "field \(fields.count + 1) is not UTF-8; save the table as UTF-8")
            }
            fields.append(field)
            guard index < bytes.count else { return fields }
            let byte = bytes[index]
            index += 1
            guard byte != delimiter else { continue }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            line += 1
            return fields
        }
    }

    private mutating func field() throws(Malformed) -> [UInt8] {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quotedField() }
        let start = index
        while !isAtEndOfField { index += 1 }
        return Array(bytes[start..<index])
    }

    private mutating func quotedField() throws(Malformed) -> [UInt8] {
        let start = line
        var field: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.count, bytes[index] == byte else {
                    guard isAtEndOfField else {
                        throw Malformed(
                            line: start,
                            message: "something follows a closing quotation mark; write two for one in a field")
                    }
                    return field
                }
                index += 1
            } else if byte == 0x0A {
                line += 1
            }
            field.append(byte)
        }
        throw Malformed(
            line: start, message: "a quotation mark is not closed; close it, or write two for one in a field")
    }

    private var isAtEndOfField: Bool {
        index == bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    /// A field as it is written: in quotation marks where it has to be.
    static func field(_ text: String) -> String {
        let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D]
        guard text.utf8.contains(where: special.contains) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
