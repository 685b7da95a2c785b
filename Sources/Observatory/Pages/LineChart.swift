internal import Foundation
internal import Reporting

/// A figure over time as SVG: its range as an area, its points, the levels between change points.
struct LineChart {
    let series: TrendSeries
    let trends: Trends

    /// A year in words.
    private func name(_ year: Int) -> String { trends.name(of: year) }

    private static let size = (width: 420.0, height: 210.0)
    private static let frame = (left: 46.0, right: 12.0, top: 30.0, bottom: 28.0)

    /// Draws the chart; nothing where no point is known.
    func write(to html: inout HTMLWriter) {
        let points = series.points.filter { $0.value != nil }
        guard let first = points.first, let last = points.last else { return }
        let years = (Double(first.year), Double(max(last.year, first.year + 1)))
        let highest = points.compactMap(\.value).max() ?? 0
        let widest = points.compactMap { $0.interval?.upper }.max() ?? 0
        // A range that is far above every point is cut off rather than flattening the line.
        let top = Self.ceiling(highest > 0 ? min(max(highest, widest), 2.5 * highest) : widest, of: series.measure)
        func x(_ year: Int) -> Double {
            Self.frame.left + (Double(year) - years.0) / (years.1 - years.0)
                * (Self.size.width - Self.frame.left - Self.frame.right)
        }
        func y(_ value: Double) -> Double {
            Self.size.height - Self.frame.bottom - min(value, top) / top
                * (Self.size.height - Self.frame.top - Self.frame.bottom)
        }
        html.element(
            "svg",
            ["viewBox": "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))", "role": "img", "aria-label": summary]
        ) { html in
            html.element("text", ["x": "10", "y": "19", "class": "head"], text: series.measure.title)
            for step in 0...2 {
                let value = top * Double(step) / 2
                html.element(
                    "path",
                    [
                        "class": "axis",
                        "d": "M\(Self.at(Self.frame.left, y(value)))H\(Self.at(Self.size.width - Self.frame.right))",
                    ]
                ) { _ in }
                html.element(
                    "text", ["x": Self.at(Self.frame.left - 6), "y": Self.at(y(value) + 4), "text-anchor": "end"],
                    text: Figures.value(value, of: series.measure))
            }
            for year in Self.ticks(first.year, last.year) {
                html.element(
                    "text",
                    [
                        "x": Self.at(x(year)), "y": Self.at(Self.size.height - 9),
                        "text-anchor": year == last.year ? "end" : year == first.year ? "start" : "middle",
                    ],
                    text: String(year))
            }
            for stretch in stretches(points).flatMap(Self.ranged) {
                let ups = stretch.map { Self.at(x($0.year), y($0.interval?.upper ?? $0.value ?? 0)) }
                let downs = stretch.reversed().map { Self.at(x($0.year), y($0.interval?.lower ?? $0.value ?? 0)) }
                html.element("path", ["class": "area", "d": "M" + (ups + downs).joined(separator: "L") + "Z"]) { _ in }
            }
            for stretch in stretches(points) where stretch.count > 1 {
                let line = stretch.map { Self.at(x($0.year), y($0.value ?? 0)) }.joined(separator: "L")
                html.element("path", ["class": "line", "d": "M" + line]) { _ in }
            }
            for point in points {
                html.element(
                    "circle",
                    [
                        "class": point.documents == 1 ? "dot one" : "dot", "cx": Self.at(x(point.year)),
                        "cy": Self.at(y(point.value ?? 0)),
                        "r": points.count > 60 ? "1.8" : "2.6",
                    ]
                ) { html in
                    html.element(
                        "title", text: "\(name(point.year)): \(Figures.value(point.value ?? 0, of: series.measure))")
                }
            }
            for (index, level) in series.levels.enumerated() where series.levels.count > 1 {
                html.element(
                    "path",
                    ["class": "level", "d": "M\(Self.at(x(level.from), y(level.value)))H\(Self.at(x(level.to)))"]
                ) { _ in }
                if index > 0 {
                    html.element(
                        "path",
                        [
                            "class": "cut",
                            "d":
                                "M\(Self.at(x(level.from), Self.frame.top))V\(Self.at(Self.size.height - Self.frame.bottom))",
                        ]
                    ) { _ in }
                }
            }
        }
    }

    /// What the chart shows, for those who do not see it.
    var summary: String {
        let known = series.points.filter { $0.value != nil }
        guard let first = known.first, let last = known.last, let a = first.value, let b = last.value else {
            return "\(series.measure.title): too little text"
        }
        return
            "\(series.measure.title) from \(Figures.value(a, of: series.measure)) in \(name(first.year)) to \(Figures.value(b, of: series.measure)) in \(name(last.year)); "
            + TrendsWording.levels(of: series, in: trends)
    }

    /// Points without a gap: at most one period is missing between neighbours.
    private func stretches(_ points: [TrendSeries.Point]) -> [[TrendSeries.Point]] {
        points.reduce(into: []) { stretches, point in
            if let last = stretches.last?.last, point.year - last.year <= 2 * trends.period {
                stretches[stretches.count - 1].append(point)
            } else {
                stretches.append([point])
            }
        }
    }

    /// Neighbouring points that have a range.
    private static func ranged(_ points: [TrendSeries.Point]) -> [[TrendSeries.Point]] {
        points.split { $0.interval == nil }.map(Array.init).filter { $0.count > 1 }
    }

    /// A round number above a value.
    private static func ceiling(_ value: Double, of measure: ScorecardMeasure) -> Double {
        if measure.scale == .share { return 1 }
        guard value > 0 else { return 1 }
        let power = pow(10, floor(log10(value)))
        return ([1, 2, 4, 5, 10].first { $0 * power >= value } ?? 10) * power
    }

    /// Up to five years that are labelled, the first and the last among them.
    private static func ticks(_ first: Int, _ last: Int) -> [Int] {
        guard last > first else { return [first] }
        let step = [1, 2, 5, 10, 20, 25, 50, 100].first { (last - first) / $0 <= 4 } ?? 200
        let middle = stride(from: (first / step + 1) * step, to: last, by: step)
        let room = Double(last - first) * 0.12
        return [first] + middle.filter { Double($0 - first) > room && Double(last - $0) > room } + [last]
    }

    /// Coordinates with one place.
    private static func at(_ values: Double...) -> String {
        values.map { Figures.text($0, places: 1) }.joined(separator: ",")
    }
}
