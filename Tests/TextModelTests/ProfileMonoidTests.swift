import TestSupport
import Testing
import TextModel

/// Profiles add up: the observatory relies on it to count thousands of documents in any order.
struct ProfileMonoidTests {
    private func profile(_ random: inout SeededGenerator) -> Profile {
        var profile = Profile()
        let ids = ["V01", "V11", "C02", "B03"]
        func count() -> Int { Int.random(in: 0...9, using: &random) }
        func id() -> String { ids.randomElement(using: &random) ?? "" }
        profile.documents = 1
        profile.words = count()
        profile.sentences = count()
        profile.ownVoiceSentences = count()
        profile.passagesByBand = Band.allCases.map { _ in count() }
        profile.score = count()
        profile.valuesByConcept = [id(): count()]
        profile.counterweightsByConcept = [id(): count()]
        profile.isolation = (0..<6).map { _ in count() }
        profile.companions.inPassage = count()
        profile.companions.inSection = count()
        profile.companions.none = count()
        profile.controlsByStance = [Stance.allCases.randomElement(using: &random) ?? .other: count()]
        profile.controlsByConcept = [id(): Profile.Coverage(asserted: count(), linked: count(), strong: count())]
        profile.controlsByCoreValue = [CoreValue.allCases.randomElement(using: &random) ?? .open: count()]
        profile.openTerms = [id(): count()]
        profile.openTermsAtControls = count()
        profile.findings = [id(): Band.allCases.map { _ in count() }]
        profile.creditsByRule = [id(): count()]
        profile.titles = [id(): id()]
        return profile
    }

    @Test func addingIsAssociativeAndCommutativeWithAnEmptyProfile() {
        var random = SeededGenerator(11)
        for _ in 0..<200 {
            let (a, b, c) = (profile(&random), profile(&random), profile(&random))
            #expect((a + b) + c == a + (b + c))
            #expect(a + b == b + a)
            #expect(a + Profile() == a)
        }
    }

    @Test func sumHasTheCountsOfBothAndTheWorstOfBoth() {
        var random = SeededGenerator(12)
        for _ in 0..<200 {
            let (a, b) = (profile(&random), profile(&random))
            let sum = a + b
            #expect(sum.documents == 2)
            #expect(sum.values == a.values + b.values)
            #expect(sum.controls == a.controls + b.controls)
            #expect(sum.findings(from: .moderate) == a.findings(from: .moderate) + b.findings(from: .moderate))
            #expect(sum.band == max(a.band, b.band))
            #expect(sum.score == max(a.score, b.score))
        }
    }

    @Test func densityIsOfAThousandSentencesAndWordsAndNeverOfNothing() {
        var profile = Profile()
        #expect(profile.perThousandSentences(from: .low) == nil)
        #expect(profile.perThousandWords(from: .low) == nil)
        profile.findings = ["CW04": [0, 5, 1, 2, 0, 1]]
        profile.ownVoiceSentences = 50
        profile.words = 800
        #expect(profile.perThousandSentences(from: .moderate) == 60)
        #expect(profile.perThousandWords(from: .low) == 5)
    }
}
