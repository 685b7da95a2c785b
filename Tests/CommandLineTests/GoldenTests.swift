import Foundation
import Testing

/// Whole outputs, compared byte by byte; RECORD_GOLDEN=1 rewrites them.
@Suite struct GoldenTests {
    @Test(arguments: [
        ("check.json", ["check", "--format", "json", "draft.html"]),
        ("extract.jsonl", ["extract", "--include-boilerplate", "draft.html"]),
        ("segment.json", ["segment", "draft.html"]), ("rules.txt", ["rules"]),
        ("rules.json", ["rules", "--format", "json"]),
        ("explain-rule.txt", ["explain", "CW04"]), ("explain-passage.txt", ["explain", "draft.html:11"]),
        ("lexicon-show.txt", ["lexicon", "show", "V01"]),
        ("evaluate.txt", ["evaluate", "passages.jsonl", "--errors", "3"]),
    ])
    func writesTheSameBytes(name: String, arguments: [String]) throws {
        let lexicon = arguments.first == "extract" ? [] : ["--lexicons", "Lexicon"]
        let run = try CommandLineRun(arguments + lexicon)
        #expect(run.errors == "")
        let golden = Fixture.folder.appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Data(run.output.utf8).write(to: golden)
        }
        #expect(run.output == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func everyExampleOfTheSmallLexiconHolds() throws {
        let run = try CommandLineRun(["lexicon", "test", "Lexicon"])
        #expect(
            run.output
                == "14 examples of 7 concepts, 0 not as stated\n6 examples of 3 rules, 0 not as stated\n")
        #expect(run.code == 0)
    }
}
