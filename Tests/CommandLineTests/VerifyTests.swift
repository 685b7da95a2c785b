import Foundation
import Testing

@Suite struct VerifyTests {
    private let corpus: ScanCorpus

    init() throws { corpus = try ScanCorpus(documents: 5) }

    private func verify() throws -> CommandLineRun {
        try CommandLineRun(["verify", "receipt.json"], in: corpus.folder.url)
    }

    @Test func saysThatARepeatedScanIsTheSame() throws {
        try corpus.folder.write("laws/0/empty.txt", "")
        _ = try corpus.scan(
            "a.db", "--receipt", "receipt.json", "--threads", "2", paths: ["laws/1", "laws/0", "laws/2"])
        let run = try verify()
        #expect(run.output.hasPrefix("same: sha256:"))
        #expect(run.code == 0)
    }

    @Test func namesWhatDiffers() throws {
        _ = try corpus.scan("a.db", "--receipt", "receipt.json")
        try corpus.folder.write("laws/0/1990-law0.txt", "The office may speak.")
        try corpus.folder.write("laws/0/new.txt", "The office may speak.")
        try FileManager.default.removeItem(at: corpus.folder.url.appendingPathComponent("laws/1/1991-law1.txt"))
        let run = try verify()
        #expect(
            run.output.hasPrefix(
                """
                laws/0/1990-law0.txt: the document changed
                laws/0/new.txt: was not there then
                laws/1/1991-law1.txt: is not there now
                result: sha256:
                """))
        #expect(run.output.hasSuffix("not the same\n"))
        #expect(run.code == 1)
    }

    @Test func tellsThatTheFactsOfAManifestChanged() throws {
        try corpus.folder.write("facts.csv", "path,country,year\nlaws/0/1990-law0.txt,Arvonia,1998\n")
        _ = try corpus.scan("a.db", "--manifest", "facts.csv", "--receipt", "receipt.json", paths: [])
        #expect(try verify().code == 0)
        try corpus.folder.write("facts.csv", "path,country,year\nlaws/0/1990-law0.txt,Cestria,2024\n")
        let run = try verify()
        #expect(run.output.hasPrefix("facts.csv: the document changed\nresult: sha256:"))
        #expect(run.code == 1)
    }

    @Test func saysThatItIsInTheWrongFolder() throws {
        _ = try corpus.scan("a.db", "--receipt", "receipt.json")
        let elsewhere = try TemporaryFolder()
        let receipt = corpus.folder.url.appendingPathComponent("receipt.json").path
        let run = try CommandLineRun(["verify", receipt], in: elsewhere.url)
        #expect(
            run.errors.hasSuffix(
                "receipt.json: nothing that it is about is here; run it in the folder where the receipt was made\n"))
        #expect(run.output == "" && run.code == 2)
    }

    @Test func tellsAnotherLexiconFromTheOneOfTheReceipt() throws {
        let lexicon = corpus.folder.url.appendingPathComponent("words")
        try FileManager.default.copyItem(at: Fixture.folder.appendingPathComponent("Lexicon"), to: lexicon)
        _ = try CommandLineRun(
            ["scan", "laws", "--store", "a.db", "--lexicons", "words", "--receipt", "receipt.json"],
            in: corpus.folder.url)
        let rule = try #require(
            FileManager.default.enumerator(at: lexicon, includingPropertiesForKeys: nil)?.allObjects
                .compactMap { $0 as? URL }.first { $0.pathExtension == "yaml" })
        try Data((try String(contentsOf: rule, encoding: .utf8) + "\n# another\n").utf8).write(to: rule)
        let run = try verify()
        #expect(run.output.hasPrefix("lexicon: "))
        // A remark in the lexicon changes nothing that is found.
        #expect(run.output.contains("\nsame: sha256:"))
    }

    @Test func refusesWhatIsNoReceipt() throws {
        try corpus.folder.write("receipt.json", "{\"schema_version\": \"1.0\"}")
        let run = try verify()
        #expect(run.errors == "counterweight: error: receipt.json: a part of the receipt is missing\n")
        #expect(run.code == 2)
    }

    /// A receipt may come from anybody.
    @Test(arguments: [["report", "-o", "mine.html"], ["scorecard", "-omine"], ["scan", "laws", "--output=mine"]])
    func runsNoCommandThatWritesElsewhere(_ command: [String]) throws {
        _ = try corpus.scan("a.db", "--receipt", "receipt.json")
        let place = corpus.folder.url.appendingPathComponent("receipt.json")
        var receipt = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: place)) as? [String: Any])
        receipt["command"] = command
        try JSONSerialization.data(withJSONObject: receipt).write(to: place)
        let run = try verify()
        #expect(
            run.errors
                == "counterweight: error: receipt.json: \"\(command.joined(separator: " "))\" is no command that receipts "
                + "are written for; known: scan, scorecard, trends, without a file to write to\n")
        #expect(run.code == 2)
    }
}
