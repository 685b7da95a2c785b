import Testing
import TextModel

@testable import Review

@Suite struct MergeTests {
    private func file(_ events: DecisionEvent...) throws -> DecisionFile { try DecisionFile(events: events) }

    @Test func unionKeepsEverythingOnce() throws {
        let all = Sample.events(60, seed: 11)
        let base = try DecisionFile(events: Array(all[..<20]))
        let ours = try DecisionFile(events: Array(all[..<40]))
        let theirs = try DecisionFile(events: Array(all[..<20]) + Array(all[40...]))
        for merge in [
            DecisionMerge(base: base, ours: ours, theirs: theirs), DecisionMerge(base: nil, ours: theirs, theirs: ours),
        ] {
            #expect(merge.collisions.isEmpty)
            #expect(merge.merged.events == (try DecisionFile(events: all).events))
        }
    }

    @Test func aSideThatDroppedOrEditedAnEventWinsOverOneThatLeftItAlone() throws {
        let (one, two) = (
            try Sample.event("1", "accept", by: "a", finding: "x"),
            try Sample.event("2", "accept", by: "a", finding: "y")
        )
        let edited = try Sample.event("2", "dismiss", by: "a", finding: "y")
        let merge = DecisionMerge(base: try file(one, two), ours: try file(two), theirs: try file(one, edited))
        #expect(merge.merged.events == [edited])
        #expect(merge.collisions.isEmpty)
    }

    @Test func chooseNeitherWhereBothChangedAnEvent() throws {
        let before = try Sample.event("1", "accept", by: "a", finding: "x")
        let ours = try Sample.event("1", "dismiss", by: "a", finding: "x")
        let theirs = try Sample.event("1", "comment", by: "a", finding: "x")
        let merge = DecisionMerge(base: try file(before), ours: try file(ours), theirs: try file(theirs))
        #expect(merge.merged.events == [before])
        #expect(merge.collisions == [.init(id: "1", ours: ours, theirs: theirs)])
        #expect(DecisionMerge(base: nil, ours: try file(ours), theirs: try file(theirs)).merged.events.isEmpty)
        #expect(DecisionMerge(base: try file(before), ours: try file(ours), theirs: try file()).collisions.count == 1)
        #expect(throws: DecisionFile.Malformed.self) { try file(ours, theirs) }
    }

    @Test func undoTakesBackAndTheOneBeforeHoldsAgain() throws {
        let state = ReviewState([
            try Sample.event("1", "accept", by: "a", finding: "x"),
            try Sample.event("2", "dismiss", by: "a", finding: "x"),
            try DecisionEvent(
                .object([
                    "id": .string("3"), "at": .string("2026-01-02"), "by": .string("a"), "kind": .string("undo"),
                    "undoes": .string("2"),
                ])),
        ])
        #expect(state.entries.map(\.settled) == [true])
    }

    private func target(_ name: String, hash: String = "11", exact: String = "block any site", path: String = "a.txt")
        -> AnchorTarget
    {
        AnchorTarget(
            subject: .init(path: path, rule: "CW04", fingerprint: name), hash: hash,
            quote: QuoteSelector(exact: exact, prefix: "may ", suffix: " it likes"))
    }

    @Test func keepsAPlaceOnlyWhereItIsCertain() throws {
        let event = try Sample.event("1", "accept", by: "a", finding: "x")
        // The same name once in a changed document; the same words once under another name.
        #expect(Anchoring([target("x")]).place([event]).placed == [event])
        let moved = Anchoring([target("n")]).place([event])
        #expect(moved.moved == 1 && moved.placed.map(\.fingerprint) == ["n"] && moved.placed.map(\.hash) == ["11"])
        // Two that are equal, none, and one in another document.
        for targets in [[target("x"), target("x-2")], [target("n"), target("o")], [], [target("x", path: "b.txt")]] {
            let result = Anchoring(targets).place([event])
            #expect(result.placed.isEmpty && result.orphans.count == 1, "\(targets)")
        }
        // Two equal ones in the bytes that were judged are told apart by their order.
        let same = [target("x", hash: "00"), target("x-2", hash: "00")]
        #expect(Anchoring(same).place([event]).placed == [event])
        #expect(Anchoring([target("x"), target("x-2")]).place([event]).orphans[0].candidates.count == 2)
    }

    @Test func findsTheWordsOfAStoreInItsText() throws {
        let event = try Sample.event("1", "accept", by: "a", finding: "x")
        let bare = AnchorTarget(
            subject: .init(path: "a.txt", rule: "CW04", fingerprint: "n"), hash: "11",
            quote: QuoteSelector(exact: "block any site", prefix: "", suffix: ""))
        let once = "The Authority may  block any site it likes."
        #expect(Anchoring([bare], texts: ["a.txt": once]).place([event]).placed.map(\.fingerprint) == ["n"])
        #expect(Anchoring([bare], texts: ["a.txt": once + once]).place([event]).orphans.count == 1)
        #expect(Anchoring([bare], texts: ["a.txt": "It may block any site at all."]).place([event]).orphans.count == 1)
    }
}
