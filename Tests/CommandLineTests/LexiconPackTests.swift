import Foundation
import Testing

/// Lexicons that change another one, and what is said of them.
@Suite struct LexiconPackTests {
    private let folder: TemporaryFolder
    private static let base = Fixture.folder.appendingPathComponent("Lexicon").path
    private static let text = Data("The office shall block the site.".utf8)

    init() throws { folder = try TemporaryFolder() }

    private func pack(_ name: String = "own", version: String = "1.0.0", extends: String? = base) throws {
        let line = extends.map { "extends: \($0)\n" } ?? ""
        try folder.write("\(name)/pack.yaml", "name: \(name)\nversion: \(version)\nlicence: CC0-1.0\n\(line)")
    }

    private func run(_ arguments: String..., input: Data? = nil) throws -> CommandLineRun {
        try CommandLineRun(arguments, input: input, in: folder.url)
    }

    private func check() throws -> CommandLineRun {
        try run("check", "--format", "concise", "--lexicons", "own", "--stdin-filename", "a.txt", input: Self.text)
    }

    private static let jamming = """
        family: control
        concepts:
          - id: C90
            name: jamming
            title: Jamming
            intrusiveness: 5
            touches: [open]
            entries: ["jam+ the site"]
            examples: {find: ["The office shall jam the site."], pass: ["The jam is sweet."]}

        """

    @Test func whatAnOverlayLeavesAloneStays() throws {
        try pack()
        #expect(try check().output.contains("CW04"))
        let lint = try run("lexicon", "lint", "own")
        #expect(lint.output.contains("own 9.9.9+own.1.0.0, CC0-1.0, extends \(Self.base), sha256:"))
        #expect(lint.code == 0)
    }

    @Test func anOverlayAddsConcepts() throws {
        try pack()
        try folder.write("own/en/own.yaml", Self.jamming)
        let found = try run("lexicon", "show", "--lexicons", "own", "--text", "They jam the site.")
        #expect(found.output.contains("C90\tjam the site"))
        #expect(try run("lexicon", "test", "own").code == 0)
    }

    @Test(arguments: [
        ("remove: {rules: [CW04]}", ""), ("remove: {entries: {C01: [\"block+ <4> site+\"]}}", ""),
        ("remove: {concepts: [C01]}", ""), ("add: {innocent: {C01: [\"block the site\"]}}", ""),
    ])
    func anOverlayTakesAway(overlay: String, expected: String) throws {
        try pack()
        try folder.write("own/overlay.yaml", overlay)
        let run = try check()
        #expect(run.errors == "")
        #expect(run.output.contains("CW04") == false)
    }

    @Test func overlaysStandOnOverlays() throws {
        try pack()
        try folder.write("own/en/own.yaml", Self.jamming)
        try pack("top", extends: "../own")
        let found = try run("lexicon", "show", "--lexicons", "top", "--text", "They jam the site.")
        #expect(found.output.contains("C90\tjam the site"))
    }

