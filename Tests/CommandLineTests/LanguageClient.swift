import Foundation
import Testing

/// An editor that talks with the language server over pipes. Every read blocks until the server has spoken.
final class LanguageClient {
    private let process = Process()
    private let toServer = Pipe()
    private let fromServer = Pipe()
    private var received = Data()
    private var lastID = 0
    /// Notifications that came while an answer was awaited, oldest first.
    private var notifications: [[String: Any]] = []

    /// Starts the server and says hello.
    init(
        _ arguments: [String], in folder: URL, encodings: [String] = ["utf-8"],
        capabilities: [String: Any] = [:]
    ) throws {
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = CommandLineRun.program
        process.arguments = ["lsp"] + arguments
        process.currentDirectoryURL = folder
        process.standardInput = toServer
        process.standardOutput = fromServer
        try process.run()
        var all = capabilities
        all["general"] = ["positionEncodings": encodings]
        let hello: [String: Any] = [
            "processId": NSNull(), "rootUri": folder.absoluteString, "capabilities": all,
        ]
        greeting = try #require(try request("initialize", hello)["result"] as? [String: Any])
        try notify("initialized", [:])
    }

    deinit { if process.isRunning { process.terminate() } }

    /// What the server said of itself.
    private(set) var greeting: [String: Any] = [:]

    /// Number of the server's process.
    var processID: Int32 { process.processIdentifier }

    /// Sends a request and waits for its answer.
    func request(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
        try answer(to: try ask(method, parameters))
    }

    /// Sends a request without waiting; its id.
    func ask(_ method: String, _ parameters: [String: Any]) throws -> Int {
        lastID += 1
        try send([Self.message(["id": lastID, "method": method, "params": parameters])])
        return lastID
    }

    /// Waits for the answer to a request.
    func answer(to id: Int) throws -> [String: Any] {
        while true {
            let message = try read()
            if message["id"] as? Int == id { return message }
            notifications.append(message)
        }
    }

    /// Sends a notification.
    func notify(_ method: String, _ parameters: [String: Any]) throws {
        try send([Self.message(["method": method, "params": parameters])])
    }

    /// Sends several messages in one piece.
    func send(_ messages: [Data]) throws {
        var bytes = Data()
        for message in messages { bytes += Data("Content-Length: \(message.count)\r\n\r\n".utf8) + message }
        try toServer.fileHandleForWriting.write(contentsOf: bytes)
    }

    static func message(_ members: [String: Any]) throws -> Data {
        try JSONSerialization.data(withJSONObject: members.merging(["jsonrpc": "2.0"]) { $1 })
    }

    /// Opens a draft; its diagnostics.
    func open(_ uri: String, _ text: String, language: String = "plaintext") throws -> [[String: Any]] {
        let document: [String: Any] = ["uri": uri, "languageId": language, "version": 1, "text": text]
        try notify("textDocument/didOpen", ["textDocument": document])
        return try diagnostics(of: uri, version: 1)
    }

    /// Changes a draft.
    func change(_ uri: String, version: Int, _ changes: [[String: Any]]) throws {
        let document: [String: Any] = ["uri": uri, "version": version]
        try notify("textDocument/didChange", ["textDocument": document, "contentChanges": changes])
    }

    /// Waits for the diagnostics of a version.
    func diagnostics(of uri: String, version: Int?) throws -> [[String: Any]] {
        let found = try notification("textDocument/publishDiagnostics") {
            $0["uri"] as? String == uri && $0["version"] as? Int == version
        }
        return try #require(found["diagnostics"] as? [[String: Any]])
    }

    /// Waits for a notification; earlier ones of the same kind are dropped.
    func notification(_ method: String, where fits: ([String: Any]) -> Bool = { _ in true }) throws -> [String: Any] {
        while true {
            let message = try notifications.isEmpty ? read() : notifications.removeFirst()
            guard message["method"] as? String == method else { continue }
            if let parameters = message["params"] as? [String: Any], fits(parameters) { return parameters }
        }
    }

    /// Says goodbye; the exit code.
    func quit() throws -> Int32 {
        _ = try request("shutdown", [:])
        try notify("exit", [:])
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func read() throws -> [String: Any] {
        let separator = Data("\r\n\r\n".utf8)
        var end = received.range(of: separator)
        while end == nil {
            try fill()
            end = received.range(of: separator)
        }
        let header = try #require(end)
        let text = String(decoding: received[..<header.lowerBound], as: UTF8.self)
        let length = try #require(text.split(separator: " ").last.flatMap { Int($0) })
        while received.count < received.distance(from: received.startIndex, to: header.upperBound) + length {
            try fill()
        }
        let body = received[header.upperBound..<(header.upperBound + length)]
        let value = try JSONSerialization.jsonObject(with: Data(body))
        received = Data(received[(header.upperBound + length)...])
        return try #require(value as? [String: Any])
    }

    private func fill() throws {
        let more = fromServer.fileHandleForReading.availableData
        try #require(!more.isEmpty, "the server has gone")
        received += more
    }
}
