import TestSupport
import Testing

@testable import TextModel

struct SourceMapTests {
    /// A map of pieces: bytes of text, and the decoded bytes that they stand for.
    private func map(_ pieces: (textLength: Int, source: Range<Int>)...) -> SourceMap {
        var map = SourceMap()
        for piece in pieces { map.append(textLength: piece.textLength, source: piece.source) }
        return map
    }

    @Test func adjoiningVerbatimPiecesBecomeOneRun() {
        let map = map((3, 0..<3), (2, 3..<5), (4, 5..<9))
        #expect(map.runs.count == 1)
        #expect(map.source(of: TextSpan(2, 6)) == 2..<6)
    }

    @Test func skippedSourceStartsANewRun() {
        let map = map((3, 0..<3), (2, 10..<12))
        #expect(map.runs.count == 2)
        #expect(map.source(of: TextSpan(0, 3)) == 0..<3)
        #expect(map.source(of: TextSpan(3, 4)) == 10..<11)
    }

    @Test func spanOverASkipReachesAcrossIt() {
        #expect(map((3, 0..<3), (2, 10..<12)).source(of: TextSpan(2, 4)) == 2..<11)
    }

    @Test(arguments: [
        (TextSpan(0, 1), 0..<1), (TextSpan(1, 2), 1..<6), (TextSpan(2, 3), 6..<7), (TextSpan(0, 2), 0..<6),
        (TextSpan(1, 3), 1..<7),
    ])
    func entityIsTakenWhole(span: TextSpan, source: Range<Int>) {
        // "a&amp;b"
        #expect(map((1, 0..<1), (1, 1..<6), (1, 6..<7)).source(of: span) == source)
    }

    @Test func partOfAnAtomicRunStandsForAllOfIt() {
        // Two bytes of "é" for the eight of "&eacute;".
        let map = map((2, 4..<12))
        #expect(map.source(of: TextSpan(0, 1)) == 4..<12)
        #expect(map.source(of: TextSpan(1, 2)) == 4..<12)
    }

    @Test func atomicRunDoesNotSwallowTheVerbatimOneAfterIt() {
        let map = map((1, 0..<5), (3, 5..<8))
        #expect(map.runs.count == 2)
        #expect(map.source(of: TextSpan(2, 3)) == 6..<7)
    }

    @Test(arguments: [(0, 0), (2, 2), (3, 10), (4, 11), (5, 12)])
    func emptySpanMapsToAnEmptyRange(offset: Int, source: Int) {
        #expect(map((3, 0..<3), (2, 10..<12)).source(of: TextSpan(offset, offset)) == source..<source)
    }

    @Test func emptyMapGivesTheStartOfTheFile() {
        #expect(SourceMap().source(of: TextSpan(0, 0)) == 0..<0)
    }

    @Test func pieceWithoutTextIsLeftOut() {
        #expect(map((0, 0..<9)).runs.isEmpty)
        #expect(map((2, 0..<2), (0, 2..<9), (2, 9..<11)).source(of: TextSpan(1, 3)) == 1..<10)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func agreesWithATableOfEveryByte(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        var map = SourceMap()
        var table: [Range<Int>] = []
        var next = 0
        for _ in 0..<random.number(1...60) {
            if random.number(0...3) == 0 { next += random.number(1...7) }
            let sourceLength = random.number(0...6)
            let isVerbatim = random.number(0...2) > 0
            let textLength = isVerbatim ? sourceLength : random.number(1...4)
            let source = next..<(next + sourceLength)
            map.append(textLength: textLength, source: source)
            for offset in 0..<textLength {
                table.append(textLength == sourceLength ? (next + offset)..<(next + offset + 1) : source)
            }
            next += sourceLength
        }
        for _ in 0..<200 where !table.isEmpty {
            let start = random.number(0...(table.count - 1))
            let end = random.number((start + 1)...table.count)
            let expected = table[start].lowerBound..<table[end - 1].upperBound
            try #require(map.source(of: TextSpan(start, end)) == expected)
        }
    }
}
