import Foundation
import Testing

/// `evaluate`: its errors and its predictions.
@Suite struct EvaluateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String...) throws -> CommandLineRun {
        try CommandLineRun(["evaluate"] + arguments + Fixture.lexicon, in: folder.url)
    }

    @Test(arguments: [
        (
            "{\"id\": \"a\", \"text\": ",
            "gold.jsonl:2: not valid JSON at column 21: the text ends where a value should stand"
        ),
        ("[1]", "gold.jsonl:2: a line must hold one JSON object"),
        (
            "{\"id\": \"a\", \"stance\": \"other\", \"band\": \"none\"}",
            "gold.jsonl:2: \"text\" must be a text"
        ),
        (
            "{\"id\": \"a\", \"text\": \"x\", \"stance\": \"other\", \"band\": \"bad\"}",
            "gold.jsonl:2: \"band\" must be one of: none, info, low, moderate, high, severe"
        ),
    ])
    func saysWhichLineIsMalformed(line: String, message: String) throws {
        try folder.write("gold.jsonl", "\n" + line + "\n")
        let run = try run("gold.jsonl")
        #expect(run.errors == "counterweight: error: \(message)\n")
        #expect(run.code == 2)
    }

    @Test func writesPredictions() throws {
        try folder.write(
            "gold.jsonl",
            "{\"id\": \"a\", \"title\": \"T\", \"headings\": [\"H\"], \"before\": \"Powers:\", "
                + "\"text\": \"<p>The office shall block the site.</p>\", \"stance\": \"asserted\", \"band\": \"high\"}\n"
        )
        let run = try run("gold.jsonl", "--predictions", "out.jsonl")
        #expect(run.code == 0)
        let written = try String(contentsOf: folder.url.appendingPathComponent("out.jsonl"), encoding: .utf8)
        #expect(written.hasPrefix("{\"id\":\"a\",\"stance\":\"asserted\",\"band\":\""))
        #expect(written.contains("\"rules\":[\"CW04\"],\"credits\":[],\"values\":[],"))
        #expect(
            written.hasSuffix("\"controls\":[{\"phrase\":\"block the site\",\"stance\":\"asserted\"}]}\n"))
    }

    @Test func missingGoldIsAnError() throws {
        let run = try run("gold.jsonl")
        #expect(run.errors == "counterweight: error: gold.jsonl: no such file; check the path\n")
        #expect(run.code == 2)
    }

    @Test func countsPolarityProbesByGroup() throws {
        try folder.write(
            "probes.tsv",
            "group\tsentence\ttarget\texpected\nplain\tOpenness is not named.\topenness\taffirmed\n"
                + "plain\tOpenness matters.\topenness\taffirmed\n")
        let run = try run("probes.tsv", "--errors", "5")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("plain: "))
        #expect(run.output.contains("polarity probes right: "))
    }

    @Test func explainsOnePassage() throws {
        try folder.write(
            "gold.jsonl",
            "{\"id\": \"a\", \"text\": \"The office shall block the site.\", \"stance\": \"asserted\", \"band\": \"high\"}\n"
        )
        let run = try run("gold.jsonl", "--explain", "a")
        #expect(run.output.contains("verdict: stance asserted"))
        #expect(try self.run("gold.jsonl", "--explain", "b").code == 2)
    }
}
