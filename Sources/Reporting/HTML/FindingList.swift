import TextModel

/// All findings in order, with links to their cards.
struct FindingList {
    let dossiers: [Dossier]
    let anchors: Anchors
    let layout: PageLayout

    func write(to html: inout HTMLWriter) {
        html.element("section", ["id": "findings", "class": "list", "aria-labelledby": "findings-title"]) {
            html in
            html.element("h2", ["id": "findings-title"], text: Wording.findingList)
            guard dossiers.contains(where: { !$0.findings.isEmpty }) else {
                html.element(
                    "p", text: "\(Wording.capitalised(Wording.noFindings)). \(Wording.noCertificate)")
                return
            }
            layout.fold(in: &html) { html in
                FindingFilter(dossiers).write(to: &html)
                for (index, dossier) in dossiers.enumerated() where !dossier.findings.isEmpty {
                    if dossiers.count > 1 {
                        html.element("h3", ["dir": "auto"]) { html in
                            html.element(
                                "a", ["href": "#\(Anchors.document(index))"], text: dossier.document.path)
                        }
                    }
                    writeList(of: dossier, names: anchors.findings[index], to: &html)
                }
            }
        }
        html.lineBreak()
    }

    private func writeList(of dossier: Dossier, names: [String], to html: inout HTMLWriter) {
        html.element("ol", ["class": "hits", "role": "list"]) { html in
            for (finding, name) in zip(dossier.findings, names) {
                let classes = "hit b-\(finding.band.name) r-\(Anchors.safe(finding.rule))"
                html.element("li", ["class": classes, "id": "h-\(name.dropFirst(2))"]) { html in
                    html.element("span", ["class": "band"], text: "\(finding.band.name) \(finding.score)")
                    html.text(" ")
                    html.element("a", ["href": "#\(name)"]) { html in
                        html.element("b", text: finding.rule)
                        html.text(" \(finding.name)")
                    }
                    html.text(" ")
                    let words = Wording.shortened(dossier.document.string(finding.span), to: 72)
                    html.element("q", ["lang": dossier.document.language, "dir": "auto"], text: words)
                    html.text(" ")
                    html.element("span", ["class": "where"], text: place(of: finding, in: dossier))
                }
                html.lineBreak()
            }
        }
    }

    private func place(of finding: Finding, in dossier: Dossier) -> String {
        let line = Wording.line(dossier.line(ofText: finding.span.start))
        guard let heading = dossier.section(of: finding.block).last else { return line }
        return "\(line) · \(Wording.shortened(heading, to: 48))"
    }
}
