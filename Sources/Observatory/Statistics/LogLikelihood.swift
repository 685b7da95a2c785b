internal import Foundation

/// How surely, and how much, something is more frequent in one text than in another.
struct LogLikelihood: Sendable, Hashable {
    /// Dunning's G², the deviance of the table of occurrences in the two texts; chi-square with one degree of freedom.
    let statistic: Double
    /// Base-two logarithm of the ratio of the relative frequencies, half an occurrence added on both sides: 1 is twice as
    /// frequent, -1 half as frequent.
    let logRatio: Double

    /// Compares `a` occurrences among `sizeA` with `b` among `sizeB`; sizes are above zero.
    init(_ a: Double, of sizeA: Double, _ b: Double, of sizeB: Double) {
        let rate = (a + b) / (sizeA + sizeB)
        func term(_ observed: Double, _ expected: Double) -> Double {
            observed > 0 ? observed * log(observed / expected) : 0
        }
        // Rayson and Garside leave out what is not an occurrence, which is nearly nothing for rare words.
        statistic = max(0, 2 * (term(a, sizeA * rate) + term(b, sizeB * rate)))
        logRatio = log2(((a + 0.5) / sizeA) / ((b + 0.5) / sizeB))
    }
}

/// Tails of the normal distribution.
enum Normal {
    /// How probable a deviation of so many standard errors or more is, on either side.
    static func twoSidedTail(_ deviation: Double) -> Double { erfc(abs(deviation) / 2.0.squareRoot()) }
}
