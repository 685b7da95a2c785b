import Testing
import TextModel

@testable import Analysis

/// Isolation grades by construction: where the nearest live counterweight stands.
struct IsolationTests {
    /// The same value with a counterweight moved further and further off.
    @Test(arguments: [
        (0, "We will protect [[national security]] and privacy."),
        (0, "We will protect [[national security]] and uphold freedom of expression."),
        (0, "Privacy and [[national security]] are our goals."),
        (1, "We will protect [[national security]]; we will protect privacy."),
        (1, "We will protect [[national security]], but privacy matters."),
        (2, "We will protect [[national security]]. We will protect privacy."),
        (2, "We will protect privacy. Roads are built. We will protect [[national security]]."),
        (2, "We will protect [[national security]] by:\n- work on privacy."),
        (2, "We will protect privacy by:\n- work on [[national security]] at home."),
        (
            2,
            "We will protect privacy by:\n- privacy, privacy, privacy, privacy.\n- privacy, privacy, privacy, privacy, privacy.\n- work on [[national security]] at home."
        ),
        (3, "We will protect [[national security]].\nWe will protect privacy."),
        (3, "# Aims\nWe will protect privacy.\nRoads are built.\nWe will protect [[national security]]."),
        (4, "# Aims\nWe will protect [[national security]].\n# Rights\nWe will protect privacy."),
        (4, "# Rights\nWe will protect privacy.\n# Aims\nWe will protect [[national security]]."),
        (5, "We will protect [[national security]]."),
        (5, "# Aims\nWe will protect [[national security]].\n# Rights\nRoads are built."),
    ])
    func gradeIsTheDistanceToTheNearestCounterweight(grade: Int, text: String) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(drafting.mention(.value)?.isolation == grade, "\(drafting.summary)")
    }

    @Test(arguments: [
        "We will protect [[national security]]; privacy must yield to national security.",
        "We will protect [[national security]]. The Minister for Privacy Affairs agrees.",
        "We will protect [[national security]], stability and resilience.",
        "We will protect [[national security]]. The Minister may limit the right to privacy.",
    ])
    func deadCounterweightAndCompanionsDoNotCount(text: String) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(drafting.mention(.value)?.isolation == 5, "\(drafting.summary)")
    }

    @Test func nearestOfSeveralDecides() throws {
        let drafting = try Drafting(
            "# One\nWe will protect privacy.\n# Two\nWe will protect [[national security]]. We will protect free speech.\n# Three\nWe will protect privacy.",
            as: .strategy)
        #expect(drafting.mention(.value)?.isolation == 2, "\(drafting.summary)")
    }

    @Test func manyCounterweightsBetweenHideNoNearerSection() throws {
        let far = (0..<30).map { "# Part \($0)\nWe will protect privacy." }.joined(separator: "\n")
        let drafting = try Drafting(
            far + "\n# Aims\nWe will protect [[national security]]. We will protect privacy.\n" + far, as: .strategy)
        #expect(drafting.mention(.value)?.isolation == 2, "\(drafting.mention(.value).debugDescription)")
    }

    @Test func valueOfAnotherVoiceHasNoGrade() throws {
        let drafting = try Drafting("The so-called [[national security]] is a slogan.", as: .critique)
        let mention = try #require(drafting.mention(.value))
        #expect(mention.isolation == nil)
        #expect(drafting.report.profile.isolation == [0, 0, 0, 0, 0, 0])
    }

    @Test func onlyValuesHaveGrades() throws {
        let drafting = try Drafting(
            "For public order, the Authority may block websites by order of a court while respecting privacy.")
        for mention in drafting.report.mentions where mention.family != .value { #expect(mention.isolation == nil) }
        #expect(drafting.report.mentions.contains { $0.isolation != nil })
    }

    /// A counterweight put somewhere never moves a value further off.
    @Test(arguments: 0..<5)
    func addingACounterweightNeverRaisesAGrade(place: Int) throws {
        var lines = [
            "# Aims", "We will protect [[national security]].", "Roads are built.", "# Means", "Bridges are built.",
        ]
        let before = try #require(try Drafting(lines.joined(separator: "\n"), as: .strategy).mention(.value)?.isolation)
        lines.insert("We will protect privacy.", at: place + 1 > lines.count ? lines.count : place + 1)
        let after = try #require(try Drafting(lines.joined(separator: "\n"), as: .strategy).mention(.value)?.isolation)
        #expect(after < before)
    }

    @Test(arguments: [
        (["CW02"], "We will protect national security."),
        (["CW02"], "We will protect national security.\nWe will protect privacy."),
        ([], "We will protect national security and privacy."),
        ([], "We will protect national security. We will protect privacy."),
    ])
    func isolatedValueIsAFindingFromGradeThreeOn(rules: [String], text: String) throws {
        let drafting = try Drafting(text, as: .strategy)
        #expect(drafting.report.verdicts.first?.rules == rules, "\(drafting.summary)")
    }

    @Test func findingNamesTheNearestCounterweight() throws {
        let drafting = try Drafting("We will protect national security.\nWe will protect privacy.", as: .strategy)
        let nearest = try #require(drafting.report.findings.first { $0.rule == "CW02" }?.nearest)
        #expect(drafting.words(nearest.span) == "privacy")
        #expect(nearest.grade == 3)
        #expect(nearest.words == 3)
    }
}
