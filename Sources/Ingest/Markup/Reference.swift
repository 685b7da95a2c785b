/// An entity or character reference in a decoded file.
struct Reference {
    /// What it refers to.
    enum Target {
        /// A character by its code; empty when the code names no character.
        case character([UInt8])
        /// An entity by its name.
        case named(String)
    }

    /// What it refers to.
    let target: Target
    /// Offset after it.
    let end: Int
    /// Whether it is a code that HTML means in windows-1252 though it says Unicode; its text as browsers show it.
    private(set) var webText: [UInt8]?

    /// The reference that starts with the ampersand at `start`; `nil` when there is none.
    ///
    /// HTML takes a character reference without its semicolon; a named one needs it in both.
    init?(in bytes: Span<UInt8>, at start: Int, isHTML: Bool) {
        guard start + 2 < bytes.count else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") {
            self.init(numericIn: bytes, at: start, isHTML: isHTML)
        } else {
            self.init(namedIn: bytes, at: start)
        }
    }

    private init?(namedIn bytes: Span<UInt8>, at start: Int) {
        var index = start + 1
        while index < bytes.count, index - start <= 128, Self.isNameByte(bytes[index]) { index += 1 }
        guard index > start + 1, index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
        var name: [UInt8] = []
        for offset in (start + 1)..<index { name.append(bytes[offset]) }
        target = .named(String(decoding: name, as: UTF8.self))
        end = index + 1
    }

    private init?(numericIn bytes: Span<UInt8>, at start: Int, isHTML: Bool) {
        let isHex = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
        var index = start + (isHex ? 3 : 2)
        let digits = index
        var value: UInt32 = 0
        while index < bytes.count, let digit = Self.digit(bytes[index], isHex: isHex) {
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            index += 1
        }
        guard index > digits else { return nil }
        let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: ";")
        guard isClosed || isHTML else { return nil }
        end = isClosed ? index + 1 : index
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        target = .character(scalar.flatMap { UTF8.encode($0) }.map { Array($0) } ?? [])
        if isHTML, (0x80...0x9F).contains(value), let shown = Unicode.Scalar(Self.windows1252[Int(value) - 0x80]) {
            webText = UTF8.encode(shown).map { Array($0) }
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80...0xFF, 0x5F, 0x2D, 0x2E, 0x3A: true
        default: false
        }
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x61...0x66 where isHex: UInt32(byte - 0x61 + 10)
        case 0x41...0x46 where isHex: UInt32(byte - 0x41 + 10)
        default: nil
        }
    }

    /// Codes 0x80 to 0x9F of windows-1252.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
        0x017E, 0x0178,
    ]
}
