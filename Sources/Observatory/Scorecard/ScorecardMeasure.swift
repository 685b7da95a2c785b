internal import TextModel

/// A figure of a scorecard: what is counted, among what, and which way is good.
package struct ScorecardMeasure: Sendable, Hashable {
    /// How the two counts become a figure.
    package enum Scale: String, Sendable {
        /// The first count as a share of the second.
        case share
        /// The first count in a thousand own-voice sentences.
        case rate
    }

    /// Which of the two lists it belongs to.
    package enum Kind: String, Sendable {
        /// One of the eight axes of wording.
        case axis
        /// One of the eight core Internet values.
        case coreValue = "core-value"
        /// A plain frequency, for series.
        case frequency
    }

    /// Short name for tables: "value-balance".
    package let id: String
    /// Name as printed.
    package let title: String
    /// Which list it is in.
    package let kind: Kind
    /// How the counts become a figure.
    package let scale: Scale
    /// Whether more is better.
    package let higherIsBetter: Bool
    /// What is counted, in a sentence.
    package let definition: String

    /// The figure that two counts make; `nil` where the second is zero.
    package func value(_ numerator: Double, of denominator: Double) -> Double? {
        guard denominator > 0 else { return nil }
        return numerator / denominator * (scale == .rate ? 1000 : 1)
    }
}
