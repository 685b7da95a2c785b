import TextModel

/// Every document with its figures and its text.
struct DocumentSections {
    let dossiers: [Dossier]
    let results: Results
    let anchors: Anchors

    func write(to html: inout HTMLWriter) {
        html.element("div", ["id": "documents"]) { html in
            if !dossiers.isEmpty { Legend().write(to: &html) }
            for (index, dossier) in dossiers.enumerated() { write(dossier, index: index, to: &html) }
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
                    BalanceChart(profiles: [report.profile], mentions: [report.mentions], name: name).write(to: &html)
                }
            }
            DocumentText(dossier, index: index, anchors: anchors).write(to: &html)
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
