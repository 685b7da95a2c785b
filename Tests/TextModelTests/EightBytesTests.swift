import TestSupport
import Testing
import TextModel

@Suite struct EightBytesTests {
    /// Bytes of which many are spaces, controls and parts of longer characters.
    private static func samples(_ count: Int, length: Int) -> [[UInt8]] {
        var random = SeededGenerator(11)
        let alphabet: [UInt8] = [0x20, 0x20, 0x0A, 0x1F, 0x21, 0x41, 0x61, 0x7A, 0x7E, 0x7F, 0xA0, 0xC3, 0xE2, 0xFF]
        return (0..<count).map { _ in (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0x20 } }
    }

    @Test func countsWhatIsPrintedWithSingleSpaces() {
        for bytes in Self.samples(20_000, length: 8) {
            var expected = 0
            while expected < 8 {
                let byte = bytes[expected]
                guard byte >= 0x20, byte < 0x80, byte != 0x20 || expected == 0 || bytes[expected - 1] != 0x20 else {
                    break
                }
                expected += 1
            }
            if expected > 0, bytes[expected - 1] == 0x20 { expected -= 1 }
            let count = EightBytes(bytes.span, at: 0)?.plainCount
            #expect(count == expected, "\(bytes)")
        }
    }

    @Test func findsPairsInAnyCaseWithinTheEnd() {
        var pairs = BytePairs()
        pairs.insert(UInt8(ascii: "a"), UInt8(ascii: "Z"))
        pairs.insert(0xC3, 0x20)
        for bytes in Self.samples(5_000, length: 12) {
            for end in [5, 12] {
                let expected = (0..<(end - 1)).first { place in
                    let (first, second) = (bytes[place] | 0x20, bytes[place + 1] | 0x20)
                    return (first, second) == (0x61, 0x7A) || (first, second) == (0xE3, 0x20)
                }
                let place = pairs.firstPlace(in: bytes.span, from: 0, before: end)
                #expect(place == expected, "\(bytes)")
            }
        }
        let pair: [UInt8] = [0x61, 0x7A]
        let beyond = pairs.firstPlace(in: pair.span, from: 0, before: 3)
        #expect(beyond == nil)
    }

    @Test func tellsWhetherOneIsWithinBounds() {
        for bytes in Self.samples(20_000, length: 8) {
            for (first, last) in [(0x0B, 0x0C), (0x0E, 0x1F), (0x20, 0x7F), (0x41, 0x41)] as [(UInt8, UInt8)] {
                let found = EightBytes(bytes.span, at: 0)?.has(from: first, through: last)
                #expect(found == bytes.contains { first...last ~= $0 }, "\(bytes) \(first) \(last)")
            }
        }
    }
}
