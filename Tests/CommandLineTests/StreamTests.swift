import Foundation
import Testing

@Suite struct StreamTests {
    private func stream(_ lines: String..., options: [String] = []) throws -> (answers: [[String: Any]], code: Int32) {
        let input = Data((lines.joined(separator: "\n") + "\n").utf8)
        let run = try CommandLineRun(["stream"] + options + Fixture.lexicon, input: input)
        let answers = try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        return (answers, run.code)
    }

    @Test func answersEveryLineInOrderWhateverItHolds() throws {
        let html = Data("<p>The office shall block the site.</p>".utf8).base64EncodedString()
        let (answers, code) = try stream(
            #"{"id": "a", "text": "The office shall block the site."}"#,
            #"{"id": "b", "text": 5}"#,
            "no JSON",
            #"{"id": 7, "base64": "\#(html)", "media_type": "text/html; charset=utf-8"}"#,
            #"{"id": "d", "base64": "???"}"#,
            #"{"id": "e", "text": "The office shall block the site.", "metadata": {"kind": "poem"}}"#,
            #"{"id": "f", "text": ""}"#,
            "[1]",
            #"{"id": "g", "text": "The office shall block the site."}"#)
        #expect(code == 0)
        #expect(answers.map { $0["id"] as? String } == ["a", "b", nil, "7", "d", "e", "f", nil, "g"])
        #expect(
            answers.map { $0["error"] as? String } == [
                nil, "line 2: holds no document; put it into text or base64",
                "line 3: byte 0: no JSON value begins so", nil, "line 5: base64 is broken",
                "line 6: \"poem\" is no kind of document; known: statute, strategy, speech, critique, rights, terms, technical, transcript, press, guidance, other",
                "f: the file is empty; there is nothing to read", "line 8: is no JSON object", nil,
            ])
        for index in [0, 3, 8] {
            let findings = try #require(answers[index]["findings"] as? [[String: Any]])
            #expect(findings.contains { $0["rule"] as? String == "CW04" })
        }
        #expect(answers[0]["digest"] as? String == answers[8]["digest"] as? String)
    }

    @Test func findsWhatScanFinds() throws {
        let corpus = try ScanCorpus(documents: 4)
        _ = try corpus.scan("a.db")
        let (answers, _) = try stream(
            String(
                decoding: try JSONSerialization.data(withJSONObject: ["id": "x", "text": ScanCorpus.text(2)]),
                as: UTF8.self))
        let digest = try #require(answers[0]["digest"] as? String)
        let version = try #require(try corpus.rows("version", in: "a.db").first { $0.contains("law2.txt") })
        #expect(version.contains("\"digest\":\"\(digest)\""))
    }

    @Test func refusesAnEndlessLineAndGoesOn() throws {
        let long = #"{"id": "a", "text": "\#(String(repeating: "x ", count: 100_000))"}"#
        let (answers, code) = try stream(
            long, #"{"id": "b", "text": "Safe."}"#, options: ["--max-bytes", "100"])
        #expect(code == 0)
        #expect(answers[0]["error"] as? String == "line 1: is longer than 66136 bytes; split the document")
        #expect(answers[1]["id"] as? String == "b")
        #expect(answers[1]["error"] is NSNull)
    }
}
