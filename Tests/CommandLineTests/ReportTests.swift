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

    @Test func writesASiteWhoseLinksLeadSomewhere() throws {
        let corpus = try ObservatoryCorpus(years: 2000...2003)
        let run = try corpus.run(["report", "--store", "a.db", "-o", "site"])
        #expect(run.code == 0)
        let site = try files(below: corpus.folder.url.appendingPathComponent("site"))
        #expect(run.errors.hasSuffix("\(site.count) files were written to site; open site/index.html\n"))
        for name in [
            "index.html", "trends.html", "documents.html", "countries.html", "years.html", "rules.html", "method.html",
            "country-arvonia.html", "year-2003.html", "rule-CW04.html", "documents/1.html", "data/findings.csv",
            "data/scorecards-country.csv",
        ] {
            #expect(site[name] != nil, "\(name)")
        }
        for (path, page) in site where path.hasSuffix(".html") {
            let folder = path.hasPrefix("documents/") ? "documents/" : ""
            #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="), "\(path)")
            for part in page.components(separatedBy: "href=\"").dropFirst() {
                let target = part.prefix { $0 != "\"" }
                guard !target.hasPrefix("#") else { continue }
                let resolved = target.hasPrefix("../") ? String(target.dropFirst(3)) : folder + target
                #expect(site[resolved] != nil, "\(path) leads to \(target)")
            }
        }
        #expect(try #require(site["rule-CW04.html"]).contains("block"))
        _ = try corpus.run(["report", "--store", "a.db", "-o", "again"])
        #expect(try files(below: corpus.folder.url.appendingPathComponent("again")) == site)
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
