import Foundation
import Testing

/// What `scan` keeps, and what it does not do again.
@Suite struct ScanTests {
    @Test func keepsWhatItJudgedAndSkipsItNextTime() throws {
        let corpus = try ScanCorpus(documents: 12)
        let first = try corpus.scan("a.db")
        #expect(first.code == 0)
        #expect(first.output == "")
        #expect(first.errors.hasPrefix("12 documents: 12 judged, 0 unchanged, 0 failed; "))
        let exported = try corpus.export("a.db")
        let second = try corpus.scan("a.db")
        #expect(second.errors.hasPrefix("12 documents: 0 judged, 12 unchanged, 0 failed; "))
        let third = try corpus.scan("a.db", "--rehash")
        #expect(third.errors.hasPrefix("12 documents: 0 judged, 12 unchanged, 0 failed; "))
        #expect(try corpus.export("a.db") == exported)
        #expect(try corpus.rows("version", in: "a.db").count == 12)
        #expect(try corpus.rows("finding", in: "a.db").contains { $0.contains("\"rule\":\"CW04\"") })
    }

    @Test func takesAnArchiveForTheDocumentsThatItHolds() throws {
        let corpus = try ScanCorpus(documents: 0)
        let law = "The office shall block the site for safety."
        let tar = Tar.archive([("one.txt", law), ("acts/two.html", "<p>\(law)</p>"), ("one.txt", "Another \(law)")])
        try corpus.folder.write("laws.tar", tar)
        try corpus.folder.write("facts.csv", "path,country,year\nlaws.tar,Isles,1999\n")
        let first = try corpus.scan("a.db", "--manifest", "facts.csv", "--receipt", "r.json", paths: [])
        #expect(first.errors.hasPrefix("3 documents: 3 judged, 0 unchanged, 0 failed; "))
        #expect(first.code == 0)
        let documents = try corpus.rows("document", in: "a.db")
        for path in ["laws.tar!one.txt", "laws.tar!acts/two.html", "laws.tar!one.txt#2"] {
            let row = try #require(documents.first { $0.contains("\"path\":\"\(path)\"") })
            #expect(row.contains("\"country\":\"Isles\"") && row.contains("\"year\":1999"))
        }
        #expect(try corpus.rows("finding", in: "a.db").filter { $0.contains("\"rule\":\"CW04\"") }.count == 3)
        let again = try corpus.scan("a.db", "--manifest", "facts.csv", paths: [])
        #expect(again.errors.hasPrefix("3 documents: 0 judged, 3 unchanged, 0 failed; "))
        let verified = try CommandLineRun(["verify", "r.json"], in: corpus.folder.url)
        #expect(verified.output.hasPrefix("same: sha256:"))
        let list = try corpus.scan("a.db", "--list", paths: ["laws.tar"])
        #expect(list.output == "laws.tar!one.txt\nlaws.tar!acts/two.html\nlaws.tar!one.txt#2\n")
    }

    @Test func saysWhatIsWrongWithAnArchive() throws {
        let corpus = try ScanCorpus(documents: 1)
        try corpus.folder.write(
            "laws/z.tar", Tar.archive([("one.txt", "The office shall block the site.")]).prefix(600))
        let run = try corpus.scan("a.db")
        #expect(run.code == 2)
        #expect(run.errors.contains("3 documents: 1 judged, 0 unchanged, 2 failed; "))
        #expect(run.errors.contains("error: laws/z.tar!one.txt: is a file that cannot be read: Truncated input file"))
        #expect(run.errors.contains("error: laws/z.tar: is a tar archive that cannot be read: Truncated input file"))
    }

    @Test func keepsTheHistoryOfAChangedDocument() throws {
        let corpus = try ScanCorpus(documents: 3)
        _ = try corpus.scan("a.db")
        try corpus.folder.write("laws/0/1990-law0.txt", "The office shall not block any site.")
        let run = try corpus.scan("a.db")
        #expect(run.errors.hasPrefix("3 documents: 1 judged, 2 unchanged, 0 failed; "))
        let versions = try corpus.rows("version", in: "a.db").filter { $0.contains("law0.txt") }
        #expect(versions.count == 2)
        #expect(try corpus.rows("document", in: "a.db").filter { $0.contains("\"version\":2") }.count == 1)
        let vacuum = try CommandLineRun(["store", "vacuum", "--drop-history", "a.db"], in: corpus.folder.url)
        #expect(vacuum.errors == "counterweight: note: 1 older version dropped\n")
        #expect(try corpus.rows("version", in: "a.db").count == 3)
        let check = try CommandLineRun(["store", "check", "a.db"], in: corpus.folder.url)
        #expect(check.output.hasSuffix("a.db: the store is sound\n"))
        #expect(check.code == 0)
    }

