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

    /// The eight axes, then the eight core values.
    package static let all: [ScorecardMeasure] = axes + coreValues

    private static let axes = [
        share(
            "value-balance", "Value balance",
            "Protective values in own voice that have a live counterweight in the same passage (isolation grade 0 to 2), among all protective values in own voice."
        ),
        share(
            "companions", "Security, stability, resilience",
            "Own-voice uses of network security with stability or resilience named in the same section, among all such uses. Clauses that are copies count each time."
        ),
        share(
            "precision", "Precision",
            "Asserted controls whose passage has no vague trigger (CW05) and no unbounded discretion (CW09), among all asserted controls."
        ),
        share(
            "necessity", "Necessity and proportionality",
            "Asserted controls limited by a linked safeguard of necessity, proportionality, legitimate aim, time, targeting or minimisation (S02, S03, S04, S10, S11, S12), among all asserted controls."
        ),
        share(
            "procedure", "Procedure and remedy",
            "Asserted controls limited by a linked safeguard of independent authorisation or oversight, hearing, appeal or liability (S05, S06, S07, S09, S16), among all asserted controls."
        ),
        share(
            "transparency", "Transparency",
            "Asserted controls limited by a linked safeguard of notice, publication or assessment (S08, S14, S18), among all asserted controls."
        ),
        ScorecardMeasure(
            id: "architecture", title: "Architecture fidelity", kind: .axis, scale: .rate, higherIsBetter: false,
            definition:
                "Asserted controls that touch at least one core Internet value, in a thousand own-voice sentences."),
        ScorecardMeasure(
            id: "empowerment", title: "Empowerment and education", kind: .axis, scale: .rate, higherIsBetter: true,
            definition:
                "Measures that educate or empower users instead of controlling them (credit P6), in a thousand own-voice sentences."
        ),
    ]

    private static let coreValues = CoreValue.allCases.map { value in
        ScorecardMeasure(
            id: value.rawValue, title: value.rawValue.prefix(1).uppercased() + value.rawValue.dropFirst(),
            kind: .coreValue, scale: .rate, higherIsBetter: false,
            definition:
                "Asserted controls that touch the core value \"\(value.rawValue)\", in a thousand own-voice sentences.")
    }

    /// Place in ``all``.
    static func index(_ id: String) -> Int { all.firstIndex { $0.id == id } ?? 0 }

    private static func share(_ id: String, _ title: String, _ definition: String) -> ScorecardMeasure {
        ScorecardMeasure(
            id: id, title: title, kind: .axis, scale: .share, higherIsBetter: true, definition: definition)
    }

    /// The figure that two counts make; `nil` where the second is zero.
    package func value(_ numerator: Double, of denominator: Double) -> Double? {
        guard denominator > 0 else { return nil }
        return numerator / denominator * (scale == .rate ? 1000 : 1)
    }
}
