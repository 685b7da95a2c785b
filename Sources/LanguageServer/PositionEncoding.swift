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

/// Turns offsets of a text into positions of the client. Logarithmic in the lines, however long they are.
struct PositionTable {
    private let lines: LineIndex
    private let encoding: PositionEncoding
    private let count: Int

    init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
        lines = LineIndex(SourceText(bytes: bytes))
        self.encoding = encoding
        count = bytes.count
    }

    func position(of offset: Int) -> ClientPosition {
        let offset = min(max(offset, 0), count)
        let place = lines.position(of: offset)
        let start = lines.range(ofLine: place.line).lowerBound
        let character =
            switch encoding {
            case .utf8: offset - start
            case .utf16: place.utf16 - lines.position(of: start).utf16
            }
        return ClientPosition(line: place.line - 1, character: character)
    }
}
