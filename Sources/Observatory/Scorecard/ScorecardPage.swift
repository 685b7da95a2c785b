package import Reporting

/// Scorecards as one page of HTML.
package struct ScorecardPage {
    private let cards: [Scorecard]
    private let grouping: ScorecardGrouping
    private let plan: ScorecardPlan
    private let tool: ToolInfo

    /// The page of scorecards.
    package init(_ cards: [Scorecard], by grouping: ScorecardGrouping, plan: ScorecardPlan, tool: ToolInfo) {
        self.cards = cards
        self.plan = plan
        self.grouping = grouping
        self.tool = tool
    }

    /// The page, UTF-8.
    package var html: [UInt8] {
        let page = Page(
            title: grouping == .all ? "Scorecard" : "Scorecard by \(grouping.rawValue)",
            lead:
                "Eight axes of wording and the eight core Internet values, each with what was counted, how sure it is, and the passages behind it.",
            tool: tool,
            notes: Self.notes(plan))
        return page.html { html in
            if cards.count > 1 { writeContents(to: &html) }
            for (index, card) in cards.enumerated() {
                Self.write(card, index, title: card.subject, names: DocumentNames(), to: &html)
            }
        }
    }

    /// How the figures of cards are made, and what each counts.
    static func notes(_ plan: ScorecardPlan) -> [String] {
        rules(plan) + plan.measures.map { "\($0.title): \($0.definition)" }
    }

    /// How the figures of cards are made.
    static func rules(_ plan: ScorecardPlan) -> [String] {
        [
            "Ranges hold 95% of \(Figures.count(Bootstrap.draws)) draws of documents. A clause that stands in several documents of a subject is counted once; the last column counts it each time. Where nothing or everything was counted, the range is that of the rule of three. Fewer than \(Bootstrap.leastDocuments) documents are too few for a range. Ranks are possible places among subjects of so many documents or more.",
            ScorecardPlan.platforms, "Bands. \(plan.formula)",
        ]
    }

    private func writeContents(to html: inout HTMLWriter) {
        html.element("nav", ["aria-label": "Subjects"]) { html in
            html.element("ul") { html in
                for (index, card) in cards.enumerated() {
                    html.element("li") { $0.element("a", ["href": "#card-\(index)"], text: card.subject) }
                }
            }
        }
    }

    /// One card with its passages.
    static func write(
        _ card: Scorecard, _ index: Int, title: String, names: DocumentNames, to html: inout HTMLWriter
    ) {
        html.element("section", ["id": "card-\(index)", "aria-labelledby": "title-\(index)"]) { html in
            html.element("h2", ["id": "title-\(index)"], text: title)
            html.element("p", ["class": "soft"], text: ScorecardText.coverage(of: card) + ".")
            ScorecardTable.write(card, kind: .axis, caption: "Axes", to: &html)
            ScorecardTable.write(card, kind: .coreValue, caption: "Controls that touch a core value", to: &html)
            html.columns(ScorecardTable.columns)
            html.element("h3", text: "Passages behind the figures")
            for entry in card.entries where !entry.quotations.isEmpty {
                html.element("details") { html in
                    html.element(
                        "summary",
                        text:
                            "\(entry.measure.title): \(Figures.count(entry.quotations.count)) of \(Figures.count(entry.quotationCount))"
                    )
                    for quotation in entry.quotations {
                        let isShare = entry.measure.scale == .share
                        names.write(
                            quotation.text, in: quotation.passage, at: quotation.block, of: quotation.path,
                            before: isShare ? (quotation.isCounted ? "counts for it: " : "counts against it: ") : "",
                            to: &html)
                    }
                }
            }
        }
        html.lineBreak()
    }
}

/// The table of one list of figures.
enum ScorecardTable {
    /// What the columns hold.
    static let columns = [
        ("↑ ↓", "whether more or less is better"),
        ("Value", "a share, or cases in a thousand own-voice sentences"),
        ("Band", "0 (weakest) to 4 (strongest), whichever way is better"),
        (
            "Range",
            "where the value lies with a probability of 95%; – with fewer than \(Bootstrap.leastDocuments) documents"
        ),
        ("Counted", "how many count, among how many"),
        ("Rank", "possible places among the subjects that have a range; 1 is best"),
        ("With copies", "the value with clauses that documents copy from each other counted each time"),
    ]

    static func write(
        _ card: Scorecard, kind: ScorecardMeasure.Kind, caption: String, to html: inout HTMLWriter
    ) {
        let entries = card.entries.filter { $0.measure.kind == kind }
        let isRanked = entries.contains { $0.rank != nil }
        html.region(caption) { html in
            html.element("table") { html in
                html.element("caption", text: caption)
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.element("th", ["scope": "col"], text: "Figure")
                        for name in ["Value", "Band", "Range", "Counted", "Rank", "With copies"]
                        where isRanked || name != "Rank" {
                            html.element("th", ["scope": "col", "class": name == "Band" ? nil : "num"], text: name)
                        }
                    }
                }
                html.element("tbody") { html in
                    for entry in entries { write(entry, isRanked: isRanked, to: &html) }
                }
            }
        }
    }

    private static func write(_ entry: Scorecard.Entry, isRanked: Bool, to html: inout HTMLWriter) {
        let measure = entry.measure
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.text("\(measure.title) ")
                html.element("span", ["class": "soft"], text: measure.higherIsBetter ? "↑" : "↓")
            }
            guard let value = entry.value else {
                html.element("td", ["class": "none", "colspan": "3"], text: entry.state.words)
                html.element("td", ["class": "num"], text: ScorecardText.counted(entry))
                html.element("td", ["colspan": isRanked ? "2" : nil], text: "")
                return
            }
            html.element("td", ["class": "num"], text: Figures.value(value, of: measure))
            html.element("td", ["class": "dots"]) { html in
                let band = entry.band ?? 0
                html.text("\(band) ")
                html.element(
                    "span", ["aria-hidden": "true"],
                    text: String(repeating: "●", count: band) + String(repeating: "○", count: 4 - band))
            }
            html.element(
                "td", ["class": "num"], text: entry.interval.map { Figures.interval($0, of: measure) } ?? "–")
            html.element("td", ["class": "num"], text: ScorecardText.counted(entry))
            if isRanked { html.element("td", ["class": "num"], text: entry.rank?.text ?? "–") }
            html.element(
                "td", ["class": "num"], text: entry.valueWithCopies.map { Figures.value($0, of: measure) } ?? "–")
        }
    }
}

extension HTMLWriter {
    /// A passage with its first use of a phrase marked.
    mutating func marked(_ phrase: String, in passage: String) { marked([phrase], in: passage) }

    /// A passage with the first use of each phrase marked; one mark where phrases overlap.
    mutating func marked(_ phrases: [String], in passage: String) {
        let ranges = Set(phrases).filter { !$0.isEmpty }.compactMap { passage.range(of: $0) }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var end = passage.startIndex
        for range in ranges where range.upperBound > end {
            if range.lowerBound >= end {
                text(String(passage[end..<range.lowerBound]))
                element("mark", text: String(passage[range]))
            } else {
                element("mark", text: String(passage[end..<range.upperBound]))
            }
            end = range.upperBound
        }
        text(String(passage[end...]))
    }
}
