import Foundation
import GRDB
import Lexicons
import Testing

@testable import Observatory

/// A clause that an earlier text quotes before the law enacts it.
@Suite struct CopiedClauseTests {
    private static let clause =
        "The minister shall block the site that stands against the calm of the realm and the order of its roads."

    /// A store with a critique of 2001 that reports the clause, and the act of 2003 that has it, and so many times more.
    private func inStore(repeats: Int = 0, _ body: (Store) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        let sketch = ClauseSketcher().sketch(of: Self.clause.utf8).map { Data($0) }
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                    INSERT INTO concept VALUES ('C1', 'control', 'block', 'block', 3, 'global open');
                    INSERT INTO concept VALUES ('V1', 'value', 'calm', 'calm', NULL, NULL);
                    INSERT INTO concept VALUES ('W1', 'counterweight', 'order', 'order', NULL, NULL);
                    INSERT INTO document (id, path, year) VALUES (1, 'a.txt', 2001), (2, 'b.txt', 2003);
                    """)
            for (id, stance) in [(1, "reported"), (2, "asserted")] {
                try database.execute(
                    sql: """
                        INSERT INTO version (id, document_id, number, engine_id, sha256, bytes, format, encoding, kind,
                          words, sentences, passages, band, notes, digest)
                        VALUES (?1, ?1, 1, 1, 'aa', 9, 'text', 'UTF-8', 'statute', 30, 40, 1, 'none', '[]', 'x')
                        """, arguments: [id])
                try database.execute(
                    sql: """
                        INSERT INTO block (id, version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                          source_end, text, sentences, stance, sketch)
                        VALUES (?1, ?1, 0, 'paragraph', 0, 0, 0, 0, 9, ?2, 1, ?3, ?4)
                        """, arguments: [id, Self.clause, stance, sketch])
                try database.execute(
                    sql: "INSERT INTO mention VALUES (?, 0, 0, 'C1', ?, ?, NULL, 19, 'block')",
                    arguments: [id, stance, stance == "asserted"])
                try database.execute(
                    sql: """
                        INSERT INTO mention VALUES (?1, 1, 0, 'V1', ?2, 1, 5, 58, 'calm'),
                          (?1, 2, 0, 'W1', ?2, 1, NULL, 85, 'order')
                        """, arguments: [id, stance])
                try database.execute(
                    sql: """
                        INSERT INTO profile VALUES (?1, 'own-voice-sentences', '', 40), (?1, 'passages-by-stance', ?2, 1)
                        """, arguments: [id, stance])
                try database.execute(sql: "UPDATE document SET version_id = ?1 WHERE id = ?1", arguments: [id])
            }
            for place in 0..<repeats {
                try database.execute(
                    sql: """
                        INSERT INTO block (version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                          source_end, text, sentences, stance, sketch)
                        VALUES (2, ?1, 'paragraph', 0, 0, 0, 0, 9, ?2, 1, 'asserted', ?3)
                        """, arguments: [place + 1, Self.clause, sketch])
                try database.execute(
                    sql: "INSERT INTO mention VALUES (2, ?, ?, 'C1', 'asserted', 1, NULL, 19, 'block')",
                    arguments: [place + 3, place + 1])
            }
        }
        try CopyFinder(store).update()
        try body(store)
    }

    private func card(_ store: Store, _ paths: Set<String> = []) throws -> Scorecard {
        let plan = ScorecardPlan(try LexiconFolder.bundled().scorecard())
        var filter = DocumentFilter()
        filter.paths = paths
        return try #require(try ScorecardMaker(store, plan: plan, filter: filter, by: .all).cards().first)
    }

    private func counts(_ measure: String, of card: Scorecard) throws -> [Double] {
        let entry = try #require(card.entries.first { $0.measure.id == measure })
        return [entry.numerator, entry.denominator]
    }

    /// What one document repeats is no copy, and a document that is not asked about changes nothing of it.
    @Test func countsNothingOtherwiseForDocumentsOutsideOfTheSelection() throws {
        try inStore(repeats: 3) { store in
            let asked = try card(store, ["b.txt"])
            #expect(try counts("open", of: asked) == [4, 40] && asked.repeatedClauses == 0)
            try store.write { try $0.execute(sql: "UPDATE document SET is_forgotten = 1 WHERE path = 'a.txt'") }
            let alone = try card(store, ["b.txt"])
            #expect(try counts("open", of: alone) == counts("open", of: asked))
            #expect(alone.repeatedClauses == 0)
        }
    }

    /// A control is none where a reviewer rejected all that was found at it, and one where something stands.
    @Test func leavesOutControlsThatReviewersReject() throws {
        try inStore { store in
            #expect(try counts("precision", of: card(store)) == [1, 1])
            try store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO rule VALUES ('CW04', 'r', 's', 'w', 'h', '[]', 0), ('CW15', 'r', 's', 'w', 'h', '[]', 0);
                        INSERT INTO finding VALUES
                          (1, 2, 0, 0, 'CW04', 'high', 50, 0.5, 'asserted', 19, 'block', 0, 4, 'm', NULL, '{}', 'f4'),
                          (2, 2, 1, 0, 'CW15', 'high', 50, 0.5, 'asserted', 19, 'block', 0, 4, 'm', NULL, '{}', 'f15');
                        INSERT INTO review VALUES (1, 'b.txt', 'f4', 'rejected', 'Ann', '2025-01-01', 'no power');
                        """)
            }
            #expect(try counts("open", of: card(store)) == [1, 40])
            try store.write { database in
                try database.execute(
                    sql: "INSERT INTO review VALUES (2, 'b.txt', 'f15', 'rejected', 'Ann', '2025-01-01', 'no power')")
            }
            let rejected = try card(store)
            for measure in ["precision", "procedure", "necessity", "transparency"] {
                #expect(try counts(measure, of: rejected) == [0, 0], "\(measure)")
            }
            #expect(try counts("open", of: rejected) == [0, 40])
            #expect(try counts("architecture", of: rejected) == [0, 40])
        }
    }

    /// In terms, a control is one where a finding at it stands, which is made only where the platform is made to act.
    @Test func leavesOutWhatAPlatformReservesToItself() throws {
        try inStore { store in
            func change(_ sql: String) throws { try store.write { try $0.execute(sql: sql) } }
            try change("UPDATE version SET kind = 'terms'")
            for measure in ["precision", "procedure"] { #expect(try counts(measure, of: card(store)) == [0, 0]) }
            #expect(try counts("open", of: card(store)) == [0, 40])
            try change("UPDATE document SET kind = 'statute'")
            #expect(try counts("open", of: card(store)) == [1, 40])
            try change(
                """
                UPDATE document SET kind = NULL;
                INSERT INTO rule VALUES ('CW17', 'r', 's', 'w', 'h', '[]', 0);
                INSERT INTO finding VALUES
                  (1, 2, 0, 0, 'CW17', 'low', 50, 0.5, 'asserted', 19, 'block', 0, 4, 'm', NULL, '{}', 'f17');
                """)
            #expect(try counts("open", of: card(store)) == [1, 40])
            try change("INSERT INTO review VALUES (1, 'b.txt', 'f17', 'rejected', 'Ann', '2025-01-01', 'no order')")
            #expect(try counts("open", of: card(store)) == [0, 40])
        }
    }

    @Test func countsWhereItsAuthorAssertsIt() throws {
        try inStore { store in
            let plan = ScorecardPlan(try LexiconFolder.bundled().scorecard())
            let card = try #require(try ScorecardMaker(store, plan: plan, by: .all).cards().first)
            let open = try #require(card.entries.first { $0.measure.id == "open" })
            #expect(open.numerator == 1)
            #expect(card.repeatedClauses == 1)
            var options = TrendsMaker.Options()
            options.period = 100
            let trends = try TrendsMaker(store, plan: plan, options: options).trends()
            #expect(trends.series.first { $0.measure.id == "controls" }?.points.map(\.numerator) == [1])
            #expect(trends.stances.map(\.counts) == [["asserted": 1, "reported": 0]])
            #expect(try store.read { try SiteContents($0, DocumentFilter(), plan).balance.counts } == [[1]])
            #expect(
                try store.read { try String.fetchAll($0, sql: "SELECT path FROM passages WHERE is_copy") } == ["a.txt"])
        }
    }
}
