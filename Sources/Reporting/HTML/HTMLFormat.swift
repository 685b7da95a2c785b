import TextModel

/// One page with everything in it: no request, no file beside it, and nothing that needs its script.
///
/// The script turns the page into a place to review in. The content security policy allows it and the style sheet
/// by hash and nothing else.
struct HTMLFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        let dossiers = results.reports.map { Dossier($0, minimumBand: options.minimumBand) }
        let anchors = Anchors(dossiers)
        let layout = PageLayout(dossiers)
        let style = StyleSheet.text + FindingFilter(dossiers).style
        var html = HTMLWriter()
        html.markup("<!DOCTYPE html>\n")
        html.element("html", ["lang": Wording.language]) { html in
            writeHead(title: title(of: results), style: style, to: &html)
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#findings"], text: Wording.skip)
                writeHeader(failures: results.failures, to: &html)
                html.element("main") { html in
                    PageSummary(dossiers: dossiers, rules: results.rules, options: options).write(to: &html)
                    FindingList(dossiers: dossiers, anchors: anchors, layout: layout).write(to: &html)
                    DocumentSections(dossiers: dossiers, results: results, anchors: anchors, layout: layout)
                        .write(to: &html)
                    DismissedList(dossiers)?.write(to: &html)
                    layout.writeNotes(to: &html)
                    writeFailures(results.failures, to: &html)
                }
                writeMethod(results.tool, to: &html)
                if dossiers.contains(where: { !$0.findings.isEmpty }) {
                    let data = ReviewData(dossiers: dossiers, results: results, anchors: anchors)
                    html.element("script", ["type": "application/json", "id": "review-data"]) {
                        $0.markup(data.json)
                    }
                    html.element("script") { $0.markup(PackageResources.review_js) }
                }
            }
        }
        html.lineBreak()
        return html.bytes
    }

    private func title(of results: Results) -> String {
        guard results.reports.count == 1, let document = results.reports.first?.document else {
            return "\(Wording.documents(results.reports.count)) – \(Wording.pageTitle)"
        }
        return "\(document.title ?? document.path) – \(Wording.pageTitle)"
    }

    private func writeHead(title: String, style: String, to html: inout HTMLWriter) {
        let policy = [
            "default-src 'none'", "style-src '\(Self.hash(Array(style.utf8)))'",
            "script-src '\(Self.hash(PackageResources.review_js))'", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
        html.element("head") { html in
            html.void("meta", ["charset": "utf-8"])
            html.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
            html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.void("meta", ["name": "color-scheme", "content": "light dark"])
            html.void("meta", ["name": "referrer", "content": "no-referrer"])
            html.element("title", text: title)
            html.element("style") { $0.markup(style) }
        }
        html.lineBreak()
    }

    /// A source expression of a content security policy.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return "sha256-\(Base64.text(of: hash.digest()))"
    }

    private func writeHeader(failures: [Failure], to html: inout HTMLWriter) {
        html.element("header", ["class": "top"]) { html in
            html.element("h1", text: Wording.pageTitle)
            html.element("p", text: Wording.tagline)
            html.element("nav", ["aria-label": Wording.contents]) { html in
                html.element("ul", ["role": "list"]) { html in
                    var links = [("summary", Wording.summary), ("findings", Wording.findingList)]
                    links.append(("documents", Wording.documentList))
                    if !failures.isEmpty { links.append(("unread", Wording.unreadFiles)) }
                    links.append(("method", Wording.method))
                    for (target, name) in links {
                        html.element("li") { $0.element("a", ["href": "#\(target)"], text: name) }
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func writeFailures(_ failures: [Failure], to html: inout HTMLWriter) {
        guard !failures.isEmpty else { return }
        html.element("section", ["id": "unread", "class": "unread", "aria-labelledby": "unread-title"]) {
            html in
            html.element("h2", ["id": "unread-title"], text: Wording.unreadFiles)
            html.element("p", text: Wording.unreadNote)
            html.element("ul") { html in
                for failure in failures {
                    html.element("li") { html in
                        html.element("code", text: failure.path)
                        html.text(" \(failure.message)")
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func writeMethod(_ tool: ToolInfo, to html: inout HTMLWriter) {
        html.element("footer", ["id": "method"]) { html in
            html.element("h2", text: Wording.method)
            for note in Wording.methodNotes { html.element("p", text: note) }
            html.element("p", ["class": "tool"]) { html in
                html.text("\(tool.name) \(tool.version). ")
                html.text(Wording.lexicon(tool.lexiconVersion, tool.lexiconHash))
            }
        }
    }
}
