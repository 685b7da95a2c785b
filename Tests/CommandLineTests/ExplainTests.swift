import Foundation
import Testing

/// `explain`: rules, places, findings, and what it says to wrong questions.
@Suite struct ExplainTests {
    private func explain(_ subject: String, input: String? = nil, in folder: URL = Fixture.folder) throws
        -> CommandLineRun
    {
        try CommandLineRun(
            ["explain", subject] + Fixture.lexicon, input: input.map { Data($0.utf8) }, in: folder)
    }

    @Test func readsAPlaceOnStandardInput() throws {
        let named = try explain("-:1", input: "Block the site now.\n")
        #expect(named.code == 0)
        #expect(named.output.contains("Block the site now."))
        #expect(try explain("<stdin>:1:1", input: "Block the site now.\n").output == named.output)
    }

    @Test(arguments: [
        ("draft.html", "draft.html is a file; name a line of it, as draft.html:12"),
        ("Lexicon", "Lexicon is a directory; name a line of a file in it"),
        ("-", "- is standard input; name a line of it, as -:1"),
        ("draft.txt", "draft.txt is neither a rule nor a file"), ("CW4", "unknown rule \"CW4\"; did you mean CW04?"),
        ("draft.html:0", "draft.html:0 is neither a rule nor a file"),
        ("draft.html#abcdef01", "no finding has this fingerprint"), ("missing.txt:3", "missing.txt"),
    ])
    func saysWhatWasProbablyMeant(subject: String, message: String) throws {
        let run = try explain(subject)
        #expect(run.errors.contains(message))
        #expect(run.output == "")
        #expect(run.code == 2)
    }

    @Test func explainsOneFindingByTheBeginningOfItsFingerprint() throws {
        let check = try CommandLineRun(
            ["check", "draft.html", "--format", "jsonl", "--exit-zero"] + Fixture.lexicon)
        let line = try #require(check.output.split(separator: "\n").first)
        let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let fingerprint = try #require(finding["fingerprint"] as? String)
        let whole = try explain("draft.html#\(fingerprint)")
        #expect(whole.code == 0)
        #expect(whole.output.contains("fingerprint \(fingerprint)"))
        #expect(try explain("draft.html#\(fingerprint.prefix(8))").output == whole.output)
    }

    @Test func tellsWhatWasMeasuredWithItsIntervalAndDate() throws {
        let folder = try TemporaryFolder()
        let lexicon = folder.url.appendingPathComponent("Lexicon")
        try FileManager.default.copyItem(at: Fixture.folder.appendingPathComponent("Lexicon"), to: lexicon)
        let explain = ["explain", "CW04", "--lexicons", lexicon.path]
        #expect(try CommandLineRun(explain).output.contains("not measured"))
        let record = try CommandLineRun([
            "evaluate", "passages.jsonl", "--record", lexicon.path + "/measured.json", "--lexicons", lexicon.path,
        ])
        #expect(record.code == 0)
        let output = try CommandLineRun(explain).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(output.contains("95% interval"))
        #expect(output.contains("judged passages of passages.jsonl, measured on 20"))
        #expect(!output.contains("another state of the lexicon"))
        try folder.write("Lexicon/measured.json", "{}")
        let broken = try CommandLineRun(explain)
        #expect(broken.code == 2)
        #expect(broken.errors.contains("measured.json: lacks lexicon"))
    }
}
