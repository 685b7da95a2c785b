package import Reporting
internal import TextModel

/// Trends as one page of HTML with charts.
package struct TrendsPage {
    private let trends: Trends
    private let tool: ToolInfo
    private let frame: SiteFrame?

    /// The page of trends, alone.
    package init(_ trends: Trends, tool: ToolInfo) { self.init(trends, tool: tool, frame: nil) }

    /// The page of trends as a part of a site.
    init(_ trends: Trends, tool: ToolInfo, frame: SiteFrame?) {
        self.trends = trends
        self.tool = tool
        self.frame = frame
    }

    /// The page, UTF-8.
    package var html: [UInt8] {
        let (title, lead) = ("Year on year", TrendsWording.coverage(trends))
        let page =
            frame?.page(title, lead, file: "trends.html")
            ?? Page(
                title: title, lead: lead, tool: tool,
                notes: [TrendsWording.method] + trends.plan.trends.map { "\($0.title): \($0.definition)" })
        return page.html { html in
            writeSeries(to: &html)
            writeStances(to: &html)
            if let change = trends.change {
                TrendsChangeSection(trends: trends, change: change, names: frame?.names ?? DocumentNames()).write(
                    to: &html)
            } else {
                html.element("section", ["aria-labelledby": "change"]) { html in
                    html.element("h2", ["id": "change"], text: "Change")
                    html.element("p", ["class": "soft"], text: TrendsWording.noComparison)
                }
            }
            writeData(to: &html)
        }
    }

    private func writeSeries(to html: inout HTMLWriter) {
        html.element("section", ["aria-labelledby": "series"]) { html in
            html.element("h2", ["id": "series"], text: "Series")
            html.element(
                "p", ["class": "soft"],
                text:
                    "The blue area is the range of each figure over documents, where there are \(Bootstrap.leastDocuments) or more. A hollow point is a single document. The thick lines are levels, and the dashed ones where a level changes. All charts have the same years."
            )
            html.element("div", ["class": "charts"]) { html in
                for series in trends.series where series.points.contains(where: { $0.value != nil }) {
                    html.element("figure") { html in
                        let chart = LineChart(series: series, trends: trends)
                        chart.write(to: &html)
                        html.element("figcaption", text: chart.summary + ".")
                    }
                }
            }
            let missing = trends.series.filter { series in series.points.allSatisfy { $0.value == nil } }
            if !missing.isEmpty {
                html.element(
                    "p", ["class": "soft"],
                    text: "Too little text in every period: \(missing.map(\.measure.title).joined(separator: ", ")).")
            }
        }
    }

    private func writeStances(to html: inout HTMLWriter) {
        let stances = Stance.allCases.filter { $0 != .other }.map(\.rawValue)
        html.element("section", ["aria-labelledby": "stances"]) { html in
            html.element("h2", ["id": "stances"], text: "What authors do with the wording")
            html.element("figure") { html in
                if let years = trends.years {
                    StackedChart(
                        title: "Passages by stance", parts: stances,
                        columns: trends.stances.map { own in (own.year, stances.map { own.counts[$0] ?? 0 }) },
                        years: years, period: trends.period
                    ).write(to: &html)
                }
                html.element(
                    "figcaption",
                    text:
                        "Shares of the judged passages that say something about values or controls, by stance; the parts lie from below in the order of the names."
                )
            }
            html.element("details") { html in
                html.element("summary", text: "The numbers")
                html.table(
                    ["Years"] + stances,
                    trends.stances.map { own in
                        [trends.name(of: own.year)] + stances.map { Figures.count(own.counts[$0] ?? 0) }
                    }, name: "Passages by stance")
            }
        }
    }

    private func writeData(to html: inout HTMLWriter) {
        html.element("section", ["aria-labelledby": "data"]) { html in
            html.element("h2", ["id": "data"], text: "The numbers behind the charts")
            for series in trends.series {
                html.element("details") { html in
                    html.element("summary", text: series.measure.title)
                    html.element("p", ["class": "soft"], text: series.measure.definition)
                    html.table(
                        ["Years", "Documents", "Counted", "Among", "Figure", "Range"],
                        series.points.map { point in
                            [
                                trends.name(of: point.year), Figures.count(point.documents),
                                Figures.count(point.numerator), Figures.count(point.denominator),
                                point.value.map { Figures.value($0, of: series.measure) } ?? "too little text",
                                point.interval.map { Figures.interval($0, of: series.measure) } ?? "–",
                            ]
                        }, name: series.measure.title)
                }
            }
        }
    }
}
