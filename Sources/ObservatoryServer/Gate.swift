internal import FlyingFox

/// Decides which requests come in: the right host, no foreign page behind them, somebody who is signed in, and not too
/// many of them.
struct Gate: Sendable {
    /// Who asks.
    enum Visitor: Sendable {
        /// Somebody who has signed in in a browser.
        case session(Sessions.Session)
        /// A program with the token.
        case program(String)
        /// Nobody yet.
        case nobody

        /// The name that decisions get.
        var person: String? {
            switch self {
            case .session(let session): session.person
            case .program(let name): name
            case .nobody: nil
            }
        }
    }

    static let cookie = "counterweight"

    let settings: ServerSettings
    let sessions: Sessions

    /// Who asks, or the answer that keeps them out.
    func visitor(of request: HTTPRequest) async -> Result<Visitor, Refusal> {
        let host = request.headers[.host] ?? ""
        guard settings.names.contains(Self.name(of: host)) else {
            return .failure(Refusal(.misdirectedRequest, "this server is not known under the name that was asked for"))
        }
        if request.method != .GET, request.method != .HEAD {
            if let origin = request.headers[HTTPHeader("Origin")], origin != "http://\(host)" {
                return .failure(Refusal(.forbidden, "the request comes from another page"))
            }
            if let site = request.headers[HTTPHeader("Sec-Fetch-Site")], site != "same-origin", site != "none" {
                return .failure(Refusal(.forbidden, "the request comes from another page"))
            }
        }
        let visitor = await identity(of: request)
        guard let person = visitor.person else { return .success(visitor) }
        guard await sessions.allow("person \(person)", rate: settings.rate, burst: 2 * settings.rate) else {
            return .failure(Refusal(.tooManyRequests, "too many requests; try again in a moment"))
        }
        return .success(visitor)
    }

    /// Whether a token lets somebody in. Compares without telling by its time how much was right.
    func opens(_ token: String) -> Bool {
        let given = Array(token.utf8)
        let own = Array(settings.token.utf8)
        var difference = given.count ^ own.count
        for index in own.indices { difference |= Int((index < given.count ? given[index] : 0) ^ own[index]) }
        return difference == 0
    }

    private func identity(of request: HTTPRequest) async -> Visitor {
        if let authorization = request.headers[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer", opens(String(parts[1])),
                let name = Self.person(request.headers[HTTPHeader("X-Reviewer")] ?? "")
            else { return .nobody }
            return .program(name)
        }
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == Self.cookie else { continue }
            if let session = await sessions.session(String(parts[1])) { return .session(session) }
        }
        return .nobody
    }

    /// A name that can stand in a log: one line, not empty, at most sixty letters.
    static func person(_ name: String) -> String? {
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = words.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        return words.isEmpty || words.count > 60 || !isPlain ? nil : words
    }

    private static func name(of host: String) -> String {
        guard !host.hasPrefix("[") else { return host.firstIndex(of: "]").map { String(host[...$0]) } ?? host }
        return host.split(separator: ":").first.map(String.init)?.lowercased() ?? ""
    }
}

/// Why a request is not answered as asked.
struct Refusal: Error, Sendable {
    let status: HTTPStatusCode
    let message: String

    init(_ status: HTTPStatusCode, _ message: String) {
        self.status = status
        self.message = message
    }
}
