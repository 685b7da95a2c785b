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

    @Test func bringsAStoreOfAnEarlierVersionUpToDate() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            // What the version before had: another name of a migration, and a trigger for the index of the text.
            let store = try Store(path: path, for: .creating(purpose: "test"))
            try store.write { database in
                try database.execute(
                    sql: """
                        UPDATE grdb_migrations SET identifier = '2: events of reviews' WHERE identifier LIKE '3:%';
                        DELETE FROM grdb_migrations WHERE identifier LIKE '5:%';
                        CREATE TRIGGER block_indexed AFTER INSERT ON block BEGIN
                          INSERT INTO block_text (rowid, text) VALUES (new.id, new.text);
                        END;
                        INSERT INTO event VALUES ('e', '2025-01-01', 'Ann', 'note', 'a.txt', 'CW01', 'f', '{}');
                        """)
            }
        }
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
