import TextModel

/// The figures of all documents: totals, bands, the balance, rules and credits.
struct PageSummary {
    let dossiers: [Dossier]
    let rules: [RuleDescription]
    let options: ReportingOptions

    func write(to html: inout HTMLWriter) {
        html.element("section", ["id": "summary", "aria-labelledby": "summary-title"]) { html in
            html.element("h2", ["id": "summary-title"], text: Wording.summary)
            html.element("p", ["class": "totals"]) { html in
                html.text(totals)
                guard let dismissed = DismissedList(dossiers) else { return }
                html.text(" · ")
                dismissed.writeLink(to: &html)
            }
            writeBands(to: &html)
            BalanceChart(
                profiles: dossiers.map(\.report.profile), mentions: dossiers.map(\.report.mentions),
                name: "all"
            ).write(to: &html)
            if !dossiers.isEmpty {
                let single = dossiers.count == 1
                ProfileSection(
                    title: single ? Wording.profile : Wording.profileOfAll,
                    profile: dossiers.map(\.report.profile).reduce(Profile(), +), dossiers: single ? dossiers : []
                ).write(to: &html)
            }
            html.element("div", ["class": "tables"]) { html in
                writeTable(
                    Wording.rule, Wording.meaning, Wording.count, Tally.rules(of: dossiers), to: &html)
                writeTable(
                    Wording.creditTable, Wording.creditMeaning, Wording.creditCount,
                    Tally.credits(of: dossiers), to: &html)
            }
        }
        html.lineBreak()
    }

    private var totals: String {
        let passages = dossiers.reduce(0) { $0 + $1.report.verdicts.count }
        let words = dossiers.reduce(0) { $0 + $1.report.words }
        let findings = dossiers.reduce(0) { $0 + $1.findings.count }
        let credits = dossiers.reduce(0) { $0 + $1.report.credits.count }
        let hidden = dossiers.reduce(0) { $0 + $1.hidden }
        var parts = [Wording.documents(dossiers.count), Wording.passages(passages), Wording.wordCount(words)]
        parts += [Wording.findings(findings, in: Tally.passages(of: dossiers)), Wording.credits(credits)]
        if hidden > 0 { parts.append(Wording.hidden(hidden, below: options.minimumBand)) }
        let inactive = dossiers.reduce(0) { $0 + $1.inactive }
        if inactive > 0 { parts.append(Wording.inactive(inactive)) }
        return parts.joined(separator: " · ")
    }

    private func writeBands(to html: inout HTMLWriter) {
        let bands = Tally.bands(of: dossiers)
        guard !bands.isEmpty else { return }
        html.element("ul", ["class": "bands", "role": "list"]) { html in
            for entry in bands {
                html.element("li", ["class": "tally k-\(entry.band.name)"]) { html in
                    html.element("b", text: Wording.grouped(entry.count))
                    html.text(" \(Wording.tally(entry.band, in: entry.passages))")
                }
            }
        }
        html.lineBreak()
    }

    private func writeTable(
        _ name: String, _ meaning: String, _ count: String,
        _ entries: [(id: String, name: String, count: Int)],
        to html: inout HTMLWriter
    ) {
        guard !entries.isEmpty else { return }
        let book = Dictionary(rules.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
        html.element("table") { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", ["scope": "col"], text: name)
                    html.element("th", ["scope": "col"], text: meaning)
                    html.element("th", ["scope": "col", "class": "num"], text: count)
                }
            }
            html.element("tbody") { html in
                for entry in entries {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { html in
                            html.element("b", text: entry.id)
                            html.text(" \(entry.name)")
                        }
                        html.element("td", text: book[entry.id] ?? "")
                        html.element("td", ["class": "num"], text: Wording.grouped(entry.count))
                    }
                }
            }
        }
        html.lineBreak()
    }
}
