import Testing
import TextModel

@testable import Analysis

struct AbsenceTests {
    private static let often = Array(repeating: "We must ensure national security.", count: 6).joined(separator: "\n")

    @Test func saysWhatIsNeverNamedBesideAValueThatIsNamedOften() throws {
        let absences = try Drafting(Self.often, as: .strategy).report.absences
        #expect(absences.map(\.message).contains("security 6 times, privacy never"))
    }

    @Test func oneCounterweightIsEnough() throws {
        let drafting = try Drafting(Self.often + "\nWe will protect the right to privacy.", as: .strategy)
        #expect(!drafting.report.absences.contains { $0.counterweights == "privacy" })
        #expect(drafting.report.absences.contains { $0.counterweights == "freedom of expression" })
    }

    @Test func aValueThatIsNamedSeldomMissesNothing() throws {
        #expect(try Drafting("We must ensure national security.", as: .strategy).report.absences == [])
    }
}
