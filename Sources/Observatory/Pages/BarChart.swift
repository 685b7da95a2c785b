internal import Reporting

/// Figures side by side as SVG, each with its range.
struct BarChart {
    let title: String
    let entries: [Scorecard.Entry]

    private static let row = 26.0
    private static let left = 150.0
    private static let width = 420.0

    /// Draws the bars; figures that are not assessed say so.
    func write(to html: inout HTMLWriter) {
        let assessed = entries.compactMap { entry in entry.value.map { max($0, entry.interval?.upper ?? 0) } }
        let most = max(assessed.max() ?? 0, 1e-9)
        let scale = (Self.width - Self.left - 60) / most
        html.element(
            "svg",
            [
                "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.row * Double(entries.count) + 38))", "role": "img",
                "class": "bars",
                "aria-label": "\(title); the table has the numbers",
            ]
        ) { html in
            html.element("text", ["x": "10", "y": "19", "class": "head"], text: title)
            for (index, entry) in entries.enumerated() {
                let y = 34 + Self.row * Double(index)
                func at(_ value: Double) -> String { Figures.text(value, places: 1) }
                html.element(
                    "text", ["x": at(Self.left - 8), "y": at(y + 13), "text-anchor": "end"], text: entry.measure.title)
                guard let value = entry.value else {
                    html.element("text", ["x": at(Self.left), "y": at(y + 13)], text: entry.state.words)
                    continue
                }
                html.element(
                    "rect",
                    [
                        "class": "s0", "x": at(Self.left), "y": at(y), "width": at(value * scale + 1),
                        "height": at(Self.row - 9),
                    ]
                ) { _ in }
                if let interval = entry.interval {
                    let ends = (Self.left + interval.lower * scale, Self.left + interval.upper * scale)
                    html.range("M\(at(ends.0)),\(at(y + 8.5))H\(at(ends.1))")
                }
                html.element(
                    "text", ["x": at(Self.width - 8), "y": at(y + 13), "text-anchor": "end"],
                    text: Figures.value(value, of: entry.measure))
            }
        }
    }
}

extension HTMLWriter {
    /// A line of a range or a level, with an edge of the ground's colour that parts it from what is below.
    mutating func range(_ path: String) {
        for style in ["edge", "level"] { element("path", ["class": style, "d": path]) { _ in } }
    }
}