    @Test func listsWhatItWouldJudgeAndJudgesNothing() throws {
        let corpus = try ScanCorpus(documents: 3)
        try corpus.folder.write("laws/manifest.csv", "path,year\n0/1990-law0.txt,1990\n")
        try corpus.folder.write("laws/map.png", "no text")
        let list = try CommandLineRun(["scan", "--list", "./laws"], in: corpus.folder.url)
        #expect(list.output == "laws/0/1990-law0.txt\nlaws/1/1991-law1.txt\nlaws/2/1992-law2.txt\n")
        #expect(list.errors == "")
        #expect(try corpus.scan("a.db").errors.hasPrefix("3 documents: 3 judged"))
        let gone = try CommandLineRun(["scan", "--list", "laws", "gone"], in: corpus.folder.url)
        #expect(gone.output == "gone\n" + list.output)
        let nowhere = try CommandLineRun(["scan", "laws"], in: corpus.folder.url)
        #expect(nowhere.errors.hasPrefix("counterweight: error: --store: name the file of the store"))
        #expect(nowhere.code == 2)
    }

    @Test func judgesAgainWithOtherSettings() throws {
        let corpus = try ScanCorpus(documents: 3)
        _ = try corpus.scan("a.db")
        let run = try corpus.scan("a.db", "--input-format", "text")
        #expect(run.errors.hasPrefix("3 documents: 3 judged, 0 unchanged, 0 failed; "))
    }

    @Test func keepsToTheLimitsOfReading() throws {
        let corpus = try ScanCorpus(documents: 1)
        let tags = (String(repeating: "<div>", count: 40), String(repeating: "</div>", count: 40))
        try corpus.folder.write("laws/deep.html", "<html><body>\(tags.0)<p>Deep.</p>\(tags.1)</body></html>")
        let run = try corpus.scan("a.db", "--max-depth", "10")
        #expect(run.code == 2)
        #expect(run.errors.contains("laws/deep.html: near byte 0: elements are nested deeper than the limit of 10"))
        #expect(try corpus.scan("a.db").code == 0)
    }

    @Test func dependsOnNeitherWorkersNorOrder() throws {
        let corpus = try ScanCorpus(documents: 60)
        _ = try corpus.scan("a.db", "--threads", "1", paths: ["laws/0", "laws/1", "laws/2"])
        let exported = try corpus.export("a.db")
        #expect(try corpus.rows("document", in: "a.db").count == 60)
        for (name, threads, paths) in [
            ("b.db", "2", ["laws/2", "./laws//0", "laws/1"]), ("c.db", "5", ["laws", "laws/1"]),
            ("d.db", "2", ["laws/*"]),
        ] {
            #expect(try corpus.scan(name, "--threads", threads, paths: paths).code == 0)
            #expect(try corpus.export(name) == exported, "\(name)")
        }
    }

