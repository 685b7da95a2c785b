import Foundation
import Testing

/// Formats other than text, as a user meets them.
struct FormatTests {
    private static let message = """
        Subject: Plan
        Content-Type: multipart/mixed; boundary=b

        --b

        The office shall block the site for the sake of safety.
        --b
        Content-Type: text/html; name="annex.html"

        <p>For security, the Authority may block any site.</p>
        --b--
        """

    @Test func namesTheDocumentsWithinAFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("plan.eml", Self.message)
        let run = try CommandLineRun(
            ["check", "plan.eml", "--format", "concise"] + Fixture.lexicon, in: folder.url)
        #expect(run.errors == "")
        #expect(run.output.contains("plan.eml:1:"))
        let extracted = try CommandLineRun(["extract", "plan.eml"] + Fixture.lexicon, in: folder.url)
        #expect(extracted.code == 0)
        #expect(extracted.output.split(separator: "\n").count == 2)
        #expect(extracted.output.contains("\"path\":\"plan.eml!annex.html\""))
        #expect(extracted.output.contains("\"title\":\"Plan\""))
    }

    @Test func saysTheParagraphWhereThereAreNoLines() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "plan.rtf", "{\\rtf1 Plan\\par\\par The office shall block the site for the sake of safety.\\par}")
        let run = try CommandLineRun(["check", "plan.rtf", "--format", "concise"] + Fixture.lexicon, in: folder.url)
        #expect(run.output.hasPrefix("plan.rtf, paragraph 3: "))
        let json = try CommandLineRun(["check", "plan.rtf", "--format", "json"] + Fixture.lexicon, in: folder.url)
        #expect(json.output.contains("\"paragraph\": 3"))
    }

    @Test(arguments: [
        "--max-seconds", "--max-memory", "--max-nesting", "--max-entries", "--max-expanded-bytes", "--max-depth",
        "--max-entity-bytes",
    ])
    func refusesALimitThatIsNone(option: String) throws {
        let run = try CommandLineRun(["extract", "draft.html", option, "0"] + Fixture.lexicon)
        #expect(run.code == 2)
        #expect(run.errors == "counterweight: error: \(option): 0 is no size; give a number above 0\n")
    }

    @Test func goesOnAfterAFileThatBreaksALimit() throws {
        let folder = try TemporaryFolder()
        try folder.write("deep.html", String(repeating: "<div>", count: 50) + "x")
        try folder.write("plan.txt", "The Authority may block any site.")
        let run = try CommandLineRun(
            ["extract", "deep.html", "plan.txt", "--max-depth", "20"] + Fixture.lexicon, in: folder.url)
        #expect(run.code == 2)
        #expect(
            run.errors.contains("elements are nested deeper than the limit of 20; repair the file or raise the limit"))
        #expect(run.output.contains("\"path\":\"plan.txt\""))
    }

    @Test func takesTheGenreFromItsCaller() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "From Monday the office shall block the site.")
        let arguments = ["check", "a.txt", "--format", "concise"] + Fixture.lexicon
        let kinds = ["statute", "press"].map { arguments + ["--document-kind", $0] }
        #expect(try CommandLineRun(kinds[0], in: folder.url).output.contains("CW04"))
        #expect(try !CommandLineRun(kinds[1], in: folder.url).output.contains("CW04"))
        let refused = try CommandLineRun(arguments + ["--document-kind", "poem"], in: folder.url)
        #expect(refused.code == 2)
        #expect(
            refused.errors.contains(
                "--document-kind: unknown kind \"poem\"; known: statute, strategy, speech, critique, rights, terms, technical, transcript, press, guidance, other"
            ))
    }

    @Test func leavesOutWhatThePagesOfASiteRepeat() throws {
        let folder = try TemporaryFolder()
        for number in 1...3 {
            let rule =
                "Keep gate \(number) shut by night and let nobody through who does not name a person of the house."
            try folder.write(
                "gate\(number).html",
                "<p>Security first: our town watches over all who live in it.</p><p>\(rule)</p><p>Rule \(number) is old.</p>"
            )
        }
        let page = ["extract", "gate2.html"]
        #expect(try CommandLineRun(page, in: folder.url).output.contains("Security first"))
        let run = try CommandLineRun(page + ["--one-site"], in: folder.url)
        #expect(!run.output.contains("Security first"))
        #expect(run.output.contains("Keep gate 2 shut"))
    }

    /// More than is held in memory waits in a file until all documents are done.
    @Test(arguments: ["json", "sarif"])
    func writesManyFindingsDocumentByDocument(_ format: String) throws {
        let folder = try TemporaryFolder()
        let paths = ["a.txt", "b.txt", "c.txt"]
        for path in paths {
            try folder.write(path, String(repeating: "The office shall block the site.\n\n", count: 150))
        }
        let arguments = ["check", "--format", format] + Fixture.lexicon + paths
        let run = try CommandLineRun(arguments, in: folder.url)
        #expect(run.code == 1)
        let all = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let results = format == "json" ? all : try #require((all["runs"] as? [[String: Any]])?.first)
        #expect((results[format == "json" ? "findings" : "results"] as? [Any])?.count == 450)

        let refused = try CommandLineRun(arguments, in: folder.url, environment: ["TMPDIR": "/nonexistent"])
        #expect(
            refused.errors.contains(
                "counterweight: error: the results cannot be put away: no such file or directory; "
                    + "set TMPDIR to a folder with room for them\n"))
        #expect(refused.code == 2)
    }
}
