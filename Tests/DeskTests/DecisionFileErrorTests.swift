import Lexicons
import Testing

@testable import Desk

/// What the files of suppressions and known findings say when they cannot be used.
struct DecisionFileErrorTests {
    @Test(arguments: [
        ("", "s.yaml: is empty"), ("- a", "s.yaml:1:1: a file of suppressions must be a mapping of keys"),
        ("suppressions: a", "s.yaml:1:15: \"suppressions\" must be a list"),
        ("known: []", "key \"suppressions\" is missing"),
        ("suppressions:\n  - a", "s.yaml:2:5: a suppression must be a mapping of keys"),
        ("suppressions:\n  - reason: agreed", "s.yaml:2:5: key \"fingerprint\" is missing"),
        ("suppressions:\n  - fingerprint: ab", "s.yaml:2:5: key \"reason\" is missing"),
        ("suppressions:\n  - {fingerprint: ab, reason: [x]}", "s.yaml:2:31: \"reason\" must be a text"),
        ("suppressions:\n  - {fingerprint: ab, reason: x, rule: CW01}", "s.yaml:2:34: unknown key \"rule\""),
    ])
    func suppressionsSayWhatIsWrong(text: String, message: String) throws {
        let error = try #require(throws: LexiconError.self) { try SuppressionFile(text: text, path: "s.yaml") }
        #expect(error.description.contains(message), "\(error.description)")
    }

    @Test(arguments: [
        ("", "b.json: is empty"), ("- a", "b.json:1:1: a baseline must be a mapping of keys"),
        ("schema_version: \"0\"\nfindings: []", "b.json:1:1: schema_version is 0, but "),
        ("schema_version: \"1\"", "key \"findings\" is missing"),
        ("findings: []", "key \"schema_version\" is missing"),
        ("findings:\n  - {path: a, rule: CW01, fingerprint: ab, count: 0}", "\"count\" must be a number from 1 to "),
        ("findings:\n  - {path: a, rule: CW01, count: 1}", "b.json:2:5: key \"fingerprint\" is missing"),
        ("findings:\n  - {path: a, line: 3}", "unknown key \"line\""),
    ])
    func baselinesSayWhatIsWrong(text: String, message: String) throws {
        let error = try #require(throws: LexiconError.self) { try BaselineFile.read(text, path: "b.json") }
        #expect(error.description.contains(message), "\(error.description)")
    }
}
