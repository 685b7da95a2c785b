internal import Reporting

/// How often two things stand together, as SVG: a row for each of the first, a column for each of the second.
struct HeatMap {
    let title: String
    let rows: [String]
    let columns: [String]
    /// Counts by row and column.
    let counts: [[Int]]

    private static let cell = 30
    private static let left = 225
    private static let top = 150

    /// Draws the map; nothing where nothing was counted.
    func write(to html: inout HTMLWriter) {
        let most = counts.joined().max() ?? 0
        guard most > 0 else { return }
        let width = Self.left + columns.count * Self.cell + 110
        let height = Self.top + rows.count * Self.cell + 8
        html.region(title) { html in
            html.element(
                "svg",
                [
                    "viewBox": "0 0 \(width) \(height)", "role": "img", "class": "wide",
                    "aria-label": "\(title); the table below has the numbers",
                ]
            ) { html in
                for (index, name) in columns.enumerated() {
                    let x = Self.left + index * Self.cell + Self.cell / 2 + 4
                    html.element(
                        "text", ["transform": "translate(\(x),\(Self.top - 8)) rotate(-50)"], text: Self.short(name, 24)
                    )
                }
                for (row, name) in rows.enumerated() {
                    let y = Self.top + row * Self.cell
                    html.element(
                        "text", ["x": "\(Self.left - 8)", "y": "\(y + 20)", "text-anchor": "end"],
                        text: Self.short(name, 28))
                    for (column, other) in columns.enumerated() {
                        let count = counts[row][column]
                        html.element(
                            "rect",
                            [
                                "class": "s0", "x": "\(Self.left + column * Self.cell)", "y": "\(y)",
                                "width": "\(Self.cell - 2)", "height": "\(Self.cell - 2)",
                                "fill-opacity": Figures.text(
                                    count == 0 ? 0.04 : 0.15 + 0.85 * (Double(count) / Double(most)).squareRoot(),
                                    places: 2
                                ),
                            ]
                        ) { $0.element("title", text: "\(name) with \(other): \(count)") }
                    }
                }
            }
        }
    }

    private static func short(_ text: String, _ limit: Int) -> String {
        text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}
