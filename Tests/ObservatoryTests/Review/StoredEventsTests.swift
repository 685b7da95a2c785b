import Foundation
import GRDB
import Review
import Testing
import TextModel

@testable import Observatory

@Suite struct StoredEventsTests {
    /// What three reviewers do to two findings, one after the other: also what they may not, and nonsense.
    private static func events(seed: UInt64) throws -> [DecisionEvent] {
        var generator = SplitMix(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values[Int(generator.next() % UInt64(values.count))] }
        var events: [DecisionEvent] = []
        for number in 10..<34 {
            let kind = pick(["accept", "dismiss", "band", "comment", "undo", "undo"])
            var members: [String: JSONValue] = [
                "id": .string("e\(number)"), "at": .string("2026-01-01T00:00:\(number).000Z"), "kind": .string(kind),
                "by": .string(pick(["ann", "bo", "çem"])), "rule": .string("CW04"), "judged": .string("high"),
                "fingerprint": .string(pick(["f", "g"])), "document": .object(["path": .string("a.txt")]),
            ]
            if kind == "band" { members["band"] = .string(pick(["none", "high"])) }
            if kind == "undo" {
                guard let undone = events.randomElement(using: &generator) else { continue }
                members["undoes"] = .string(undone.id)
                members["fingerprint"] = .string(undone.fingerprint)
            }
            events.append(try DecisionEvent(.object(members)))
        }
        return events
    }

    /// The view says of every finding what the decisions say when they are read as a file.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func theViewFollowsFromTheEvents(seed: UInt64) throws {
        let events = try Self.events(seed: seed)
        try check(events, arriving: events)
        // A decision that comes in late was made when it was made.
        let decisions = events.filter { $0.kind != .undo }
        try check(decisions, arriving: decisions.reversed())
    }

    private func check(_ events: [DecisionEvent], arriving: [DecisionEvent]) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("events-\(UUID().uuidString).db").path
        defer { for end in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try Store(path: path, for: .creating(purpose: "test"))
        for event in arriving { #expect(try StoredEvents(store).add([event]) == 1) }
        let told = try store.read { database in
            try Row.fetchAll(database, sql: "SELECT fingerprint, decision FROM decisions").map {
                [$0[0], $0[1]] as [String]
            }
        }
        let state = ReviewState(events).entries.filter { !$0.opinions.isEmpty }.map { entry in
            [entry.subject.fingerprint, entry.settled.map { $0 ? "accepted" : "dismissed" } ?? "disputed"]
        }
        #expect(told.sorted { $0[0] < $1[0] } == state)
    }
}
