internal import FlyingFox
internal import Reporting

/// What every page has around it.
struct PageFrame: Sendable {
    /// Who is signed in.
    let person: String
    /// What every form carries.
    let formToken: String

    func page(_ title: String, _ body: (inout HTMLWriter) -> Void) -> HTTPResponse {
        Self.page(title, top: writeTop, body)
    }

    /// A form that writes something.
    func form(
        _ action: String, _ hidden: KeyValuePairs<String, String>, in html: inout HTMLWriter,
        _ body: (inout HTMLWriter) -> Void
    ) {
        html.element("form", ["method": "post", "action": action]) { html in
            html.void("input", ["type": "hidden", "name": "form", "value": formToken])
            for (name, value) in hidden { html.void("input", ["type": "hidden", "name": name, "value": value]) }
            body(&html)
        }
        html.lineBreak()
    }

    /// A page without anybody signed in.
    static func page(
        _ title: String, status: HTTPStatusCode = .ok, top: (inout HTMLWriter) -> Void = { _ in },
        _ body: (inout HTMLWriter) -> Void
    ) -> HTTPResponse {
        var html = HTMLWriter()
        html.markup("<!DOCTYPE html>\n")
        html.element("html", ["lang": "en"]) { html in
            html.element("head") { html in
                html.void("meta", ["charset": "utf-8"])
                html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                html.void("meta", ["name": "color-scheme", "content": "light dark"])
                html.element("title", text: "\(title) – Counterweight")
                html.void("link", ["rel": "stylesheet", "href": "/style.css"])
            }
            html.element("body") { html in
                top(&html)
                html.element("main") { html in
                    html.element("h1", ["dir": "auto"], text: title)
                    body(&html)
                }
            }
        }
        html.lineBreak()
        return Reply.page(html, status: status)
    }

    private func writeTop(_ html: inout HTMLWriter) {
        html.element("header") { html in
            html.element("nav", ["aria-label": "Observatory"]) { html in
                for (place, name) in [("/", "Documents"), ("/rules", "Rules"), ("/log", "Log")] {
                    html.element("a", ["href": place], text: name)
                    html.text(" ")
                }
            }
            html.element("form", ["action": "/search", "role": "search"]) { html in
                html.element("label") { html in
                    html.text("Search ")
                    html.void("input", ["type": "search", "name": "q", "maxlength": "200"])
                }
                html.element("button", text: "Search")
            }
            form("/sign-out", [:], in: &html) { html in
                html.text("\(person) ")
                html.element("button", text: "Sign out")
            }
        }
        html.lineBreak()
    }
}

/// A link to a place of the server.
extension HTMLWriter {
    mutating func link(_ place: String, _ text: String) { element("a", ["href": place, "dir": "auto"], text: text) }
}

/// The page where people sign in.
enum SignInPage {
    static func page(problem: String?) -> HTTPResponse {
        PageFrame.page("Sign in", status: problem == nil ? .ok : .unauthorized) { html in
            if let problem { html.element("p", ["class": "problem", "role": "alert"], text: problem) }
            html.element("p", text: "The token was printed where the server was started.")
            html.element("form", ["method": "post", "action": "/sign-in"]) { html in
                for (name, label, type) in [("name", "Your name", "text"), ("token", "Token", "password")] {
                    html.element("p") { html in
                        html.element("label") { html in
                            html.text("\(label) ")
                            html.void(
                                "input",
                                ["type": type, "name": name, "required": "", "maxlength": "100", "autocomplete": "off"])
                        }
                    }
                }
                html.element("button", text: "Sign in")
            }
        }
    }
}

/// A page that says why something was not done.
enum MessagePage {
    static func refusal(_ refusal: Refusal) -> HTTPResponse {
        PageFrame.page(refusal.status.phrase, status: refusal.status) { html in
            html.element("p", ["role": "alert"], text: refusal.message)
        }
    }
}

/// The style sheet of all pages.
enum PageStyle {
    static let text = """
        :root{--paper:#fbfaf6;--card:#fff;--ink:#1e2022;--soft:#565b60;--rule:#d9d5ca;--link:#1d4f7a;--alert:#86171b}
        @media (prefers-color-scheme:dark){:root{--paper:#17191b;--card:#1f2225;--ink:#e7e4dd;--soft:#a9adb1;
        --rule:#3b3f43;--link:#8fc1ea;--alert:#ff9d98}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI","Noto Sans",sans-serif;
        overflow-wrap:anywhere}
        header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;padding:.6rem 1rem;border-bottom:1px solid var(--rule)}
        header form:last-child{margin-inline-start:auto}
        main{max-width:64rem;margin:0 auto;padding:1rem}
        a{color:var(--link)}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:start;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--rule);font-weight:400}
        thead th{color:var(--soft);font-size:.9rem}
        input,select,textarea,button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);
        border-radius:.2rem;padding:.2rem .5rem}
        textarea{width:100%;min-height:6rem}
        fieldset{border:1px solid var(--rule);margin:.8rem 0}
        blockquote{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
        pre{white-space:pre-wrap}
        .soft{color:var(--soft)}
        .problem,[role=alert]{color:var(--alert)}
        ins{text-decoration:underline}
        mark{background:none;color:inherit;font-weight:700;text-decoration:underline}

        """
}
