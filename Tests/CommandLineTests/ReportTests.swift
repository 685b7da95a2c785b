import Foundation
import Testing

/// What `report` writes of a store.
@Suite struct ReportTests {
    private func files(below folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.contains(".") {
            files[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        }
        return files
    }

    private func split(_ address: Substring) -> (page: String, place: String) {
        let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }

    /// A site of one country counts findings of that country alone, on every page.
    @Test func countsRulesAmongTheDocumentsThatWereAskedFor() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2003)
        #expect(try corpus.run(["report", "--store", "a.db", "--country", "Belmark", "-o", "site"]).code == 0)
        let site = try files(below: corpus.folder.url.appendingPathComponent("site"))
        #expect(try #require(site["data/findings.csv"]).split(separator: "\n").count == 1)
        #expect(try #require(site["rules.html"]).contains(/CW04[^<]*<\/a><\/th><td class="num">0</))
        #expect(try !#require(site["rule-CW04.html"]).contains("<blockquote"))
    }

    @Test func writesASiteWhoseLinksLeadSomewhere() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2003)
        let run = try corpus.run(["report", "--store", "a.db", "-o", "site"])
        #expect(run.code == 0)
        let site = try files(below: corpus.folder.url.appendingPathComponent("site"))
        #expect(run.errors.hasSuffix("\(site.count) files were written to site; open site/index.html\n"))
        for name in [
            "index.html", "trends.html", "documents.html", "countries.html", "years.html", "rules.html", "method.html",
            "country-arvonia.html", "year-2003.html", "rule-CW04.html", "left-out.html", "data/findings.csv",
            "data/scorecards-country.csv",
        ] {
            #expect(site[name] != nil, "\(name)")
        }
        for (path, page) in site where path.hasSuffix(".html") {
            let folder = path.hasPrefix("documents/") ? "documents/" : ""
            #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="), "\(path)")
            for part in page.components(separatedBy: "href=\"").dropFirst() {
                let (target, place) = split(part.prefix { $0 != "\"" })
                let resolved =
                    target.isEmpty ? path : target.hasPrefix("../") ? String(target.dropFirst(3)) : folder + target
                let leadsSomewhere = place.isEmpty || site[resolved]?.contains("id=\"\(place)\"") == true
                #expect(site[resolved] != nil && leadsSomewhere, "\(path) leads to \(target)#\(place)")
            }
            #expect(page.contains("ore Internet values observatory</title>"), "\(path)")
        }
        #expect(try #require(site["rule-CW04.html"]).contains("<a href=\"documents/"))
        #expect(try #require(site["country-arvonia.html"]).contains("<a href=\"documents/"))
        #expect(try #require(site["rules.html"]).contains("<a href=\"rules.html\" aria-current=\"page\">"))
        // What the pages count is in the table.
        let rows = try #require(site["data/findings.csv"]).split(separator: "\n").filter { $0.contains(",CW04,") }
        let counted = rows.count { row in ["moderate", "high", "severe"].contains { row.contains(",CW04,\($0),") } }
        #expect(
            try #require(site["rules.html"]).components(separatedBy: ">CW04 ").dropFirst().contains {
                $0.contains("</a></th><td class=\"num\">\(rows.count)</td><td class=\"num\">\(counted)</td><td>")
            })
        #expect(try #require(site["rule-CW04.html"]).contains("block"))
        // The empty file is named with its reason.
        #expect(try #require(site["left-out.html"]).contains("laws/Corvena/2002-empty.txt</span></th><td>"))
        #expect(try #require(site["data/left-out.csv"]).contains("laws/Corvena/2002-empty.txt,empty,2002,Corvena,0,"))
        _ = try corpus.run(["report", "--store", "a.db", "-o", "again"])
        #expect(try files(below: corpus.folder.url.appendingPathComponent("again")) == site)
    }

    /// Next year's site has a page for each document of this year's under the same name, whatever comes before it.
    @Test func keepsItsAddressesWhenDocumentsAreAdded() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2001)
        func pages(_ folder: String) throws -> [String: String] {
            #expect(try corpus.run(["report", "--store", "a.db", "-o", folder, "--period", "10"]).code == 0)
            return try files(below: corpus.folder.url.appendingPathComponent(folder))
        }
        let before = try pages("before")
        #expect(try #require(before["trends.html"]).contains("figures by 10 years"))
        try corpus.folder.write("laws/Aaland/1999-act.txt", "The office shall block the site of the town.\n")
        try corpus.scan()
        let after = try pages("after")
        func documents(_ site: [String: String]) -> [String: String] {
            site.filter { $0.key.hasPrefix("documents/") }
        }
        #expect(documents(before).count == 5)
        #expect(documents(after).count == 6)
        for (path, page) in documents(before) { #expect(after[path] == page, "\(path)") }
    }

    /// All laws are the same documents on every page that shows them, and so are their ranges.
    @Test func givesTheSameDocumentsTheSameRanges() throws {
        let corpus = try ObservatoryCorpus()
        func ranges(_ arguments: String...) throws -> Set<[String?]> {
            let rows = try corpus.table(arguments + ["--store", "a.db"])
            return Set(rows.filter { $0["measure"] == "architecture" }.map { [$0["value"], $0["lower"], $0["upper"]] })
        }
        let all = try ranges("scorecard")
        #expect(all.count == 1 && all.first?.contains("") == false)
        #expect(try ranges("scorecard", "--by", "collection") == all)
        #expect(try ranges("trends", "--period", "1000") == all)
    }

    @Test func writesWikiText() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2003)
        let run = try corpus.run(["report", "--store", "a.db", "-o", "wiki", "--format", "mediawiki"])
        #expect(run.code == 0)
        let wiki = try files(below: corpus.folder.url.appendingPathComponent("wiki"))
        let table = try #require(wiki["Scorecard by country.wiki"])
        #expect(table.contains("{| class=\"wikitable sortable\"\n! Subject !! Documents !! Value balance"))
        #expect(table.contains("|-\n| Arvonia || 4 || "))
        #expect(wiki.keys.contains { $0.hasPrefix("CW04 ") })
    }
}
