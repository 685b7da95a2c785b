import TextModel

/// What reviewers dismissed, with who did and why: a page that leaves findings out says which.
struct DismissedList {
    private let entries: [(finding: Finding, dossier: Dossier)]
    private let hasSeveral: Bool

    /// Nothing where nothing was dismissed.
    init?(_ dossiers: [Dossier]) {
        entries = dossiers.flatMap { dossier in dossier.dismissed.map { ($0, dossier) } }
        hasSeveral = dossiers.count > 1
        if entries.isEmpty { return nil }
    }

    /// How many there are, with a link to them.
    func writeLink(to html: inout HTMLWriter) {
        html.element("a", ["href": "#dismissed"], text: Wording.dismissed(entries.count))
    }

    func write(to html: inout HTMLWriter) {
        html.element("section", ["id": "dismissed", "aria-labelledby": "dismissed-title"]) { html in
            html.element("h2", ["id": "dismissed-title"], text: Wording.dismissedTitle)
            html.element("p", text: Wording.dismissedNote)
            html.element("ul") { html in
                for entry in entries { write(entry.finding, of: entry.dossier, to: &html) }
            }
        }
        html.lineBreak()
    }

    private func write(_ finding: Finding, of dossier: Dossier, to html: inout HTMLWriter) {
        html.element("li") { html in
            html.element("b", text: finding.rule)
            html.text(" \(finding.name), \(finding.band.name): ")
            html.element(
                "q", ["lang": dossier.language, "dir": "auto"],
                text: Wording.shortened(dossier.document.string(finding.span), to: 120))
            let place = (hasSeveral ? "\(dossier.document.path), " : "") + dossier.place(of: finding.span)
            html.element("span", ["class": "where"], text: " \(place)")
            html.element("p", text: finding.review.map { Wording.capitalised(Wording.review($0)) } ?? "")
        }
    }
}
