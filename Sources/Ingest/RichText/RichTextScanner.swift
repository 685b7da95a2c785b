/// Cuts an RTF file into its groups, control words and text.
struct RichTextScanner {
    /// A piece of the file.
    enum Token: Equatable {
        case open
        case close
        /// A control word with its number: `\fs24`; a symbol is a word of one sign.
        case word(String, Int?)
        /// A character by its code in the current code page: `\'e9`.
        case code(UInt8)
        /// Text as typed.
        case text(Range<Int>)
        /// Bytes that are no text.
        case binary
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece; `nil` at the end.
    mutating func next() -> Token? {
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0 { index += 1 }
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"):
            index += 1
            return .open
        case UInt8(ascii: "}"):
            index += 1
            return .close
        case UInt8(ascii: "\\"):
            index += 1
            return control()
        default:
            let start = index
            while index < bytes.count, !Self.isSpecial(bytes[index]) { index += 1 }
            return .text(start..<index)
        }
    }

    private mutating func control() -> Token? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        guard Self.isLetter(first) else {
            index += 1
            if first == UInt8(ascii: "'"), index + 1 < bytes.count, let high = TransferDecoding.hex(bytes[index]),
                let low = TransferDecoding.hex(bytes[index + 1])
            {
                index += 2
                return .code(high << 4 | low)
            }
            // A break of the line after a backslash is a paragraph.
            return .word(first == 0x0A || first == 0x0D ? "par" : String(UnicodeScalar(first)), nil)
        }
        let start = index
        while index < bytes.count, index - start < 32, Self.isLetter(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        var number: Int?
        var isNegative = false
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), Letters.isDigit(bytes[index + 1]) {
            isNegative = true
            index += 1
        }
        let digits = index
        while index < bytes.count, index - digits < 10, Letters.isDigit(bytes[index]) {
            number = (number ?? 0) * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        if isNegative { number = number.map { -$0 } }
        if index < bytes.count, bytes[index] == 0x20 { index += 1 }
        if name == "bin" {
            index = min(bytes.count, index + max(0, number ?? 0))
            return .binary
        }
        return .word(name, number)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\") || byte == 0x0A
            || byte == 0x0D
            || byte == 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
