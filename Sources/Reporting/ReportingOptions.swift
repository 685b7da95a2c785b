package import TextModel

/// How results are written, whatever the format.
package struct ReportingOptions: Sendable, Hashable {
    /// Whether terminal text may use ANSI colours.
    package var colour: Bool
    /// Columns of terminal text; at least 40 are used.
    package var width: Int
    /// Whether to print reasons, factors of the score, and credits in terminal text.
    package var verbose: Bool
    /// Whether terminal text shows the whole profile of each document instead of one line.
    package var profile: Bool
    /// Lowest band that is shown; what is left out is counted.
    package var minimumBand: Band
    /// Whether formats that can mark findings as suppressed, known or dismissed leave them out all the same.
    package var activeOnly: Bool

    /// Makes options; the defaults suit a file.
    package init(
        colour: Bool = false, width: Int = 80, verbose: Bool = false, profile: Bool = false,
        minimumBand: Band = .info, activeOnly: Bool = false
    ) {
        self.colour = colour
        self.width = max(40, width)
        self.verbose = verbose
        self.profile = profile
        self.minimumBand = minimumBand
        self.activeOnly = activeOnly
    }
}
