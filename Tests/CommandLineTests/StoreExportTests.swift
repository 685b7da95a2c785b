import Foundation
import Testing

/// What `store import` makes of exports that are not what they were.
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
}