    @Test func recordsWhatFailsAndJudgesTheRest() throws {
        let corpus = try ScanCorpus(documents: 6)
        try corpus.folder.write("laws/0/empty.txt", "")
        try corpus.folder.write("laws/1/paper.txt", Data("%PDF-1.7 no text".utf8))
        let run = try corpus.scan("a.db", paths: ["laws", "gone.txt"])
        #expect(run.code == 2)
        #expect(
            run.errors.hasPrefix(
                "counterweight: error: gone.txt: no such file; check the path\n"
                    + "counterweight: error: laws/0/empty.txt: the file is empty; there is nothing to read\n"
                    + "counterweight: error: laws/1/paper.txt: is a PDF document"))
        #expect(run.errors.contains("9 documents: 6 judged, 0 unchanged, 3 failed; "))
        #expect(
            try corpus.rows("document", in: "a.db").filter { $0.contains("\"error_kind\":\"unreadable\"") }.count == 3)
        try corpus.folder.write("laws/0/empty.txt", "The office may speak.")
        #expect(try corpus.scan("a.db").errors.contains("8 documents: 1 judged, 6 unchanged, 1 failed; "))
    }

    @Test func givesUpWhatTakesTooLongAndJudgesTheRest() throws {
        let corpus = try ScanCorpus(documents: 6)
        let sentence = "The office shall block the site for safety. "
        try corpus.folder.write("laws/1/endless.txt", String(repeating: sentence, count: 400_000))
        let run = try corpus.scan("a.db", "--timeout", "0.4", "--threads", "1")
        #expect(
            run.errors.contains(
                "counterweight: error: laws/1/endless.txt: took longer than 0.4 seconds and was given up; "
                    + "raise --timeout to give it more\n"))
        #expect(run.errors.contains("7 documents: 6 judged, 0 unchanged, 1 failed; "))
        #expect(run.code == 2)
        #expect(try corpus.rows("document", in: "a.db").contains { $0.contains("\"error_kind\":\"exhausting\"") })
        // It is not tried again within these limits, and its error stands.
        let again = try corpus.scan("a.db", "--timeout", "0.4", "--threads", "1")
        #expect(again.errors.contains("counterweight: error: laws/1/endless.txt: took longer than 0.4 seconds"))
        #expect(again.errors.contains("7 documents: 0 judged, 6 unchanged, 1 failed; "))
    }

    @Test func givesUpWhatNeedsTooMuchMemoryAndJudgesTheRest() throws {
        let corpus = try ScanCorpus(documents: 6)
        try corpus.folder.write("laws/1/vast.txt", String(repeating: "block the site for safety ", count: 2_500_000))
        let run = try corpus.scan("a.db", "--memory-limit", "256", "--timeout", "3600")
        #expect(run.errors.contains("counterweight: error: laws/1/vast.txt: held "))
        #expect(run.errors.contains("wanted more than the limit of 256 MB, so it was given up"))
        #expect(run.errors.contains("7 documents: 6 judged, 0 unchanged, 1 failed; "))
        #expect(run.code == 2)
    }

    @Test func takesAFileOnceHoweverItsPathIsWritten() throws {
        let corpus = try ScanCorpus(documents: 6)
        let folder = corpus.folder.url.resolvingSymlinksInPath().path
        let list = ["scan", "--list"] + Fixture.lexicon
        let run = try CommandLineRun(
            list + ["laws", "\(folder)/laws", "laws/../laws/1", "./laws"], in: corpus.folder.url)
        #expect(run.output.split(separator: "\n").count == 6)
        #expect(run.output.hasPrefix("laws/0/1990-law0.txt\n"))
        // Another folder may hold a file of that name behind a link.
        try corpus.folder.write("away/in/x.txt", "The office may speak.")
        try corpus.folder.write("away/laws/0/1990-law0.txt", "The office may speak.")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/link", withDestinationPath: "\(folder)/away/in")
        let linked = try CommandLineRun(list + ["link/../laws/0/1990-law0.txt"], in: corpus.folder.url)
        #expect(linked.output == "link/../laws/0/1990-law0.txt\n")
    }

    @Test func readsFactsFromManifestAndPath() throws {
        let corpus = try ScanCorpus(documents: 4)
        try corpus.folder.write(
            "list.csv", "path,title,year,country,kind\nlaws/1/1991-law1.txt,First Law,1901,Arvonia,statute\n")
        let run = try corpus.scan(
            "a.db", "--manifest", "list.csv", "--path-pattern", "{year}-{title}.txt", "--collection", "laws")
        #expect(run.code == 0)
        let documents = try corpus.rows("document", in: "a.db")
        #expect(documents.count == 4)
        #expect(
            documents.contains {
                $0.contains(
                    "\"path\":\"laws/1/1991-law1.txt\",\"title\":\"First Law\",\"date\":null,\"year\":1901,\"country\":\"Arvonia\""
                )
            })
        #expect(documents.contains { $0.contains("\"title\":\"law2\",\"date\":null,\"year\":1992") })
        #expect(documents.allSatisfy { $0.contains("\"collection\":\"laws\"") })
        // Facts that a later scan does not mention stay.
        #expect(try corpus.scan("a.db").errors.hasPrefix("4 documents: 0 judged, 4 unchanged"))
        #expect(try corpus.rows("document", in: "a.db") == documents)
    }

    @Test func countsCopiedClausesOnce() throws {
        let corpus = try ScanCorpus(documents: 9)
        _ = try corpus.scan("a.db")
        let copies = try corpus.rows("copy", in: "a.db").filter {
            $0.contains("\"original_path\":\"laws/0/1990-law0.txt\"")
        }
        // The common clause of the other eight documents, at least.
        #expect(Set(copies.map { $0.split(separator: ",")[1] }).count == 8)
    }

    @Test func everyExportCanBeReadBack() throws {
        let corpus = try ScanCorpus(documents: 9)
        try corpus.folder.write("laws/0/empty.txt", "")
        _ = try corpus.scan("a.db", "--path-pattern", "{year}-{title}.txt")
        let exported = try corpus.export("a.db")
        try corpus.folder.write("a.jsonl", exported)
        let lines = try CommandLineRun(["store", "import", "a.jsonl", "--store", "b.db"], in: corpus.folder.url)
        #expect(lines.code == 0)
        #expect(try corpus.export("b.db") == exported)
        _ = try CommandLineRun(["store", "export", "a.db", "--format", "csv", "-o", "tables"], in: corpus.folder.url)
        let tables = try CommandLineRun(["store", "import", "tables", "--store", "c.db"], in: corpus.folder.url)
        #expect(tables.code == 0)
        #expect(try corpus.export("c.db") == exported)
        let again = try CommandLineRun(["store", "import", "tables", "--store", "c.db"], in: corpus.folder.url)
        #expect(again.code == 2)
        #expect(
            again.errors.contains("document, line 2: UNIQUE constraint failed: document.path; nothing was imported"))
    }

    /// A folder in a manifest is refused before anything is written; names that differ in capitals alone are told of.
    @Test func tellsWhatIsOddInAManifest() throws {
        let corpus = try ScanCorpus(documents: 1)
        try corpus.folder.write("list.csv", "path;year\nlaws;2001\n")
        func scan(_ arguments: String...) throws -> CommandLineRun {
            try CommandLineRun(
                ["scan", "--store", "m.db", "--manifest", "list.csv"] + arguments + Fixture.lexicon,
                in: corpus.folder.url)
        }
        let folder = try scan()
        #expect(
            folder.errors
                == "counterweight: error: list.csv: laws is a folder; a row is about a document, so name files\n")
        #expect(!FileManager.default.fileExists(atPath: corpus.folder.url.appendingPathComponent("m.db").path))
        try corpus.folder.write("a.txt", "A word.\n")
        try corpus.folder.write("2001-b.txt", "A word.\n")
        try corpus.folder.write("list.csv", "path;country\na.txt;fr\n2001-b.txt;Fr\n")
        let names = try scan("--path-pattern", "{year}-b.txt").errors
        #expect(
            names.contains(
                "counterweight: note: \"Fr\" and \"fr\" count as different names; write them alike if they mean the same\n"
            ))
        #expect(
            names.contains(
                "counterweight: note: 1 path read for no facts, since --path-pattern does not fit: a.txt\n"))
    }

    @Test(arguments: [
        (["--threads", "0"], "--threads: 0 is too few; give 1 or more"),
        (["--timeout", "0"], "--timeout: give a number of seconds between 0.01 and 86400"),
        (["--memory-limit", "5"], "--memory-limit: 5 MB are too few; give 256 or more, or 0 for no limit"),
        (["--path-pattern", "{land}"], "--path-pattern: \"{land}\": {land} is unknown"),
        (
            ["--path-pattern", "{country}/{year}/x.txt"],
            "--path-pattern: \"{country}/{year}/x.txt\" fits no path, such as laws/"
        ),
        (["--manifest", "none.csv"], "none.csv: no such file; check the path"),
    ])
    func refusesWhatMakesNoSense(arguments: [String], message: String) throws {
        let corpus = try ScanCorpus(documents: 1)
        let run = try CommandLineRun(
            ["scan", "--store", "a.db", "laws"] + arguments + Fixture.lexicon, in: corpus.folder.url)
        #expect(run.errors.hasPrefix("counterweight: error: \(message)"))
        #expect(run.code == 2)
    }
}

/// A minimal tar archive.
private enum Tar {
    static func archive(_ members: [(name: String, text: String)]) -> Data {
        var archive = Data()
        for member in members {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, at place: Int) {
                header.replaceSubrange(place..<(place + text.utf8.count), with: Array(text.utf8))
            }
            put(member.name, at: 0)
            put("0000644", at: 100)
            put(octal(member.text.utf8.count, digits: 11), at: 124)
            put("        0ustar", at: 148)
            put("00", at: 263)
            put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\u{0}", at: 148)
            archive += header + Array(member.text.utf8)
            archive += [UInt8](repeating: 0, count: (512 - member.text.utf8.count % 512) % 512)
        }
        return archive + [UInt8](repeating: 0, count: 1024)
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
