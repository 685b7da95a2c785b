import TextModel

/// One pass over bytes that may be UTF-8.
struct UTF8Check: Sendable {
    /// Offset of the first byte that is no valid UTF-8.
    private(set) var firstInvalid: Int?
    /// Bytes that belong to no valid sequence; a broken sequence counts once.
    private(set) var invalidCount = 0
    /// Valid sequences of more than one byte.
    private(set) var multibyteCount = 0

    /// Whether every byte is valid.
    var isValid: Bool { firstInvalid == nil }

    /// Checks all of `bytes`.
    init(_ bytes: [UInt8]) {
        let span = bytes.span
        var index = 0
        while index < span.count {
            if let eight = EightBytes(span, at: index), eight.isASCII {
                index += 8
                continue
            }
            if span[index] < 0x80 {
                index += 1
                continue
            }
            let length = Self.sequenceLength(span, at: index)
            if length > 0 {
                multibyteCount += 1
                index += length
            } else {
                if firstInvalid == nil { firstInvalid = index }
                invalidCount += 1
                index += 1
                while index < span.count, span[index] & 0xC0 == 0x80 { index += 1 }
            }
        }
    }

    /// Length of the valid sequence at `index`, or 0: overlong forms, surrogates and values above U+10FFFF are invalid.
    static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
        }
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
