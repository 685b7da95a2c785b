import Foundation
import Testing

/// What `kwic` finds in files and in stores.
@Suite struct KwicTests {
    @Test func findsTheSameInFilesAndInAStore() throws {
        let corpus = try ObservatoryCorpus(years: 2002...2003)
        for subject in ["C01", "blocking", "control", "block site", "block*"] {
            func table(_ arguments: [String]) throws -> [[String: String]] {
                try corpus.table(["kwic", subject, "--window", "3"] + arguments + Fixture.lexicon)
            }
            let (files, store) = (try table(["laws/Arvonia"]), try table(["--store", "a.db", "--country", "Arvonia"]))
            #expect(files.count == (subject == "block site" ? 5 : 7), "\(subject)")
            #expect(files.map { $0["pre"] } == store.map { $0["pre"] }, "\(subject)")
            #expect(files.map { $0["stance"] } == store.map { $0["stance"] }, "\(subject)")
            #expect(store.allSatisfy { ["2002", "2003"].contains($0["year"]) }, "\(subject)")
        }
    }

    @Test func showsConceptsWithTheirStance() throws {
        let corpus = try ObservatoryCorpus(years: 2002...2002)
        let run = try corpus.run(["kwic", "C01", "--store", "a.db"] + Fixture.lexicon)
        #expect(run.output.hasPrefix("laws/Arvonia/2002-act.txt\n    16  "))
        #expect(run.output.contains("  asserted\n"))
        #expect(
            try corpus.run(["kwic", "C01", "--store", "a.db", "--stance", "critique"] + Fixture.lexicon).output == "")
        #expect(
            try corpus.run(["kwic", "C01", "--store", "a.db", "--stance", "critique"] + Fixture.lexicon).errors
                == "counterweight: note: no use of \"C01\" was found\n")
        // No terminal limits a file.
        _ = try corpus.run(["kwic", "C01", "--store", "a.db", "--window", "40", "-o", "lines.txt"] + Fixture.lexicon)
        let lines = try String(contentsOf: corpus.folder.url.appendingPathComponent("lines.txt"), encoding: .utf8)
        #expect(
            lines.contains("that stands against the calm of the realm, the peace of its towns and the order of its"))
        let page = try corpus.run(["kwic", "C01", "--store", "a.db", "--format", "html"] + Fixture.lexicon).output
        #expect(page.contains("<td class=\"node\">") && !page.contains("<script"))
    }

    @Test func showsOnlyAssertedControlsAsUsesThatCount() throws {
        let corpus = try ObservatoryCorpus(years: 2002...2002)
        try corpus.folder.write(
            "may.txt", "Providers may choose to block the site.\n\nThe office shall block the site.\n")
        _ = try corpus.run(["scan", "may.txt", "--store", "b.db"])
        for place in [["may.txt"], ["--store", "b.db"]] {
            func stances(_ arguments: [String]) throws -> [String?] {
                try corpus.table(["kwic", "control"] + place + arguments).map { $0["stance"] }
            }
            #expect(try stances([]) == ["option", "asserted"])
            #expect(try stances(["--live"]) == ["asserted"])
        }
    }

    @Test(arguments: [
        (["kwic", "x"], "name either files and directories or a --store to look in"),
        (["kwic", "?!", "laws"], "\"?!\" holds no word and is no concept; see: counterweight lexicon show"),
        (
            ["kwic", "x", "laws", "--sort", "size"],
            "--sort: unknown value \"size\"; known: place, left, node, right, year"
        ),
        (["kwic", "x", "gone.txt"], "gone.txt: "),
        (["kwic", "x", "laws", "--live"], "--live: \"x\" is a term, and only uses of concepts are judged; leave"),
        (["kwic", "x", "--store", "a.db", "--stance", "option"], "--stance option: \"x\" is a term, and only uses of"),
    ])
    func saysWhatIsWrong(arguments: [String], message: String) throws {
        let corpus = try ObservatoryCorpus(years: 2002...2002)
        let run = try corpus.run(arguments + Fixture.lexicon)
        #expect(run.errors.contains(message))
        #expect(run.code == 2)
    }
}
