import Foundation
import Testing

/// What `store import` and `store check` make of exports and stores that are not what they were.
@Suite struct StoreExportTests {
    @Test func importsNoExportThatIsCutOffOrChanged() throws {
        let corpus = try ScanCorpus(documents: 3)
        _ = try corpus.scan("a.db")
        let lines = try corpus.export("a.db").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[lines.count - 2].contains("\"document\":3,"))
        let rows = lines.dropFirst().dropLast(2)
        func imported(_ lines: some Sequence<Substring>) throws -> String {
            try corpus.folder.write("part.jsonl", lines.joined(separator: "\n") + "\n")
            let store = "\(UUID().uuidString).db"
            let run = try CommandLineRun(["store", "import", "part.jsonl", "--store", store], in: corpus.folder.url)
            #expect(run.code == (run.errors.contains("error") ? 2 : 0))
            if run.code != 0 { #expect(try corpus.rows("document", in: store).isEmpty) }
            return run.errors
        }
        #expect(
            try imported(lines.prefix(lines.count / 2)).contains(
                "part.jsonl: the export that begins in line 1 is cut off"))
        let gap = lines.prefix(lines.count - 4) + lines.suffix(2)
        #expect(try imported(gap).contains("the rows before are not those that were exported"))
        // Rows of another program have no frame.
        #expect(try imported(rows).contains("\(rows.count) rows imported"))
    }
    @Test func findsVersionsThatLackWhatWasFound() throws {
        let corpus = try ScanCorpus(documents: 3)
        _ = try corpus.scan("a.db")
        func check(_ store: String) throws -> CommandLineRun {
            try CommandLineRun(["store", "check", store], in: corpus.folder.url)
        }
        #expect(try check("a.db").output.hasSuffix("a.db: the store is sound\n"))
        _ = try CommandLineRun(["store", "export", "a.db", "--format", "csv", "-o", "tables"], in: corpus.folder.url)
        _ = try CommandLineRun(["store", "import", "tables", "--store", "b.db"], in: corpus.folder.url)
        #expect(try check("b.db").output.hasSuffix("b.db: the store is sound\n"))
        var rows = try corpus.export("a.db").split(separator: "\n").dropFirst().dropLast()
        let finding = try #require(rows.firstIndex { $0.hasPrefix("{\"table\":\"finding\"") })
        #expect(rows.remove(at: finding).contains("\"laws/0/1990-law0.txt\""))
        try corpus.folder.write("less.jsonl", rows.joined(separator: "\n"))
        _ = try CommandLineRun(["store", "import", "less.jsonl", "--store", "c.db"], in: corpus.folder.url)
        let less = try check("c.db")
        #expect(
            less.errors
                == "counterweight: error: c.db: laws/0/1990-law0.txt, version 1: the rows are not those that were found; "
                + "scan it again into a new store\n")
        #expect(less.code == 2)
    }
}
