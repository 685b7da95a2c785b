import Foundation
import TestSupport
import Testing

/// Many random changes of a long draft: the diagnostics are those of a fresh check, and memory does not grow.
///
/// `LSP_TEXT` (a file), `LSP_BYTES`, `LSP_EDITS`, `LSP_LEXICON=bundled` and `COUNTERWEIGHT_PROGRAM` make it as long as
/// wanted; it prints its figures. The draft that it makes up has a finding in every third line, far more than real ones.
@Suite struct LanguageServerEnduranceTests {
    private let folder: TemporaryFolder
    private let settings = ProcessInfo.processInfo.environment

    init() throws { folder = try TemporaryFolder() }

    private func number(_ name: String, _ fallback: Int) -> Int { settings[name].flatMap { Int($0) } ?? fallback }

    @Test func diagnosticsStayThoseOfAFreshCheck() throws {
        let edits = number("LSP_EDITS", 60)
        let lexicon = settings["LSP_LEXICON"] == "bundled" ? [] : Fixture.lexicon
        let client = try LanguageClient(lexicon, in: folder.url)
        let uri = folder.url.appendingPathComponent("a.txt").absoluteString
        var random = SeededGenerator(7)
        var lines = [String]()
        var size = 0
        if let file = settings["LSP_TEXT"] {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            lines = text.replacing("\r", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            size = text.utf8.count
        }
        while size < number("LSP_BYTES", 4_000) {
            lines.append(Self.line(&random))
            size += lines[lines.count - 1].utf8.count + 1
        }
        _ = try client.open(uri, lines.joined(separator: "\n"))

        var times: [Double] = []
        var memory: [Int] = []
        for edit in 1...edits {
            let line = random.number(0...(lines.count - 1))
            let bytes = Array(lines[line].utf8)
            // Words are separated by single spaces, so that a place before a word is never inside a character.
            let stops = [0] + bytes.indices.filter { bytes[$0] == 0x20 }.map { $0 + 1 } + [bytes.count]
            let ends = [random.pick(stops), random.pick(stops)].sorted()
            let text = random.pick(["", "so ", "shall block the site ", "é𝔘 ", "\n\n", "may not "])
            let started = ContinuousClock.now
            try client.change(
                uri, version: edit + 1,
                [
                    [
                        "range": [
                            "start": ["line": line, "character": ends[0]], "end": ["line": line, "character": ends[1]],
                        ], "text": text,
                    ]
                ])
            let found = try client.diagnostics(of: uri, version: edit + 1)
            times.append((ContinuousClock.now - started) / .milliseconds(1))
            let changed = bytes[..<ends[0]] + Array(text.utf8) + bytes[ends[1]...]
            lines.replaceSubrange(
                line...line,
                with: String(decoding: changed, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                    .map { String($0) })
            if edit % max(1, edits / 10) == 0 {
                memory.append(try residentKilobytes(client.processID))
                #expect(places(of: found) == (try freshPlaces(lines.joined(separator: "\n"), lexicon)))
            }
        }
        times.sort()
        print(
            "language server: \(edits) edits of \(size) bytes, answer \(times[edits / 2]) ms in the median, "
                + "\(times[edits * 95 / 100]) ms at 95 %, \(times[edits - 1]) ms at most; memory \(memory) kB")
        let first = try #require(memory.dropFirst().first)
        #expect(try #require(memory.last) < first + first / 10)
        #expect(try client.quit() == 0)
    }

    private static func line(_ random: inout SeededGenerator) -> String {
        let words = ["the", "office", "keeps", "a", "list", "of", "pages,", "é", "and", "privacy", "safety", "people"]
        switch random.number(0...9) {
        case 0, 1: return ""
        case 2: return "The office shall block the site."
        case 3: return "For national security, the Authority may block any website that it deems undesirable."
        default:
            return (0..<random.number(6...25)).map { _ in random.pick(words) }.joined(separator: " ") + "."
        }
    }

    private func places(of diagnostics: [[String: Any]]) -> [String] {
        diagnostics.map { item in
            let range = item["range"] as? [String: [String: Int]]
            let ends = ["start", "end"].flatMap { [range?[$0]?["line"] ?? -1, range?[$0]?["character"] ?? -1] }
            return "\(item["code"] ?? "") \(ends)"
        }.sorted()
    }

    private func freshPlaces(_ text: String, _ lexicon: [String]) throws -> [String] {
        let run = try CommandLineRun(
            ["check", "--format", "json", "--stdin-filename", "a.txt"] + lexicon, input: Data(text.utf8),
            in: folder.url)
        let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let findings = try #require(root?["findings"] as? [[String: Any]])
        let starts = [0] + text.utf8.enumerated().filter { $0.element == 0x0A }.map { $0.offset + 1 }
        func place(_ offset: Int) -> [Int] {
            var low = 0
            var high = starts.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= offset { low = middle } else { high = middle }
            }
            return [low, offset - starts[low]]
        }
        return try findings.map { finding in
            let span = try #require((finding["location"] as? [String: Any])?["byte"] as? [Int])
            return "\(finding["rule"] ?? "") \(place(span[0]) + place(span[1]))"
        }.sorted()
    }

    private func residentKilobytes(_ process: Int32) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
}
