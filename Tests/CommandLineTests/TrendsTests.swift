import Foundation
import Testing

/// What `trends` says of a store.
@Suite struct TrendsTests {
    private func change(_ corpus: ObservatoryCorpus, _ arguments: String...) throws -> [String: Any] {
        let run = try corpus.run(["trends", "--store", "a.db", "--format", "json"] + arguments)
        #expect(run.errors == "")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require((object as? [String: Any])?["change"] as? [String: Any])
    }

    private func parts(_ measure: String, of change: [String: Any]) throws -> [String: Double] {
        let measures = try #require(change["measures"] as? [[String: Any]])
        let own = try #require(measures.first { $0["measure"] as? String == measure })
        return own.compactMapValues { $0 as? Double }
    }

    @Test func followsAFigureAndFindsWhereItsLevelChanges() throws {
        let corpus = try ObservatoryCorpus(years: 1998...2007)
        let rows = try corpus.table(["trends", "--store", "a.db", "--country", "Arvonia"]).filter {
            $0["measure"] == "controls"
        }
        #expect(rows.map { $0["year"] } == (1998...2007).map { String($0) })
        #expect(rows.map { $0["numerator"] } == (1998...2007).map { $0 < 2003 ? "2.0" : "5.0" })
        #expect(rows.filter { $0["new_level"] == "1" }.map { $0["year"] } == ["2003"])
    }

    /// Ten laws have one clause; each period counts it once beside their own controls, one before 2003 and four after.
    @Test func countsACopiedClauseOnceInAPeriod() throws {
        let corpus = try ObservatoryCorpus(years: 1998...2007)
        let rows = try corpus.table(["trends", "--store", "a.db", "--country", "Arvonia", "--period", "100"]).filter {
            $0["measure"] == "controls"
        }
        #expect(rows.map { $0["year"] } == ["1900", "2000"])
        #expect(rows.map { $0["numerator"] } == ["3.0", "24.0"])
    }

    @Test func decomposesAChangeIntoPartsThatAddUp() throws {
        let corpus = try ObservatoryCorpus()
        let one = try parts("controls", of: try change(corpus, "--from", "2000"))
        #expect(one["lexicon"] == 0 && one["engine"] == 0 && one["review"] == 0)
        #expect(try #require(one["text"]) > 0)
        // Judged again by the lexicon of the program, the store has both judgements of all texts.
        #expect(try corpus.scan([]).code == 2)
        let both = try change(corpus, "--from", "2000")
        #expect(both["back_cast"] as? Int == 4)
        for measure in ["findings", "controls", "values", "architecture"] {
            let own = try parts(measure, of: both)
            let sum = ["text", "mix", "unmatched", "lexicon", "engine", "review"].reduce(0) { $0 + (own[$1] ?? .nan) }
            #expect(abs(sum - (own["change"] ?? .nan)) < 1e-9, "\(measure)")
            #expect(abs((own["new"] ?? 0) - (own["old"] ?? 0) - sum) < 1e-9, "\(measure)")
        }
        let lexicon = try ["findings", "controls", "values", "precision", "procedure"].compactMap {
            try parts($0, of: both)["lexicon"]
        }
        #expect(lexicon.contains { $0 != 0 })
    }

    /// Every finding of one law is rejected; what that takes from the figure stands under review, and nothing else moves.
    @Test func tellsWhatReviewersChanged() throws {
        let corpus = try ObservatoryCorpus()
        let before = try parts("findings", of: try change(corpus, "--from", "2000"))
        #expect(before["review"] == 0)
        let rows = try corpus.run(["store", "export", "a.db"]).output
        let reviews = rows.split(separator: "\n").filter {
            $0.hasPrefix("{\"table\":\"finding\"") && $0.contains("2005-act.txt")
        }.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }.compactMap { row in
            (row["fingerprint"] as? String).map {
                "{\"table\":\"review\",\"path\":\"\(row["path"] ?? "")\",\"fingerprint\":\"\($0)\",\"decision\":\"rejected\",\"reviewer\":\"Ann\",\"decided\":\"2025-01-01\",\"reason\":\"no site is meant\"}\n"
            }
        }
        #expect(!reviews.isEmpty)
        try corpus.folder.write("all.jsonl", rows + reviews.joined())
        #expect(try corpus.run(["store", "import", "all.jsonl", "--store", "b.db"]).code == 0)
        let json = try corpus.run(["trends", "--store", "b.db", "--from", "2000", "--format", "json"]).output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let after = try parts("findings", of: try #require(object?["change"] as? [String: Any]))
        #expect(try #require(after["review"]) < 0)
        #expect(after["new"] == 0)
        let sum = ["text", "mix", "unmatched", "lexicon", "engine", "review"].reduce(0) { $0 + (after[$1] ?? .nan) }
        #expect(abs(sum - (after["change"] ?? .nan)) < 1e-9)
    }

