import Foundation
import GRDB
import Testing

@testable import Observatory

@Suite struct StoreTests {
    private let folder: URL
    private var path: String { folder.appendingPathComponent("store.db").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func withStore(_ body: (Store) throws -> Void) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(try Store(path: path, for: .creating(purpose: "test")))
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return "\(error)".replacing(folder.path + "/", with: "")
        }
    }

    @Test func tellsASecondWriterWhoTheFirstIs() throws {
        try withStore { store in
            let message = message { _ = try Store(path: path, for: .writing(purpose: "second")) }
            #expect(message.hasPrefix("store.db: another program is writing to the store (process "))
            #expect(message.contains(", test); wait until it has ended"))
            // Reading goes on meanwhile.
            let reader = try Store(path: path, for: .reading)
            #expect(try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM documents") } == 0)
            _ = store
        }
    }

    @Test func letsTheNextWriterInWhenTheFirstHasEnded() throws {
        try withStore { _ in }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try withStore { store in #expect(store.path == path) }
    }

    @Test func saysThatThereIsNoStore() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(
            message { _ = try Store(path: path, for: .reading) }
                == "store.db: there is no such store; make one with: counterweight scan PATH --store \(path)"
                .replacing(folder.path + "/", with: ""))
    }

    @Test func leavesForeignFilesAlone() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("no database, but a letter of some length".utf8).write(to: URL(fileURLWithPath: path))
        #expect(message { _ = try Store(path: path, for: .creating(purpose: "test")) }.contains("is no store"))
        try FileManager.default.removeItem(atPath: path)
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        try other.close()
        #expect(
            message { _ = try Store(path: path, for: .creating(purpose: "test")) }
                == "store.db: is an SQLite database, but no store of counterweight; give another --store")
    }

    @Test func neverChangesOrRemovesAReview() throws {
        try withStore { store in
            try store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO review (path, fingerprint, decision, reviewer, decided, reason)
                        VALUES ('a.txt', 'f', 'rejected', 'Ann', '2025-01-01T00:00:00Z', 'quoted'),
                          ('a.txt', 'f', 'confirmed', 'Ann', '2025-01-02T00:00:00Z', 'own words')
                        """)
            }
            for change in ["UPDATE review SET reason = 'x'", "DELETE FROM review"] {
                #expect(message { try store.write { try $0.execute(sql: change) } }.contains("add another"))
            }
            let last = try store.read { try String.fetchAll($0, sql: "SELECT decision FROM decisions") }
            #expect(last == ["accepted"])
        }
    }

    @Test func everyViewCanBeRead() throws {
        try withStore { store in
            try store.read { database in
                let views = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
                #expect(views.count >= 9)
                for view in views {
                    #expect(try Row.fetchAll(database, sql: "SELECT * FROM \(view)").isEmpty, "\(view)")
                }
            }
        }
    }

    /// Two documents of one year and of two countries; one of three findings is rejected, and one is low.
    @Test func countsAYearOnceWithoutWhatReviewersRejected() throws {
        try withStore { store in
            try store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                        INSERT INTO rule VALUES ('R1', 'r', 's', 'w', 'h', '[]', 0);
                        INSERT INTO document (id, path, year, country) VALUES
                          (1, 'a.txt', 2001, 'A'), (2, 'b.txt', 2001, 'B');
                        INSERT INTO version (id, document_id, number, engine_id, sha256, bytes, format, encoding, kind,
                          words, sentences, passages, band, notes, digest) VALUES
                          (1, 1, 1, 1, 'a', 9, 'text', 'UTF-8', 'statute', 10, 2, 1, 'high', '[]', 'x'),
                          (2, 2, 1, 1, 'b', 9, 'text', 'UTF-8', 'statute', 20, 3, 1, 'high', '[]', 'x');
                        UPDATE document SET version_id = id;
                        INSERT INTO review VALUES (1, 'a.txt', 'f1', 'confirmed', 'Ann', '2025-01-01', 'x'),
                          (2, 'a.txt', 'f1', 'rejected', 'Ann', '2025-01-02', 'x');
                        """)
                for (version, finding, band) in [(1, "f1", "high"), (1, "f2", "severe"), (2, "f1", "low")] {
                    try database.execute(
                        sql: """
                            INSERT INTO finding (version_id, position, block, rule, band, score, confidence, stance, start,
                              text, source_start, source_end, message, details, fingerprint)
                            SELECT ?1, count(*), 0, 'R1', ?3, 50, 0.5, 'asserted', 0, 't', 0, 1, 'm', '{}', ?2 FROM finding
                            """, arguments: [version, finding, band])
                }
            }
            func rows(_ sql: String) throws -> [[Int]] {
                try store.read {
                    try Row.fetchAll($0, sql: sql).map { row in
                        row.databaseValues.compactMap { Int.fromDatabaseValue($0) }
                    }
                }
            }
            #expect(
                try rows("SELECT year, documents, words, sentences, findings, findings_high FROM years") == [
                    [2001, 2, 30, 5, 2, 1]
                ])
            #expect(
                try rows("SELECT documents, findings FROM years_by_country ORDER BY country") == [[1, 1], [1, 1]])
        }
    }

    /// Makes a store and turns it into what an earlier version left.
    private func makeEarlierStore(_ sql: String) throws {
        let store = try Store(path: path, for: .creating(purpose: "test"))
        try store.write { try $0.execute(sql: sql) }
    }

    /// The view of years of the version before had a row for each country, and counted what reviewers dismissed.
    @Test func renewsTheViewsOfAnEarlierVersion() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeEarlierStore(
            """
            DELETE FROM grdb_migrations WHERE identifier LIKE '10:%';
            DROP VIEW years; DROP VIEW years_by_country;
            CREATE VIEW years AS SELECT year, country, count(*) AS documents FROM documents GROUP BY 1, 2;
            """)
        let store = try Store(path: path, for: .writing(purpose: "test"))
        let columns = try store.read { try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info('years')") }
        #expect(columns == ["year", "documents", "words", "sentences", "passages", "findings", "findings_high"])
    }

    @Test func bringsAStoreOfAnEarlierVersionUpToDate() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        // What the version before had: another name of a migration, and a trigger for the index of the text.
        try makeEarlierStore(
            """
            UPDATE grdb_migrations SET identifier = '2: events of reviews' WHERE identifier LIKE '3:%';
            DELETE FROM grdb_migrations WHERE identifier LIKE '5:%';
            CREATE TRIGGER block_indexed AFTER INSERT ON block BEGIN
              INSERT INTO block_text (rowid, text) VALUES (new.id, new.text);
            END;
            INSERT INTO event VALUES ('e', '2025-01-01', 'Ann', 'note', 'a.txt', 'CW01', 'f', '{}');
            """)
        #expect(
            message { _ = try Store(path: path, for: .reading) }
                .hasPrefix("store.db: the store was made by an earlier version of counterweight; run: "))
        do {
            let store = try Store(path: path, for: .writing(purpose: "test"))
            #expect(try store.read { try String.fetchAll($0, sql: "SELECT reviewer FROM event") } == ["Ann"])
            let triggers = "SELECT count(*) FROM sqlite_master WHERE name = 'block_indexed'"
            #expect(try store.read { try Int.fetchOne($0, sql: triggers) } == 0)
        }
        let store = try Store(path: path, for: .reading)
        #expect(try store.read { try Schema.appliedMigrations($0) } == Set(Schema.migrator.migrations))
    }

    @Test(arguments: ["{\"de\": \"Gesetz\"}", "[\"Gesetz\"]"])
    func refusesValuesThatAreNone(title: String) throws {
        try withStore { store in
            let lines = """
                {"table":"document","path":"a.txt","title":"Act","is_forgotten":0}
                {"table":"document","path":"b.txt","title":\(title),"is_forgotten":0}

                """
            #expect(
                message { _ = try StoreImport(store).read(["jsonl": Array(lines.utf8)]) }
                    == "document, line 2: column \"title\" holds a list or an object; columns hold texts, numbers and null"
            )
            let kept = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") }
            #expect(kept == 0)
            let read = try StoreImport(store).read(["jsonl": Array(lines.utf8.prefix { $0 != 0x0A })])
            #expect(read == 1)
        }
    }
}
