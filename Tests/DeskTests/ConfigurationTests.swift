import Lexicons
import Testing

@testable import Desk

/// What configuration files decide, and every way in which they can be wrong.
@Suite struct ConfigurationTests {
    private static let shapes = SettingShapes(bands: ["none", "low", "high"], inputFormats: ["text", "html"])

    private func configuration(_ files: [String: String], fixed: String? = nil, isolated: Bool = false) -> Configuration
    {
        Configuration(
            shapes: Self.shapes, workingFolder: "/home/w", fixedPath: fixed, isIsolated: isolated, read: { files[$0] })
    }

    @Test func theNearestFileAboveCounts() throws {
        var found = configuration([
            "/home/.counterweight.yaml": "fail-on: high", "/home/w/deep/.counterweight.yaml": "fail-on: low",
        ])
        #expect(try found.settings().text(.failOn) == "high")
        #expect(try found.settings(for: "a.txt").text(.failOn) == "high")
        #expect(try found.settings(for: "deep/er/a.txt").text(.failOn) == "low")
        #expect(try found.settings(for: "../../etc/a.txt").decided.isEmpty)
    }

    @Test func basesComeFirstAndOverridesLast() throws {
        var found = configuration([
            "/home/w/.counterweight.yaml": """
            extends: shared/base.yaml
            select: CW01
            overrides:
              - files: ["*.html"]
                fail-on: none
              - files: "old/**"
                fail-on: low
                ignore: [CW02, CW03]
            """,
            "/home/w/shared/base.yaml": "fail-on: high\nlanguage: fr\nbaseline: known.json",
        ])
        let page = try found.settings(for: "page.html")
        #expect(page.text(.failOn) == "none")
        #expect(page.texts(.select) == ["CW01"])
        #expect(page.text(.language) == "fr")
        let old = try found.settings(for: "old/page.html")
        #expect(old.text(.failOn) == "low")
        #expect(old.decided[.failOn]?.origin.description == ".counterweight.yaml:7 (override old/**)")
        #expect(old.decided[.language]?.origin.description == "shared/base.yaml:2")
        #expect(try found.settings().text(.baseline) == "/home/w/shared/known.json")
    }

    @Test func oneFileCanBeForcedOrAllLeftAside() throws {
        let files = ["/home/w/.counterweight.yaml": "fail-on: high", "/home/w/other.yaml": "fail-on: low"]
        var forced = configuration(files, fixed: "other.yaml")
        #expect(try forced.settings(for: "a.txt").text(.failOn) == "low")
        var isolated = configuration(files, isolated: true)
        #expect(try isolated.settings(for: "a.txt").decided.isEmpty)
    }

    @Test(arguments: [
        ("fail-onn: low", "1:1: unknown key \"fail-onn\"; did you mean \"fail-on\"?"),
        ("fail-on: terrible", "1:10: \"fail-on\" must be one of: none, low, high; not \"terrible\""),
        ("max-bytes: -3", "1:12: \"max-bytes\" must be a whole number above 0"),
        ("exit-zero: perhaps", "1:12: \"exit-zero\" must be true or false"),
        ("select: {a: b}", "1:9: \"select\" must be a list"),
        ("overrides:\n  - fail-on: low", "2:5: an override needs \"files\": a glob or a list of globs"),
        ("overrides:\n  - files: x\n    color: never", "3:5: unknown key \"color\""),
        ("overrides:\n  - files: \"[x\"", "2:12: \"[x\" is no glob: a bracket or brace is not closed"),
        ("extends: nowhere.yaml", "1:10: \"extends\" names /home/w/nowhere.yaml, which does not exist"),
        ("extends: .counterweight.yaml", "1:10: \"extends\" leads back to /home/w/.counterweight.yaml"),
        ("fail-on: low\nfail-on: high", "key given twice: fail-on"),
        ("- a", "1:1: a configuration must be a mapping of keys"),
        ("a: [", "not valid YAML: "), ("", "is empty"),
    ])
    func saysWhatIsWrong(text: String, message: String) throws {
        var broken = configuration(["/home/w/.counterweight.yaml": text])
        let error = try #require(throws: LexiconError.self) { try broken.settings() }
        #expect(error.description.hasPrefix("/home/w/.counterweight.yaml"))
        #expect(error.description.contains(message), "\(error.description)")
    }

    @Test func aMissingForcedFileIsAnError() throws {
        var missing = configuration([:], fixed: "gone.yaml")
        let error = try #require(throws: LexiconError.self) { try missing.settings() }
        #expect(error.description == "/home/w/gone.yaml: no such configuration; check the path")
    }
}