    @Test(arguments: [
        ("overlay.yaml", "remove: {concepts: [C0l]}", "overlay.yaml:1:21: the extended lexicon has no concept \"C0l\""),
        ("overlay.yaml", "remove: {rules: [CW4]}", "overlay.yaml:1:18: the extended lexicon has no rule \"CW4\""),
        (
            "overlay.yaml", "remove: {entries: {C01: [unblock]}}",
            "overlay.yaml:1:26: C01 of the extended lexicon has no entry \"unblock\""
        ),
        (
            "overlay.yaml", "add: {entries: {X9: [unblock]}}",
            "overlay.yaml:1:17: the extended lexicon has no concept \"X9\""
        ),
        ("overlay.yaml", "drop: {}", "overlay.yaml:1:1: unknown key \"drop\"; known here: add, remove"),
        ("overlay.yaml", "remove: {rule: []}", "overlay.yaml:1:10: unknown key \"rule\"; did you mean \"rules\"? "),
        ("overlay.yaml", "remove: []", "overlay.yaml:1:9: remove must be a mapping of keys"),
        ("overlay.yaml", "remove: {rules: CW04}", "overlay.yaml:1:17: \"rules\" must be a list"),
        ("overlay.yaml", "add: {entries: {C01: [\"block <99> it\"]}}", "pattern \"block <99> it\""),
        ("pack.yaml", "name: own\nlicence: x\nversion: 1\nextends: bundled", "version \"1\" must be three numbers"),
        ("pack.yaml", "name: own\nversion: 1.0.0\nextends: bundled", "pack.yaml:1:1: key \"licence\" is missing"),
        (
            "pack.yaml", "name: own\nversion: 1.0.0\nlicence: x\nextends: nowhere",
            "own/pack.yaml: \"extends\" names nowhere, which is no lexicon; write bundled, or a path relative to this file"
        ),
        (
            "pack.yaml", "name: own\nversion: 1.0.0\nlicence: x\nextends: ../own",
            "\"extends\" leads through more than 15 lexicons, or back to where it began"
        ), ("pack.yaml", "name: own\nversion: 1.0.0\nlicence: x\nextend: bundled", "unknown key \"extend\""),
    ])
    func whatIsWrongWithAPackIsToldWithItsPlace(file: String, text: String, message: String) throws {
        try pack()
        try folder.write("own/\(file)", text)
        let run = try check()
        #expect(run.errors.hasPrefix("counterweight: error: "))
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.code == 2)
    }

    @Test func whatIsNoLexiconIsTold() throws {
        #expect(try check().errors.contains("own: is not a folder that can be read"))
        try folder.write("own/notes.txt", "no lexicon")
        #expect(try check().errors.contains("own: holds no YAML file"))
        try folder.write("own/en/own.yaml", Self.jamming)
        #expect(try check().errors.contains("pack.yaml: file is missing from the lexicon"))
        try pack()
        try Data([0x66, 0xFF, 0xFE, 0x66]).write(to: folder.url.appendingPathComponent("own/en/own.yaml"))
        let last = try check()
        #expect(last.errors.contains("en/own.yaml: is not valid UTF-8"), "\(last.errors)")
        #expect(last.code == 2)
    }

    @Test func aNewLexiconIsWholeAndNothingIsOverwritten() throws {
        #expect(try run("lexicon", "new", "mine/deep").code == 0)
        let test = try run("lexicon", "test", "mine/deep")
        #expect(test.code == 0, "\(test.output)")
        let again = try run("lexicon", "new", "mine/deep")
        #expect(
            again.errors
                == "counterweight: error: mine/deep: holds something already; name a folder that is empty or does not exist\n"
        )
        #expect(again.code == 2)
    }

    @Test func patternsThatNoExampleSetsOffAreTold() throws {
        try pack()
        try folder.write(
            "own/en/own.yaml",
            Self.jamming.replacing("[\"jam+ the site\"]", with: "[\"jam+ the site\", \"drown it out\"]"))
        let run = try run("lexicon", "test", "own", "--coverage")
        #expect(run.output.contains("C90: no example sets off: drown it out\n"))
        #expect(run.output.contains("C90: no example sets off: jam+ the site") == false)
        #expect(run.code == 0)
    }

    @Test(arguments: [
        ("1.0.1", "", "the change is a patch", true), ("1.1.0", jamming, "the change is minor", true),
        ("1.0.1", jamming, "which promises a patch: too little", false),
        ("1.1.0", "remove", "the change is major", false), ("2.0.0", "remove", "the change is major", true),
    ])
    func aVersionSaysHowMuchChanged(version: String, change: String, words: String, isEnough: Bool) throws {
        try pack("old", version: "1.0.0")
        try pack("new", version: version)
        if change == "remove" {
            try folder.write("new/overlay.yaml", "remove: {concepts: [C01]}")
        } else if !change.isEmpty {
            try folder.write("new/en/own.yaml", change)
        }
        let run = try run("lexicon", "compare", "old", "new")
        #expect(run.output.contains(words), "\(run.output)\(run.errors)")
        #expect(run.code == (isEnough ? 0 : 1))
    }
}
