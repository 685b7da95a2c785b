internal import Reporting

/// The pages of one way to group documents: a list of its subjects, and a page for each.
struct SiteGroup {
    let grouping: ScorecardGrouping
    /// Subjects with the files of their pages.
    let cards: [(file: String, card: Scorecard)]

    init(_ grouping: ScorecardGrouping, _ cards: [(file: String, card: Scorecard)]) {
        self.grouping = grouping
        self.cards = cards
    }

    /// File of the list.
    var file: String { Self.file(of: grouping) }

    static func file(of grouping: ScorecardGrouping) -> String { "\(title(of: grouping).lowercased()).html" }

    static func title(of grouping: ScorecardGrouping) -> String {
        switch grouping {
        case .country: "Countries"
        case .collection: "Collections"
        case .body: "Bodies"
        case .year: "Years"
        case .document, .all: "Documents"
        }
    }

    /// The list, with the bands of all axes.
    func index(in frame: SiteFrame) -> [UInt8] {
        let axes = frame.plan.measures.filter { $0.kind == .axis }
        let page = frame.page(
            Self.title(of: grouping),
            "Values of the eight axes: shares, or cases in a thousand own-voice sentences; an empty field is not assessed. Open a subject for ranges, counts and passages.",
            file: file)
        return page.html { html in
            html.list(
                Self.title(of: grouping),
                [SiteColumn(name: grouping.rawValue.capitalized), SiteColumn(name: "Documents", isNumber: true)]
                    + axes.map { SiteColumn(name: "\($0.title) \($0.higherIsBetter ? "↑" : "↓")", isNumber: true) },
                cards.map { file, card in
                    let values = card.entries.filter { $0.measure.kind == .axis }.map { entry in
                        SiteRow.Cell(entry.value.map { Figures.value($0, of: entry.measure) } ?? "")
                    }
                    return SiteRow(
                        address: file, name: card.subject,
                        cells: [SiteRow.Cell(Figures.count(card.coverage.judged))] + values)
                })
            html.element("p") { html in
                html.element("a", ["href": "data/scorecards-\(grouping.rawValue).csv"], text: "All figures as CSV")
            }
        }
    }

    /// The page of a subject.
    func page(of card: Scorecard, in frame: SiteFrame, documents: [SiteRow]) -> [UInt8] {
        let page = frame.page(
            card.subject, "Scorecard and documents of this \(grouping.rawValue).",
            file: "", kind: Self.title(of: grouping))
        return page.html { html in
            ScorecardPage.write(card, 0, title: "Scorecard", names: frame.names, to: &html)
            html.element("figure") { html in
                BarChart(
                    title: "Controls that touch a core value",
                    entries: card.entries.filter { $0.measure.kind == .coreValue }
                ).write(to: &html)
            }
            html.element("section", ["aria-labelledby": "documents"]) { html in
                html.element("h2", ["id": "documents"], text: "Documents")
                html.list("List of documents", SiteDocuments.columns(frame.plan), documents, isSearched: true)
            }
        }
    }
}
