import TestSupport
import Testing
import TextModel

struct LineIndexTests {
    private func index(_ text: String) -> LineIndex { LineIndex(SourceText(bytes: Array(text.utf8))) }

    @Test(arguments: [
        ("", 1), ("a", 1), ("a\n", 2), ("a\nb", 2), ("a\r\nb", 2), ("a\rb", 2), ("a\n\rb", 3), ("\r\r\n\n", 4),
        ("a\u{2028}b", 1),
    ])
    func everyBreakOpensALine(text: String, count: Int) {
        #expect(index(text).count == count)
    }

    /// The position of the mark; columns count scalars, the last number UTF-16 units.
    @Test(arguments: [
        ("[[]]", 1, 1, 0),
        ("one\ntwo [[x]]", 2, 5, 8),
        ("a\r\n[[b]]", 2, 1, 3),
        ("a\r[[b]]", 2, 1, 2),
        ("a[[\r\n]]b", 1, 2, 1),
        ("a\r[[\n]]b", 1, 3, 2),
        ("é[[x]]", 1, 2, 1),
        ("e\u{301}[[x]]", 1, 3, 2),
        ("日本 [[x]]", 1, 4, 3),
        ("😀 [[x]]", 1, 3, 3),
        ("😀\n😀[[x]]", 2, 2, 5),
        ("last line\n[[]]", 2, 1, 10),
    ])
    func placesTheMark(marked: String, line: Int, column: Int, utf16: Int) throws {
        let open = try #require(marked.firstRange(of: "[["))
        let close = try #require(marked.firstRange(of: "]]"))
        let before = marked[..<open.lowerBound]
        let text = before + marked[open.upperBound..<close.lowerBound] + marked[close.upperBound...]
        #expect(
            index(String(text)).position(of: before.utf8.count) == Position(line: line, column: column, utf16: utf16))
    }

    @Test(arguments: [("one\r\ntwo\rthree\n\nfour", ["one", "two", "three", "", "four"]), ("\r\r\n", ["", "", ""])])
    func lineRangesLeaveTheirBreakOut(text: String, lines: [String]) {
        let index = index(text)
        let bytes = Array(text.utf8)
        let found = (1...index.count).map { String(decoding: bytes[index.range(ofLine: $0)], as: UTF8.self) }
        #expect(found == lines)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func agreesWithCountingScalars(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let pool: [Unicode.Scalar] = ["a", " ", "\r", "\n", "é", "\u{301}", "日", "😀", "\u{2028}", "\u{AD}"]
        let scalars = (0..<(seed % 3 == 0 ? 3000 : 80)).map { _ in random.pick(pool) }
        let bytes = scalars.flatMap { Array($0.utf8) }
        let index = LineIndex(SourceText(bytes: bytes))
        var (line, column, utf16, offset) = (1, 1, 0, 0)
        for (number, scalar) in scalars.enumerated() {
            try #require(index.position(of: offset) == Position(line: line, column: column, utf16: utf16))
            offset += scalar.utf8.count
            utf16 += scalar.utf16.count
            let joinsNext = scalar == "\r" && number + 1 < scalars.count && scalars[number + 1] == "\n"
            if scalar == "\n" || scalar == "\r" && !joinsNext {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        #expect(index.position(of: offset) == Position(line: line, column: column, utf16: utf16))
        #expect(index.count == line)
    }
}
