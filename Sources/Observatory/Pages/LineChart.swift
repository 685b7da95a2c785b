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
        guard !points.isEmpty, let years = trends.years else { return }
        let axis = TimeAxis(
            years: years, period: trends.period, left: Self.frame.left, right: Self.size.width - Self.frame.right)
        let highest = points.compactMap(\.value).max() ?? 0
        let widest = points.compactMap { $0.interval?.upper }.max() ?? 0
        // A range that is far above every point is cut off rather than flattening the line.
        let top = Self.ceiling(highest > 0 ? min(max(highest, widest), 2.5 * highest) : widest, of: series.measure)
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
                    text: Figures.axis(value, of: series.measure))
            }
            axis.write(at: Self.size.height - 9, to: &html)
            for stretch in stretches(points).flatMap(Self.ranged) {
                let ups = stretch.map { Self.at(axis.x($0.year), y($0.interval?.upper ?? $0.value ?? 0)) }
                let downs = stretch.reversed().map { Self.at(axis.x($0.year), y($0.interval?.lower ?? $0.value ?? 0)) }
                html.element("path", ["class": "area", "d": "M" + (ups + downs).joined(separator: "L") + "Z"]) { _ in }
            }
            for stretch in stretches(points) where stretch.count > 1 {
                let line = stretch.map { Self.at(axis.x($0.year), y($0.value ?? 0)) }.joined(separator: "L")
                html.element("path", ["class": "line", "d": "M" + line]) { _ in }
            }
            for point in points {
                html.element(
                    "circle",
                    [
                        "class": point.documents == 1 ? "dot one" : "dot", "cx": Self.at(axis.x(point.year)),
                        "cy": Self.at(y(point.value ?? 0)),
                        "r": points.count > 60 ? "1.8" : "2.6",
                    ]
                ) { html in
                    html.element(
                        "title", text: "\(name(point.year)): \(Figures.value(point.value ?? 0, of: series.measure))")
                }
            }
            for (index, level) in series.levels.enumerated() where series.levels.count > 1 {
                html.range("M\(Self.at(axis.x(level.from), y(level.value)))H\(Self.at(axis.x(level.to)))")
                if index > 0 {
                    html.element(
                        "path",
                        [
                            "class": "cut",
                            "d":
                                "M\(Self.at(axis.x(level.from), Self.frame.top))V\(Self.at(Self.size.height - Self.frame.bottom))",
                        ]
                    ) { _ in }
                }
            }
        }
    }

    /// What the chart shows, for those who do not see it. A single document is no beginning and no end.
    var summary: String {
        let known = series.points.filter { $0.value != nil }
        guard let first = known.first, let last = known.last else {
            return "\(series.measure.title): too little text"
        }
        let many = known.filter { $0.documents >= Bootstrap.leastDocuments }
        var text = "\(series.measure.title): "
        if let first = many.first, let last = many.last, first != last, let old = first.value, let new = last.value {
            text +=
                "\(Figures.value(old, of: series.measure)) in \(name(first.year)), \(Figures.value(new, of: series.measure)) in \(name(last.year))"
        } else if first == last {
            text += "one point, \(name(first.year))"
        } else {
            text += "\(Figures.count(known.count)) points from \(name(first.year)) to \(name(last.year))"
        }
        return text + "; " + TrendsWording.levels(of: series, in: trends)
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

    /// Coordinates with one place.
    private static func at(_ values: Double...) -> String {
        values.map { Figures.text($0, places: 1) }.joined(separator: ",")
    }
}
