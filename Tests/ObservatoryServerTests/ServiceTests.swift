import FlyingFox
import Foundation
import GRDB
import Testing

@testable import Observatory
@testable import ObservatoryServer

/// Requests are handed to the service without a socket between.
@Suite struct ServiceTests {
    private static let token = "a-token-that-nobody-guesses"
    private let folder: URL
    private let library: Library
    private let service: ObservatoryService

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("store.db").path
        try SampleStore.make(at: path)
        library = try Library(path: path)
        let settings = ServerSettings(token: Self.token)
        service = ObservatoryService(library: library, gate: Gate(settings: settings, sessions: Sessions()))
    }

    private func ask(
        _ method: HTTPMethod, _ target: String, _ body: String = "", person: String? = "Ann",
        headers: [HTTPHeader: String] = [:]
    ) async throws -> (status: Int, text: String, headers: HTTPHeaders) {
        let parts = target.split(separator: "?", maxSplits: 1)
        var all: [HTTPHeader: String] = [.host: "127.0.0.1:8420"]
        if let person {
            all[.authorization] = "Bearer \(Self.token)"
            all[HTTPHeader("X-Reviewer")] = person
        }
        all.merge(headers) { $1 }
        let query = parts.count > 1 ? String(parts[1]) : ""
        let request = HTTPRequest(
            method: method, version: .http11, target: .init(path: String(parts[0]), query: query),
            headers: HTTPHeaders(all), body: HTTPBodySequence(data: Data(body.utf8)))
        let response = try await service.handleRequest(request)
        return (
            response.statusCode.code, String(decoding: try await response.bodyData, as: UTF8.self), response.headers
        )
    }

    private func decide(_ id: String, _ kind: String, seen: String, by person: String, more: String = "") async throws
        -> Int
    {
        let body = #"{"id":"\#(id)","kind":"\#(kind)","path":"b.txt","fingerprint":"ff","seen":"\#(seen)"\#(more)}"#
        return try await ask(.POST, "/api/decisions", body, person: person).status
    }

    @Test func keepsOutWhoIsNotSignedIn() async throws {
        let page = try await ask(.GET, "/document?path=b.txt", person: nil)
        #expect(page.status == 303 && page.headers[.location] == "/sign-in")
        #expect(try await ask(.GET, "/api/decisions", person: nil).status == 401)
        #expect(try await ask(.POST, "/api/decisions", "{}", person: nil).status == 401)
        #expect(try await ask(.GET, "/", headers: [.authorization: "Bearer wrong"]).status == 303)
        #expect(try await ask(.GET, "/", person: "two\u{7}names").status == 303)
    }

    @Test(arguments: [
        ([HTTPHeader.host: "evil.example"], 421), ([.host: "127.0.0.1.evil.example"], 421),
        ([HTTPHeader("Origin"): "http://evil.example"], 403), ([HTTPHeader("Origin"): "null"], 403),
        ([HTTPHeader("Sec-Fetch-Site"): "cross-site"], 403), ([HTTPHeader("Origin"): "http://127.0.0.1:8420"], 400),
    ])
    func refusesWhatOtherPagesSend(headers: [HTTPHeader: String], status: Int) async throws {
        #expect(try await ask(.POST, "/api/decisions", "{}", headers: headers).status == status)
    }

    @Test func signsInWithTheTokenAndWritesOnlyFromItsOwnForms() async throws {
        let wrong = try await ask(.POST, "/sign-in", "name=Bo&token=nothing", person: nil)
        #expect(wrong.status == 401 && wrong.headers[.setCookie] == nil)
        let right = try await ask(.POST, "/sign-in", "name=Bo&token=\(Self.token)", person: nil)
        let cookie = try #require(right.headers[.setCookie])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let session = [HTTPHeader.cookie: String(try #require(cookie.split(separator: ";").first))]
        let page = try await ask(.GET, "/finding?path=b.txt&fingerprint=ff", person: nil, headers: session).text
        let form = String(try #require(page.firstMatch(of: #/name="form" value="([^"]+)"/#)).1)
        let body = "id=form-0001&kind=accept&path=b.txt&fingerprint=ff&seen="
        #expect(try await ask(.POST, "/decide", body, person: nil, headers: session).status == 403)
        #expect(try await ask(.POST, "/decide", body + "&form=\(form)", person: nil, headers: session).status == 303)
        let after = try await ask(.GET, "/finding?path=b.txt&fingerprint=ff", person: nil, headers: session).text
        #expect(after.contains("Bo: accept"))
        #expect(try await ask(.POST, "/sign-out", "form=\(form)", person: nil, headers: session).status == 303)
        #expect(try await ask(.GET, "/", person: nil, headers: session).status == 303)
    }

    @Test func slowsDownWhoGuesses() async throws {
        var statuses: [Int] = []
        for _ in 0..<30 { statuses.append(try await ask(.POST, "/sign-in", "name=Bo&token=x", person: nil).status) }
        #expect(statuses.contains(429) && statuses.first == 401)
    }

    @Test func theSecondOfTwoIsToldAndNothingIsDoubled() async throws {
        #expect(try await decide("ann-00001", "accept", seen: "", by: "Ann") == 201)
        #expect(try await decide("ann-00001", "accept", seen: "", by: "Ann") == 200)
        #expect(try await decide("bo-000001", "dismiss", seen: "", by: "Bo") == 409)
        #expect(try await decide("bo-000001", "dismiss", seen: "ann-00001", by: "Bo") == 201)
        #expect(try await decide("ann-00001", "dismiss", seen: "bo-000001", by: "Ann") == 422)
        let elsewhere = #"{"id":"ann-00001","kind":"accept","path":"b.txt","fingerprint":"gg","seen":""}"#
        #expect(try await ask(.POST, "/api/decisions", elsewhere).status == 422)
        #expect(
            try await decide(
                "bo-000002", "comment", seen: "", by: "Bo", more: #","text":"why"}"#.dropLast().description) == 201)
        let undo = #","undoes":"bo-000001""#
        #expect(try await decide("bo-000003", "undo", seen: "bo-000001", by: "Bo", more: undo) == 201)
        let state = try await ask(.GET, "/api/finding?path=b.txt&fingerprint=ff").text
        #expect(state.contains(#""seen":"bo-000003""#), "\(state)")
        let decisions = try await ask(.GET, "/api/decisions").text
        for id in ["ann-00001", "bo-000001", "bo-000002", "bo-000003"] {
            #expect(decisions.components(separatedBy: "\"id\": \"\(id)\"").count == 2)
        }
        let log = try await ask(.GET, "/log").text
        #expect(log.contains("b.txt#ff") && log.contains("undo"))
        #expect(try await ask(.GET, "/rules").text.contains("1 accepted, 0 right but wanted, 0 dismissed"))
    }

    @Test func onlyItsAuthorTakesADecisionBack() async throws {
        let page = "/finding?path=b.txt&fingerprint=ff"
        let undo = #","undoes":"ann-00001""#
        #expect(try await decide("ann-00001", "dismiss", seen: "", by: "Ann") == 201)
        #expect(try await decide("bo-000001", "undo", seen: "ann-00001", by: "Bo", more: undo) == 422)
        #expect(try await !ask(.GET, page, person: "Bo").text.contains("Take back"))
        #expect(try await ask(.GET, page, person: "Ann").text.contains("Take back"))
        #expect(try await ask(.GET, "/rules").text.contains("0 accepted, 0 right but wanted, 1 dismissed"))
        #expect(try await decide("ann-00002", "undo", seen: "ann-00001", by: "Ann", more: undo) == 201)
        #expect(try await ask(.GET, page).text.contains(" taken back"))
    }

    @Test func nothingIsChosenBeforeThePersonDoes() async throws {
        let page = try await ask(.GET, "/finding?path=b.txt&fingerprint=ff").text
        for name in ["reason", "band"] {
            #expect(page.contains(#"<select name="\#(name)" required><option value>"#), "\(page)")
        }
        let body = "id=form-0001&kind=dismiss&path=b.txt&fingerprint=ff&seen="
        #expect(try await ask(.POST, "/decide", body + "&reason=").status == 400)
        #expect(try await ask(.POST, "/decide", body + "&reason=other").status == 303)
    }

    @Test func pagesKeepTheirRevisionsAndRefuseToOverwrite() async throws {
        let first = "name=rule%2FCW04&base=0&text=one%0Atwo&summary=begun"
        #expect(try await ask(.POST, "/page", first).status == 303)
        #expect(try await ask(.POST, "/page", first).status == 409)
        #expect(try await ask(.POST, "/page", "name=rule%2FCW04&base=1&text=one%0Athree&summary=").status == 303)
        let difference = try await ask(.GET, "/page?name=rule%2FCW04&revision=2").text
        #expect(
            difference.contains("<del>- two\n</del>") && difference.contains("<ins>+ three\n</ins>"), "\(difference)")
        #expect(try await ask(.POST, "/talk", "subject=rule%2FCW04&text=%3Cscript%3Ehello").status == 303)
        #expect(try await ask(.GET, "/page?name=rule%2FCW04").text.contains("&lt;script&gt;hello"))
        #expect(try await ask(.POST, "/page", "name=..%2Fx&base=0&text=").status == 400)
    }

    @Test func findsPassagesWhateverSignsAreTyped() async throws {
        #expect(try await ask(.GET, "/search?q=block+site").text.contains("<mark>block</mark>"))
        for hostile in ["%22", "a%22+OR+b", "*", "NEAR(", "%00", "%F0%28"] {
            #expect(try await ask(.GET, "/search?q=\(hostile)").status == 200, "\(hostile)")
        }
    }

    @Test func everyPageKeepsToItself() async throws {
        for place in [
            "/", "/rules", "/rule?id=CW04", "/log", "/search?q=x", "/sign-in", "/finding?path=b.txt&fingerprint=ff",
        ] {
            let answer = try await ask(.GET, place)
            #expect(answer.status == 200, "\(place)")
            #expect(answer.headers[HTTPHeader("Content-Security-Policy")]?.hasPrefix("default-src 'none'") == true)
            #expect(answer.headers[HTTPHeader("X-Content-Type-Options")] == "nosniff")
            #expect(!answer.text.contains("<script"))
        }
        #expect(try await ask(.GET, "/document?path=b.txt").text.contains("&lt;script&gt;"))
        for place in ["/nothing", "/document?path=x", "/rule?id=x", "/finding?path=b.txt&fingerprint=x"] {
            #expect(try await ask(.GET, place).status == 404, "\(place)")
        }
        #expect(try await ask(.PUT, "/").status == 405)
    }

    @Test func refusesBodiesThatAreTooLarge() async throws {
        let large = String(repeating: "x", count: 70 << 10)
        #expect(try await ask(.POST, "/api/decisions", large).status == 413)
        #expect(try await ask(.POST, "/api/decisions", "{", headers: [.contentLength: "999999"]).status == 413)
        #expect(try await ask(.POST, "/api/decisions", "{").status == 400)
    }

    @Test func allowanceFillsAgain() async {
        let sessions = Sessions()
        let start = ContinuousClock.now
        for _ in 0..<4 { #expect(await sessions.allow("a", rate: 2, burst: 4, now: start)) }
        #expect(await !sessions.allow("a", rate: 2, burst: 4, now: start))
        #expect(await sessions.allow("b", rate: 2, burst: 4, now: start))
        #expect(await sessions.allow("a", rate: 2, burst: 4, now: start + .milliseconds(600)))
    }
}
