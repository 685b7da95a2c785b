import Testing
import TextModel

@testable import Analysis

/// What is counted over a document as a whole.
struct DocumentProfileTests {
    @Test func countsOnlySentencesOfTheAuthor() throws {
        let drafting = try Drafting(
            """
            # Our plan
            We want a secure Internet. It will be open.
            > Everything must be controlled.
            The Minister said that platforms must delete rumours.
            """, as: .strategy)
        #expect(drafting.report.profile.sentences == 5)
        #expect(drafting.report.profile.ownVoiceSentences == 2)
    }

    @Test func companionsOfSecurityAreToldByTheirDistance() throws {
        let drafting = try Drafting(
            """
            # One
            We will build a secure and resilient Internet.
            # Two
            We will build a secure Internet.
            Networks must stay stable.
            # Three
            We will build a secure Internet.
            """, as: .strategy)
        let companions = drafting.report.profile.companions
        #expect([companions.inPassage, companions.inSection, companions.none] == [1, 1, 1])
    }

    @Test func controlsAreCountedByTypeWithTheStrengthOfTheirSafeguards() throws {
        let drafting = try Drafting(
            """
            The Minister may shut down the Internet.
            The Minister may shut down the Internet by order of a court for at most three days.
            States shall not shut down the Internet.
            """)
        let profile = drafting.report.profile
        #expect(profile.controlsByConcept["C02"] == Profile.Coverage(asserted: 2, linked: 1, strong: 1))
        #expect(profile.controlsByStance[.prohibited] == 1)
        #expect(profile.titles["C02"]?.isEmpty == false)
    }

    @Test func assertedControlsAreCountedUnderEachCoreValueThatTheyTouch() throws {
        let drafting = try Drafting(
            "The Minister may shut down the Internet.\nStates shall not shut down the Internet.")
        #expect(drafting.report.profile.controlsByCoreValue == [.global: 1, .robust: 1, .reliable: 1])
        let finding = try #require(drafting.report.findings.first { $0.rule == "CW18" })
        #expect(finding.coreValues == [.global, .robust, .reliable])
    }

    @Test func openTermsAreCountedWithThoseThatStandBesideAControl() throws {
        let drafting = try Drafting(
            """
            Providers shall remove harmful content.
            Undesirable side effects are reported in harmful cases.
            """)
        let profile = drafting.report.profile
        #expect(profile.openTerms["vague", default: 0] > profile.openTermsAtControls)
        #expect(profile.openTermsAtControls == 1)
    }

    @Test func isTheSumOfTheProfilesOfItsPartsWhereTheyDoNotMeet() throws {
        let parts = ["The Minister may shut down the Internet.", "Providers shall remove harmful content."]
        let whole = try Drafting(parts.joined(separator: "\n")).report.profile
        var sum = try parts.map { try Drafting($0).report.profile }.reduce(Profile(), +)
        sum.documents = 1
        #expect(whole == sum)
    }
}
