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

    /// Half of the old text and a third of the new one are of bodies that the other period lacks. What they change is no
    /// mix, and what can be compared is split as if it stood alone.
    @Test func keepsWhatCannotBeComparedApart() {
        let old = ["a": Group(numerator: 10, denominator: 100), "b": Group(numerator: 50, denominator: 100)]
        let new = ["a": Group(numerator: 40, denominator: 200), "c": Group(numerator: 0, denominator: 100)]
        let parts = Decomposition.split(from: old, to: new)
        let shares = (1.0 / 2, 2.0 / 3)
        #expect(abs(parts.oldShare - shares.0) < 1e-12 && abs(parts.newShare - shares.1) < 1e-12)
        #expect(abs(parts.text - (shares.0 + shares.1) / 2 * 0.1) < 1e-12)
        #expect(abs(parts.mix) < 1e-12)
        #expect(abs(parts.text + parts.unmatched - (40.0 / 300 - 60.0 / 200)) < 1e-12)
        let apart = Decomposition.split(from: ["b": Group(numerator: 50, denominator: 100)], to: new)
        #expect(apart.text == 0 && apart.mix == 0 && apart.oldShare == 0 && apart.newShare == 0)
        #expect(abs(apart.unmatched - (40.0 / 300 - 0.5)) < 1e-12)
        // Where all is shared, nothing is unmatched, not even by rounding.
        #expect(
            Decomposition.split(from: new, to: new.mapValues { Group(numerator: 1, denominator: $0.denominator) })
                .unmatched == 0)
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
        #expect(
            abs(split.text + split.mix + split.unmatched - (Decomposition.ratio(new) - Decomposition.ratio(old)))
                < 1e-12)
        let values = (0..<8).map { _ in Double(random.index(below: 1000)) }
        let shares = Decomposition.shares(of: 3) { values[$0] }
        #expect(abs(shares.reduce(0, +) - (values[7] - values[0])) < 1e-9)
    }

    @Test func sharesOfAnAdditiveFigureAreItsParts() {
        let shares = Decomposition.shares(of: 3) { Double(($0 & 1) * 5 + ($0 & 2) * 10 + ($0 & 4) * 25) }
        #expect(zip(shares, [5, 20, 100]).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}
