import Testing

@testable import Lexicons

/// A lexicon with a mistake is refused, and the message says file, line, column and what is allowed.
@Suite struct StrictYAMLTests {
    private static func values(_ find: String, _ replacement: String) -> [String: String?] {
        ["xx/values.yaml": SmallLexicon.values.replacing(find, with: replacement)]
    }

    @Test func acceptsTheSmallLexicon() throws {
        #expect(SmallLexicon.problems(replacing: [:]) == [])
    }

    @Test(
        arguments: [
            (
                values("title: Security", "title: Security\n    colour: red"),
                "xx/values.yaml:6:5: unknown key \"colour\"; known here: entries, examples, id, innocent, legitimacy, name, note, title"
            ),
            (values("    title: Security\n", ""), "xx/values.yaml:3:5: key \"title\" is missing"),
            (
                values("legitimacy: listed", "legitimacy: maybe"),
                "xx/values.yaml:6:17: \"legitimacy\" must be one of: listed, derivative, unlisted"
            ),
            (values("title: Security", "title: [Security]"), "xx/values.yaml:5:12: \"title\" must be a text"),
            (values("name: security", "id: V2"), "xx/values.yaml:3:5: key given twice: id"),
            (
                values("freedom from harm", "Security"),
                "xx/values.yaml:9:9: pattern \"Security\" is already at xx/values.yaml:8; this one is dead"
            ),
            (
                values("freedom from harm", "security …"),
                "xx/values.yaml:9:9: pattern \"security …\": may not end with a gap, a comma or an optional part"
            ),
            (values("id: V1", "id: K1"), "xx/values.yaml:3:5: id K1 is already at xx/controls.yaml:3"),
            (values("      find: [security]\n", ""), "xx/values.yaml:13:7: key \"find\" is missing"),
            (
                values("family: value", "family: virtue"),
                "xx/values.yaml:1:9: \"family\" must be one of: value, counterweight, control, safeguard, device, noun, genre"
            ),
            (
                ["xx/values.yaml": "concepts: ["],
                "xx/values.yaml:2:1: not valid YAML: did not find expected node content"
            ),
            (["xx/values.yaml": ""], "xx/values.yaml: is empty"),
            (["pack.yaml": String?.none], "pack.yaml: file is missing from the lexicon"),
            (["profiles/default.yaml": String?.none], "profiles/default.yaml: file is missing from the lexicon"),
            (["xx/language.yaml": String?.none], "language.yaml: file is missing from the lexicon"),
        ] as [([String: String?], String)])
    func says(changes: [String: String?], message: String) {
        #expect(SmallLexicon.problems(replacing: changes) == [message])
    }

    @Test func reportsEveryProblemOfOneRun() {
        let text = SmallLexicon.values.replacing("listed", with: "maybe").replacing("social security", with: "…")
        let problems = SmallLexicon.problems(replacing: ["xx/values.yaml": text, "pack.yaml": "name: x\n"])
        #expect(problems.count >= 3)
    }

    @Test func refusesAClassInsideAClass() {
        let text = SmallLexicon.files["xx/nouns.yaml"]?.replacing("minister+", with: "\"@judge minister\"")
        let problems = SmallLexicon.problems(replacing: ["xx/nouns.yaml": text])
        #expect(problems.contains { $0.hasSuffix("a pattern of class @authority may not use a class itself") })
    }

    @Test func namesAFactThatDoesNotExist() {
        let text = SmallLexicon.files["rules/T1.yaml"]?.replacing("[asserted]", with: "[sinister]")
        let problems = SmallLexicon.problems(replacing: ["rules/T1.yaml": text])
        #expect(problems.contains { $0.contains("unknown fact \"sinister\"; known: asserted, option") })
    }
}