    /// What reviewers rejected in the old law leaves its figure in the series and in the table of changes alike.
    @Test func givesTheOldFigureOfTheSeriesAfterReviews() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2001)
        let rows = try corpus.run(["store", "export", "a.db"]).output
        let decisions = rows.split(separator: "\n").filter {
            $0.hasPrefix("{\"table\":\"finding\"") && $0.contains("2000-act.txt")
        }.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }.map { row in
            "{\"table\":\"review\",\"path\":\"\(row["path"] ?? "")\",\"fingerprint\":\"\(row["fingerprint"] ?? "")\",\"decision\":\"rejected\",\"reviewer\":\"Ann\",\"decided\":\"2025-01-01\",\"reason\":\"none\"}\n"
        }
        try corpus.folder.write("reviews.jsonl", decisions.joined())
        #expect(try corpus.run(["store", "import", "reviews.jsonl", "--store", "a.db"]).code == 0)
        let findings = try corpus.table(["trends", "--store", "a.db"]).filter { $0["measure"] == "findings" }
        let own = try parts("findings", of: try change(corpus, "--from", "2000"))
        #expect(findings.map { Double($0["value"] ?? "") } == [own["old"], own["new"]])
        #expect(own["old"] == 0)
        #expect(try #require(own["review"]) > 0)
        let text = try corpus.run(["trends", "--store", "a.db", "--to", "2001"]).output
        #expect(text.contains("unmatched  review\n") && !text.contains("Review:"))
    }

    @Test func givesAnAnswerAgainFromItsReceipt() throws {
        let corpus = try ObservatoryCorpus(years: 2002...2003)
        for command in ["trends", "scorecard"] {
            let run = try corpus.run([
                command, "--store", "a.db", "--format", "json", "--receipt", "r.json", "-o", "out.json",
            ])
            #expect(run.code == 0)
            let same = try corpus.run(["verify", "r.json"])
            #expect(same.code == 0 && same.output.hasPrefix("same: sha256:"), "\(command)")
        }
        try corpus.folder.write("laws/Arvonia/2002-act.txt", "The office shall block the site.")
        try corpus.scan()
        let differs = try corpus.run(["verify", "r.json"])
        #expect(differs.output.contains("laws/Arvonia/2002-act.txt: the document changed\n"))
        #expect(differs.code == 1)
    }

    @Test func writesAPageThatNeedsNothingElse() throws {
        let corpus = try ObservatoryCorpus()
        let run = try corpus.run(["trends", "--store", "a.db", "--format", "html"])
        #expect(run.code == 0)
        #expect(run.output.contains("<svg viewBox") && run.output.contains("</html>"))
        #expect(!run.output.contains("src=") && !run.output.contains("<script"))
        #expect(try corpus.run(["trends", "--store", "a.db", "--format", "html"]).output == run.output)
        let text = try corpus.run(["trends", "--store", "a.db", "--period", "3"]).output
        #expect(text.contains("\nNothing is compared: no two periods have 5 documents or more each"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    /// A lone text of 1797 is the first with text enough, and no period to compare anything with.
    @Test func comparesPeriodsOfManyDocumentsUnlessAsked() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2009)
        let lone = (1...40).map { "Keeper \($0) opens gate \($0) of garden \($0)." }.joined(separator: " ")
        try corpus.folder.write("laws/Eldor/1797-act.txt", lone + "\n")
        try corpus.scan()
        func compared(_ arguments: String...) throws -> String? {
            let text = try corpus.run(["trends", "--store", "a.db", "--period", "5"] + arguments).output
            return text.components(separatedBy: "\nChange from ").dropFirst().first.map { String($0.prefix(9)) }
        }
        #expect(try compared() == "2000–2004")
        #expect(try compared("--to", "2005") == "1795–1799")
    }

    /// Four sentences with four controls are too little text, and so they are in every table.
    @Test func hasTheFiguresOfTheScorecardsOfItsYears() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2003)
        let controls = (1...4).map { "Office \($0) shall block site \($0) of town \($0)." }.joined(separator: " ")
        try corpus.folder.write("laws/Eldor/1990-act.txt", controls + "\n")
        try corpus.scan()
        let axes = Set(
            try corpus.table(["scorecard", "--store", "a.db"]).filter { $0["kind"] == "axis" }.compactMap {
                $0["measure"]
            })
        func figures(_ rows: [[String: String]], _ year: String) -> [String: [String?]] {
            let own = rows.filter { axes.contains($0["measure"] ?? "") && $0[year] != "no year known" }
            return Dictionary(
                uniqueKeysWithValues: own.map {
                    (
                        "\($0[year] ?? "") \($0["measure"] ?? "")",
                        [$0["numerator"], $0["denominator"], $0["value"], $0["lower"]]
                    )
                })
        }
        let trends = figures(try corpus.table(["trends", "--store", "a.db"]), "year")
        #expect(trends == figures(try corpus.table(["scorecard", "--store", "a.db", "--by", "year"]), "subject"))
        #expect(trends["1990 precision"] == ["4.0", "4.0", "", ""])
        let run = try corpus.run(["trends", "--store", "a.db", "--from", "1990", "--format", "html"]).output
        #expect(run.contains("Precision</th><td class=\"num\">too little text</td><td class=\"num\">"))
        #expect(!run.contains("Precision</th><td class=\"num\">too little text</td><td class=\"num\">too little"))
        let own = try parts("precision", of: try change(corpus, "--from", "1990"))
        #expect(own["old"] == nil && own["new"] != nil && own["change"] == nil)
    }

    @Test(arguments: [
        (["--measure", "joy"], "--measure: unknown figure \"joy\"; known: findings, "),
        (["--from", "1492"], "--from: no document of 1492 is among those that were asked for"),
        (["--then", "9.9"], "--then: nothing in the store was judged by lexicon \"9.9\"; known: "),
        (["--period", "0"], "--period: 0 is no number of years; give 1 or more"),
    ])
    func saysWhatIsWrong(arguments: [String], message: String) throws {
        let corpus = try ObservatoryCorpus(years: 2000...2001)
        let run = try corpus.run(["trends", "--store", "a.db"] + arguments)
        #expect(run.errors.contains(message))
        #expect(run.code == 2)
    }
}
