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

    /// A figure of a measure: a percentage, or a rate with one place.
    static func value(_ value: Double, of measure: ScorecardMeasure) -> String {
        measure.scale == .share ? "\(text(100 * value, places: 0))%" : text(value, places: 1)
    }

    /// An interval of a measure.
    static func interval(_ interval: Interval, of measure: ScorecardMeasure) -> String {
        "\(value(interval.lower, of: measure)) to \(value(interval.upper, of: measure))"
    }
}
