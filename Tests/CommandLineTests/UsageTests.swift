import Foundation
import Testing

/// What the command line accepts, and the exit codes.
@Suite struct UsageTests {
    private let folder: TemporaryFolder
    private let bad = Data("<p>The office shall block the site.</p>".utf8)

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., input: Data? = nil) throws -> CommandLineRun {
        try CommandLineRun(arguments + Fixture.lexicon, input: input, in: folder.url)
    }

    @Test func refusesUnknownFormat() throws {
        let run = try run("check", "--format", "pdf", "draft.html")
        #expect(
            run.errors.hasPrefix(
                "counterweight: error: --format: unknown format \"pdf\"; known: full, concise, json, jsonl, html"
            ))
        #expect(run.code == 2)
    }

    @Test(arguments: [
        (
            ["--format", "full", "--format", "json"],
            "--format: two formats go to standard output; give each but one a file: --format json=FILE"
        ),
        (["--format", "sarif="], "--format: sarif= names no file; write sarif=FILE, or sarif alone"),
        (
            ["--format", "csv=a.csv", "-o", "b.csv"],
            "--output: no format is left for b.csv; every one has a file of its own"
        ),
    ])
    func refusesOutputsWithoutAPlace(arguments: [String], message: String) throws {
        let run = try CommandLineRun(["check", "-"] + arguments + Fixture.lexicon, input: bad, in: folder.url)
        #expect(run.errors == "counterweight: error: \(message)\n")
        #expect(run.code == 2)
    }

    @Test func writesSeveralOutputsInOneRun() throws {
        let run = try run(
            "check", "--format", "concise", "--format", "csv=out.csv", "--format", "sarif=out.sarif", "-", input: bad)
        #expect(run.output.hasPrefix("<stdin>:1:21: CW04["))
        let csv = try String(contentsOf: folder.url.appendingPathComponent("out.csv"), encoding: .utf8)
        #expect(csv.contains("<stdin>,,,1,21,"))
        let sarif = try String(contentsOf: folder.url.appendingPathComponent("out.sarif"), encoding: .utf8)
        #expect(sarif.contains("\"uri\": \"%3Cstdin%3E\""))
        #expect(run.code == 1)
    }

    @Test func refusesUnknownRule() throws {
        let run = try run("check", "--select", "CW02,CV04", "-", input: bad)
        #expect(
            run.errors
                == "counterweight: error: unknown rule \"CV04\"; did you mean CW04? \"counterweight rules\" lists them all\n"
        )
        #expect(run.code == 2)
    }

    @Test func refusesUnknownOption() throws {
        let run = try run("check", "--nonsense", "-")
        #expect(run.errors.hasPrefix("counterweight: error: Unknown option '--nonsense'"))
        #expect(run.code == 2)
    }

    @Test func refusesUnknownBand() throws {
        let run = try run("check", "--fail-on", "terrible", "-")
        #expect(
            run.errors.hasPrefix(
                "counterweight: error: The value 'terrible' is invalid for '--fail-on <band>'"))
        #expect(run.code == 2)
    }

    /// A command is parsed alone, and what it says of its use still begins with the program.
    @Test func helpAndErrorsOfACommandNameTheProgram() throws {
        let help = try CommandLineRun(["check", "--help"])
        #expect(help.output.contains("USAGE: counterweight check "))
        #expect(help.code == 0)
        let error = try CommandLineRun(["check", "--nonsense"])
        #expect(error.errors.contains("Usage: counterweight check "))
        #expect(error.errors.contains("See 'counterweight check --help'"))
        #expect(error.code == 2)
    }

    @Test func showsHelpWithoutCommand() throws {
        let run = try CommandLineRun([])
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("OVERVIEW: "))
        #expect(run.code == 2)
    }

    @Test func saysWhereTheLexiconIsBroken() throws {
        let copy = folder.url.appendingPathComponent("Lexicon")
        try FileManager.default.copyItem(at: Fixture.folder.appendingPathComponent("Lexicon"), to: copy)
        try folder.write(
            "Lexicon/en/words.yaml", "family: value\nconcepts:\n  - id: V01\n     name: broken\n")
        let run = try CommandLineRun(["check", "-", "--lexicons", copy.path], input: bad, in: folder.url)
        #expect(run.errors.hasPrefix("counterweight: error: en/words.yaml:4:10: not valid YAML: "))
        #expect(run.code == 2)
    }

    @Test func findingsGiveOne() throws {
        #expect(try run("check", "-", input: bad).code == 1)
        #expect(try run("check", "--exit-zero", "-", input: bad).code == 0)
        #expect(try run("check", "--fail-on", "none", "-", input: bad).code == 0)
        #expect(try run("check", "--ignore", "CW04", "-", input: bad).code == 0)
        #expect(try run("check", "--select", "P", "-", input: bad).code == 0)
    }

    @Test func readsStandardInputWithoutPaths() throws {
        let run = try run("check", "--format", "concise", "--stdin-filename", "pipe.html", input: bad)
        #expect(run.output.hasPrefix("pipe.html:1:21: CW04["))
        #expect(run.code == 1)
    }

    @Test func orderOfArgumentsDoesNotMatter() throws {
        try folder.write("a.html", "<p>The office shall block the site.</p>")
        try folder.write("deep/b.html", "<p>The office shall block a bad site.</p>")
        let first = try run("check", "deep", "--format", "json", "a.html", "deep/b.html")
        let second = try run("check", "--format", "json", "a.html", "deep")
        #expect(first.output == second.output)
        #expect(first.output.contains("\"deep/b.html\""))
        #expect(first.code == 1)
    }

    /// Many files, one that cannot be read among them, on one thread and on several.
    @Test(arguments: ["concise", "json", "html", "jsonl"]) func threadsChangeNothing(format: String) throws {
        for number in 0..<40 {
            let sentence = "The office shall block site \(number). No court is asked. "
            try folder.write("many/\(number).txt", String(repeating: sentence, count: 1 + number % 7 * 5))
        }
        try folder.write("many/20.html", Data())
        let alone = try run("check", "many", "--threads", "1", "--format", format)
        let together = try run("check", "many", "--threads", "3", "--format", format)
        #expect(alone.output == together.output)
        #expect(alone.errors == together.errors)
        #expect(alone.output.contains("39.txt"))
        #expect((alone.code, together.code) == (2, 2))
        #expect(try run("check", "many", "--threads", "0").errors.contains("--threads: 0 is too few; give 1 or more"))
    }

    @Test func walksLoopsOfLinksOnce() throws {
        try folder.write("deep/b.html", "<p>The office shall block a bad site.</p>")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("deep/loop"),
            withDestinationURL: folder.url.appendingPathComponent("deep"))
        let run = try run("check", "--format", "concise", "deep")
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test func quietSaysNothingWithoutFindings() throws {
        let run = try run("check", "-q", "-", input: Data("<p>The sun shines.</p>".utf8))
        #expect(run.output == "")
        #expect(run.errors == "")
        #expect(run.code == 0)
    }

    @Test func coloursOnlyWhenAsked() throws {
        #expect(try run("check", "-", input: bad).output.contains("\u{1B}[") == false)
        #expect(try run("check", "--color", "always", "-", input: bad).output.contains("\u{1B}["))
    }

    @Test func neverReplacesAnInput() throws {
        try folder.write("a.html", "<p>The office shall block the site.</p>")
        let run = try run("check", "a.html", "-o", "./a.html")
        #expect(
            run.errors == "counterweight: error: ./a.html: is an input, which the output would replace; "
                + "choose another place for the output\n")
        #expect(run.code == 2)
    }

    @Test func saysWhenTheDiskIsFull() throws {
        let arguments = ["check", "-"] + Fixture.lexicon
        let run = try CommandLineRun(arguments, input: bad, outputPath: "/dev/full")
        #expect(
            run.errors.hasPrefix(
                "counterweight: error: standard output: cannot be written: no space left on device"))
        #expect(run.code == 2)
    }

    @Test func printsVersions() throws {
        let run = try run("--version")
        #expect(run.output.hasPrefix("counterweight "))
        #expect(run.output.contains("\nlexicon 9.9.9 sha256:"))
        #expect(run.code == 0)
    }
}
