internal import Reporting

/// Shares of several parts over time as SVG: a column for each period, the parts on top of each other.
///
/// Dark and light parts take turns, and a gap lies between them, so that they are told apart without their colours.
struct StackedChart {
    let title: String
    /// Names of the parts, from the bottom.
    let parts: [String]
    /// The counts of the parts, year by year.
    let columns: [(year: Int, counts: [Double])]
    /// Years that the axis has, and years in a period.
    let years: ClosedRange<Int>
    let period: Int

    private static let size = (width: 860.0, height: 240.0)
    private static let frame = (left: 46.0, top: 14.0, bottom: 28.0)

    /// Draws the chart with its legend; nothing where nothing was counted.
    func write(to html: inout HTMLWriter) {
        let shown = columns.filter { $0.counts.reduce(0, +) > 0 }
        guard !shown.isEmpty else { return }
        let height = Self.size.height - Self.frame.top - Self.frame.bottom
        let axis = TimeAxis(years: years, period: period, left: Self.frame.left, right: Self.size.width - 10)
        html.region(title) { html in
            html.element(
                "svg",
                [
                    "viewBox": "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))", "role": "img", "class": "wide",
                    "aria-label": "\(title); the table below has the numbers",
                ]
            ) { html in
                for column in shown { write(column, on: axis, height: height, to: &html) }
                for (share, label) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
                    html.element(
                        "text",
                        [
                            "x": Figures.text(Self.frame.left - 6, places: 0),
                            "y": Figures.text(Self.frame.top + height * (1 - share) + 4, places: 0),
                            "text-anchor": "end",
                        ], text: label)
                }
                axis.write(at: Self.size.height - 9, to: &html)
            }
        }
        html.element("p", ["class": "soft"]) { html in
            for (index, part) in parts.enumerated() {
                html.element("svg", ["viewBox": "0 0 10 10", "class": "key", "aria-hidden": "true"]) { html in
                    html.element("rect", ["class": Self.style(index), "width": "10", "height": "10"]) { _ in }
                }
                html.text(" \(part)   ")
            }
        }
    }

    private func write(
        _ column: (year: Int, counts: [Double]), on axis: TimeAxis, height: Double, to html: inout HTMLWriter
    ) {
        let total = column.counts.reduce(0, +)
        // Narrow columns have no gap between them, or nothing would be left of them.
        let width = axis.step - (axis.step > 6 ? 1 : 0)
        var bottom = Self.frame.top + height
        for (part, count) in column.counts.enumerated() where count > 0 {
            bottom -= height * count / total
            html.element(
                "rect",
                [
                    "class": Self.style(part), "x": Figures.text(axis.start(of: column.year), places: 2),
                    "y": Figures.text(bottom, places: 1), "width": Figures.text(width, places: 2),
                    "height": Figures.text(max(height * count / total - 1, 0.5), places: 1),
                ]
            ) { html in
                html.element(
                    "title",
                    text: "\(column.year), \(parts[part]): \(Figures.count(count)) of \(Figures.count(total))")
            }
        }
    }

    private static func style(_ part: Int) -> String { "p\(part % 6)" }
}
