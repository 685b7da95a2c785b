import Testing

@testable import Observatory

@Suite struct ClauseSketcherTests {
    private let sketcher = ClauseSketcher()

    private func words(_ count: Int, from first: Int) -> [String] {
        (first..<(first + count)).map { "word\($0 * 7919)" }
    }

    private func agreement(_ a: [String], _ b: [String]) throws -> Double {
        let first = try #require(sketcher.sketch(of: a.joined(separator: " ").utf8))
        let second = try #require(sketcher.sketch(of: b.joined(separator: " ").utf8))
        let pairs = zip(first, second).map { $0 == $1 }
        let slots = stride(from: 0, to: pairs.count, by: 2).count { pairs[$0] && pairs[$0 + 1] }
        return Double(slots) / Double(ClauseSketcher.slotCount)
    }

    @Test func ignoresCaseSpacingAndPunctuation() throws {
        let first = "The Authority may, by order, suspend the service of any provider."
        let second = "the authority may by order\nsuspend   the SERVICE of any provider"
        #expect(sketcher.sketch(of: first.utf8) == sketcher.sketch(of: second.utf8))
    }

    @Test func leavesShortTextsAlone() {
        #expect(sketcher.sketch(of: "Short title and extent of this Act".utf8) == nil)
        #expect(sketcher.sketch(of: "".utf8) == nil)
        #expect(sketcher.shingles(of: "Short title".utf8) == nil)
    }

    /// Over many pairs of a known likeness, the share of agreeing slots is that likeness.
    @Test(arguments: [0.0, 0.25, 0.5, 0.75, 1.0])
    func estimatesTheShareOfCommonShingles(likeness: Double) throws {
        let pairs = 200
        let length = 82
        var total = 0.0
        for pair in 0..<pairs {
            // With n shingles each of which c are common, the likeness is c / (2n - c).
            let shingles = Double(length - 2)
            let common = likeness == 0 ? 0 : Int((2 * shingles * likeness / (1 + likeness)).rounded()) + 2
            let shared = words(common, from: pair * 1_000)
            let first = shared + words(length - common, from: pair * 1_000 + 200)
            let second = shared + words(length - common, from: pair * 1_000 + 500)
            total += try agreement(first, second)
        }
        #expect(abs(total / Double(pairs) - likeness) < 0.04)
    }
}
