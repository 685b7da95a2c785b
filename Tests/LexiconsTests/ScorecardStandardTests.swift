import Testing

@testable import Lexicons

/// `scorecard.yaml`: what scorecards count.
@Suite struct ScorecardStandardTests {
    private static let yaml = """
        minimum-sentences: 30
        minimum-cases: 3
        findings-from: moderate
        bands:
          shares: [0.2, 0.4, 0.6, 0.8]
          rates: [2, 5, 15]
        axes:
          - {id: a, title: A, counts: balanced-values, grade: 2, definition: "Up to {grade}."}
          - {id: b, title: B, counts: clean-controls, list: [T1], definition: "Without {list}."}
          - {id: c, title: C, counts: limited-controls, list: [S05], definition: D.}
        control-findings: [T1]
        """

    private static func problems(_ change: (String, String)) -> [String] {
        SmallLexicon.problems(replacing: ["scorecard.yaml": yaml.replacing(change.0, with: change.1)])
    }

    @Test func isPartOfTheLexiconThatComesWithTheProgram() throws {
        let standard = try LexiconFolder.bundled().scorecard()
        #expect(standard.axes.count == 8)
        let procedure = try #require(standard.axes.first { $0.id == "procedure" })
        #expect(procedure.count == .limitedControls(safeguards: ["S05", "S06", "S07", "S09", "S16"]))
        #expect(procedure.definition.contains("(S05, S06, S07, S09, S16)"))
    }

    @Test func isReadWithTheLexicon() {
        #expect(SmallLexicon.problems(replacing: ["scorecard.yaml": Self.yaml]) == [])
    }

    @Test(arguments: [
        (
            ("shares: [0.2, 0.4", "shares: [0.4, 0.4"),
            "scorecard.yaml:5:11: \"shares\" must be 4 rising numbers above 0, up to 1"
        ),
        (
            ("rates: [2, 5, 15]", "rates: [2, 5]"),
            "scorecard.yaml:6:10: \"rates\" must be 3 rising numbers above 0, up to 1000"
        ),
        (
            ("moderate", "serious"),
            "scorecard.yaml:3:16: \"findings-from\" must be one of: none, info, low, moderate, high, severe"
        ),
        (("list: [T1]", "list: [T9]"), "scorecard.yaml:9:54: \"T9\" is no concept or rule of the lexicon"),
        (("findings: [T1]", "findings: [T9]"), "scorecard.yaml:11:20: \"T9\" is no rule of the lexicon"),
        (("id: b", "id: a"), "scorecard.yaml:9:5: \"a\" is there twice"),
        (("grade: 2", "degree: 2"), "scorecard.yaml:8:5: key \"grade\" is missing"),
    ])
    func saysWhereItIsWrong(change: (String, String), message: String) {
        #expect(Self.problems(change).contains(message), "\(Self.problems(change))")
    }
}
