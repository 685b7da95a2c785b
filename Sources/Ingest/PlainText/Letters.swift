/// What the character at a place of UTF-8 text is. ASCII is answered at once, the rest from the Unicode tables.
enum Letters {
    static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar {
        let first = UInt32(bytes[index])
        func next(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0 }
        let value: UInt32
        switch first {
        case 0..<0x80: value = first
        case 0xC0..<0xE0: value = (first & 0x1F) << 6 | next(1)
        case 0xE0..<0xF0: value = (first & 0x0F) << 12 | next(1) << 6 | next(2)
        default: value = (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
        }
        return Unicode.Scalar(value) ?? " "
    }

    static func isLower(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        return byte < 0x80 ? (0x61...0x7A).contains(byte) : scalar(in: bytes, at: index).properties.isLowercase
    }

    static func isUpper(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        return byte < 0x80 ? (0x41...0x5A).contains(byte) : scalar(in: bytes, at: index).properties.isUppercase
    }

    static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        return byte < 0x80 ? (0x61...0x7A).contains(byte | 0x20) : scalar(in: bytes, at: index).properties.isAlphabetic
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The start of the character that ends before `end`.
    static func characterStart(in bytes: [UInt8], before end: Int) -> Int {
        var index = end - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// How a stretch of text ends, closing quotes and brackets aside.
    enum Ending { case sentence, colon, comma, open }

    static func ending(of range: Range<Int>, in bytes: [UInt8]) -> Ending {
        var end = range.upperBound
        while end > range.lowerBound {
            let start = characterStart(in: bytes, before: end)
            switch scalar(in: bytes, at: start) {
            case "\"", "'", ")", "]", "*", "_", "»", "”", "’", "›": end = start
            case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "։": return .sentence
            case ":", ";", "：", "；", "؛": return .colon
            case ",", "、", "،", "，": return .comma
            default: return .open
            }
        }
        return .open
    }

    /// Whether text that ends before `end` introduces a list: by a colon or a dash.
    static func introduces(upTo end: Int, in bytes: [UInt8]) -> Bool {
        introducers.contains { end >= $0.count && bytes[(end - $0.count)..<end].elementsEqual($0) }
    }

    private static let introducers: [[UInt8]] = [":", "—", "–", "--", "：", ":-"].map { Array($0.utf8) }
}
