import Testing
import TextModel

@testable import Reporting

/// What the page lists, in which order, and what it writes once.
@Suite struct FindingListTests {
    private static let long =
        "obtain an authorisation from the Central Government before it transmits messages of any kind to any person in any place of the territory"

    /// A count in the first passage, and two rules about one power in the second; another of them in the third.
    private func report(language: String? = "en") -> Report {
        var sample = SampleDocument(path: "act.txt", language: language)
        sample.add(.paragraph, "The public interest counts.")
        sample.add(.paragraph, "Everybody shall \(Self.long).")
        sample.add(.paragraph, "The Authority may block any site.")
        var maker = ReportMaker(sample.document(), kind: .statute)
        maker.find("CW02", "value-in-isolation", .info, 1, "It stands alone.", "public interest", in: 0)
        maker.find(
            "CW09", "unbounded-discretion", .severe, 80, "It has no bounds.", Self.long, in: 1, missing: ["A judge"])
        maker.find(
            "CW04", "power-without-safeguards", .severe, 80, "It lacks them.", Self.long, in: 1,
            related: [(.cue, "any person", "everyone", 1)], missing: ["A judge"],
            factors: [Factor(name: "scope", value: 2.0 / 3, reason: "all")])
        maker.find("CW04", "power-without-safeguards", .high, 60, "It lacks them.", "block any site", in: 2)
        return maker.report()
    }

    private func page(_ report: Report) throws -> String {
        let results = Results(reports: [report], tool: SampleReports.tool)
        return String(decoding: try #require(OutputFormat(name: "html")).bytes(of: results), as: UTF8.self)
    }

    @Test func listsThePassagesWorstFirstWithTheirRules() throws {
        let page = try page(report())
        let spots = page.components(separatedBy: "<li class=\"spot\">").dropFirst()
        #expect(
            spots.map { $0.matches(of: #/class="hit [^"]* r-([^"]*)"/#).map { String($0.1) } }
                == [["CW04", "CW09"], ["CW04"], ["CW02"]])
        // The words of a passage stand over its rules, once.
        #expect(spots.first?.components(separatedBy: "obtain an").count == 2)
    }

    @Test func countsPassagesBesideFindings() throws {
        let page = try page(report())
        #expect(page.contains("4 findings in 3 passages"))
        #expect(page.contains("<b>2</b> severe in 1 passage<"))
    }

    @Test func cutsWordsBetweenWords() throws {
        #expect(Wording.shortened("one two three four five six seven", to: 15) == "one two … seven")
        #expect(Wording.shortened("short", to: 15) == "short")
        let solid = String(repeating: "語", count: 90)
        #expect(Wording.shortened(solid, to: 30).count == 33)
        #expect(try page(report()).contains("before it transmits messages … any person in any place of the territory"))
    }

    @Test func roundsFactors() throws {
        let page = try page(report())
        #expect(page.contains("<td>0.67</td>"))
        #expect(!page.contains("0.666"))
    }

    @Test func saysOnPaperOnceWhatCardsRepeat() throws {
        var findings = report().findings
        let own = try #require(findings.firstIndex { $0.band == .high })
        findings[own].norms = ["A norm of its own"]
        let page = try page(report().replacing(findings: findings))
        let told = page.matches(of: #/<div class="told"><dt>([A-Z][a-z]*)</#).map { String($0.1) }
        #expect(told.count { $0 == "Why" } == 4)
        #expect(told.count { $0 == "Norm" } == 3)
        #expect(page.contains("<div><dt>Norm</dt><dd>A norm of its own<"))
        // The second card of the second passage lacks what the first one lacks.
        #expect(told.count { $0 == "Missing" } == 1)
        #expect(page.matches(of: #/<dl id="why-/#).count == 3)
        #expect(page.contains("<section id=\"rules\" class=\"paper\""))
    }

    @Test func namesTheMarksOfAPassageInWords() throws {
        #expect(try page(report()).contains("any person</q> cue: everyone</li>"))
    }

    @Test func saysThatALanguageIsNotKnown() throws {
        #expect(try page(report(language: "bo")).contains("<div class=\"text\" lang=\"bo\""))
        #expect(try page(report(language: nil)).contains("<div class=\"text\" lang dir"))
    }

    @Test func givesNoRatesOfAShortText() {
        var profile = Profile()
        profile.findings = ["CW04": [0, 0, 0, 0, 1, 0]]
        profile.words = 400
        let density = { (profile: Profile) in
            ProfileRows(profile: profile).rows.first { $0.name == Wording.density }?.text
        }
        profile.ownVoiceSentences = 29
        #expect(density(profile) == "1 finding at moderate or above")
        profile.ownVoiceSentences = 30
        #expect(density(profile)?.contains("in 1,000 words") == true)
    }
}
