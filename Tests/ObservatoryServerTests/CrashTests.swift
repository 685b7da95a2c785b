import Foundation
import GRDB
import Testing

@testable import Observatory

/// The program itself, ended in the middle of its work.
@Suite struct CrashTests {
    /// Writes decisions over several connections, kills the server, and looks for each that was acknowledged.
    @Test func aKilledServerHasLostNothingThatItAcknowledged() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("crash-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("store.db").path
        try SampleStore.make(at: path)
        let server = try ServerProcess(store: path)
        let acknowledged = try await withThrowingTaskGroup(of: [String].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var known: [String] = []
                    var count = 0
                    // Ends when the server does.
                    while let status = try? await server.comment(
                        "w\(writer)-\(100_000 + count)", by: "writer \(writer)")
                    {
                        if status == 201 { known.append("w\(writer)-\(100_000 + count)") }
                        count += 1
                        if writer == 0, count == 40 { server.kill() }
                    }
                    return known
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(acknowledged.count >= 39)
        let store = try Store(path: path, for: .writing(purpose: "test"))
        let kept = try StoredEvents(store).all().map(\.id)
        #expect(Set(acknowledged).isSubset(of: kept))
        #expect(Set(kept).count == kept.count)
    }

    @Test func endsCleanlyWhenAsked() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("crash-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("store.db").path
        try SampleStore.make(at: path)
        let server = try ServerProcess(store: path)
        #expect(try await server.comment("w0-000001", by: "Ann") == 201)
        #expect(server.end() == 0)
        #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
        #expect(try StoredEvents(Store(path: path, for: .reading)).all().map(\.id) == ["w0-000001"])
    }
}
