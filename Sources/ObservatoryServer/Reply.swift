internal import FlyingFox
internal import Foundation
internal import Reporting

/// Answers with the headers that keep a page to itself.
enum Reply {
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static func page(_ html: HTMLWriter, status: HTTPStatusCode = .ok) -> HTTPResponse {
        make(status, "text/html; charset=utf-8", html.bytes)
    }

    static func json(_ bytes: [UInt8], status: HTTPStatusCode = .ok) -> HTTPResponse {
        make(status, "application/json", bytes)
    }

    static func style(_ text: String) -> HTTPResponse {
        var reply = make(.ok, "text/css; charset=utf-8", Array(text.utf8))
        reply.headers[HTTPHeader("Cache-Control")] = "private, max-age=3600"
        return reply
    }

    /// Sends the browser on after something was written, so that going back does not write it again.
    static func seeOther(_ place: String, cookie: String? = nil) -> HTTPResponse {
        var reply = make(.seeOther, "text/plain; charset=utf-8", [])
        reply.headers[.location] = place
        if let cookie { reply.headers[.setCookie] = "\(Gate.cookie)=\(cookie); Path=/; HttpOnly; SameSite=Strict" }
        return reply
    }

    private static func make(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: [
                .contentType: type, HTTPHeader("Content-Security-Policy"): policy,
                HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("X-Frame-Options"): "DENY",
                HTTPHeader("Referrer-Policy"): "same-origin", HTTPHeader("Cache-Control"): "no-store",
                HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
                HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            ], body: Data(bytes))
    }
}
