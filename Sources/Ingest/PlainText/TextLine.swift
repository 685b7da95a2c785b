import TextModel

/// One line of a plain text, without the white space around it.
struct TextLine: Sendable {
    /// Offset of the first byte that is no white space (and, once quotes are stripped, no quote mark).
    var start: Int32
    /// Offset after the last byte that is no white space.
    var end: Int32
    /// Characters from first to last.
    var width: Int32
    /// Columns of white space before the text.
    var indent: Int16
    /// Number of `>` before the text, in quoted mail.
    var quoteDepth: UInt8 = 0
    /// Whether a form feed stands before the line.
    var startsPage = false
    /// Whether the line belongs to the page and not to the text: a page number, a running head.
    var isFurniture = false

    /// Whether nothing stands on the line.
    var isBlank: Bool { start == end }
    /// The bytes of the text.
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// Cuts decoded text into lines: at `\n`, `\r\n`, `\r`, form feed, and the `\r\r\n` that some converters leave.
enum LineScanner {
    /// The lines of a text. One pass.
    static func lines(of text: [UInt8]) -> [TextLine] {
        let bytes = text.span
        var lines: [TextLine] = []
        lines.reserveCapacity(bytes.count / 48 + 1)
        var start = 0
        var startsPage = false
        var index = 0
        var width: Int32 = 0
        while index < bytes.count {
            // Nothing but letters and spaces, eight at a time.
            while let eight = EightBytes(bytes, at: index), eight.isASCII, !eight.has(below: 0x0E) {
                width += 8
                index += 8
            }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            guard byte <= 0x0D, byte == 0x0A || byte == 0x0D || byte == 0x0C else {
                if byte & 0xC0 != 0x80 { width += 1 }
                index += 1
                continue
            }
            lines.append(line(in: bytes, from: start, to: index, width: width, startsPage: startsPage))
            startsPage = byte == 0x0C
            index = byte == 0x0D ? afterReturns(in: bytes, from: index) : index + 1
            start = index
            width = 0
        }
        if start < bytes.count {
            lines.append(line(in: bytes, from: start, to: index, width: width, startsPage: startsPage))
        }
        return lines
    }

    /// After `\r\n` or `\r\r\n` as one break, or after a lone `\r`.
    private static func afterReturns(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x0D { index += 1 }
        return index < bytes.count && bytes[index] == 0x0A ? index + 1 : start + 1
    }

    private static func line(in bytes: Span<UInt8>, from start: Int, to end: Int, width: Int32, startsPage: Bool)
        -> TextLine
    {
        var first = start
        var indent = 0
        while first < end {
            let byte = bytes[first]
            if byte == 0x09 {
                indent += 4
                first += 1
            } else if byte == 0x20 || byte == 0x0B {
                indent += 1
                first += 1
            } else if byte == 0xC2, first + 1 < end, bytes[first + 1] == 0xA0 {
                indent += 1
                first += 2
            } else {
                break
            }
        }
        var last = end
        while last > first {
            if bytes[last - 1] <= 0x20 {
                last -= 1
            } else if bytes[last - 1] == 0xA0, last - 2 >= first, bytes[last - 2] == 0xC2 {
                last -= 2
            } else {
                break
            }
        }
        let inner = max(0, Int(width) - (first - start) - (end - last))
        return TextLine(
            start: Int32(first), end: Int32(last), width: Int32(inner), indent: Int16(min(indent, 1000)),
            startsPage: startsPage)
    }
}
