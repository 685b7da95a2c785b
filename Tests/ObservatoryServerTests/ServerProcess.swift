import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The program as it serves a store.
final class ServerProcess: @unchecked Sendable {
    private static let token = "a-token-that-nobody-guesses"
    private let process = Process()
    private let address: String

    struct NotStarted: Error {}

    init(store: String) throws {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = own.appendingPathComponent("counterweight-observatory")
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        process.executableURL =
            FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : root.appendingPathComponent(".build/debug/counterweight-observatory")
        process.arguments = ["serve", store, "--port", "0", "--rate", "100000"]
        process.environment = ProcessInfo.processInfo.environment.merging(["COUNTERWEIGHT_TOKEN": Self.token]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var line = Data()
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        address = String(decoding: line, as: UTF8.self)
        guard address.hasPrefix("http://127.0.0.1:") else { throw NotStarted() }
    }

    /// Comments on the first finding; the status of the answer.
    func comment(_ id: String, by person: String) async throws -> Int {
        guard let url = URL(string: address + "api/decisions") else { throw NotStarted() }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("Bearer \(Self.token)", forHTTPHeaderField: "Authorization")
        request.setValue(person, forHTTPHeaderField: "X-Reviewer")
        request.httpBody = Data(
            #"{"id":"\#(id)","kind":"comment","path":"b.txt","fingerprint":"ff","text":"words"}"#.utf8)
        let (_, response) = try await URLSession.shared.data(for: request)
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }

    /// Ends it as a loss of power would.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Asks it to end; how it did.
    func end() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
