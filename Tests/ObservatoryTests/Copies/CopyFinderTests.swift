import Foundation
import GRDB
import Testing

@testable import Observatory

@Suite struct CopyFinderTests {
    /// Clauses of sixty documents, one each: twenty of every family are the same but for the last word of every third.
    private static let clauses = (1...60).map { number in
        let family = (0..<30).map { "word\((number % 3) * 1_000 + $0)" }.joined(separator: " ")
        return number % 9 == 0 ? "\(family) otherwise" : family
    }

    /// The original of every copy by document, as they are found in a new store of documents with one clause each.
    private func originals(of clauses: [(text: String, sketch: [UInt8]?)]) throws -> [Int: Int] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        try store.write { database in
            try database.execute(sql: "INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}')")
            for (index, clause) in clauses.enumerated() {
                let id = index + 1
                let path = String(format: "%03d.txt", id)
                try database.execute(
                    sql: "INSERT INTO document (id, path, year) VALUES (?, ?, 2000)", arguments: [id, path])
                try database.execute(
                    sql: """
                        INSERT INTO version (id, document_id, number, engine_id, sha256, bytes, format, encoding, kind, words,
                          sentences, passages, band, notes, digest)
                        VALUES (?, ?, 1, 1, 'aa', 9, 'text', 'UTF-8', 'statute', 30, 1, 1, 'none', '[]', 'x')
                        """, arguments: [id, id])
                try database.execute(sql: "UPDATE document SET version_id = ? WHERE id = ?", arguments: [id, id])
                try database.execute(
                    sql: """
                        INSERT INTO block (id, version_id, position, kind, level, is_quoted, is_boilerplate, source_start,
                          source_end, text, sentences, sketch)
                        VALUES (?, ?, 0, 'paragraph', 0, 0, 0, 0, 9, ?, 1, ?)
                        """, arguments: [id, id, clause.text, clause.sketch.map { Data($0) }])
            }
        }
        try CopyFinder(store).update()
        return try store.write { database in
            let rows = try Row.fetchAll(database, sql: "SELECT block_id, original_id FROM copy")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as Int) })
        }
    }

    @Test func findsTheFirstOfEachFamily() throws {
        let sketcher = ClauseSketcher()
        let found = try originals(of: Self.clauses.map { ($0, sketcher.sketch(of: $0.utf8)) })
        #expect(found == Dictionary(uniqueKeysWithValues: (4...60).map { ($0, ($0 - 1) % 3 + 1) }))
    }

    /// Two equal texts whose sketches agree in their first slots, which are a band and more.
    @Test(arguments: [(2, false), (6, false), (7, true), (16, true)])
    func comparesOnlyClausesThatAgreeInSevenSlots(agreeing: Int, areCopies: Bool) throws {
        let one = (0..<32).map { UInt8($0) }
        let other = (0..<32).map { UInt8($0 < 2 * agreeing ? $0 : $0 + 100) }
        let found = try originals(of: [(Self.clauses[0], one), (Self.clauses[0], other), (Self.clauses[0], nil)])
        #expect(found == (areCopies ? [2: 1] : [:]))
    }
}
