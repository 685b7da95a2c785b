import Testing
import TextModel

@testable import Review

@Suite struct FormatTests {
    @Test(arguments: 0..<60)
    func decisionsSurviveEveryFormatThatIsReadAgain(seed: Int) throws {
        let file = try DecisionFile(events: Sample.events(25, seed: UInt64(seed)))
        #expect(!file.events.isEmpty)
        for format in [DecisionFormat.decisions, .annotations, .brat] {
            let written = format.write(file)
            #expect(written.losses.isEmpty)
            let again = try DecisionFormat.read(
                written.files.last?.bytes ?? [], text: format == .brat ? written.files.first?.bytes : nil)
            #expect(again == file, "\(format)")
        }
    }

    /// The page refuses the same events with the same words: Tests/Browser reads the same table.
    @Test func namesTheEventThatIsMalformedAndWhatIsWrong() throws {
        for sample in try Sample.cases("malformed-events") {
            var members: [String: JSONValue] = [:]
            if case .object(let whole) = try Sample.event("2", "accept", by: "a", finding: "x").value {
                members = whole
            }
            if case .object(let more)? = sample["with"] { members.merge(more) { $1 } }
            if let key = sample["without"]?.text { members[key] = nil }
            let good = try Sample.event("1", "accept", by: "a", finding: "x").value
            let file = JSONValue.object([
                "schema": .string(DecisionFile.schema), "events": .array([good, .object(members)]),
            ])
            let error = #expect(throws: DecisionFile.Malformed.self) { try DecisionFormat.read(file.line) }
            #expect(error?.description == "event 2: " + (sample["message"]?.text ?? ""))
        }
    }

    @Test func bratCountsInItsText() throws {
        let file = try DecisionFile(events: Sample.events(25, seed: 3))
        let files = BratStandoff(file).written.files
        let text = Array(String(decoding: files[0].bytes, as: UTF8.self).unicodeScalars)
        for line in String(decoding: files[1].bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("T") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let places = fields[1].split(separator: " ").dropFirst().compactMap { Int($0) }
            #expect(String(String.UnicodeScalarView(text[places[0]..<places[1]])) == fields[2])
        }
    }

    @Test func takesWhatWasChangedInBrat() throws {
        let file = try DecisionFile(events: [try Sample.event("1", "dismiss", by: "a", finding: "x")])
        let files = DecisionFormat.brat.write(file).files
        let edited = String(decoding: files[1].bytes, as: UTF8.self).replacing(
            "Decision T1 dismiss", with: "Decision T1 accept")
        let again = try DecisionFormat.read(Array(edited.utf8), text: files[0].bytes)
        #expect(again.events.map(\.kind) == [.accept])
        #expect(throws: DecisionFile.Malformed.self) {
            try DecisionFormat.read(Array((edited + "T9\tCW04 0 3\tmay\n").utf8), text: files[0].bytes)
        }
    }

    @Test func readsAnnotationsOfOtherProgramsAsAddedPassages() throws {
        let page = """
            {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [{"id": "urn:x:1",
            "type": "Annotation", "created": "2026-01-01T00:00:00Z", "creator": {"name": "ann"}, "bodyValue": "look",
            "target": {"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": "block"}}}]}
            """
        let event = try #require(try DecisionFormat.read(Array(page.utf8)).events.first)
        #expect((event.kind, event.reviewer, event.text, event.path) == (.add, "ann", "look", "a.txt"))
        #expect(event.selector?.exact == "block")
    }

    @Test func saysWhatAFormatCannotHold() throws {
        let comment = try Sample.event("2", "comment", by: "a", finding: "x")
        let file = try DecisionFile(events: [try Sample.event("1", "accept", by: "a", finding: "x"), comment])
        #expect(
            DecisionFormat.tsv.write(file).losses.contains { $0.contains("fingerprint") && $0.contains("position") })
        let gold = DecisionFormat.gold.write(
            file, passages: [comment.subject: "The Authority may block any site it likes."])
        #expect(gold.losses == ["1 comments and decisions that were replaced or taken back"])
        let line = String(decoding: gold.files[0].bytes, as: UTF8.self)
        #expect(line.contains("\"band\":\"high\"") && line.contains("\"rules\":[\"CW04\"]"), "\(line)")
        #expect(DecisionFormat.gold.write(file).losses.first == "1 decided findings are not in the report")
    }

    @Test func tableMarksTheWordsToken() throws {
        let file = try DecisionFile(events: [try Sample.event("1", "accept", by: "a", finding: "x")])
        let rows = String(decoding: DecisionFormat.tsv.write(file).files[0].bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        #expect(rows.allSatisfy { $0.count == 10 })
        #expect(rows.map { $0[9] } == ["_", "Mark=B-CW04", "Mark=I-CW04", "Mark=I-CW04", "_", "_"])
    }

    @Test(arguments: [
        ("{", "is not valid JSON"), ("{}", "is no file of decisions"),
        ("{\"schema\": \"counterweight-decisions/1\", \"events\": [{}]}", "event 1: \"id\" must be a text"),
        (
            "{\"schema\": \"counterweight-decisions/1\", \"events\": [{\"id\": \"1\", \"at\": \"x\", \"by\": \"y\", \"kind\": \"z\"}]}",
            "event 1: \"kind\" must be one of: accept"
        ),
    ])
    func saysWhatIsWrongWithAFile(text: String, message: String) {
        let error = #expect(throws: DecisionFile.Malformed.self) { try DecisionFormat.read(Array(text.utf8)) }
        #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
    }
}
