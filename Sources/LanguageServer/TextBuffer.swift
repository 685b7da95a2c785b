internal import TextModel

/// The text of an open draft in UTF-8, changed as its editor says.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`. A position outside the text stands for the nearest place in it, and
/// one inside a character for the start of the character, so that no change can break the text.
package struct TextBuffer: Sendable {
    /// The text.
    package private(set) var bytes: [UInt8]
    /// Offsets at which lines begin.
    private(set) var starts: [Int] = [0]

    /// Takes a text.
    package init(_ text: String) {
        bytes = Array(text.utf8)
        indexLines()
    }

    /// Takes a text in UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        indexLines()
    }

    /// Puts a text in place of what stands between two positions, in whichever order they come.
    package mutating func replace(
        from start: ClientPosition, to end: ClientPosition, with text: String, _ encoding: PositionEncoding
    ) {
        let first = offset(of: start, encoding)
        let last = offset(of: end, encoding)
        bytes.replaceSubrange(min(first, last)..<max(first, last), with: text.utf8)
        indexLines()
    }

    /// Puts a text in place of a range of bytes.
    package mutating func replace(_ range: Range<Int>, with text: String) {
        bytes.replaceSubrange(range, with: text.utf8)
        indexLines()
    }

    /// The byte offset of a position.
    package func offset(of position: ClientPosition, _ encoding: PositionEncoding) -> Int {
        guard position.line >= 0 else { return 0 }
        guard position.line < starts.count else { return bytes.count }
        let start = starts[position.line]
        let end = contentEnd(ofLine: position.line)
        var offset = start
        switch encoding {
        case .utf8:
            offset = min(start + max(0, position.character), end)
            while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        case .utf16:
            var left = position.character
            while offset < end {
                let units = bytes[offset] >= 0xF0 ? 2 : 1
                guard left >= units else { break }
                left -= units
                offset += 1
                while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            }
        }
        return offset
    }

    /// The bytes of the line that holds an offset, without what ends it.
    package func line(around offset: Int) -> Range<Int> {
        let line = starts.partitioningIndex { $0 > offset } - 1
        return starts[line]..<contentEnd(ofLine: line)
    }

    /// Whether there is anything but white space.
    package var hasText: Bool { bytes.contains { $0 > 0x20 } }

    private func contentEnd(ofLine line: Int) -> Int {
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > starts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private mutating func indexLines() {
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        let count = bytes.count
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte <= 0x0D else { continue }
            if byte == 0x0A || byte == 0x0D && !(index + 1 < count && bytes[index + 1] == 0x0A) {
                starts.append(index + 1)
            }
        }
    }
}
