import Foundation
import GRDB
import Lexicons
import Testing

@testable import Observatory

@Suite struct SiteDocumentsTests {
    /// A document has a low finding, a moderate one, and a high one that a reviewer dismissed.
    @Test func listsTheFindingsThatFiguresCount() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                    INSERT INTO rule VALUES ('R1', 'r', 's', 'w', 'h', '[]', 0);
                    INSERT INTO document (id, path) VALUES (1, 'a.txt');
                    INSERT INTO version VALUES (1, 1, 1, 1, NULL, 'aa', 9, 'text', 'UTF-8', 'A', NULL, 'statute', 10, 2, 1,
                      'high', '[]', 'x', NULL, NULL, NULL, NULL);
                    INSERT INTO block (id, version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                      source_end, text, sentences) VALUES (1, 1, 0, 'paragraph', 0, 0, 0, 0, 9, 'text', 1);
                    UPDATE document SET version_id = 1;
                    INSERT INTO review VALUES (1, 'a.txt', 'high', 'rejected', 'Ann', '2025-01-01', 'quoted');
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
        let list = try #require(pages["documents.html"])
        #expect(list.contains("<td>moderate</td><td>1</td><td>a.txt</td>"))
        let page = try #require(pages[SiteNames.document("a.txt")])
        #expect(page.contains(">1 findings</h2>"))
        // Three findings of one passage, and the passage once.
        #expect(page.components(separatedBy: "<blockquote>").count == 2)
        #expect(page.components(separatedBy: "<h3>").count == 4)
        #expect(page.contains("And 2 that do not count: below moderate, or dismissed by reviewers."))
    }
}
