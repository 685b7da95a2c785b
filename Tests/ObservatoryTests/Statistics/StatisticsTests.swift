import Foundation
import Testing
import TextModel

@testable import Observatory

/// Statistics against answers that are known.
@Suite struct StatisticsTests {
    /// A corpus of 40 documents whose sentences have a rate that differs from document to document around a tenth. The
    /// interval must hold the true rate about nineteen times in twenty; few documents make a bootstrap a little narrow.
    @Test func bootstrapCoversTheTruthAsOftenAsItSays() {
        var random = SplitMix(seed: 7)
        func uniform() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
        let trials = 300
        let held = (0..<trials).count { trial in
            let rows = (0..<40).map { _ -> [Double] in
                let size = 20 + random.index(below: 60)
                let rate = 0.05 + 0.1 * uniform()
                return [Double((0..<size).count { _ in uniform() < rate }), Double(size)]
            }
            let bootstrap = Bootstrap(rows: rows, of: ["\(trial)"], draws: 400, seed: 1)
            guard let interval = Interval(middleOf: bootstrap.ratios(0, over: 1)) else { return false }
            return interval.lower <= 0.1 && 0.1 <= interval.upper
        }
        #expect((0.90...0.98).contains(Double(held) / Double(trials)))
    }

    @Test func bootstrapIsTheSameForTheSameSeedAlone() {
        let rows = (0..<9).map { [Double($0), 10] }
        let first = Bootstrap(rows: rows, of: ["a"], seed: 1).sums
        #expect(Bootstrap(rows: rows, of: ["a"], seed: 1).sums == first)
        #expect(Bootstrap(rows: rows, of: ["a"], seed: 2).sums != first)
        #expect(Bootstrap(rows: rows, of: ["b"], seed: 1).sums != first)
    }

    @Test func intervalOfNothingFollowsTheRuleOfThree() {
        let none = Interval(0, 0).widened(numerator: 0, denominator: 300, by: 1000)
        #expect(none == Interval(0, 10))
        let all = Interval(1, 1).widened(numerator: 30, denominator: 30, by: 1)
        #expect(all == Interval(0.9, 1))
        #expect(Interval(0.2, 0.4).widened(numerator: 3, denominator: 10, by: 1) == Interval(0.2, 0.4))
    }

    /// Worked by hand, with the expected counts in the comments.
    @Test(arguments: [
        // Equal frequencies differ by nothing.
        (10.0, 1000.0, 20.0, 2000.0, 0.0, log2((10.5 / 1000) / (20.5 / 2000))),
        // Expected 15 and 15: 2 (20 ln(20/15) + 10 ln(10/15)) = 2 (5.753641 - 4.054651) = 3.397980.
        (20, 1000, 10, 1000, 3.397980, log2(20.5 / 10.5)),
        // Expected 4 and 8: 2 (12 ln 3) = 26.366695.
        (12, 1000, 0, 2000, 26.366695, log2((12.5 / 1000) / (0.5 / 2000))),
    ])
    func logLikelihoodIsThatOfTheWorkedTable(
        a: Double, sizeA: Double, b: Double, sizeB: Double, statistic: Double, ratio: Double
    ) {
        let test = LogLikelihood(a, of: sizeA, b, of: sizeB)
        #expect(abs(test.statistic - statistic) < 1e-6)
        #expect(abs(test.logRatio - ratio) < 1e-12)
    }

    @Test func normalTailsAreThoseOfTheTables() {
        #expect(abs(Normal.twoSidedTail(1.959964) - 0.05) < 1e-6)
        #expect(abs(Normal.twoSidedTail(-2.575829) - 0.01) < 1e-6)
    }

    @Test func dispersionIsZeroWhenEvenAndOneInOneDocument() {
        #expect(Dispersion.deviation(counts: [2, 4, 6], sizes: [10, 20, 30]) == 0)
        #expect(abs(Dispersion.deviation(counts: [5, 0, 0], sizes: [10, 20, 30]) - 1) < 1e-12)
        // |.5-.5| + |.5-.25| + |0-.25|, halved and over three quarters.
        #expect(abs(Dispersion.deviation(counts: [1, 1, 0], sizes: [20, 10, 10]) - 1.0 / 3) < 1e-12)
    }

    @Test func falseDiscoveriesAreThoseOfBenjaminiAndHochberg() {
        let adjusted = FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.005, 0.8])
        let expected = [0.025, 0.05, 0.05, 0.025, 0.8]
        #expect(zip(adjusted, expected).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(FalseDiscovery.adjusted([]) == [])
    }

    @Test func quantilesLieBetweenNeighbours() {
        #expect(Interval.quantile(0.5, of: [1, 2, 3, 4]) == 2.5)
        #expect(Interval.quantile(0.25, of: [10, 20, 30]) == 15)
    }

    /// Six of six may vary as far as the rule of three says, so it is not surely before 56 of 75.
    @Test func ranksAreNoSurerThanTheRanges() {
        let ranges = [Interval(0.5, 1), Interval(0.45, 0.94), Interval(0.1, 0.2)]
        let ranks = RankRange.all(of: ranges, higherIsBetter: true)
        #expect(ranks == [RankRange(best: 1, worst: 2), RankRange(best: 1, worst: 2), RankRange(best: 3, worst: 3)])
        let turned = RankRange.all(of: ranges, higherIsBetter: false)
        #expect(turned == [RankRange(best: 2, worst: 3), RankRange(best: 2, worst: 3), RankRange(best: 1, worst: 1)])
    }
}
