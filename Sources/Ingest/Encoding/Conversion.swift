import CLibxml2
import TextModel

/// Decodes bytes into UTF-8 and remembers where every decoded byte came from.
///
/// Encodings of one byte a character are converted through a table of 256 entries, UTF-8, UTF-16 and UTF-32 by
/// arithmetic, and the rest by iconv, character by character: its own buffering would lose the positions.
struct Conversion {
    /// Places that were invalid and became U+FFFD.
    private(set) var invalidCount = 0
    /// Offset of the first of them.
    private(set) var firstInvalid: Int?

    private enum Method {
        case utf8, utf16(bigEndian: Bool), utf32(bigEndian: Bool), table([[UInt8]]), iconv(CharacterConverter)
    }

    private let method: Method
    private var text: [UInt8] = []
    private var offsets: [UInt32] = []

    /// Prepares to decode from `name`; `nil` when iconv does not know it.
    init?(from name: String) {
        switch name {
        case "UTF-8", "US-ASCII": method = .utf8
        case "UTF-16", "UTF-16LE": method = .utf16(bigEndian: false)
        case "UTF-16BE": method = .utf16(bigEndian: true)
        case "UTF-32", "UTF-32LE": method = .utf32(bigEndian: false)
        case "UTF-32BE": method = .utf32(bigEndian: true)
        default:
            guard let converter = CharacterConverter(from: name) else { return nil }
            if let table = converter.singleByteTable(isWindows1252: name == "windows-1252") {
                method = .table(table)
            } else {
                method = .iconv(converter)
            }
        }
    }

    /// Decodes `bytes` from `start` on.
    mutating func run(_ bytes: [UInt8], from start: Int) {
        text.reserveCapacity(bytes.count + bytes.count / 4)
        offsets.reserveCapacity(bytes.count + bytes.count / 4)
        var index = start
        switch method {
        case .utf8: while index < bytes.count { index += stepUTF8(bytes, at: index) }
        case .utf16(let big): while index < bytes.count { index += stepUTF16(bytes, at: index, bigEndian: big) }
        case .utf32(let big): while index < bytes.count { index += stepUTF32(bytes, at: index, bigEndian: big) }
        case .table(let table):
            let isASCIIAlike = (0..<0x80).allSatisfy { table[$0] == [UInt8($0)] }
            for index in start..<bytes.count {
                if isASCIIAlike, bytes[index] < 0x80 {
                    text.append(bytes[index])
                    offsets.append(UInt32(index))
                    continue
                }
                let decoded = table[Int(bytes[index])]
                if decoded.isEmpty { markInvalid(at: index) } else { emit(decoded, at: index) }
            }
        case .iconv(let converter):
            while index < bytes.count {
                let (length, decoded) = converter.character(in: bytes, at: index)
                if let decoded { emit(decoded, at: index) } else { markInvalid(at: index) }
                index += length
            }
        }
        offsets.append(UInt32(bytes.count))
    }

    /// The decoded file.
    func source(byteOrderMark: Int) -> SourceText {
        SourceText(bytes: text, originalOffsets: offsets, byteOrderMark: byteOrderMark)
    }

    private mutating func emit(_ decoded: some Sequence<UInt8>, at offset: Int) {
        for byte in decoded {
            text.append(byte)
            offsets.append(UInt32(offset))
        }
    }

    private mutating func emit(scalar value: UInt32, at offset: Int) {
        guard let scalar = Unicode.Scalar(value) else {
            markInvalid(at: offset)
            return
        }
        emit(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, at: offset)
    }

    private mutating func markInvalid(at offset: Int) {
        if firstInvalid == nil { firstInvalid = offset }
        invalidCount += 1
        emit(UTF8.encodedReplacementCharacter, at: offset)
    }

    /// A valid sequence keeps its bytes one to one, so that positions inside the file stay exact.
    private mutating func stepUTF8(_ bytes: [UInt8], at index: Int) -> Int {
        let length = UTF8Check.sequenceLength(bytes.span, at: index)
        guard length > 0 else {
            markInvalid(at: index)
            var end = index + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            return end - index
        }
        for offset in index..<(index + length) {
            text.append(bytes[offset])
            offsets.append(UInt32(offset))
        }
        return length
    }

    private mutating func stepUTF16(_ bytes: [UInt8], at index: Int, bigEndian: Bool) -> Int {
        func unit(_ at: Int) -> UInt32? {
            guard at + 1 < bytes.count else { return nil }
            let (high, low) = bigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt32(high) << 8 | UInt32(low)
        }
        guard let first = unit(index) else {
            markInvalid(at: index)
            return 1
        }
        if (0xD800...0xDBFF).contains(first), let second = unit(index + 2), (0xDC00...0xDFFF).contains(second) {
            emit(scalar: 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00)), at: index)
            return 4
        }
        emit(scalar: first, at: index)
        return 2
    }

    private mutating func stepUTF32(_ bytes: [UInt8], at index: Int, bigEndian: Bool) -> Int {
        guard index + 3 < bytes.count else {
            markInvalid(at: index)
            return bytes.count - index
        }
        let order = bigEndian ? [0, 1, 2, 3] : [3, 2, 1, 0]
        emit(scalar: order.reduce(0) { $0 << 8 | UInt32(bytes[index + $1]) }, at: index)
        return 4
    }
}
