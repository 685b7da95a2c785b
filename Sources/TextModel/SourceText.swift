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
/// Built in one pass; a look-up is logarithmic in the lines, however long they are. `\n`, `\r\n` and a lone `\r`
/// end a line.
public struct LineIndex: Sendable {
    /// Scalars and UTF-16 units before a place.
    private struct Count: Sendable {
        var scalars = 0
        var utf16 = 0

        mutating func add(plain bytes: Int) {
            scalars += bytes
            utf16 += bytes
        }

        mutating func add(_ byte: UInt8) {
            if byte & 0xC0 == 0x80 { return }
            scalars += 1
            utf16 += byte >= 0xF0 ? 2 : 1
        }
    }

    /// Counts are kept at every so many bytes.
    private static let stride = 1024

    private let bytes: [UInt8]
    private var starts: [Int] = [0]
    private var counts: [Count] = []

    /// Indexes the lines of `source`.
    public init(_ source: SourceText) {
        bytes = source.bytes
        var count = Count()
        let own = source.bytes
        let span = own.span
        var offset = 0
        while offset < span.count {
            // The stride is a multiple of eight, and so is the place wherever eight bytes can be passed at once.
            if offset % Self.stride == 0 { counts.append(count) }
            if offset % 8 == 0, let eight = EightBytes(span, at: offset), eight.isASCII, !eight.has(below: 0x0E) {
                count.add(plain: 8)
                offset += 8
                continue
            }
            let byte = span[offset]
            count.add(byte)
            let returnAlone = byte == 0x0D && !(offset + 1 < span.count && span[offset + 1] == 0x0A)
            offset += 1
            if byte == 0x0A || returnAlone { starts.append(offset) }
        }
        if bytes.count % Self.stride == 0 { counts.append(count) }
    }

    /// Number of lines; a file that ends in a line break has an empty last line.
    public var count: Int { starts.count }

    /// The position of a decoded offset.
    public func position(of offset: Int) -> Position {
        let line = lineIndex(of: offset)
        let place = count(before: min(offset, bytes.count))
        let start = count(before: starts[line])
        return Position(line: line + 1, column: place.scalars - start.scalars + 1, utf16: place.utf16)
    }

    private func count(before offset: Int) -> Count {
        let mark = offset / Self.stride
        var count = counts[mark]
        for byte in bytes[(mark * Self.stride)..<offset] { count.add(byte) }
        return count
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
}
