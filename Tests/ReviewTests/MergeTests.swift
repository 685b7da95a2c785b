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

    @Test func nobodyTakesBackWhatAnotherDecided() throws {
        let undo = JSONValue.object([
            "id": .string("2"), "at": .string("2026-01-02"), "by": .string("mallory"), "kind": .string("undo"),
            "undoes": .string("1"),
        ])
        let state = ReviewState([try Sample.event("1", "accept", by: "ann", finding: "x"), try DecisionEvent(undo)])
        #expect(state.entries.map(\.settled) == [true])
        #expect(state.reviewers == ["ann"])
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

    @Test func staysInItsDocumentWhichTheBytesTellWhereThePathDiffers() throws {
        let event = try Sample.event("1", "accept", by: "a", finding: "x")
        let renamed = Anchoring([target("x", hash: "00", path: "b.txt")]).place([event])
        #expect(renamed.moved == 1 && renamed.placed.map(\.path) == ["b.txt"])
        // Where the document is there under its own path, it keeps the decision.
        let both = [target("x", hash: "00", path: "b.txt"), target("x", path: "a.txt")]
        #expect(Anchoring(both).place([event]).placed == [event])
        // Of two copies none is chosen, and a document without findings is known too.
        let copies = [target("x", hash: "00", path: "b.txt"), target("x", hash: "00", path: "c.txt")]
        #expect(Anchoring(copies).place([event]).orphans[0].candidates.count == 2)
        let added = try Sample.event("2", "add", by: "a", finding: "")
        #expect(Anchoring([], documents: ["a.txt": "11"]).place([added]).placed == [added])
        #expect(Anchoring([], documents: ["b.txt": "00"]).place([added]).placed.map(\.path) == ["b.txt"])
        #expect(Anchoring([target("x", path: "b.txt")]).place([added]).orphans.count == 1)
    }

    @Test func doesNotTakeTheEqualOfAPassageThatIsGone() throws {
        let event = try Sample.event("1", "accept", by: "a", finding: "x")
        let alone = try Sample.event("1", "accept", by: "a", finding: "x", more: ["alone": .bool(true)])
        func place(_ event: DecisionEvent, prefix: String, suffix: String, hash: String = "11") -> Int {
            let quote = QuoteSelector(exact: "block any site", prefix: prefix, suffix: suffix)
            let target = AnchorTarget(subject: event.subject, hash: hash, quote: quote)
            return Anchoring([target]).place([event]).placed.count
        }
        #expect(place(event, prefix: "may\n", suffix: " it likes") == 1)
        #expect(place(event, prefix: "may ", suffix: " it must") == 0)
        #expect(place(event, prefix: "shall ", suffix: " it likes") == 0)
        #expect(place(event, prefix: "shall ", suffix: " it likes", hash: "00") == 1)
        #expect(place(alone, prefix: "shall ", suffix: " it likes") == 1)
        #expect(place(alone, prefix: "shall ", suffix: " it must") == 0)
        let bare = AnchorTarget(
            subject: event.subject, hash: "11", quote: QuoteSelector(exact: "block any site", prefix: "", suffix: ""))
        #expect(Anchoring([bare], texts: ["a.txt": "It may block any site it must."]).place([event]).orphans.count == 1)
        #expect(Anchoring([bare], texts: ["a.txt": "It may block any site it must."]).place([alone]).placed == [alone])
    }

    @Test func reviewersOfOneDocumentUnderTwoNamesDecideOnTheSameFinding() throws {
        let ann = try Sample.event("1", "accept", by: "ann", finding: "x")
        let bo = try Sample.event("2", "dismiss", by: "bo", finding: "x", path: "b.txt")
        #expect(ReviewState([ann, bo]).entries.map(\.isDisputed) == [true])
        // Of copies that one reviewer decided on apart, each keeps its decision.
        let copy = try Sample.event("3", "dismiss", by: "ann", finding: "x", path: "b.txt")
        #expect(ReviewState([ann, copy]).entries.map(\.settled) == [true, false])
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
