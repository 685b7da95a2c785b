import Foundation
import Testing

/// The language server, as an editor meets it.
@Suite struct LanguageServerTests {
    private let folder: TemporaryFolder
    private static let bad = "The office shall block the site."

    init() throws { folder = try TemporaryFolder() }

    private func client(
        encodings: [String] = ["utf-8"], capabilities: [String: Any] = [:], arguments: [String] = []
    ) throws -> LanguageClient {
        try LanguageClient(
            Fixture.lexicon + arguments, in: folder.url, encodings: encodings, capabilities: capabilities)
    }

    private func uri(_ name: String) -> String { folder.url.appendingPathComponent(name).absoluteString }

    private func codes(_ diagnostics: [[String: Any]]) -> [String] { diagnostics.compactMap { $0["code"] as? String } }

    private static func range(_ line: Int, _ start: Int, _ end: Int) -> [String: Any] {
        ["start": ["line": line, "character": start], "end": ["line": line, "character": end]]
    }

    private func start(of item: [String: Any]) -> [Int] {
        let start = (item["range"] as? [String: Any])?["start"] as? [String: Int]
        return [start?["line"] ?? -1, start?["character"] ?? -1]
    }

    @Test(arguments: [
        (["utf-16", "utf-8"], "utf-16", 21), (["utf-8", "utf-16"], "utf-8", 24), (["utf-32"], "utf-16", 21),
    ])
    func charactersAreCountedAsTheClientAsksFor(offered: [String], chosen: String, column: Int) throws {
        let client = try client(encodings: offered)
        let abilities = client.greeting["capabilities"] as? [String: Any]
        #expect(abilities?["positionEncoding"] as? String == chosen)
        let found = try client.open(uri("a.txt"), "First.\n\n𝔘é The office shall block the site.\n")
        #expect(codes(found) == ["CW04"])
        #expect(start(of: try #require(found.first)) == [2, column])
        #expect(try client.quit() == 0)
    }

    @Test func findingsFollowTheTextWhileItIsWritten() throws {
        let client = try client()
        let uri = uri("a.txt")
        #expect(codes(try client.open(uri, Self.bad)) == ["CW04"])
        try client.change(uri, version: 2, [["range": Self.range(0, 17, 22), "text": "visit"]])
        #expect(codes(try client.diagnostics(of: uri, version: 2)) == [])
        try client.change(
            uri, version: 3,
            [["range": Self.range(0, 17, 22), "text": "unblock"], ["range": Self.range(0, 17, 19), "text": ""]])
        #expect(codes(try client.diagnostics(of: uri, version: 3)) == ["CW04"])
        try client.change(uri, version: 4, [["text": ""]])
        #expect(codes(try client.diagnostics(of: uri, version: 4)) == [])
        try client.notify("textDocument/didClose", ["textDocument": ["uri": uri]])
        #expect(try client.diagnostics(of: uri, version: nil).isEmpty)
        #expect(try client.quit() == 0)
    }

    @Test func aBurstOfChangesIsJudgedOnce() throws {
        let client = try client()
        let uri = uri("a.txt")
        _ = try client.open(uri, Self.bad)
        let burst = try (2...50).map { version in
            try LanguageClient.message([
                "method": "textDocument/didChange",
                "params": [
                    "textDocument": ["uri": uri, "version": version],
                    "contentChanges": [["range": Self.range(0, 0, 0), "text": "So. "]],
                ],
            ])
        }
        try client.send(burst)
        let next = try client.notification("textDocument/publishDiagnostics")
        #expect(next["version"] as? Int == 50)
    }

    @Test func aRequestThatIsTakenBackIsNotWorkedOff() throws {
        let client = try client()
        let uri = uri("a.txt")
        _ = try client.open(uri, Self.bad)
        let position: [String: Any] = ["textDocument": ["uri": uri], "position": ["line": 0, "character": 20]]
        try client.send([
            try LanguageClient.message(["id": 70, "method": "textDocument/hover", "params": position]),
            try LanguageClient.message(["id": 71, "method": "textDocument/hover", "params": position]),
            try LanguageClient.message(["method": "$/cancelRequest", "params": ["id": 71]]),
        ])
        #expect(try client.answer(to: 70)["result"] is [String: Any])
        #expect((try client.answer(to: 71)["error"] as? [String: Any])?["code"] as? Int == -32800)
    }

