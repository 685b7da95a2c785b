/// The whole file decoded to valid UTF-8, with the way back to the original bytes.
///
/// For a file that is valid UTF-8 the two are the same and no offsets are stored.
public struct SourceText: Sendable {
    /// The decoded file, UTF-8, without a byte order mark.
    public let bytes: [UInt8]
    /// Original offset of every decoded byte and of the end; `nil` when decoded offset plus
    /// ``byteOrderMark`` is the original offset.
    public let originalOffsets: [UInt32]?
    /// Length in bytes of the byte order mark that was taken off.
    public let byteOrderMark: Int

    /// Wraps decoded bytes. `originalOffsets` holds `bytes.count + 1` ascending offsets when present.
    public init(bytes: [UInt8], originalOffsets: [UInt32]? = nil, byteOrderMark: Int = 0) {
        precondition(
            originalOffsets.map { $0.count == bytes.count + 1 } ?? true, "one offset a byte and one for the end")
        self.bytes = bytes
        self.originalOffsets = originalOffsets
        self.byteOrderMark = byteOrderMark
    }

    /// The original offset of a decoded offset. Constant time.
    public func original(_ offset: Int) -> Int {
        if let originalOffsets { return Int(originalOffsets[offset]) }
        return offset + byteOrderMark
    }

    /// The original bytes of a range of decoded bytes.
    public func original(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(original(range.lowerBound), original(range.upperBound))
    }
}

/// A place in the decoded file as people and editors count it.
public struct Position: Hashable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int
    /// Offset from the start of the file in UTF-16 code units.
    public let utf16: Int

    /// Makes a position.
    public init(line: Int, column: Int, utf16: Int) {
        self.line = line
        self.column = column
        self.utf16 = utf16
    }
}

/// Lines of a decoded file: turns offsets into lines, columns and UTF-16 offsets.
///
/// Built in one pass; a look-up is logarithmic in the lines and linear in the line's length.
/// `\n`, `\r\n` and a lone `\r` end a line.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    private var starts: [Int] = [0]
    private var utf16Starts: [Int] = [0]

    /// Indexes the lines of `source`.
    public init(_ source: SourceText) {
        bytes = source.bytes
        var utf16 = 0
        for (offset, byte) in bytes.enumerated() {
            utf16 += Self.utf16Width(byte)
            let returnAlone = byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
            if byte == 0x0A || returnAlone {
                starts.append(offset + 1)
                utf16Starts.append(utf16)
            }
        }
    }

    /// Number of lines; a file that ends in a line break has an empty last line.
    public var count: Int { starts.count }

    /// The position of a decoded offset.
    public func position(of offset: Int) -> Position {
        let line = lineIndex(of: offset)
        var column = 1
        var utf16 = utf16Starts[line]
        for byte in bytes[starts[line]..<min(offset, bytes.count)] {
            if byte & 0xC0 != 0x80 { column += 1 }
            utf16 += Self.utf16Width(byte)
        }
        return Position(line: line + 1, column: column, utf16: utf16)
    }

    /// The bytes of a line (from 1) in decoded offsets, without its line break.
    public func range(ofLine line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// UTF-16 units that a UTF-8 byte opens: continuation bytes open none, four-byte sequences two.
    private static func utf16Width(_ byte: UInt8) -> Int {
        if byte & 0xC0 == 0x80 { return 0 }
        return byte >= 0xF0 ? 2 : 1
    }
}
