import Testing
import TextModel

struct SpanTests {
    @Test(arguments: [
        (TextSpan(0, 2), TextSpan(2, 4), false),
        (TextSpan(0, 3), TextSpan(2, 4), true),
        (TextSpan(2, 4), TextSpan(0, 3), true),
        (TextSpan(0, 9), TextSpan(3, 4), true),
        (TextSpan(3, 3), TextSpan(3, 3), false),
        (TextSpan(0, 2), TextSpan(5, 6), false),
    ])
    func overlapNeedsACommonByte(a: TextSpan, b: TextSpan, overlaps: Bool) {
        #expect(a.overlaps(b) == overlaps)
        #expect(b.overlaps(a) == overlaps)
    }

    @Test func emptySpanInsideAnotherIsContained() {
        #expect(TextSpan(0, 4).contains(TextSpan(4, 4)))
        #expect(TextSpan(0, 4).contains(TextSpan(0, 4)))
        #expect(!TextSpan(0, 4).contains(TextSpan(3, 5)))
        #expect(!TextSpan(1, 4).contains(TextSpan(0, 2)))
    }

    @Test func unionCoversTheBytesBetween() {
        #expect(TextSpan(1, 2).union(TextSpan(7, 9)) == TextSpan(1, 9))
        #expect(TextSpan(7, 9).union(TextSpan(1, 2)) == TextSpan(1, 9))
        #expect(TextSpan(0, 9).union(TextSpan(3, 4)) == TextSpan(0, 9))
    }

    @Test func spansSortByStartThenEnd() {
        let sorted = [TextSpan(4, 5), TextSpan(0, 9), TextSpan(4, 4), TextSpan(0, 1)].sorted()
        #expect(sorted == [TextSpan(0, 1), TextSpan(0, 9), TextSpan(4, 4), TextSpan(4, 5)])
    }

    @Test func countAndRangeAreHalfOpen() {
        #expect(TextSpan(3, 7).count == 4)
        #expect(TextSpan(3, 7).range == 3..<7)
        #expect(SourceSpan(3, 7).range == 3..<7)
    }

    @Test func bandsRiseFromNoneToSevere() {
        #expect(Band.allCases.shuffled().sorted() == [.none, .info, .low, .moderate, .high, .severe])
    }

    @Test(arguments: Band.allCases)
    func bandIsFoundByItsName(band: Band) {
        #expect(Band(name: band.name) == band)
        #expect(Band(name: band.name.uppercased()) == nil)
    }
}
