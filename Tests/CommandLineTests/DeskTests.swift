import Foundation
import Testing

/// Configuration, suppressions, baselines and changes, as a writer meets them.
@Suite struct DeskTests {
    private let folder: TemporaryFolder
    private static let bad = "<p>The office shall block the site.</p>"

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., input: Data? = nil) throws -> CommandLineRun {
        try CommandLineRun(arguments + Fixture.lexicon, input: input, in: folder.url)
    }

    private func lines(_ run: CommandLineRun) -> [Substring] { run.output.split(separator: "\n") }

    @Test func eachFileObeysTheNearestConfiguration() throws {
        try folder.write("a.html", Self.bad)
        try folder.write("deep/b.html", Self.bad)
        try folder.write("deep/.counterweight.yaml", "ignore: CW04")
        let run = try run("check", "--format", "concise", ".")
        #expect(lines(run).map { $0.prefix(8) } == ["./a.html"])
        #expect(run.code == 1)
        #expect(try self.run("check", "deep").code == 0)
        #expect(try self.run("check", "--isolated", "deep").code == 1)
        let why = try CommandLineRun(["config", "show", "--why", "deep/b.html"], in: folder.url)
        #expect(why.output == "ignore: [CW04]  # deep/.counterweight.yaml:1\n")
    }

    @Test func theCommandLineDecidesOverTheConfiguration() throws {
        try folder.write("a.html", Self.bad)
        try folder.write(".counterweight.yaml", "fail-on: none\nformat: concise")
        #expect(try run("check", "a.html").code == 0)
        #expect(try run("check", "a.html").output.hasPrefix("a.html:1:21: CW04["))
        #expect(try run("check", "a.html", "--fail-on", "low").code == 1)
    }

    @Test func aBrokenConfigurationIsAUsageError() throws {
        try folder.write("a.html", Self.bad)
        try folder.write(".counterweight.yaml", "fail-onn: low")
        let run = try run("check", "a.html")
        #expect(run.errors.contains(".counterweight.yaml:1:1: unknown key \"fail-onn\"; did you mean \"fail-on\"? "))
        #expect(run.code == 2)
    }

    @Test func excludedFilesAreNotFoundInFolders() throws {
        try folder.write("a.html", Self.bad)
        try folder.write("old/b.html", Self.bad)
        try folder.write(".counterweight.yaml", "exclude: '**/old/**'")
        #expect(lines(try run("check", "--format", "concise", ".")).count == 1)
        #expect(try run("check", "old/b.html").code == 1)
        #expect(try run("check", "--force-exclude", "old/b.html").code == 0)
        #expect(try run("check", "--force-exclude", "a.html", "old/b.html").code == 1)
        #expect(try run("check", "old").code == 0)
    }

    @Test(arguments: [
        ("<!-- counterweight ignore-next CW04: agreed -->" + bad, 0),
        ("<!-- counterweight ignore-next CW: agreed -->" + bad, 0),
        ("<!-- counterweight ignore-next all: agreed -->" + bad, 0),
        ("<!-- counterweight ignore-next all: agreed -->" + bad + bad, 1),
        ("<!-- counterweight ignore-next CW02: agreed -->" + bad, 1),
        ("<!-- counterweight ignore-file CW04: agreed -->" + bad + bad, 0),
        ("<!-- counterweight ignore-start CW04: agreed -->" + bad + "<!-- counterweight ignore-end -->" + bad, 1),
        ("<!-- counterweight ignore-phrase \"BLOCK the site\" CW04: agreed -->" + bad, 0),
        ("<!-- counterweight ignore-phrase \"block the page\" CW04: agreed -->" + bad, 1),
        ("<!-- counterweight ignore-next CW04 -->" + bad, 1),
        ("<!-- counterweight ignore-start CW04: agreed -->" + bad, 1), ("<!-- a comment -->" + bad, 1),
    ])
    func commentsSuppress(html: String, expected: Int) throws {
        let run = try run("check", "--format", "concise", "--stdin-filename", "a.html", input: Data(html.utf8))
        #expect(lines(run).count == expected)
        #expect(run.code == (expected == 0 ? 0 : 1))
    }

    @Test(arguments: [
        ("ignore-next CW04", "suppression-without-reason"), ("ignore-next : why", "suppression-unreadable"),
        ("ignore-next XX: why", "suppression-unknown-rule"), ("ignore-all CW04: why", "suppression-unreadable"),
        ("ignore-end", "suppression-unreadable"), ("ignore-start all: why", "suppression-open"),
        ("ignore-phrase words CW04: why", "suppression-unreadable"), ("ignore-file CW02: why", "suppression-unused"),
    ])
    func instructionsThatDoNothingAreTold(instruction: String, code: String) throws {
        let html = "<p>First.</p><!-- counterweight \(instruction) -->" + Self.bad
        let run = try run("check", "--format", "concise", "--stdin-filename", "a.html", input: Data(html.utf8))
        #expect(run.errors.contains("<stdin>") == false)
        #expect(run.errors.hasPrefix("counterweight: note: a.html:byte 13: "))
        #expect(run.errors.hasSuffix("[\(code)]\n"))
        #expect(lines(run).count == 1)
    }

    @Test func aSideFileSuppressesByFingerprint() throws {
        try folder.write("a.html", Self.bad)
        let found = try run("check", "--format", "csv", "a.html").output
        let fingerprint = try #require(
            found.split(separator: "\n").last?.split(separator: ",", omittingEmptySubsequences: false).dropLast(2).last)
        try folder.write(
            "known.yaml",
            "suppressions:\n  - fingerprint: \(fingerprint)\n    reason: agreed\n  - fingerprint: \"0\"\n    reason: gone\n"
        )
        let run = try run("check", "--suppressions", "known.yaml", "--format", "concise", "a.html")
        #expect(run.output == "")
        #expect(run.code == 0)
        #expect(run.errors.contains("known.yaml:4: the suppression covers no finding here"))
        try folder.write("bad.yaml", "suppressions:\n  - fingerprint: a\n")
        let broken = try self.run("check", "--suppressions", "bad.yaml", "a.html")
        #expect(broken.errors == "counterweight: error: bad.yaml:2:5: key \"reason\" is missing\n")
        #expect(broken.code == 2)
    }

    @Test func aBaselineHidesWhatIsKnownAndNoMore() throws {
        try folder.write("a.html", Self.bad + Self.bad)
        #expect(try run("baseline", "create", "known.json", "a.html").code == 0)
        let same = try run("check", "--baseline", "known.json", "--format", "concise", "a.html")
        #expect(same.output == "")
        #expect(same.code == 0)
        #expect(same.errors.contains("2 findings are suppressed or known and do not count"))

        try folder.write("a.html", "<p>Moved down.</p>" + Self.bad + Self.bad + Self.bad)
        let more = try run("check", "--baseline", "known.json", "--format", "concise", "a.html")
        #expect(lines(more).count == 1)
        #expect(more.code == 1)

        try folder.write("a.html", Self.bad)
        let less = try run("check", "--baseline", "known.json", "--format", "concise", "a.html")
        #expect(
            less.errors.contains(
                "known.json: 1 of its findings are gone; \"counterweight baseline prune\" takes them out"))
        #expect(try run("baseline", "prune", "known.json", "a.html").code == 0)
        let pruned = try run("check", "--baseline", "known.json", "a.html")
        #expect(pruned.errors.contains("gone") == false)
        #expect(pruned.code == 0)
        let broken = try run("check", "--baseline", "nowhere.json", "a.html")
        #expect(broken.errors == "counterweight: error: nowhere.json: no such file; check the path\n")
    }

    @Test func onlyPassagesWithChangedLinesCount() throws {
        try folder.write("a.html", "\(Self.bad)\n\(Self.bad)\n<p>The office shall\nblock the site.</p>\n")
        let second = try run("check", "--changed-lines", "./a.html:2", "--format", "concise", "a.html")
        #expect(lines(second).map { $0.prefix(9) } == ["a.html:2:"])
        let third = try run("check", "--changed-lines", "a.html:4-9,1", "--format", "concise", "a.html")
        #expect(lines(third).map { $0.prefix(9) } == ["a.html:1:", "a.html:4:"])
        let wrong = try run("check", "--changed-lines", "a.html:x", "a.html")
        #expect(
            wrong.errors
                == "counterweight: error: --changed-lines: \"a.html:x\" names no lines; write FILE:3-10 or FILE:3-10,42\n"
        )
    }

    @Test func gitSaysWhatChanged() throws {
        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git", "-c", "user.name=n", "-c", "user.email=e@example.org"] + arguments
            process.currentDirectoryURL = folder.url
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try folder.write("a.html", Self.bad + "\n<p>Fine.</p>\n")
        try folder.write("same.html", Self.bad)
        try git("init", "-q")
        try git("add", ".")
        try git("commit", "-q", "-m", "start")
        #expect(lines(try run("check", "--diff", "HEAD", "--format", "concise")) == [])
        try folder.write("a.html", Self.bad + "\n" + Self.bad + "\n")
        let run = try run("check", "--diff", "HEAD", "--format", "concise")
        #expect(lines(run).map { $0.prefix(9) } == ["a.html:2:"])
        #expect(run.code == 1)
        let unknown = try self.run("check", "--diff", "nowhere")
        #expect(unknown.errors.contains("--diff: git cannot compare with \"nowhere\""))
        #expect(unknown.code == 2)
    }

    @Test func pathsComeFromAList() throws {
        try folder.write("a b.html", Self.bad)
        let run = try run("check", "--files-from", "-", "--format", "concise", input: Data("a b.html\n".utf8))
        #expect(run.output.hasPrefix("a b.html:1:21:"))
        let empty = try self.run("check", "--files-from", "-", input: Data("\n".utf8))
        #expect(empty.errors == "counterweight: error: --files-from: - names no file\n")
        #expect(empty.code == 2)
    }

    @Test func theSchemaNamesEverySetting() throws {
        let run = try CommandLineRun(["config", "schema"])
        let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let properties = try #require(schema?["properties"] as? [String: Any])
        #expect(Set(["extends", "overrides", "fail-on", "baseline", "max-bytes"]).isSubset(of: properties.keys))
        #expect(schema?["additionalProperties"] as? Bool == false)
    }
}
