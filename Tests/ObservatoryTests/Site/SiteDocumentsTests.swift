import Foundation
import GRDB
import Lexicons
import Testing

@testable import Observatory

@Suite struct SiteDocumentsTests {
    /// A document has a low finding, a moderate one, and a high one that a reviewer dismissed; another, of a language that
    /// nobody knows, has an info one.
    @Test func agreesOnFindingsEverywhere() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                    INSERT INTO rule VALUES ('R1', 'r', 's', 'w', 'h', '[]', 0);
                    INSERT INTO document (id, path, year) VALUES (1, '/home/ann/laws/a.txt', 2001), (2, '/home/ann/a/b.txt', NULL);
                    INSERT INTO version VALUES (1, 1, 1, 1, NULL, 'aa', 9, 'text', 'UTF-8', 'A', NULL, 'statute', 10, 2, 1,
                      'high', '[]', 'x', NULL, NULL, NULL, NULL),
                      (2, 2, 1, 1, NULL, 'ab', 9, 'text', 'UTF-8', 'B', NULL, 'other', 1000, 2, 1,
                      'info', '[]', 'x', NULL, NULL, NULL, NULL);
                    INSERT INTO block (id, version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                      source_end, text, sentences) VALUES (1, 1, 0, 'paragraph', 0, 0, 0, 0, 9, 'text', 1),
                      (2, 2, 0, 'paragraph', 0, 0, 0, 0, 9, 'text', 1);
                    UPDATE document SET version_id = id;
                    INSERT INTO finding VALUES
                      (NULL, 2, 0, 0, 'R1', 'info', 5, 0.5, 'asserted', 0, 'text', 0, 4, 'm', NULL, '{}', 'info');
                    INSERT INTO review VALUES (1, '/home/ann/laws/a.txt', 'high', 'rejected', 'Ann', '2025-01-01', 'quoted');
                    """)
            for (position, band) in ["low", "moderate", "high"].enumerated() {
                try database.execute(
                    sql: """
                        INSERT INTO finding VALUES
                          (NULL, 1, ?, 0, 'R1', ?2, 50, 0.5, 'asserted', 0, 'text', 0, 4, 'm', NULL, '{}', ?2)
                        """, arguments: [position, band])
            }
        }
        let plan = ScorecardPlan(try LexiconFolder.bundled().scorecard())
        var pages: [String: String] = [:]
        try SiteMaker(store, plan: plan, tool: try store.lastTool()).write { path, bytes in
            pages[path] = String(decoding: bytes, as: UTF8.self)
        }
        // The worst comes first, whatever its path.
        let list = try #require(pages["documents.html"]).components(separatedBy: "<tr>")
        let cells = "<td data-sort=\"3\">moderate</td><td class=\"num\">2</td><td class=\"num\">1</td>"
        #expect(list[2].contains(cells) && list[2].contains("<span class=\"note\">laws/a.txt</span>"))
        #expect(list[3].contains("<td data-sort=\"1\">info</td><td class=\"num\">1</td><td class=\"num\">0</td>"))
        // What nobody knows has the empty language.
        #expect(list[3].contains("lang dir=\"auto\">B</a>") && !list[2].contains("lang"))
        let page = try #require(pages[SiteNames.document("/home/ann/laws/a.txt")])
        #expect(page.contains(">2 findings</h2>"))
        #expect(
            page.contains(
                "1 of band moderate or above, as figures count them. Dismissed by reviewers and counted nowhere: 1."))
        #expect(page.contains("<title>A – 2001 – Core Internet values observatory</title>"))
        // Three findings of one passage, and the passage once.
        #expect(page.components(separatedBy: "<blockquote").count == 2)
        #expect(page.components(separatedBy: "<h3").count == 4)
        let rules = try #require(pages["rules.html"])
        #expect(rules.contains("R1 r</a></th><td class=\"num\">3</td><td class=\"num\">1</td>"))
        let rule = try #require(pages["rule-R1.html"])
        #expect(
            rule.contains(
                "<a href=\"\(SiteNames.document("/home/ann/laws/a.txt"))#passage-1\">A (2001)</a>, passage 1: m"))
        let table = try #require(pages["data/findings.csv"])
        #expect(table.contains("\nlaws/a.txt,2001,,R1,moderate,50,1,text,m,,0\n"))
        for (path, text) in pages { #expect(!text.contains("/home/ann"), "\(path)") }
    }
}
