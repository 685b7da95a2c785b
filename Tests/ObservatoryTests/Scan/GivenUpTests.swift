import Foundation
import GRDB
import Testing

@testable import Observatory

/// Which documents that were given up are tried again.
@Suite struct GivenUpTests {
    private func options(timeout: Double, memory: Int?, retry: Bool = false) -> Scan.Options {
        var options = Scan.Options()
        options.timeout = timeout
        options.memoryLimit = memory
        options.retry = retry
        return options
    }

    @Test func triesAgainWhereAScanAllowsMore() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("observatory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("store.db").path, for: .creating(purpose: "test"))
        try store.write { database in
            try database.execute(sql: "INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}')")
            func writer(_ options: Scan.Options) throws -> ScanWriter {
                try ScanWriter(database, engine: 1, run: 1, options: options)
            }
            let failure = WorkAnswer(
                sequence: 0, size: 9, modified: 9, outcome: .failed(.exhausting, message: "took too long"))
            try writer(options(timeout: 10, memory: 500)).write(
                failure, path: "a.txt", known: nil, metadata: StoredMetadata())
            func isGivenUp(_ options: Scan.Options) throws -> Bool {
                let writer = try writer(options)
                return writer.isGivenUp(try #require(try writer.known("a.txt")))
            }
            #expect(try isGivenUp(options(timeout: 10, memory: 500)))
            #expect(try isGivenUp(options(timeout: 5, memory: 400)))
            #expect(try !isGivenUp(options(timeout: 11, memory: 500)))
            #expect(try !isGivenUp(options(timeout: 10, memory: 501)))
            #expect(try !isGivenUp(options(timeout: 10, memory: nil)))
            #expect(try !isGivenUp(options(timeout: 10, memory: 500, retry: true)))
        }
    }
}
