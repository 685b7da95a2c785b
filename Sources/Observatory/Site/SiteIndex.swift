internal import Reporting

/// The first page of a site, and the one about its method.
struct SiteIndex {
    let frame: SiteFrame
    let card: Scorecard
    let contents: SiteContents
    let trends: Trends

    /// The first page.
    var html: [UInt8] {
        let page = frame.page(
            SiteFrame.name,
            "How policy texts put values, controls and safeguards into words: figures, series, and passages behind them.",
            file: "index.html")
        return page.html { html in
            ScorecardPage.write(card, 0, title: card.subject, names: frame.names, to: &html)
            html.element("div", ["class": "charts"]) { html in
                html.element("figure") { html in
                    BarChart(
                        title: "Controls that touch a core value",
                        entries: card.entries.filter { $0.measure.kind == .coreValue }
                    ).write(to: &html)
                    html.element(
                        "figcaption", text: "In a thousand own-voice sentences; the line is the range.")
                }
                for series in trends.series.prefix(5) where series.points.count(where: { $0.value != nil }) > 1 {
                    html.element("figure") { html in
                        let chart = LineChart(series: series, trends: trends)
                        chart.write(to: &html)
                        html.element("figcaption", text: chart.summary + ".")
                    }
                }
            }
            writeBalance(to: &html)
            html.element("section", ["aria-labelledby": "data"]) { html in
                html.element("h2", ["id": "data"], text: "Data")
                html.element("ul") { html in
                    for (file, name) in [
                        ("scorecard.csv", "This scorecard"), ("trends.csv", "The series"),
                        (
                            "findings.csv",
                            "All findings, also those below \(frame.plan.standard.findingsFrom.name) and dismissed ones"
                        ),
                        ("left-out.csv", "Documents that are in no figure, or of unknown language"),
                    ] {
                        html.element("li") { $0.element("a", ["href": "data/\(file)"], text: "\(name), CSV") }
                    }
                }
            }
        }
    }

    private func writeBalance(to html: inout HTMLWriter) {
        let balance = contents.balance
        guard !balance.values.isEmpty else { return }
        html.element("section", ["aria-labelledby": "balance"]) { html in
            html.element("h2", ["id": "balance"], text: "Which values stand with which counterweights")
            html.element("figure") { html in
                HeatMap(
                    title: "Passages that hold a value and a counterweight", rows: balance.values,
                    columns: balance.counterweights, counts: balance.counts
                ).write(to: &html)
                html.element(
                    "figcaption",
                    text:
                        "Passages in which a protective value in own voice and a live counterweight stand together; darker is more."
                )
            }
            html.element("details") { html in
                html.element("summary", text: "The numbers")
                html.table(
                    ["Value"] + balance.counterweights,
                    zip(balance.values, balance.counts).map { name, counts in [name] + counts.map { Figures.count($0) }
                    }, name: "Values with counterweights")
            }
        }
    }

    /// How each figure was made.
    static func method(in frame: SiteFrame) -> [UInt8] {
        let page = frame.page(
            "Method", "How each figure was made, so that anyone can make it again.", file: "method.html")
        return page.html { html in
            html.table(
                ["Figure", "Direction", "What is counted"],
                (frame.plan.trends.filter { $0.kind == .frequency } + frame.plan.measures).map {
                    [$0.title, $0.higherIsBetter ? "more is better" : "less is better", $0.definition]
                }, areNumbers: false)
            html.element("h2", text: "Scorecards")
            for note in ScorecardPage.rules(frame.plan) { html.element("p", text: note) }
            html.element("h2", text: "Series and changes")
            html.element("p", text: TrendsWording.method)
            html.element("p", text: TrendsWording.choice)
            html.element("h2", text: "Findings")
            html.element("p", text: SiteDocuments.wording(frame.plan))
            html.element("h2", text: "When a figure is missing")
            html.element("ul") { html in
                for text in [
                    "Not assessed: no document was judged so that it could be counted.",
                    "Not applicable: there is nothing that the figure is about, such as a control.",
                    "Too little text: fewer than \(Figures.count(frame.plan.minimumSentences)) own-voice sentences, or fewer than \(Figures.count(frame.plan.minimumCases)) values or controls.",
                ] {
                    html.element("li", text: text)
                }
            }
        }
    }
}
