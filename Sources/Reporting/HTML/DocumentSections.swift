import TextModel

/// Every document with its figures and its text.
struct DocumentSections {
    let dossiers: [Dossier]
    let results: Results
    let anchors: Anchors
    let layout: PageLayout

    func write(to html: inout HTMLWriter) {
        html.element("div", ["id": "documents"]) { html in
            if dossiers.count > 1 { writeOverview(to: &html) }
            if !dossiers.isEmpty { Legend().write(to: &html) }
            for (index, dossier) in dossiers.enumerated() { write(dossier, index: index, to: &html) }
        }
    }

    /// A table of the documents, so that those without findings can be reached too.
    private func writeOverview(to html: inout HTMLWriter) {
        html.element("section", ["aria-labelledby": "documents-title"]) { html in
            html.element("h2", ["id": "documents-title"], text: Wording.documentList)
            html.element("table", ["class": "docs"]) { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for (index, head) in Wording.documentColumns.enumerated() {
                            html.element(
                                "th", ["scope": "col", "class": index > 1 ? "num" : nil], text: head)
                        }
                    }
                }
                html.element("tbody") { html in
                    for (index, dossier) in dossiers.enumerated() {
                        writeRow(of: dossier, index: index, to: &html)
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func writeRow(of dossier: Dossier, index: Int, to html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("th", ["scope": "row", "dir": "auto"]) { html in
                html.element("a", ["href": "#\(Anchors.document(index))"], text: dossier.document.path)
            }
            html.element("td", text: dossier.report.profile.band.name)
            for count in [
                dossier.findings.count, dossier.report.credits.count, dossier.report.verdicts.count,
            ] {
                html.element("td", ["class": "num"], text: Wording.grouped(count))
            }
        }
    }

    private func write(_ dossier: Dossier, index: Int, to html: inout HTMLWriter) {
        let report = dossier.report
        let name = Anchors.document(index)
        html.element("section", ["class": "doc", "id": name, "aria-labelledby": "\(name)-title"]) { html in
            html.element("div", ["class": "dochead"]) { html in
                html.element("h2", ["id": "\(name)-title", "dir": "auto"], text: report.document.path)
                html.element("p", ["class": "meta"], text: meta(of: report))
                if let hash = results.hash(of: report.document) {
                    html.element("p", ["class": "meta hash"], text: "SHA-256 \(hash)")
                }
                for note in report.document.notes { html.element("p", ["class": "meta"], text: note.message) }
                if dossiers.count > 1 {
                    html.element("details") { html in
                        html.element("summary", text: Wording.documentBalance)
                        BalanceChart(profiles: [report.profile], mentions: [report.mentions], name: name)
                            .write(to: &html)
                    }
                    ProfileSection(title: Wording.profile, profile: report.profile, dossiers: [dossier]).write(
                        to: &html)
                }
            }
            DocumentText(dossier, index: index, anchors: anchors, layout: layout).write(to: &html)
        }
        html.lineBreak()
    }

    private func meta(of report: Report) -> String {
        [
            Wording.kind(report.kind), report.document.language, report.document.encoding.name,
            Wording.passages(report.verdicts.count), Wording.wordCount(report.words),
            Wording.worst(report.profile.band),
        ].compactMap { $0 }.joined(separator: " · ")
    }
}

/// What the marks in the text mean.
struct Legend {
    func write(to html: inout HTMLWriter) {
        html.element("section", ["class": "legend", "aria-labelledby": "legend-title"]) { html in
            html.element("h2", ["id": "legend-title"], text: Wording.legend)
            html.element("ul", ["role": "list"]) { html in
                for style in Highlight.Style.allCases {
                    html.element("li") { html in
                        let classes = style == .finding ? "f" : "\(style.rawValue) e"
                        html.element("mark", ["class": classes], text: Self.name(of: style))
                    }
                }
                html.element("li") { $0.element("mark", ["class": "w x e"], text: Wording.legendIdle) }
            }
        }
        html.lineBreak()
    }

    private static func name(of style: Highlight.Style) -> String {
        switch style {
        case .finding: Wording.legendFinding
        case .value: Wording.family(.value)
        case .counterweight: Wording.family(.counterweight)
        case .control: Wording.family(.control)
        case .safeguard: Wording.family(.safeguard)
        case .cue: Wording.legendCue
        }
    }
}
