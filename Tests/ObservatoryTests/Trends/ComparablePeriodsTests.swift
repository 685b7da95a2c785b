import Lexicons
import Testing

@testable import Observatory

@Suite struct ComparablePeriodsTests {
    private let plan: ScorecardPlan

    init() throws { plan = ScorecardPlan(try LexiconFolder.bundled().scorecard()) }

    /// Documents of so many sentences, from as many countries as there are names.
    private func documents(_ countries: String, sentences: Double = 20) -> [StoredDocument] {
        countries.map { country in
            StoredDocument(
                version: 1, path: "a.txt", title: nil, date: nil, year: nil, country: String(country), body: nil,
                collection: nil, kind: "statute", address: nil, words: 100, sentences: 20,
                measures: ["own-voice-sentences": ["": sentences]])
        }
    }

    @Test func takesTheTwoFarthestApartThatAreAlike() throws {
        let pair = ComparablePeriods(
            [
                1797: documents("A"), 1900: documents("AAAAA"), 1950: documents("AAAAA"), 2000: documents("AAABB"),
                2010: documents("AABBB"), 2020: documents("ABBBBB"), 2026: documents("CCCCCC"),
            ], plan
        ).farthest
        // 2010 has two fifths like 1900, and 2020 a sixth.
        #expect(try #require(pair) == (1900, 2000))
    }

    @Test func takesNoneOfFewDocumentsOrLittleText() {
        #expect(ComparablePeriods([1900: documents("AAAA"), 2000: documents("AAAAA")], plan).farthest == nil)
        #expect(
            ComparablePeriods([1900: documents("AAAAA", sentences: 5), 2000: documents("AAAAA")], plan).farthest == nil)
        #expect(ComparablePeriods([1900: documents("AAAAA")], plan).farthest == nil)
        #expect(ComparablePeriods([:], plan).farthest == nil)
    }
}
