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
        #expect(lines(run).map { $0.prefix(8) } == ["a.html:1"])
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

    @Test func pathsMayBeWrittenInAnyWay() throws {
        try folder.write("archive/a.html", Self.bad)
        try folder.write("b.html", Self.bad)
        try folder.write(".counterweight.yaml", "exclude: archive/**")
        let root = folder.url.path
        for path in [".", "./", root, "../\(folder.url.lastPathComponent)"] {
            let run = try run("check", "--format", "concise", path)
            #expect(lines(run).count == 1 && run.output.contains("b.html:1:"), "\(path): \(run.output)")
        }
        #expect(try run("check", "archive", "\(root)/archive").code == 0)
        #expect(try run("baseline", "create", "known.json", "./b.html").code == 0)
        for path in ["b.html", ".", "\(root)/b.html"] {
            #expect(try run("check", "--baseline", "known.json", path).code == 0)
        }
        let sarif = try run("check", "--format", "sarif", "./b.html").output
        #expect(sarif.contains("\"uri\": \"b.html\"") || sarif.contains("\"uri\":\"b.html\""))
    }

    @Test(arguments: ["\u{FEFF}fail-on: none\n", "fail-on: none\r\nformat: concise\r\n"])
    func readsConfigurationsOfEveryEditor(text: String) throws {
        try folder.write("a.html", Self.bad)
        try folder.write(".counterweight.yaml", text)
        let run = try run("check", "a.html")
        #expect(run.code == 0 && run.errors == "")
    }

    @Test func aFileThatLooksLikeOptionsIsNoQuestionForHelp() throws {
        try folder.write("-dash.txt", "Words.")
        let run = try run("check", "-dash.txt")
        #expect(
            run.errors
                == "counterweight: error: -dash.txt is no option; write ./-dash.txt for a file, or put -- before it\n")
        #expect(run.code == 2)
        #expect(try self.run("check", "-qv", "-h").code == 0)
        #expect(try self.run("check", "./-dash.txt").code == 0)
    }

    @Test func whatFailsTheRunFailsInJUnit() throws {
        try folder.write("a.html", Self.bad)
        let failing = try run("check", "--format", "junit", "a.html").output
        #expect(failing.contains("failures=\"1\"") && failing.contains("<failure "))
        let passing = try run("check", "--format", "junit", "--fail-on", "none", "a.html").output
        #expect(passing.contains("tests=\"1\" failures=\"0\"") && passing.contains("<system-out>"))
        #expect(!passing.contains("<failure "))
    }

    @Test(arguments: [
        ("```\n<!-- counterweight ignore-file all: x -->\n```\n", 1),
        ("Write `<!-- counterweight ignore-file all: x -->`.\n", 1),
        ("    <!-- counterweight ignore-file all: x -->\n", 1), ("<!-- counterweight ignore-file all: x -->\n", 0),
    ])
    func aQuotedCommentSuppressesNothing(comment: String, code: Int32) throws {
        try folder.write("a.md", "\(comment)\nThe office shall block the site.\n")
        let run = try run("check", "a.md")
        #expect(run.code == code && !run.errors.contains("suppression"))
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
        let third = try run("check", "--changed-lines", "a.html:4,1", "--format", "concise", "a.html")
        #expect(lines(third).map { $0.prefix(9) } == ["a.html:1:", "a.html:4:"])
        let wrong = try run("check", "--changed-lines", "a.html:x", "a.html")
        #expect(
            wrong.errors
                == "counterweight: error: --changed-lines: \"a.html:x\" names no lines; write FILE:3-10 or FILE:3-10,42\n"
        )
    }

    @Test(arguments: [
        ("b.html:1", "\"b.html\" is none of the files to check; check its path or name it too"),
        ("a.html:1,5", "a.html: --changed-lines names line 5, but it has 4; check the lines"),
    ])
    func refusesLinesThatAreNotThere(lines: String, message: String) throws {
        try folder.write("a.html", "\(Self.bad)\n\n\n<p>x</p>")
        let run = try run("check", "--changed-lines", lines, "a.html")
        #expect(run.errors.contains(message))
        #expect(run.code == 2)
    }

    private func git(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-c", "user.name=n", "-c", "user.email=e@example.org"] + arguments
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func findsChangesHoweverPathsAndGitAreSet() throws {
        try folder.write("sub/a.html", Self.bad + "\n<p>Fine.</p>\n")
        try folder.write("sub/zip.gz", Data([0]))
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appendingPathComponent("link.html").path, withDestinationPath: "sub/a.html")
        try folder.write(".gitattributes", "*.html -diff\n")
        try git("init", "-q")
        try git("config", "diff.mnemonicPrefix", "true")
        try git("config", "diff.noprefix", "true")
        try git("add", ".")
        try git("commit", "-q", "-m", "start")
        try folder.write("sub/a.html", Self.bad + "\n++ b/\(Self.bad)\n")
        let sub = folder.url.appendingPathComponent("sub")
        let absolute = sub.appendingPathComponent("a.html").path
        let cases = [
            (folder.url, ["sub/a.html"], "sub/a.html"), (folder.url, ["./sub/../sub/a.html"], "./sub"),
            (sub, [], "a.html"),
            (folder.url, [absolute], absolute), (sub, ["../sub/a.html"], "../sub/a.html"),
            (sub, [".."], "../link.html"),
            (folder.url, ["link.html"], "link.html"),
        ]
        for (place, paths, name) in cases {
            let run = try CommandLineRun(
                ["check", "--diff", "HEAD", "--format", "concise"] + paths + Fixture.lexicon, in: place)
            let isNamed = run.output.hasPrefix(name.hasPrefix("./") ? "sub/../sub/a.html:2:" : "\(name):2:")
            #expect(isNamed && run.code == 1, "\(paths): \(run.output)\(run.errors)")
            #expect(!run.output.contains("html:1:"))
        }
    }

    @Test func showsAllOfAChangedDocumentThatIsNoText() throws {
        try folder.write("a.rtf", "{\\rtf1 The office shall block the site.\\par\nFine.}")
        try git("init", "-q")
        try git("add", ".")
        try git("commit", "-q", "-m", "start")
        #expect(try run("check", "--diff", "HEAD", "a.rtf").code == 0)
        try folder.write("a.rtf", "{\\rtf1 The office shall block the site.\\par\nFine.\n\n\\par More.}")
        #expect(try run("check", "--diff", "HEAD", "a.rtf").code == 1)
    }

    @Test func theBaseIsNoOptionOfGit() throws {
        try folder.write("a.html", Self.bad)
        let outside = try run("check", "--diff", "HEAD", "a.html")
        #expect(
            outside.errors == "counterweight: error: --diff: git has no repository here; run it in the folder of one\n")
        #expect(outside.code == 2)
        try git("init", "-q")
        let option = try run("check", "--diff=--output=x", "a.html")
        #expect(option.errors.hasPrefix("counterweight: error: --diff: git cannot compare with \"--output=x\""))
        #expect(option.code == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("x").path))
    }

    @Test func gitSaysWhatChanged() throws {
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
        let typed = try self.run("check", "--files-from", "-", input: Data("\u{FEFF}a b.html\r\n\r\n".utf8))
        #expect(typed.code == 1)
        for list in ["", "\n"] {
            let empty = try self.run("check", "--files-from", "-", input: Data(list.utf8))
            #expect(empty.errors == "counterweight: note: no document to check: - names none\n")
            #expect(empty.code == 0)
        }
        try folder.write("empty.list", "")
        #expect(try self.run("check", "--files-from", "empty.list").code == 0)
        let missing = try self.run("check", "--files-from", "nowhere")
        #expect(missing.errors.hasPrefix("counterweight: error: --files-from: nowhere cannot be read: "))
        #expect(missing.code == 2)
        let pipe = try shell("'\(CommandLineRun.program.path)' check --files-from <(echo 'a b.html') $OPTIONS")
        #expect(pipe == 1)
    }

    /// The exit code of a line of bash in the folder; `$OPTIONS` choose the lexicon.
    private func shell(_ line: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["bash", "-c", line]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["OPTIONS": Fixture.lexicon.joined(separator: " ")]) { $1 }
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func theSchemaNamesEverySetting() throws {
        let run = try CommandLineRun(["config", "schema"])
        let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let properties = try #require(schema?["properties"] as? [String: Any])
        #expect(Set(["extends", "overrides", "fail-on", "baseline", "max-bytes"]).isSubset(of: properties.keys))
        #expect(schema?["additionalProperties"] as? Bool == false)
    }
}
