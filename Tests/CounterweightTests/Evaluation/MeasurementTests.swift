import Testing

@testable import Counterweight

@Suite struct MeasurementTests {
    /// Values of the score interval as the usual tables have them.
    @Test(arguments: [(3, 3, 0.44, 1.0), (0, 10, 0.0, 0.28), (50, 100, 0.40, 0.60), (9, 10, 0.60, 0.98)])
    func intervalIsThatOfWilson(part: Int, whole: Int, low: Double, high: Double) {
        let interval = Interval(of: part, in: whole)
        #expect(abs(interval.low - low) < 0.006)
        #expect(abs(interval.high - high) < 0.006)
    }

    @Test func nothingSeenLeavesEverythingOpen() {
        #expect(Interval(of: 0, in: 0) == Interval(low: 0, high: 1))
    }

    @Test func moreOfTheSameNarrowsTheInterval() {
        for part in 0...10 {
            let few = Interval(of: part, in: 10)
            let many = Interval(of: part * 10, in: 100)
            #expect(many.high - many.low < few.high - few.low)
            #expect(few.low <= Double(part) / 10 && Double(part) / 10 <= few.high)
        }
    }

    @Test func refusesWhatIsNoMeasurement() {
        for text in ["", "[]", "{\"date\": 3}"] {
            #expect(throws: Measurement.Malformed.self) { try Measurement(bytes: Array(text.utf8)) }
        }
    }
}
