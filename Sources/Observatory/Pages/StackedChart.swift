internal import Reporting

/// Shares of several parts over time as SVG: a column for each year, the parts on top of each other.
struct StackedChart {
    let title: String
    /// Names of the parts, from the bottom.
    let parts: [String]
    /// The counts of the parts, year by year.
    let columns: [(year: Int, counts: [Double])]

    private static let size = (width: 860.0, height: 240.0)
    private static let frame = (left: 46.0, top: 14.0, bottom: 28.0)

    /// Draws the chart with its legend.
    func write(to html: inout HTMLWriter) {
        let shown = columns.filter { $0.counts.reduce(0, +) > 0 }
        guard let first = shown.first, let last = shown.last else { return }
        let plot = Self.size.width - Self.frame.left - 10
        let height = Self.size.height - Self.frame.top - Self.frame.bottom
        let step = plot / Double(shown.count)
        html.element(
            "svg",
            [
                "viewBox": "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))", "role": "img",
                "aria-label": "\(title) from \(first.year) to \(last.year); the table below has the numbers",
            ]
        ) { html in
            for (index, column) in shown.enumerated() {
                let total = column.counts.reduce(0, +)
                var bottom = Self.frame.top + height
                for (part, count) in column.counts.enumerated() where count > 0 {
                    let part = (index: part, height: height * count / total)
                    bottom -= part.height
                    html.element(
                        "rect",
                        [
                            "class": "s\(part.index % 6)",
                            "x": Figures.text(Self.frame.left + Double(index) * step, places: 1),
                            "y": Figures.text(bottom, places: 1), "width": Figures.text(max(step - 1, 0.8), places: 1),
                            "height": Figures.text(part.height, places: 1),
                        ]
                    ) { html in
                        html.element(
                            "title",
                            text:
                                "\(column.year), \(parts[part.index]): \(Figures.count(count)) of \(Figures.count(total))"
                        )
                    }
                }
            }
            for (share, label) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
                html.element(
                    "text",
                    [
                        "x": Figures.text(Self.frame.left - 6, places: 0),
                        "y": Figures.text(Self.frame.top + height * (1 - share) + 4, places: 0), "text-anchor": "end",
                    ], text: label)
            }
            for (year, x, anchor) in [(first.year, Self.frame.left, "start"), (last.year, Self.size.width - 10, "end")]
            {
                html.element(
                    "text",
                    [
                        "x": Figures.text(x, places: 0), "y": Figures.text(Self.size.height - 9, places: 0),
                        "text-anchor": anchor,
                    ],
                    text: String(year))
            }
        }
        html.element("p", ["class": "soft"]) { html in
            for (index, part) in parts.enumerated() {
                html.element("svg", ["viewBox": "0 0 10 10", "class": "key", "aria-hidden": "true"]) { html in
                    html.element("rect", ["class": "s\(index % 6)", "width": "10", "height": "10"]) { _ in }
                }
                html.text(" \(part)   ")
            }
        }
    }
}
