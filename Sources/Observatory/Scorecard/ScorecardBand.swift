/// The band of a figure, 0 (weakest) to 4 (strongest), by a formula that anyone can repeat.
///
/// It is monotone: one more good point never lowers a band and one more bad point never raises it. Limits are a first
/// reasoned guess, the same for every subject, so that bands compare texts and do not grade them.
package enum ScorecardBand {
    /// The formula in words.
    package static let formula = """
        Shares: a fifth of the range for each band, so 0 below 20%, 1 below 40%, 2 below 60%, 3 below 80%, else 4. \
        Rates where less is better: 4 for none, 3 up to 2 in a thousand own-voice sentences, 2 up to 5, 1 up to 15, else 0. \
        Rates where more is better: 0 for none, 1 below 2, 2 below 5, 3 below 15, else 4.
        """

    private static let rateLimits = [2.0, 5, 15]

    /// The band of a figure of a measure.
    package static func band(_ value: Double, of measure: ScorecardMeasure) -> Int {
        switch (measure.scale, measure.higherIsBetter) {
        // A whole number of fifths is in the higher band, whatever rounding says.
        case (.share, true): min(4, max(0, Int(value * 5 + 1e-9)))
        case (.share, false): 4 - min(4, max(0, Int(value * 5 + 1e-9)))
        case (.rate, true): value <= 0 ? 0 : 1 + rateLimits.count { value >= $0 }
        case (.rate, false): value <= 0 ? 4 : 3 - rateLimits.count { value > $0 }
        }
    }
}
