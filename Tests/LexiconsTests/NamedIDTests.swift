import Testing

@testable import Lexicons

/// What a lexicon names must be there: a name of nothing would never be met or missed.
@Suite struct NamedIDTests {
    private static let rewording = """

        rewordings:
          - {when: [duty], controls: [K1], except: [K1], append: "Only {control} by {Actor}."}
        """

    private func problems(_ old: String, _ new: String) throws -> [String] {
        let rule = try #require(SmallLexicon.files["rules/T1.yaml"]) + Self.rewording
        #expect(SmallLexicon.problems(replacing: ["rules/T1.yaml": rule]) == [])
        #expect(rule.contains(old))
        return SmallLexicon.problems(replacing: ["rules/T1.yaml": rule.replacing(old, with: new)])
    }

    @Test(arguments: [
        ("concepts: [K1]", "concepts: [C99]", "11:101: \"C99\" is no concept of the lexicon"),
        ("aims: [V1]", "aims: [V1, V99]", "11:117: \"V99\" is no concept of the lexicon"),
        ("controls: [K1]", "controls: [K9]", "15:31: \"K9\" is no control of the lexicon"),
        ("except: [K1]", "except: [C1]", "15:45: \"C1\" is no control of the lexicon"),
        (
            "{control} is", "{contrll} is",
            "5:10: unknown slot {contrll}; did you mean \"control\"? known here: control, value, counterweight, cue, missing"
        ),
        (
            "{Actor}", "{Missing}",
            "15:58: unknown slot {Missing}; known here: control, actor, value, counterweight, cue, balance, next"
        ),
        (
            "any: [vague,", "any: [time-limit,",
            "11:55: fact \"time-limit\" never holds: it is told by safeguard S10, which is not there"
        ),
        (
            "all: [control]", "all: [referred]",
            "12:37: fact \"referred\" never holds: it is told by safeguard S19, which is not there"
        ),
    ])
    func rulesNameOnlyWhatIsThere(old: String, new: String, message: String) throws {
        #expect(try problems(old, new) == ["rules/T1.yaml:" + message])
    }

    @Test func safeguardsLimitOnlyControlsThatAreThere() {
        let text = SmallLexicon.files["xx/safeguards.yaml"]?.replacing("limits: [K1]", with: "limits: [K1, C1]")
        #expect(
            SmallLexicon.problems(replacing: ["xx/safeguards.yaml": text]) == [
                "xx/safeguards.yaml:8:18: \"C1\" is no control of the lexicon"
            ])
    }

    @Test func rulesMayNameWhatAnOverlayTookOut() throws {
        func overlay(_ changes: String) throws -> LexiconSource {
            let source = LexiconSource(files: [
                ("pack.yaml", "name: own\nversion: 1.0.0\nlicence: x\nextends: base\n"), ("overlay.yaml", changes),
            ])
            return try #require(try LexiconOverlay(source)).applied(to: SmallLexicon.source())
        }
        let lexicon = try overlay("remove: {concepts: [K1, S05]}").compile(sha256: "").lexicon
        #expect(lexicon.concept("K1") == nil && lexicon.rule("T1") != nil)
    }
}
