import Testing
import TextModel

@testable import Observatory

@Suite struct DecompositionTests {
    typealias Group = Decomposition.Group

    @Test func tellsTextFromMix() {
        // Acts have twice the rate of speeches in both years; only their share grows.
        let old = ["act": Group(numerator: 20, denominator: 100), "speech": Group(numerator: 30, denominator: 300)]
        let new = ["act": Group(numerator: 60, denominator: 300), "speech": Group(numerator: 10, denominator: 100)]
        let mixed = Decomposition.split(from: old, to: new)
        #expect(abs(mixed.text) < 1e-12 && abs(mixed.mix - 0.05) < 1e-12)
        // The shares stay, the rates double.
        let doubled = old.mapValues { Group(numerator: 2 * $0.numerator, denominator: $0.denominator) }
        let worded = Decomposition.split(from: old, to: doubled)
        #expect(abs(worded.mix) < 1e-12 && abs(worded.text - 0.125) < 1e-12)
    }

    @Test(arguments: UInt64(1)...50)
    func addsUpExactly(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func groups() -> [String: Group] {
            var groups: [String: Group] = [:]
            for name in ["a", "b", "c", "d"] where random.index(below: 4) > 0 {
                groups[name] = Group(
                    numerator: Double(random.index(below: 50)), denominator: Double(random.index(below: 200)))
            }
            return groups
        }
        let (old, new) = (groups(), groups())
        let split = Decomposition.split(from: old, to: new)
        #expect(abs(split.text + split.mix - (Decomposition.ratio(new) - Decomposition.ratio(old))) < 1e-12)
        let values = (0..<8).map { _ in Double(random.index(below: 1000)) }
        let shares = Decomposition.shares(of: 3) { values[$0] }
        #expect(abs(shares.reduce(0, +) - (values[7] - values[0])) < 1e-9)
    }

    @Test func sharesOfAnAdditiveFigureAreItsParts() {
        let shares = Decomposition.shares(of: 3) { Double(($0 & 1) * 5 + ($0 & 2) * 10 + ($0 & 4) * 25) }
        #expect(zip(shares, [5, 20, 100]).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}
