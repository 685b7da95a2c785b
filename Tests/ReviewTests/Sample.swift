import Foundation
import Testing
import TextModel

@testable import Review

/// Events to try things on.
enum Sample {
    static func event(
        _ id: String, _ kind: String, by reviewer: String, finding: String, rule: String = "CW04",
        path: String = "a.txt",
        hash: String = "00", exact: String = "block any site", prefix: String = "may ", suffix: String = " it likes",
        more: [String: JSONValue] = [:]
    ) throws -> DecisionEvent {
        var members: [String: JSONValue] = [
            "id": .string(id), "at": .string("2026-01-01T00:00:0\(id.suffix(1)).000Z"), "by": .string(reviewer),
            "kind": .string(kind), "rule": .string(rule), "fingerprint": .string(finding), "judged": .string("high"),
            "document": .object(["path": .string(path), "sha256": .string(hash)]),
            "selector": .object([
                "type": .string("TextQuoteSelector"), "exact": .string(exact), "prefix": .string(prefix),
                "suffix": .string(suffix),
                "position": .object([
                    "type": .string("TextPositionSelector"), "start": .number(4), "end": .number(18),
                ]),
            ]),
        ]
        members.merge(more) { $1 }
        return try DecisionEvent(.object(members))
    }

    /// A table that the tests of the page read too.
    static func cases(_ name: String) throws -> [JSONValue] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let bytes = try Data(contentsOf: folder.appendingPathComponent("Cases/\(name).json"))
        return try #require(try JSONParser.value(of: Array(bytes)).elements)
    }

    /// Events of every kind with texts that formats trip over; the same for the same seed.
    static func events(_ count: Int, seed: UInt64) -> [DecisionEvent] {
        var generator = SplitMix(seed: seed)
        let texts = [
            "plain", "two\nlines", "tab\there", "T1\tCW04 0 3\tfake", "quote \" and \\ slash", "é 🏛 עברית", "# note",
            "  spaces  ",
            "<script>", "\u{202E}turned",
        ]
        func pick<Value>(_ values: [Value]) -> Value { values[Int(generator.next() % UInt64(values.count))] }
        var events: [DecisionEvent] = []
        for index in 0..<count {
            let kind = pick(["accept", "dismiss", "band", "comment", "add", "undo"])
            var members: [String: JSONValue] = [
                "id": .string("e\(index)"), "at": .string("2026-01-01T00:00:\(10 + index % 50).000Z"),
                "by": .string(pick(["ann", "bo\tb", "çem"])), "kind": .string(kind), "lexicon": .string("abc"),
            ]
            if kind == "undo" {
                guard let target = events.last(where: { $0.kind != .undo }) else { continue }
                members["undoes"] = .string(target.id)
                // Written after what it takes back.
                members["at"] = .string("2026-01-01T00:01:\(10 + index % 50).000Z")
            } else {
                members["rule"] = .string(pick(["CW04", "CW05", "my rule"]))
                members["fingerprint"] = .string(pick(["x", "y", "y-2"]))
                members["document"] = .object([
                    "path": .string(pick(["a.txt", "b/c d.html"])), "sha256": .string("00"),
                ])
                members["selector"] = .object([
                    "type": .string("TextQuoteSelector"), "exact": .string(pick(texts)), "prefix": .string(pick(texts)),
                    "suffix": .string(pick(["", "after"])), "own": .bool(true),
                ])
                if kind == "band" { members["band"] = .string(pick(["none", "low", "severe"])) }
                if kind == "dismiss" { members["reason"] = .string(pick(["other-sense", "other"])) }
                if generator.next() % 2 == 0 { members["text"] = .string(pick(texts)) }
                if generator.next() % 3 == 0 {
                    members["unknown"] = .array([.number(1.5), .null, .string(pick(texts))])
                }
            }
            if let event = try? DecisionEvent(.object(members)) { events.append(event) }
        }
        return events
    }
}
