import Foundation
import Testing

/// `evaluate`: its errors and its predictions.
@Suite struct EvaluateTests {
    @Test(arguments: [
        ("{\"passages.jsonl\": {\"exact\": 0}}", 0, ""),
        ("{\"passages.jsonl\": {\"exact\": 1.01}}", 1, ", but may not be below 1.01\n"),
        ("{\"passages.jsonl\": {\"false-alarms-low\": -1}}", 1, ", but may not be above -1.0\n"),
        ("{\"other.jsonl\": {}}", 2, "floors.json: has no floors for \"passages.jsonl\"; add an object of that name\n"),
        ("{\"passages.jsonl\": {\"f2\": 1}}", 2, "floors.json: unknown figure \"f2\"; known: "),
        ("{\"passages.jsonl\": {\"exact\": \"1\"}}", 2, "floors.json: the floor of \"exact\" must be a number\n"),
        ("{", 2, "not valid JSON: "),
    ])
    func holdsFiguresToTheirFloors(floors: String, code: Int32, message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("floors.json", floors)
        let gold = try String(contentsOf: Fixture.folder.appendingPathComponent("passages.jsonl"), encoding: .utf8)
        try folder.write("passages.jsonl", gold)
        let run = try CommandLineRun(
            ["evaluate", "passages.jsonl", "--floors", "floors.json"] + Fixture.lexicon, in: folder.url)
        #expect(run.code == code)
        #expect(message.isEmpty ? run.errors.isEmpty : run.errors.contains(message), "\(run.errors)")
    }

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
        #expect(written.hasPrefix("{\"id\":\"a\",\"kind\":\"other\",\"stance\":\"asserted\",\"band\":\""))
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
