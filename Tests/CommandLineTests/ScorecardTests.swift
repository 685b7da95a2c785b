import Foundation
import Testing

/// What `scorecard` says of a store.
@Suite struct ScorecardTests {
    @Test func countsACopiedClauseOnceAndTellsBothFigures() throws {
        let corpus = try ObservatoryCorpus()
        let rows = try corpus.table(["scorecard", "--store", "a.db", "--by", "country"])
        let row = try #require(rows.first { $0["subject"] == "Arvonia" && $0["measure"] == "architecture" })
        // Three laws with one control of their own, three with four, and one clause that six laws have.
        #expect(row["numerator"] == "16.0")
        let once = try #require(Double(row["value"] ?? ""))
        let copies = try #require(Double(row["value_with_copies"] ?? ""))
        #expect(copies > once)
        #expect(abs(copies - 1000 * 21 / Double(6 * 30 + 21)) < 1e-9)
        let lower = try #require(Double(row["lower"] ?? ""))
        let upper = try #require(Double(row["upper"] ?? ""))
        #expect(lower < once && once < upper)
        #expect(row["band"] == "0")
    }

    @Test func keepsWhatCannotBeSaidApartFromZero() throws {
        let corpus = try ObservatoryCorpus()
        let rows = try corpus.table(["scorecard", "--store", "a.db", "--by", "country"])
        func cell(_ subject: String, _ measure: String, _ column: String) -> String? {
            rows.first { $0["subject"] == subject && $0["measure"] == measure }?[column]
        }
        #expect(cell("Arvonia", "procedure", "state") == "assessed")
        #expect(cell("Arvonia", "procedure", "value") == "0.0")
        #expect(cell("Belmark", "procedure", "state") == "not-applicable")
        #expect(cell("Belmark", "procedure", "value") == "")
        #expect(cell("Belmark", "architecture", "value") == "0.0")
        #expect(cell("Corvena", "architecture", "state") == "too-little-text")
        #expect(cell("Corvena", "architecture", "found") == "2")
        #expect(cell("Corvena", "architecture", "read") == "1")
        // Belmark has no control, so it is better in every draw.
        #expect(cell("Belmark", "architecture", "rank_worst") == "1")
        #expect(cell("Arvonia", "architecture", "rank_best") == "2")
    }

    @Test func countsNothingOfALanguageThatIsNotJudged() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2000)
        try corpus.folder.write(
            "laws/Dorne/2000-loi.html", "<html lang=\"fr\"><p>Le ministre bloque le site. Il garde la paix.</p></html>")
        let scan = try corpus.scan()
        #expect(
            scan.errors.contains(
                "counterweight: note: laws/Dorne/2000-loi.html: is in fr and not judged; only en is\n"))
        #expect(scan.errors.contains(" documents: 0 judged, 1 not judged, 3 unchanged, 1 failed; "))
        let rows = try corpus.table(["scorecard", "--store", "a.db", "--by", "country"])
        let own = rows.filter { $0["subject"] == "no country known" }
        #expect(Set(own.map { $0["state"] }) == ["not-assessed"])
        #expect(Set(own.map { [$0["found"], $0["read"], $0["other_language"]] }) == [["1", "0", "1"]])
        let text = try corpus.run(["scorecard", "--store", "a.db", "--path", "laws/Dorne/2000-loi.html"]).output
        #expect(text.contains("1 document found, 0 read, 1 not judged for their language, 0 reviewed;"))
        let trends = try corpus.table(["trends", "--store", "a.db"]).filter { $0["measure"] == "controls" }
        #expect(trends.map { $0["documents"] } == ["2", "1"])
    }

    /// Words of a language that nobody knows are judged, and said to be so.
    @Test func countsTextsOfUnknownLanguageApart() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2000)
        let words = (0..<60).map { "qu\($0 % 7)x zvo\($0)k" }.joined(separator: " ")
        try corpus.folder.write("laws/Eldor/2000-xq.txt", words + ".\n")
        let scan = try corpus.scan()
        #expect(
            scan.errors.contains(
                "counterweight: note: laws/Eldor/2000-xq.txt: is in a language that is not known, judged as en; scorecards"
            ))
        let rows = try corpus.table(["scorecard", "--store", "a.db", "--by", "country"])
        let own = rows.filter { $0["subject"] == "Eldor" }
        #expect(Set(own.map { [$0["found"], $0["read"], $0["unknown_language"]] }) == [["1", "1", "1"]])
        #expect(Set(rows.filter { $0["subject"] == "Arvonia" }.map { $0["unknown_language"] }) == ["0"])
        let text = try corpus.run(["scorecard", "--store", "a.db", "--country", "Eldor"]).output
        #expect(text.contains("1 document found, 1 read, 1 of them of unknown language, 0 reviewed;"))
    }

    @Test func givesNoRangeOfFewDocuments() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2004)
        for (years, isGiven) in [("2000-2003", false), ("2000-2004", true)] {
            func rows(_ command: String...) throws -> [[String: String]] {
                try corpus.table(command + ["--store", "a.db", "--years", years, "--country", "Arvonia"]).filter {
                    $0["measure"] == "architecture"
                }
            }
            let card = try #require(try rows("scorecard").first)
            #expect(card["value"] != "" && (card["lower"] != "") == isGiven, "\(years)")
            let point = try #require(try rows("trends", "--period", "1000").first)
            #expect(point["value"] != "" && (point["lower"] != "") == isGiven, "\(years)")
        }
    }

    @Test func isTheSameOnEveryRunAndQuotesWhatItCounts() throws {
        let corpus = try ObservatoryCorpus()
        for format in ["text", "json", "csv", "html"] {
            let arguments = ["scorecard", "--store", "a.db", "--by", "country", "--format", format]
            let run = try corpus.run(arguments)
            #expect(run.code == 0 && run.errors == "")
            #expect(try corpus.run(arguments).output == run.output, "\(format)")
            #expect(format == "csv" || run.output.contains("block site"), "\(format)")
        }
        let text = try corpus.run(["scorecard", "--store", "a.db", "--by", "country", "--quotations", "1"]).output
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("  and 15 more; --quotations N shows more\n"))
        let other = try corpus.run(["scorecard", "--store", "a.db", "--format", "json", "--seed", "2"]).output
        #expect(try corpus.run(["scorecard", "--store", "a.db", "--format", "json"]).output != other)
    }

    @Test(arguments: [
        (["--by", "planet"], "--by: unknown value \"planet\"; known: all, document, body, country, collection, year"),
        (["--format", "pdf"], "--format: unknown value \"pdf\"; known: text, json, csv, html"),
        (["--years", "soon"], "--years: \"soon\" names no years; write 1998 or 1990-2005"),
        (["--country", "Nowhere"], "a.db: no document of the store is among those that were asked for"),
    ])
    func saysWhatIsWrong(arguments: [String], message: String) throws {
        let corpus = try ObservatoryCorpus(years: 2000...2000)
        let run = try corpus.run(["scorecard", "--store", "a.db"] + arguments)
        #expect(run.errors == "counterweight: error: \(message)\n")
        #expect(run.code == 2)
    }
}
