import Lexicons
import Testing

@testable import Observatory

@Suite struct ScorecardBandTests {
    private let plan: ScorecardPlan

    init() throws { plan = ScorecardPlan(try LexiconFolder.bundled().scorecard()) }

    private func measure(_ id: String) throws -> ScorecardMeasure {
        try #require(plan.measures.first { $0.id == id })
    }

    /// A good point never lowers a band and a bad point never raises it, from every place and for every figure.
    @Test func isMonotone() throws {
        for measure in plan.measures { try checkMonotony(of: measure) }
    }

    private func checkMonotony(of measure: ScorecardMeasure) throws {
        for denominator in 1...80 {
            for numerator in 0...denominator {
                let (n, d) = (Double(numerator), Double(denominator))
                func band(_ numerator: Double, _ denominator: Double) throws -> Int {
                    plan.band(try #require(measure.value(numerator, of: denominator)), of: measure)
                }
                let here = try band(n, d)
                #expect((0...4).contains(here))
                let more = try measure.scale == .share ? band(n + 1, d + 1) : band(n + 1, d)
                if measure.higherIsBetter { #expect(more >= here) } else { #expect(more <= here) }
                if measure.scale == .share { #expect(try band(n, d + 1) <= here) }
            }
        }
    }

    @Test func followsThePublishedFormula() throws {
        let share = try measure("value-balance")
        #expect(
            [0, 0.19, 0.2, 0.4, 0.6, 0.799, 0.8, 1].map { plan.band($0, of: share) } == [
                0, 0, 1, 2, 3, 3, 4, 4,
            ])
        let harm = try measure("architecture")
        #expect([0, 0.1, 2, 2.1, 5, 15, 15.1].map { plan.band($0, of: harm) } == [4, 3, 3, 2, 2, 1, 0])
        let good = try measure("empowerment")
        #expect([0, 0.1, 2, 5, 14.9, 15].map { plan.band($0, of: good) } == [0, 1, 2, 3, 3, 4])
    }

    @Test func keepsWhatCannotBeAssessedApartFromZero() throws {
        let share = try measure("procedure")
        let rate = try measure("architecture")
        func state(_ measure: ScorecardMeasure, _ denominator: Double, _ sentences: Double, _ counted: Bool = true)
            -> Scorecard.State
        {
            plan.state(of: measure, denominator: denominator, sentences: sentences, isCounted: counted)
        }
        #expect(state(share, 9, 90, false) == .notAssessed)
        #expect(state(share, 9, 12) == .tooLittleText)
        #expect(state(share, 0, 90) == .notApplicable)
        #expect(state(share, 2, 90) == .tooLittleText)
        #expect(state(share, 9, 90) == .assessed)
        #expect(state(rate, 90, 90) == .assessed)
    }

    @Test func takesLimitsFromTheStandard() throws {
        var standard = try LexiconFolder.bundled().scorecard()
        standard.shareLimits = [0.1, 0.25, 0.3, 0.405]
        standard.minimumCases = 1
        let other = ScorecardPlan(standard)
        let share = try measure("procedure")
        #expect([0.05, 0.2, 0.25, 0.4, 0.405].map { other.band($0, of: share) } == [0, 1, 2, 3, 4])
        #expect(other.formula.hasPrefix("Shares: 0 below 10%, 1 below 25%, 2 below 30%, 3 below 40.5%, else 4."))
        #expect(other.state(of: share, denominator: 1, sentences: 90, isCounted: true) == .assessed)
    }
}
