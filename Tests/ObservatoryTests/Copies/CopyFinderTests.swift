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

    /// The original of every copy by document, as a finder finds them in a new store.
    private func originals(_ finder: (Store) -> CopyFinder) throws -> [Int: Int] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        let sketcher = ClauseSketcher()
        try store.write { database in
            try database.execute(sql: "INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}')")
            for (index, clause) in Self.clauses.enumerated() {
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
                        """, arguments: [id, id, clause, sketcher.sketch(of: clause.utf8).map { Data($0) }])
            }
        }
        try finder(store).update()
        return try store.write { database in
            let rows = try Row.fetchAll(database, sql: "SELECT block_id, original_id FROM copy")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as Int) })
        }
    }

    @Test(arguments: [(1, 4_096), (3, 4_096), (2, 16)])
    func findsTheSameOnAnyThreadsAndInParts(threads: Int, batch: Int) throws {
        let found = try originals { CopyFinder($0, threads: threads, batch: batch) }
        #expect(found == Dictionary(uniqueKeysWithValues: (4...60).map { ($0, ($0 - 1) % 3 + 1) }))
    }
}
