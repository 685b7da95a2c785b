internal import TextModel

/// In what units a client counts the characters of a line.
package enum PositionEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"

    /// The first that both sides know, as the client prefers; UTF-16 for a client that names none.
    package init(offered names: [String]) {
        self = names.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
    }
}

/// A place as a client counts it: line and character from 0.
package struct ClientPosition: Sendable, Hashable {
    /// Line, from 0.
    package let line: Int
    /// Units of the encoding that stand before it in its line.
    package let character: Int

    /// Makes a position.
    package init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }
}

/// Turns offsets of a text into positions of the client.
///
/// Logarithmic in the lines. In a line of ordinary length the characters before a place are counted; only a text with
/// very long lines gets an index that makes the count short there too.
struct PositionTable {
    /// Lines longer than this are not counted through.
    private static let longLine = 4096

    private let bytes: [UInt8]
    private let starts: [Int]
    private let index: LineIndex?
    private let encoding: PositionEncoding

    init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
        self.init(TextBuffer(bytes), encoding)
    }

    init(_ buffer: TextBuffer, _ encoding: PositionEncoding) {
        bytes = buffer.bytes
        starts = buffer.starts
        self.encoding = encoding
        let ends = starts.dropFirst() + [bytes.count]
        let hasLongLine = zip(starts, ends).contains { $1 - $0 > Self.longLine }
        index = hasLongLine && encoding == .utf16 ? LineIndex(SourceText(bytes: buffer.bytes)) : nil
    }

    func position(of offset: Int) -> ClientPosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = starts.partitioningIndex { $0 > offset } - 1
        let start = starts[line]
        guard encoding == .utf16 else { return ClientPosition(line: line, character: offset - start) }
        if offset - start > Self.longLine, let index {
            let units = index.position(of: offset).utf16 - index.position(of: start).utf16
            return ClientPosition(line: line, character: units)
        }
        var units = 0
        for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        return ClientPosition(line: line, character: units)
    }
}
