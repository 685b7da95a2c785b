import Testing

@testable import Observatory

@Suite struct TimeAxisTests {
    /// Labels are some thirty wide; those at the ends begin and end there where periods are narrow.
    @Test(arguments: [
        (2002, 2026, 1), (1789, 2026, 1), (2000, 2001, 1), (2000, 2000, 1), (1790, 2020, 10), (1960, 2021, 7),
    ])
    func labelsRoundYearsWithoutOverlap(first: Int, last: Int, period: Int) {
        for right in [408.0, 850] {
            let axis = TimeAxis(years: first...last, period: period, left: 46, right: right)
            let ticks = axis.ticks
            #expect(ticks.first == first && ticks.last == last)
            let ends = ticks.map { year in
                let isNarrow = axis.step < 36
                return isNarrow && year == first
                    ? axis.start(of: year) + 15 : isNarrow && year == last ? right - 15 : axis.x(year)
            }
            #expect(zip(ends, ends.dropFirst()).allSatisfy { $1 - $0 > 32 }, "\(ticks)")
            #expect(ticks.count > 2 || last - first < 3 * period, "\(ticks)")
            // The last period ends where the plot does.
            #expect(abs(axis.start(of: last) + axis.step - right) < 1e-9)
        }
    }

    @Test func givesAxesNoMoreDigitsThanTheyHave() throws {
        let rate = ScorecardMeasure(
            id: "r", title: "R", kind: .frequency, scale: .rate, higherIsBetter: false, definition: "")
        #expect([40, 1000, 0.5, 12.5].map { Figures.axis($0, of: rate) } == ["40", "1,000", "0.50", "12.5"])
    }
}