    @Test func hoverTellsReasonAndNorm() throws {
        let client = try client(capabilities: ["textDocument": ["hover": ["contentFormat": ["markdown"]]]])
        let uri = uri("a.txt")
        _ = try client.open(uri, Self.bad)
        func hover(_ character: Int) throws -> Any? {
            try client.request(
                "textDocument/hover",
                ["textDocument": ["uri": uri], "position": ["line": 0, "character": character]])["result"]
        }
        let contents = (try hover(20) as? [String: Any])?["contents"] as? [String: String]
        let text = try #require(contents?["value"])
        #expect(contents?["kind"] == "markdown")
        for part in ["**CW04", "**Why:**", "**Norms:**", "**Reword:**"] { #expect(text.contains(part)) }
        #expect(try hover(2) is NSNull)
    }

    @Test(arguments: ["p", "td", "li"]) func aSuppressionComesWithItsReasonAndWorks(tag: String) throws {
        let client = try client()
        let uri = uri("a.html")
        let html = "<\(tag)>First.</\(tag)>\n<\(tag)>\(Self.bad)</\(tag)>\n"
        #expect(codes(try client.open(uri, html, language: "html")) == ["CW04"])
        let actions = try self.actions(client, uri, Self.range(1, 24, 24))
        #expect(
            actions.map { $0["title"] as? String } == [
                "Suppress CW04 here: misread", "Suppress CW04 here: intended", "Explain CW04",
            ])
        let changes = ((actions.first?["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]])?[uri]
        let edit = try #require(changes?.first)
        #expect(
            edit["newText"] as? String == "<!-- counterweight ignore-next CW04: the words are misread here -->")
        try client.change(
            uri, version: 2, [["range": try #require(edit["range"]), "text": try #require(edit["newText"])]])
        #expect(try client.diagnostics(of: uri, version: 2).isEmpty)
        #expect(try self.actions(client, uri, Self.range(1, 0, 90)).isEmpty)
    }

    @Test func plainTextIsSuppressedInTheSideFile() throws {
        try folder.write(".counterweight.yaml", "suppressions: known.yaml\n")
        try folder.write("known.yaml", "suppressions:\n  - fingerprint: \"0\"\n    reason: old\n")
        let client = try client()
        let uri = uri("a.txt")
        #expect(codes(try client.open(uri, Self.bad)) == ["CW04"])
        let action = try #require(try actions(client, uri, Self.range(0, 20, 20)).first)
        let changes = (action["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]]
        let text = try #require(changes?[self.uri("known.yaml")]?.first?["newText"] as? String)
        let known = folder.url.appendingPathComponent("known.yaml")
        try (String(contentsOf: known, encoding: .utf8) + text).write(to: known, atomically: true, encoding: .utf8)
        try client.notify("textDocument/didSave", ["textDocument": ["uri": self.uri("known.yaml")]])
        #expect(try client.diagnostics(of: uri, version: 1).isEmpty)
        let run = try CommandLineRun(["check", "a.txt"] + Fixture.lexicon, in: folder.url)
        #expect(run.code == 2)
        try folder.write("a.txt", Self.bad)
        #expect(try CommandLineRun(["check", "a.txt"] + Fixture.lexicon, in: folder.url).code == 0)
    }

    @Test func whatReviewersDismissedIsNotMarked() throws {
        try folder.judge(Self.bad)
        try folder.decide("reviews/d1", "dismiss", by: "ann", more: ["alone": true])
        try folder.write(".counterweight.yaml", "decisions: reviews/d1.json\n")
        let client = try client()
        #expect(codes(try client.open(uri("other.txt"), Self.bad + " Or not.")) == ["CW04"])
        #expect(codes(try client.open(uri("draft.txt"), Self.bad + "\n\nOther words.")) == [])
    }

    @Test func explainShowsTheRule() throws {
        let client = try client()
        let answer = try client.request(
            "workspace/executeCommand", ["command": "counterweight.explain", "arguments": ["CW04"]])
        #expect((answer["result"] as? String)?.hasPrefix("**CW04") == true)
        let shown = try client.notification("window/showMessage")
        #expect((shown["message"] as? String)?.hasPrefix("CW04") == true)
    }

    @Test func settingsHoldAndMayChangeMeanwhile() throws {
        try folder.write(".counterweight.yaml", "ignore: CW04\n")
        let client = try client()
        let uri = uri("a.txt")
        #expect(codes(try client.open(uri, Self.bad)) == [])
        try folder.write(".counterweight.yaml", "ignore: CW02\n")
        let saved = ["textDocument": ["uri": self.uri(".counterweight.yaml")]]
        try client.notify("textDocument/didSave", saved)
        #expect(codes(try client.diagnostics(of: uri, version: 1)) == ["CW04"])
        try folder.write(".counterweight.yaml", "ignor: CW02\n")
        try client.notify("textDocument/didSave", saved)
        let told = try client.notification("window/showMessage")
        #expect((told["message"] as? String)?.contains("unknown key \"ignor\"") == true)
        #expect(codes(try client.diagnostics(of: uri, version: 1)) == ["CW04"])
    }

    @Test func whatDoesNotFitIsAnsweredAndEndsNothing() throws {
        let client = try client()
        func code(_ answer: [String: Any]) -> Int? { (answer["error"] as? [String: Any])?["code"] as? Int }
        #expect(code(try client.request("textDocument/rename", [:])) == -32601)
        #expect(code(try client.request("textDocument/hover", ["position": ["line": 0, "character": 0]])) == -32602)
        #expect(code(try client.request("initialize", [:])) == -32600)
        try client.send([Data("{".utf8)])
        try client.notify("textDocument/didChange", ["textDocument": ["uri": "x"], "contentChanges": [["text": "y"]]])
        #expect(codes(try client.open(uri("a.txt"), Self.bad)) == ["CW04"])
        #expect(try client.quit() == 0)
    }

    @Test func aStreamWithoutLengthsIsAnError() throws {
        let run = try CommandLineRun(["lsp"], input: Data("hello\n\nworld".utf8))
        #expect(run.errors.hasPrefix("counterweight: error: standard input: a header has no Content-Length: \"hello\""))
        #expect(run.code == 2)
    }

    private func actions(_ client: LanguageClient, _ uri: String, _ range: [String: Any]) throws -> [[String: Any]] {
        let answer = try client.request(
            "textDocument/codeAction",
            ["textDocument": ["uri": uri], "range": range, "context": ["diagnostics": [Any]()]])
        return try #require(answer["result"] as? [[String: Any]])
    }
}
