import Foundation
import Testing

/// What `store forget` leaves.
@Suite struct StoreForgetTests {
    @Test func takesDocumentsOutUntilAScanFindsThem() throws {
        let corpus = try ScanCorpus(documents: 6)
        _ = try corpus.scan("a.db")
        func run(_ arguments: String...) throws -> CommandLineRun {
            try CommandLineRun(arguments, in: corpus.folder.url)
        }
        func found() throws -> String { try run("scorecard", "--store", "a.db").output }
        #expect(try found().contains("6 documents found, 6 read"))
        let before = try corpus.export("a.db")
        let unknown = try run("store", "forget", "a.db", "laws/0", "laws/9")
        #expect(unknown.errors.hasSuffix("laws/9: the store has no document of this path; nothing was forgotten\n"))
        #expect(try unknown.code == 2 && corpus.export("a.db") == before)
        let forgotten = try run("store", "forget", "a.db", "laws/0", "laws/1/1991-law1.txt")
        #expect(forgotten.errors == "counterweight: note: 3 documents forgotten\n")
        #expect(try found().contains("3 documents found, 3 read"))
        #expect(try corpus.rows("version", in: "a.db").count == 6)
        // The clause that all have is one of a document that is not forgotten.
        #expect(try corpus.rows("copy", in: "a.db").allSatisfy { !$0.contains("laws/0/") })
        // An export keeps what is forgotten so.
        try corpus.folder.write("a.jsonl", try corpus.export("a.db"))
        _ = try run("store", "import", "a.jsonl", "--store", "b.db")
        #expect(try corpus.export("b.db") == corpus.export("a.db"))
        #expect(try corpus.scan("a.db").errors.hasPrefix("6 documents: 0 judged, 6 unchanged, 0 failed; "))
        #expect(try corpus.export("a.db") == before)
    }
}
