internal import Foundation

/// Numbers as people read them: so many places, no more than are meant, never in another country's notation.
enum Figures {
    /// A number with so many places.
    static func text(_ value: Double, places: Int) -> String {
        let rounded = String(format: "%.\(places)f", value)
        return rounded.hasPrefix("-") && rounded.allSatisfy({ "-0.".contains($0) })
            ? String(rounded.dropFirst()) : rounded
    }

    /// A count, with commas between thousands.
    static func count(_ value: Double) -> String { count(Int(value.rounded())) }

    /// A count, with commas between thousands.
    static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A count of documents.
    static func documents(_ count: Int) -> String { "\(self.count(count)) document\(count == 1 ? "" : "s")" }

    /// A figure of a measure: a percentage, or a rate with one place; two digits where that is less than one, so that
    /// only nothing is printed as 0.0.
    static func value(_ value: Double, of measure: ScorecardMeasure) -> String {
        measure.scale == .share ? "\(text(100 * value, places: 0))%" : rate(value)
    }

    /// A rate, or a change of one.
    static func rate(_ value: Double) -> String {
        guard value != 0, abs(value) < 1 else { return text(value, places: 1) }
        // Rounding of sums is nothing, and six places are more than any corpus tells.
        return abs(value) < 1e-6 ? text(0, places: 1) : text(value, places: 1 - Int(floor(log10(abs(value)))))
    }

    /// A value beside an axis: no more digits than it has.
    static func axis(_ value: Double, of measure: ScorecardMeasure) -> String {
        measure.scale == .rate && value == value.rounded() ? count(value) : self.value(value, of: measure)
    }

    /// An interval of a measure.
    static func interval(_ interval: Interval, of measure: ScorecardMeasure) -> String {
        "\(value(interval.lower, of: measure)) to \(value(interval.upper, of: measure))"
    }
}
