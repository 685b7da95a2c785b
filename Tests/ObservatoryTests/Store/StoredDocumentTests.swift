import Foundation
import GRDB
import Lexicons
import Testing

@testable import Observatory

@Suite struct StoredDocumentTests {
    /// A store with three documents, one of which could not be judged.
    private func inStore(_ body: (Store) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(
            path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                    INSERT INTO collection VALUES (1, 'acts');
                    INSERT INTO document (id, path, year, country, collection_id, error)
                    VALUES (1, 'b.txt', 2001, 'Arvonia', 1, NULL), (2, 'a.txt', 2003, 'Belmark', NULL, NULL),
                      (3, 'c.txt', 2003, 'Belmark', NULL, 'the file is empty');
                    INSERT INTO version VALUES
                      (1, 1, 1, 1, NULL, 'aa', 9, 'text', 'UTF-8', 'B', NULL, 'statute', 10, 2, 1, 'high', '[]', 'x', 1999, '1999-05', 'Office', NULL),
                      (2, 1, 2, 1, NULL, 'ab', 9, 'text', 'UTF-8', 'B', NULL, 'statute', 12, 3, 1, 'high', '[]', 'x', 1999, '1999-05', 'Office', NULL),
                      (3, 2, 1, 1, NULL, 'ac', 9, 'text', 'UTF-8', 'A', NULL, 'speech', 14, 4, 1, 'none', '[]', 'x', 1999, '1999-05', 'Office', NULL);
                    UPDATE document SET version_id = 2 WHERE id = 1;
                    UPDATE document SET version_id = 3 WHERE id = 2;
                    INSERT INTO profile VALUES (1, 'controls', '', 9), (2, 'controls', '', 5), (2, 'isolation', '3', 2);
                    INSERT INTO review VALUES (1, 'b.txt', 'f', 'confirmed', 'Ann', '2025-01-01', 'so it is');
                    """)
        }
        try body(store)
    }

    @Test func givesTheCurrentVersionWithItsCounts() throws {
        try inStore { store in
            let documents = try store.documents()
            #expect(documents.map(\.path) == ["a.txt", "b.txt"])
            #expect(documents.map(\.title) == ["A", "B"])
            #expect(documents[1].version == 2)
            #expect(documents[1].words == 12)
            #expect(documents[1].count("controls") == 5)
            #expect(documents[1].count("isolation", "3") == 2)
            #expect(documents[1].count("isolation", "4") == 0)
            let coverage = try store.coverage()
            #expect(coverage.found == 3 && coverage.judged == 2 && coverage.reviewed == 1)
        }
    }

    @Test func leavesAStaleVersionOut() throws {
        try inStore { store in
            try store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO rule VALUES ('R1', 'r', 's', 'w', 'h', '[]', 0);
                        INSERT INTO block (id, version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                          source_end, text, sentences) VALUES (1, 2, 0, 'paragraph', 0, 0, 0, 0, 9, 'text', 1);
                        INSERT INTO finding VALUES
                          (1, 2, 0, 0, 'R1', 'high', 50, 0.5, 'asserted', 0, 'text', 0, 4, 'm', NULL, '{}', 'f');
                        UPDATE document SET error = 'the file is no text' WHERE id = 1;
                        """)
            }
            #expect(try store.documents().map(\.path) == ["a.txt"])
            let coverage = try store.coverage()
            #expect(coverage.found == 3 && coverage.judged == 1)
            let plan = ScorecardPlan(try LexiconFolder.bundled().scorecard())
            let rule = try store.read { try SiteContents($0, DocumentFilter(), plan).rules.first }
            #expect(rule?.count == 0 && rule?.examples.isEmpty == true)
        }
    }

    @Test func takesEveryConditionOfAFilter() throws {
        try inStore { store in
            var filters = [DocumentFilter](repeating: DocumentFilter(), count: 6)
            filters[0].years = 2000...2001
            filters[1].countries = ["Arvonia", "Corvena"]
            filters[2].collections = ["acts"]
            filters[3].kinds = ["statute"]
            filters[4].paths = ["b.txt", "c.txt"]
            filters[5].years = 2003...2003
            let found = try filters.map { try store.documents($0).map(\.path) }
            #expect(found == [["b.txt"], ["b.txt"], ["b.txt"], ["b.txt"], ["b.txt"], ["a.txt"]])
        }
    }
}
