import Foundation
import Testing

/// `triage`, and what `evaluate` and `explain` take from decisions.
@Suite struct TriageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.judge("The office shall block the site for the sake of safety.\n")
    }

    private func run(_ arguments: String...) throws -> CommandLineRun {
        try CommandLineRun(arguments, in: folder.url)
    }

    @Test func mergesTwoReviewersAndListsWhatTheyDisputeOn() throws {
        try folder.decide("first", "accept", by: "ann")
        try folder.decide("second", "dismiss", by: "bo")
        let merge = try run(
            "triage", "merge", "first.json", "second.json", "-o", "both.json", "--adjudication", "list.json")
        #expect(merge.code == 1)
        #expect(merge.output.contains("ann and bo: 1 findings decided by both, 0 alike"), "\(merge.output)")
        #expect(merge.output.contains("to settle, 1:"))
        let list = try String(contentsOf: folder.url.appendingPathComponent("list.json"), encoding: .utf8)
        #expect(list.contains("\"reviewer\": \"bo\""), "\(list)")
        let disputed = try run("triage", "list", "both.json", "--disputed")
        #expect(disputed.code == 1 && disputed.output.hasSuffix("1 disputed findings\n"))
        let measured = try run("evaluate", "--from-decisions", "first.json")
        #expect(
            measured.output.contains("precision 1.00 (95% interval 0.21 to 1.00), 1 accepted"), "\(measured.output)")
        let explained = try CommandLineRun(
            ["explain", "CW04", "--decisions", "first.json"] + Fixture.lexicon, in: folder.url)
        let words = explained.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let sentence = "In review: precision 1.00 (95% interval 0.21 to 1.00); 1 of 1 findings are right"
        #expect(words.contains(sentence), "\(words)")
    }

    @Test func aReportTakesDecisionsThatHaveAPlaceAndListsTheOthers() throws {
        try folder.decide("first", "accept", by: "ann")
        try folder.decide("lost", "accept", by: "ann", fingerprint: "none", exact: "words that are gone")
        let result = try run(
            "triage", "import", "first.json", "lost.json", "--report", "report.json", "-o", "kept.json", "--orphans",
            "orphans.json")
        #expect(result.code == 1)
        #expect(result.output.hasPrefix("1 decisions have no certain place:\n"), "\(result.output)")
        #expect(result.output.contains("\"words that are gone\""))
        #expect(try run("triage", "list", "kept.json").output.contains("1 findings, 0 disputed"))
        #expect(try run("triage", "list", "orphans.json").output.contains("1 findings, 0 disputed"))
    }

    @Test(arguments: [["list"], ["merge"], ["import", "--report", "report.json"], ["export"]])
    func refusesAFileWithAnEventThatNamesNoDocument(arguments: [String]) throws {
        try folder.write(
            "bad.json",
            """
            {"schema": "counterweight-decisions/1", "events": [{"id": "1", "at": "2026-01-01T00:00:00.000Z", "by": "ann",
            "kind": "accept", "rule": "CW04", "fingerprint": "x"}]}
            """)
        let run = try CommandLineRun(["triage", arguments[0], "bad.json"] + arguments.dropFirst(), in: folder.url)
        #expect(run.code == 2)
        #expect(run.errors.contains("bad.json: event 1: \"document\" must have a path"), "\(run.errors)")
    }

    @Test func aDecisionOnADeletedPassageDoesNotMoveToItsEqual() throws {
        let passage = "The office shall block the site for the sake of safety."
        try folder.judge("\(passage)\n\nNothing else is said here at all.\n\n\(passage)\n")
        try folder.decide("first", "accept", by: "ann")
        #expect(try run("triage", "import", "first.json", "--report", "report.json").code == 0)
        try folder.judge("Nothing else is said here at all.\n\n\(passage)\n")
        let moved = try run("triage", "import", "first.json", "--report", "report.json")
        #expect(moved.code == 1)
        #expect(moved.output.hasPrefix("1 decisions have no certain place:\n"), "\(moved.output)")
        #expect(moved.output.contains("may be draft.txt#"), "\(moved.output)")
    }

    @Test func aStoreKeepsTheDecisionsOfARenamedDocument() throws {
        try folder.decide("first", "dismiss", by: "ann")
        let text = "The office shall block the site for the sake of safety.\n"
        func scan(_ name: String, _ text: String, _ store: String) throws {
            try folder.write(name, text)
            let scan = try CommandLineRun(["scan", name, "--store", store] + Fixture.lexicon, in: folder.url)
            #expect(scan.code != 2, "\(scan.errors)")
        }
        try scan("renamed.txt", text, "store.db")
        let taken = try run("triage", "import", "first.json", "--store", "store.db")
        #expect(taken.code == 0 && taken.errors.contains("1 new events"), "\(taken.errors) \(taken.output)")
        #expect(try run("triage", "list", "--store", "store.db").output.contains("renamed.txt#"))
        #expect(try run("triage", "import", "first.json", "--store", "store.db").errors.contains("0 new events"))
        // What the store holds stays as it is when the document is renamed again.
        try scan("again.txt", text, "store.db")
        #expect(try run("store", "forget", "store.db", "renamed.txt").code == 0)
        let again = try run("triage", "import", "first.json", "--store", "store.db")
        #expect(again.code == 0 && again.errors.contains("0 new events"), "\(again.errors) \(again.output)")
        try scan("other.txt", text + "\nIt was read.\n", "other.db")
        #expect(try run("triage", "import", "first.json", "--store", "other.db").code == 1)
    }

    @Test func aStoreKeepsEveryDecisionOnce() throws {
        let scan = try CommandLineRun(
            ["scan", "draft.txt", "--store", "store.db"] + Fixture.lexicon, in: folder.url)
        #expect(scan.code != 2, "\(scan.errors)")
        try folder.decide("first", "dismiss", by: "ann")
        let once = try run("triage", "import", "first.json", "--store", "store.db")
        #expect(once.code == 0 && once.errors.contains("1 new events"), "\(once.errors) \(once.output)")
        #expect(try run("triage", "import", "first.json", "--store", "store.db").errors.contains("0 new events"))
        let out = try run("triage", "export", "--store", "store.db", "-o", "out.json")
        #expect(out.code == 0, "\(out.errors)")
        #expect(try run("triage", "list", "out.json").output.contains("ann, 2026-01-01T00:00:00.000Z: dismissed"))
    }

    /// What is dismissed in the store is out of the scorecard, and is back when it is disputed.
    @Test func aScorecardCountsWhatReviewersLeftStanding() throws {
        let options = ["--select", "CW09"]
        try folder.judge("The Minister may block any site as he sees fit.\n", with: options)
        #expect(try run("scan", "draft.txt", "--store", "store.db").code == 0)
        func precision() throws -> [Substring] {
            let table = try run("scorecard", "--store", "store.db", "--format", "csv").output.split(separator: "\n")
            let names = try #require(table.first).split(separator: ",", omittingEmptySubsequences: false)
            let cells = try #require(table.first { $0.contains(",precision,") })
                .split(separator: ",", omittingEmptySubsequences: false)
            return ["numerator", "denominator", "reviewed"].compactMap { name in
                names.firstIndex { $0 == name }.map { cells[$0] }
            }
        }
        #expect(try precision() == ["0.0", "1.0", "0"])
        try folder.decide("first", "dismiss", by: "ann")
        #expect(try run("triage", "import", "first.json", "--store", "store.db").code == 0)
        #expect(try precision() == ["1.0", "1.0", "1"])
        try folder.decide("second", "accept", by: "bo")
        #expect(try run("triage", "import", "second.json", "--store", "store.db").code == 0)
        #expect(try precision() == ["0.0", "1.0", "1"])
    }

    @Test func refusesLossUnlessItIsAllowed() throws {
        try folder.decide("first", "accept", by: "ann")
        let refused = try run("triage", "export", "first.json", "--format", "tsv", "-o", "out.tsv")
        #expect(refused.code == 2 && refused.errors.contains("--allow-loss"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out.tsv").path))
        #expect(try run("triage", "export", "first.json", "--format", "tsv", "--allow-loss").output.contains("Mark=B-"))
        #expect(try run("triage", "export", "first.json", "--format", "brat", "-o", "out").code == 0)
        let again = try run("triage", "export", "out.ann", "-o", "again.json")
        #expect(again.code == 0, "\(again.errors)")
        #expect(try run("triage", "list", "again.json").output == run("triage", "list", "first.json").output)
        let gold = try run(
            "triage", "export", "first.json", "--format", "gold", "--report", "report.json", "-o", "gold.jsonl")
        #expect(gold.code == 0, "\(gold.errors)")
        let figures = try CommandLineRun(["evaluate", "gold.jsonl"] + Fixture.lexicon, in: folder.url)
        #expect(figures.code == 0, "\(figures.errors)")
    }

    @Test(arguments: [
        (["triage", "list"], "name a file of decisions or give --store"),
        (["triage", "list", "draft.txt"], "draft.txt: is not valid JSON"),
        (["triage", "import", "report.json"], "give either --store FILE.db or --report REPORT.json"),
        (["triage", "merge", "--base", "a", "b", "-o", "c"], "a merge in three ways is one of two files"),
        (["evaluate"], "name a file of gold passages"),
    ])
    func saysWhatIsWrong(arguments: [String], message: String) throws {
        let run = try CommandLineRun(arguments, in: folder.url)
        #expect(run.code == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
