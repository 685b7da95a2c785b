import LanguageServer
import TestSupport
import Testing

/// Changes of a draft, against the same changes of a text in another representation.
@Suite struct TextBufferTests {
    @Test(arguments: PositionEncoding.allCases)
    func randomChangesLeaveTheTextThatTheEditorHas(encoding: PositionEncoding) {
        var random = SeededGenerator(encoding == .utf8 ? 1 : 2)
        let pieces = ["a", "é", "𝔘", "\n", "\r\n", "\r", "word ", "", "日本"]
        var scalars: [Unicode.Scalar] = Array("First line\nsecond é𝔘\r\nthird".unicodeScalars)
        var buffer = TextBuffer(String(String.UnicodeScalarView(scalars)))
        for _ in 0..<2_000 {
            let lines = Self.lines(of: scalars)
            let ends = [Self.place(in: lines, &random), Self.place(in: lines, &random)].sorted { $0.offset < $1.offset }
            let text = (0..<random.number(0...3)).map { _ in random.pick(pieces) }.joined()
            func position(_ place: (line: Int, column: Int, offset: Int)) -> ClientPosition {
                let before = scalars[(place.offset - place.column)..<place.offset]
                let units = before.reduce(0) { $0 + (encoding == .utf8 ? UTF8.width($1) : UTF16.width($1)) }
                return ClientPosition(line: place.line, character: units)
            }
            buffer.replace(from: position(ends[1]), to: position(ends[0]), with: text, encoding)
            scalars.replaceSubrange(ends[0].offset..<ends[1].offset, with: text.unicodeScalars)
            #expect(buffer.bytes == Array(String(String.UnicodeScalarView(scalars)).utf8))
            guard scalars.count < 400 else {
                scalars = []
                buffer = TextBuffer("")
                continue
            }
        }
    }

    @Test func positionsOutsideStandForTheNearestPlace() {
        let buffer = TextBuffer("a𝔘b\nc")
        let offsets: [(ClientPosition, Int)] = [
            (.init(line: 0, character: 99), 6), (.init(line: 9, character: 0), 8), (.init(line: -1, character: 3), 0),
            (.init(line: 0, character: 2), 1), (.init(line: 0, character: 3), 5), (.init(line: 0, character: -3), 0),
        ]
        for (position, offset) in offsets { #expect(buffer.offset(of: position, .utf16) == offset) }
        #expect(buffer.offset(of: .init(line: 0, character: 3), .utf8) == 1)
    }

    /// Ranges of scalars of each line without what ends it.
    private static func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            if scalars[index] == "\n" || scalars[index] == "\r" {
                lines.append(start..<index)
                if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [start..<scalars.count]
    }

    private static func place(
        in lines: [Range<Int>], _ random: inout SeededGenerator
    ) -> (line: Int, column: Int, offset: Int) {
        let line = random.number(0...(lines.count - 1))
        let column = random.number(0...lines[line].count)
        return (line, column, lines[line].lowerBound + column)
    }
}
