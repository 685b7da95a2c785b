internal import FlyingFox
internal import GRDB
internal import Observatory
internal import Reporting
internal import Review
internal import TextModel

/// Writes what people decide, say and describe, and gives decisions out.
struct DecisionService {
    let library: Library

    /// A decision from a form: on success the browser is sent back to the finding.
    func decide(_ fields: FormFields, by person: String) async throws -> HTTPResponse {
        let decision = try decision { fields[$0] }
        guard decision.kind != .dismiss || decision.details["reason"]?.isEmpty == false else {
            throw Refusal(.badRequest, "choose a reason for the dismissal")
        }
        let outcome = try await write(decision, by: person)
        let path =
            "/finding?path=\(FormFields.encoded(decision.path))&fingerprint=\(FormFields.encoded(decision.fingerprint))"
        return try answer(outcome, place: path)
    }

    /// A decision from a program: 201 when it was written, 200 when it was there already, 409 when somebody was faster.
    func decide(json: [UInt8], by person: String) async throws -> HTTPResponse {
        let value: TextModel.JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: json)
        } catch {
            throw Refusal(.badRequest, "not valid JSON: \(error.message) at byte \(error.offset)")
        }
        let outcome = try await write(try decision { value[$0]?.text ?? "" }, by: person)
        switch outcome {
        case .done: return Reply.json(Array("{\"state\":\"written\"}\n".utf8), status: .created)
        case .known: return Reply.json(Array("{\"state\":\"known\"}\n".utf8))
        case .conflict(let newest):
            var reply = JSONWriter(isIndented: false)
            reply.object { reply in
                reply.string("state", "conflict")
                reply.string("seen", newest)
            }
            reply.endLine()
            return Reply.json(reply.bytes, status: .conflict)
        case .refused(let message): throw Refusal(.unprocessableContent, message)
        }
    }

    /// What a program has to know of a finding before it decides.
    func state(_ path: String, _ fingerprint: String) async throws -> [UInt8] {
        let events = try await library.read { [desk = library.desk] in try desk.history(of: path, fingerprint, in: $0) }
        let last = events.last { $0.kind != .comment }?.id ?? ""
        return TextModel.JSONValue.object(["seen": .string(last), "events": .array(events.map(\.value))]).line + [0x0A]
    }

    /// All decisions, as a file that the report and `triage` read.
    func all() async throws -> [UInt8] {
        let events = try await library.read { [desk = library.desk] in try desk.events(in: $0) }
        return try DecisionFile(events: events).bytes
    }

    /// Words about a rule or a body.
    func say(_ fields: FormFields, by person: String) async throws -> HTTPResponse {
        let (subject, text) = (fields["subject"], fields["text"])
        let outcome = try await library.write { [desk = library.desk] database in
            try desk.say(text, about: subject, by: person, at: Moment.now, in: database)
        }
        return try answer(outcome, place: WikiPage.place(of: subject))
    }

    /// A new revision of a page.
    func write(_ fields: FormFields, by person: String) async throws -> HTTPResponse {
        let name = fields["name"]
        guard WikiPage.isName(name) else { throw Refusal(.badRequest, "a page is named rule/… or body/…") }
        guard let base = Int(fields["base"]) else {
            throw Refusal(.badRequest, "the revision that was read is missing")
        }
        let outcome = try await library.write { [desk = library.desk] database in
            try desk.write(
                fields["text"], summary: fields["summary"], to: name, base: base, by: person, at: Moment.now,
                in: database)
        }
        return try answer(outcome, place: WikiPage.place(of: name))
    }

    private func write(_ decision: ReviewDesk.Decision, by person: String) async throws -> ReviewDesk.Outcome {
        try await library.write { [desk = library.desk] database in
            try desk.decide(decision, by: person, at: Moment.now, in: database)
        }
    }

    private func decision(_ field: (String) -> String) throws -> ReviewDesk.Decision {
        guard let kind = DecisionEvent.Kind(rawValue: field("kind")), kind != .add else {
            throw Refusal(.badRequest, "\"kind\" must be accept, dismiss, band, comment or undo")
        }
        let id = field("id")
        guard (8...64).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Refusal(.badRequest, "\"id\" must be 8 to 64 letters and digits that name the decision")
        }
        var details: [String: String] = [:]
        for key in ["reason", "text", "band", "undoes"] { details[key] = field(key) }
        if kind == .comment, details["text"]?.isEmpty != false { throw Refusal(.badRequest, "a comment needs words") }
        return ReviewDesk.Decision(
            id: id, kind: kind, path: field("path"), fingerprint: field("fingerprint"), seen: field("seen"),
            details: details)
    }

    private func answer(_ outcome: ReviewDesk.Outcome, place: String) throws -> HTTPResponse {
        switch outcome {
        case .done, .known: return Reply.seeOther(place)
        case .conflict:
            throw Refusal(
                .conflict,
                "somebody was faster: nothing was written. Go back, load the page again, and decide on what it says now"
            )
        case .refused(let message): throw Refusal(.unprocessableContent, message)
        }
    }
}
