import Foundation
import Testing

/// `check --decisions`: what reviewers decided is in what is shown, in what is counted, and in the exit code.
@Suite struct CheckDecisionTests {
    private static let text = "The office shall block the site for the sake of safety.\n"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.judge(Self.text)
    }

    private func check(_ arguments: String..., decisions: [String] = ["d1.json"]) throws -> CommandLineRun {
        try CommandLineRun(
            ["check"] + arguments + decisions.flatMap { ["--decisions", $0] } + Fixture.lexicon, in: folder.url)
    }

    /// What reviewers did about the severe finding, one after the other, and what comes of it.
    struct Case: Sendable {
        let events: [(kind: String, reviewer: String, more: [String: String])]
        /// The band that is shown; `nil` where the finding is put away.
        let band: String?
        let code: Int32
        /// What is said beside the finding.
        let review: String?
        /// What is said of all.
        let note: String?
    }

    private static let dismissed = "1 finding was dismissed by reviewers (ann 1) and does not count"
    private static let disputed = "1 finding is disputed by reviewers and counts"

    @Test(arguments: [
        Case(
            events: [("dismiss", "ann", ["reason": "other", "text": "why"])], band: nil, code: 0, review: nil,
            note: dismissed),
        Case(events: [("band", "ann", ["band": "none"])], band: nil, code: 0, review: nil, note: dismissed),
        Case(
            events: [("dismiss", "ann", [:]), ("dismiss", "bo", ["reason": "other"])], band: nil, code: 0, review: nil,
            note: "1 finding was dismissed by reviewers (ann 1, bo 1) and does not count"),
        Case(events: [("accept", "ann", [:])], band: "severe", code: 1, review: "accepted by ann", note: nil),
        Case(
            events: [("band", "ann", ["band": "low", "text": "why"])], band: "low", code: 0,
            review: "low by ann (why); the program says severe", note: "1 finding has the band that reviewers gave it"),
        Case(
            events: [("band", "ann", ["band": "severe"])], band: "severe", code: 1, review: "severe by ann", note: nil),
        Case(
            events: [("accept", "ann", [:]), ("dismiss", "bo", ["reason": "other"])], band: "severe", code: 1,
            review: "disputed: accepted by ann, dismissed by bo (other)", note: disputed),
        Case(
            events: [("accept", "ann", [:]), ("band", "bo", ["band": "low"])], band: "severe", code: 1,
            review: "disputed: accepted by ann, low by bo", note: disputed),
        Case(
            events: [("dismiss", "ann", [:]), ("undo", "ann", ["undoes": "d1"])], band: "severe", code: 1, review: nil,
            note: nil),
        Case(
            events: [("dismiss", "ann", [:]), ("undo", "bo", ["undoes": "d1"])], band: nil, code: 0, review: nil,
            note: dismissed),
        Case(events: [("comment", "ann", ["text": "why"])], band: "severe", code: 1, review: nil, note: nil),
    ])
    func reviewersDecideWhatCounts(_ sample: Case) throws {
        for (index, event) in sample.events.enumerated() {
            try folder.decide("d\(index + 1)", event.kind, by: event.reviewer, more: event.more)
        }
        let files = sample.events.indices.map { "d\($0 + 1).json" }
        let short = try check("draft.txt", "--format", "concise", decisions: files)
        #expect(short.output.firstMatch(of: #/CW04\[(\w+)\]/#).map { String($0.1) } == sample.band, "\(short.output)")
        #expect(short.code == sample.code)
        #expect(short.errors == (sample.note.map { "counterweight: note: \($0)\n" } ?? ""))
        let full = try check("draft.txt", decisions: files).output
        #expect(full.firstMatch(of: #/= review: (.*)/#).map { String($0.1) } == sample.review, "\(full)")
        #expect(full.contains("(1 dismissed by reviewers)") == (sample.band == nil))
    }

    @Test func everyFormatThatMarksFindingsMarksThese() throws {
        try folder.decide("d1", "band", by: "ann", more: ["band": "low"])
        let json = try check("draft.txt", "--format", "json").output
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        let review = try #require(finding["review"] as? [String: Any])
        #expect(review["state"] as? String == "accepted" && review["judged"] as? String == "severe")
        #expect(review["opinions"] as? [[String: String]] == [["reviewer": "ann", "opinion": "low", "reason": ""]])
        #expect(
            try check("draft.txt", "--format", "html").output.contains("<dd>low by ann; the program says severe</dd>"))
        let kept = try check("draft.txt", "--format", "sarif").output
        #expect(kept.contains("\"level\": \"note\"") && kept.contains("\"state\": \"accepted\""), "\(kept)")
        #expect(!kept.contains("suppressions"))

        try folder.decide("d1", "dismiss", by: "ann", more: ["reason": "other"])
        let sarif = try check("draft.txt", "--format", "sarif").output
        let squeezed = sarif.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            squeezed.contains(
                #""suppressions": [ { "kind": "external", "status": "accepted", "justification": "dismissed by ann (other)" } ]"#
            ), "\(sarif)")
        #expect(try !check("draft.txt", "--format", "sarif", "--active-only").output.contains("dismissed by ann"))
        #expect(try !check("draft.txt", "--format", "json").output.contains("\"review\""))
    }

    /// A decision keeps its document under another path and however it is written, and its finding while others come.
    @Test func aDecisionKeepsItsPlaceAsInTriage() throws {
        try folder.decide("d1", "dismiss", by: "ann", more: ["alone": true])
        try folder.write("sub/renamed.txt", Self.text)
        #expect(try check("./sub/../draft.txt").code == 0)
        #expect(try check("sub/renamed.txt").code == 0)
        try folder.write("draft.txt", "Other words.\n\n" + Self.text)
        let moved = try check(folder.url.appendingPathComponent("draft.txt").path)
        #expect(moved.code == 0 && !moved.errors.contains("stale"), "\(moved.errors)")
        // Of two others of the same bytes, neither is chosen.
        try folder.write("draft.txt", "Other words.\n")
        try folder.write("sub/again.txt", Self.text)
        let copies = try check("draft.txt", "sub")
        #expect(copies.code == 1 && copies.errors.contains("stale"), "\(copies.errors)")
    }

    @Test func aDecisionWithoutAPlaceIsNamed() throws {
        try folder.decide("d1", "dismiss", by: "ann")
        try folder.write("other.txt", "Nothing is said.\n")
        let stale =
            "counterweight: note: draft.txt: CW04 dismiss by ann: \"block the site\": the decision is stale, since its place is not certain any more; decide again\n"
        func told(_ arguments: String...) throws -> String {
            try CommandLineRun(
                ["check", "--format", "concise", "--decisions", "d1.json"] + arguments + Fixture.lexicon, in: folder.url
            ).errors
        }
        try folder.write("draft.txt", "The agency shall block the site because of danger.\n")
        let changed = try check("draft.txt", "--format", "concise")
        #expect(changed.code == 1 && changed.errors == stale, "\(changed.errors)")
        // Of a document that was not judged and a rule that does not count, nothing is known.
        #expect(try told("other.txt") == "")
        #expect(try told("draft.txt", "--ignore", "CW04") == "")
        #expect(try told("draft.txt", "--quiet") == "")
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("draft.txt"))
        #expect(try told("other.txt") == stale)
    }

    @Test func theConfigurationNamesDecisionsToo() throws {
        try folder.decide("d1", "dismiss", by: "ann")
        try folder.decide("reviews/d2", "accept", by: "bo", more: ["id": "d2"])
        try folder.write(".counterweight.yaml", "decisions: d1.json")
        #expect(try check("draft.txt", decisions: []).code == 0)
        #expect(try check("draft.txt", decisions: ["reviews/d2.json"]).code == 1)
        #expect(
            try CommandLineRun(
                ["check", "../draft.txt"] + Fixture.lexicon, in: folder.url.appendingPathComponent("reviews")
            ).code == 0)
        try folder.write(".counterweight.yaml", "decisions: [d1.json, reviews/d2.json]")
        #expect(try check("draft.txt", decisions: []).errors.contains(Self.disputed))
        // What reviewers dismissed is not known as well.
        try folder.write(".counterweight.yaml", "decisions: d1.json")
        #expect(
            try CommandLineRun(["baseline", "create", "b.json", "draft.txt"] + Fixture.lexicon, in: folder.url).code
                == 0)
        let known = try String(contentsOf: folder.url.appendingPathComponent("b.json"), encoding: .utf8)
        #expect(known.contains("CW02") && !known.contains("CW04"), "\(known)")
    }

    @Test(arguments: [
        ("{}", "d1.json: is no file of decisions: "),
        (#"{"schema": "counterweight-decisions/1", "events": [{}]}"#, "d1.json: event 1: \"id\" must be a text"),
        (nil, "d1.json: no such file"),
    ])
    func aFileThatCannotBeUsedIsAnError(content: String?, message: String) throws {
        if let content { try folder.write("d1.json", content) }
        let run = try check("draft.txt", "--exit-zero")
        #expect(run.code == 2 && run.output == "")
        #expect(run.errors.hasPrefix("counterweight: error: \(message)"), "\(run.errors)")
    }

    @Test func noOutputReplacesDecisions() throws {
        try folder.decide("d1", "dismiss", by: "ann")
        let run = try check("draft.txt", "-o", "d1.json")
        #expect(run.code == 2 && run.errors.contains("d1.json: is an input"), "\(run.errors)")
    }
}
