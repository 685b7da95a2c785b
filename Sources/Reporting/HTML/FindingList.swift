import TextModel

/// All findings by passage, the worst first in each document, with links to their cards.
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
                    writeList(of: dossier, index: index, to: &html)
                }
            }
        }
        html.lineBreak()
    }

    private func writeList(of dossier: Dossier, index: Int, to html: inout HTMLWriter) {
        let passages = anchors.passages(of: dossier, at: index).values.sorted { Self.comesFirst($0[0], $1[0]) }
        html.element("ol", ["class": "hits", "role": "list"]) { html in
            for passage in passages {
                html.element("li", ["class": "spot"]) { html in
                    writeHead(of: passage[0].finding, in: dossier, to: &html)
                    html.element("ul", ["role": "list"]) { html in
                        for named in passage {
                            write(named, isSame: named.finding.span == passage[0].finding.span, in: dossier, to: &html)
                        }
                    }
                }
                html.lineBreak()
            }
        }
    }

    /// The worse one, and of two that are as bad the earlier one.
    private static func comesFirst(_ a: Anchors.Named, _ b: Anchors.Named) -> Bool {
        (b.finding.band, b.finding.score, a.finding.block) < (a.finding.band, a.finding.score, b.finding.block)
    }

    /// The words of a passage's worst finding, and where they are.
    private func writeHead(of finding: Finding, in dossier: Dossier, to html: inout HTMLWriter) {
        html.element(dossiers.count > 1 ? "h4" : "h3") { html in
            writeWords(of: finding, in: dossier, to: &html)
            html.text(" ")
            html.element("span", ["class": "where"]) { html in
                html.text(dossier.place(of: finding.span))
                guard let heading = dossier.section(of: finding.block).last else { return }
                html.text(" · ")
                html.element(
                    "span", ["lang": dossier.language, "dir": "auto"], text: Wording.shortened(heading, to: 48))
            }
        }
    }

    private func write(_ named: Anchors.Named, isSame: Bool, in dossier: Dossier, to html: inout HTMLWriter) {
        let finding = named.finding
        let classes = "hit b-\(finding.band.name) r-\(Anchors.safe(finding.rule))"
        html.element("li", ["class": classes, "id": "h-\(named.name.dropFirst(2))"]) { html in
            html.element("span", ["class": "band"], text: "\(finding.band.name) \(finding.score)")
            html.text(" ")
            html.element("a", ["href": "#\(named.name)"]) { html in
                html.element("b", text: finding.rule)
                html.text(" \(finding.name)")
            }
            guard !isSame else { return }
            html.text(" ")
            writeWords(of: finding, in: dossier, to: &html)
        }
    }

    private func writeWords(of finding: Finding, in dossier: Dossier, to html: inout HTMLWriter) {
        html.element(
            "q", ["lang": dossier.language, "dir": "auto"],
            text: Wording.shortened(dossier.document.string(finding.span), to: 120))
    }
}
