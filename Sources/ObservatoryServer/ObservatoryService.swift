internal import FlyingFox
internal import Foundation
internal import Observatory
internal import Reporting
internal import TextModel

/// Answers requests: lets them in, finds the page, writes what was decided.
struct ObservatoryService: HTTPHandler {
    let library: Library
    let gate: Gate

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        switch await gate.visitor(of: request) {
        case .failure(let refusal): return MessagePage.refusal(refusal)
        case .success(let visitor):
            do {
                return try await answer(request, visitor)
            } catch let refusal as Refusal {
                return MessagePage.refusal(refusal)
            }
        }
    }

    private func answer(_ request: HTTPRequest, _ visitor: Gate.Visitor) async throws -> HTTPResponse {
        if request.path == "/style.css" { return Reply.style(PageStyle.text) }
        if request.path == "/sign-in" {
            return request.method == .POST
                ? try await signIn(try await form(of: request)) : SignInPage.page(problem: nil)
        }
        guard let person = visitor.person else {
            guard request.method == .GET, !request.path.hasPrefix("/api/") else {
                throw Refusal(
                    .unauthorized, "sign in first: a program sends the token as Bearer and its name as X-Reviewer")
            }
            return Reply.seeOther("/sign-in")
        }
        switch request.method {
        case .GET: return try await page(request, visitor, person)
        case .POST: return try await change(request, visitor, person)
        default: throw Refusal(.methodNotAllowed, "only GET and POST are answered")
        }
    }

    private func page(_ request: HTTPRequest, _ visitor: Gate.Visitor, _ person: String) async throws -> HTTPResponse {
        let fields = FormFields(request.target.query())
        let frame = PageFrame(person: person, formToken: Self.formToken(of: visitor))
        switch request.path {
        case "/": return try await DocumentPages(library: library, frame: frame).list(after: fields["after"])
        case "/search":
            return try await SearchPage(library: library, frame: frame).page(fields["q"], from: fields["from"])
        case "/document": return try await DocumentPages(library: library, frame: frame).document(fields["path"])
        case "/finding":
            return try await FindingPage(library: library, frame: frame).page(fields["path"], fields["fingerprint"])
        case "/rules": return try await RulePages(library: library, frame: frame).list()
        case "/rule": return try await RulePages(library: library, frame: frame).rule(fields["id"])
        case "/page": return try await WikiPage(library: library, frame: frame).page(fields)
        case "/log": return try await LogPage(library: library, frame: frame).page(before: fields["before"])
        case "/api/decisions": return Reply.json(try await DecisionService(library: library).all())
        case "/api/finding":
            return Reply.json(try await DecisionService(library: library).state(fields["path"], fields["fingerprint"]))
        default: throw Refusal(.notFound, "there is no such page")
        }
    }

    private func change(_ request: HTTPRequest, _ visitor: Gate.Visitor, _ person: String) async throws -> HTTPResponse
    {
        let service = DecisionService(library: library)
        if request.path == "/api/decisions" {
            guard case .program = visitor else {
                throw Refusal(.forbidden, "this address is for programs with the token")
            }
            return try await service.decide(json: try await body(of: request), by: person)
        }
        let fields = try await form(of: request)
        // A program has no cookie that another page could use in its name.
        if case .session(let session) = visitor, fields["form"] != session.formToken {
            throw Refusal(.forbidden, "the form is not from this session; load the page again")
        }
        switch request.path {
        case "/decide": return try await service.decide(fields, by: person)
        case "/talk": return try await service.say(fields, by: person)
        case "/page": return try await service.write(fields, by: person)
        case "/sign-out":
            if case .session(let session) = visitor { await gate.sessions.end(session.id) }
            return Reply.seeOther("/sign-in", cookie: "none")
        default: throw Refusal(.notFound, "nothing can be written there")
        }
    }

    private func signIn(_ fields: FormFields) async throws -> HTTPResponse {
        // Attempts are counted together: whoever guesses is slowed down wherever they come from.
        let attempts = gate.settings.attempts
        guard await gate.sessions.allow("sign-in", rate: attempts / 60, burst: attempts / 2) else {
            throw Refusal(.tooManyRequests, "too many attempts to sign in; wait a minute")
        }
        guard gate.opens(fields["token"]) else {
            return SignInPage.page(problem: "That is not the token of this server.")
        }
        guard let person = Gate.person(fields["name"]) else {
            return SignInPage.page(problem: "Give a name of one to sixty letters.")
        }
        let session = await gate.sessions.begin(person)
        try await library.write { [library] database in
            try library.desk.log(person, "sign-in", "", at: Moment.now, in: database)
        }
        return Reply.seeOther("/", cookie: session.id)
    }

    private func form(of request: HTTPRequest) async throws -> FormFields {
        FormFields(String(decoding: try await body(of: request), as: UTF8.self))
    }

    /// The body, as long as it keeps to the limit.
    private func body(of request: HTTPRequest) async throws -> [UInt8] {
        let limit = gate.settings.bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Refusal(.payloadTooLarge, "a request may hold \(limit) bytes")
        }
        var bytes: [UInt8] = []
        for try await part in request.bodySequence {
            bytes += part
            guard bytes.count <= limit else { throw Refusal(.payloadTooLarge, "a request may hold \(limit) bytes") }
        }
        return bytes
    }

    private static func formToken(of visitor: Gate.Visitor) -> String {
        if case .session(let session) = visitor { return session.formToken }
        return ""
    }
}

/// The time of a change.
enum Moment {
    /// Now, in UTC to the microsecond, so that what follows sorts behind.
    static var now: String {
        let time = Date().timeIntervalSince1970
        let micros = Int((time - time.rounded(.down)) * 1_000_000)
        let digits = String(1_000_000 + min(micros, 999_999)).dropFirst()
        return Date(timeIntervalSince1970: time.rounded(.down)).ISO8601Format().dropLast() + ".\(digits)Z"
    }
}
