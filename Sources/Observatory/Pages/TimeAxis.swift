internal import Reporting

/// The years below a chart. All charts of a page have the same, so that a year stands at the same place in each.
struct TimeAxis {
    /// First years of the first and the last period.
    let years: ClosedRange<Int>
    /// Years in a period.
    let period: Int
    /// Where the plot begins and ends.
    let left: Double
    let right: Double

    /// Room for a label and the space around it.
    private static let label = 36.0

    /// Width of a period.
    var step: Double { (right - left) * Double(period) / Double(years.upperBound + period - years.lowerBound) }

    /// Where a period begins.
    func start(of year: Int) -> Double { left + step * Double(year - years.lowerBound) / Double(period) }

    /// The middle of a period.
    func x(_ year: Int) -> Double { start(of: year) + step / 2 }

    /// Years that are labelled: the first and the last, and round ones between as far as there is room.
    var ticks: [Int] {
        let (first, last) = (years.lowerBound, years.upperBound)
        guard x(last) - x(first) >= 2 * Self.label else { return [first] }
        let most = Int((right - left) / (2 * Self.label))
        let distance =
            [1, 2, 5, 10, 20, 50, 100].map { $0 * period }.first { (last - first) / $0 < most } ?? 200 * period
        let middle = stride(from: first - first % distance + distance, to: last, by: distance)
        return [first]
            + middle.filter { x($0) - x(first) >= 1.5 * Self.label && x(last) - x($0) >= 1.5 * Self.label } + [last]
    }

    /// Writes the labels with their feet at a height, those at the ends of narrow periods within the plot.
    func write(at height: Double, to html: inout HTMLWriter) {
        for year in ticks {
            let isAtEdge = step < Self.label
            let (x, anchor) =
                isAtEdge && year == years.lowerBound
                ? (start(of: year), "start")
                : isAtEdge && year == years.upperBound ? (right, "end") : (x(year), "middle")
            html.element(
                "text",
                ["x": Figures.text(x, places: 1), "y": Figures.text(height, places: 1), "text-anchor": anchor],
                text: String(year))
        }
    }
}
