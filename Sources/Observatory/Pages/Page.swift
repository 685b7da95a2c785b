internal import Reporting
internal import TextModel

/// A page of the observatory: one file that works offline, and whose script, if it has one, adds only comfort.
struct Page {
    /// Title of the page.
    let title: String
    /// What it is, in a sentence or two.
    let lead: String
    /// What made it, at its foot.
    let tool: ToolInfo
    /// Rules, formulas and the like, at its foot.
    var notes: [String] = []
    /// Language of its title, where that is not the language of the page; empty where nobody knows it.
    var language: String?
    /// The site that it is part of; the tables of its pages can be sorted and searched by script.
    var site: Site?

    /// What a page says of the site around it.
    struct Site {
        /// Name of the site.
        let name: String
        /// What kind of page it is, where its title does not tell.
        let kind: String?
        /// Address of the page about the method.
        let method: String
        /// Pages that every page leads to, in its head; one may be the page itself.
        let links: [(name: String, address: String, isCurrent: Bool)]
    }

    /// The title as windows and bookmarks have it, away from the site.
    private var fullTitle: String {
        guard let site, site.name != title else { return title }
        return [title, site.kind, site.name].compactMap { $0 }.joined(separator: " – ")
    }

    /// The page with what `body` writes.
    func html(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
        var hash = SHA256()
        hash.update(Array(PageStyle.text.utf8))
        var script = SHA256()
        script.update(Array(PageScript.text.utf8))
        let policy = [
            "default-src 'none'", "style-src 'sha256-\(Base64.text(of: hash.digest()))'",
            site != nil ? "script-src 'sha256-\(Base64.text(of: script.digest()))'" : nil, "base-uri 'none'",
            "form-action 'none'",
        ].compactMap { $0 }.joined(separator: "; ")
        var html = HTMLWriter()
        html.markup("<!DOCTYPE html>\n")
        html.element("html", ["lang": "en"]) { html in
            html.element("head") { html in
                html.void("meta", ["charset": "utf-8"])
                html.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
                html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                html.void("meta", ["name": "color-scheme", "content": "light dark"])
                html.element("title", text: fullTitle)
                html.element("style") { $0.markup(PageStyle.text) }
            }
            html.lineBreak()
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#content"], text: "Skip to the figures")
                html.element("header") { html in
                    html.element("h1", ["lang": language, "dir": language.map { _ in "auto" }], text: title)
                    html.element("p", ["class": "lead"], text: lead)
                    if let site { Self.write(site.links, to: &html) }
                }
                html.element("main", ["id": "content"]) { body(&$0) }
                writeFoot(to: &html)
                if site != nil { html.element("script") { $0.markup(PageScript.text) } }
            }
        }
        html.lineBreak()
        return html.bytes
    }

    private static func write(_ links: [(name: String, address: String, isCurrent: Bool)], to html: inout HTMLWriter) {
        html.element("nav", ["aria-label": "Pages"]) { html in
            html.element("ul") { html in
                for link in links {
                    html.element("li") {
                        $0.element(
                            "a", ["href": link.address, "aria-current": link.isCurrent ? "page" : nil], text: link.name)
                    }
                }
            }
        }
    }

    private func writeFoot(to html: inout HTMLWriter) {
        html.element("footer", ["id": "method"]) { html in
            html.element("h2", text: "How the figures were made")
            for note in notes { html.element("p", text: note) }
            if let site {
                html.element("p") { html in
                    html.element("a", ["href": site.method], text: "The method")
                    html.text(" says how each figure is made and what it counts.")
                }
            }
            html.element("p", text: Self.ethics)
            html.element(
                "p", ["class": "tool"],
                text:
                    "\(tool.name) \(tool.version), lexicon \(tool.lexiconVersion), sha256:\(tool.lexiconHash)"
            )
        }
    }

    /// What no figure says.
    static let ethics =
        "Figures are about wording: how values, controls and safeguards are put into words. They say nothing of intent, of legality, or of what a government or a company does. A good figure is no certificate."
}
