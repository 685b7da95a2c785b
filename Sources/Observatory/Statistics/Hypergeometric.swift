internal import Foundation

/// How many of some marked documents are among those that were drawn by chance from all.
struct Hypergeometric: Sendable {
    private let documents: Int
    private let drawn: Int
    /// Logarithms of factorials from zero.
    private let factorials: [Double]

    /// Draws of `drawn` documents from all, without putting any back.
    init(documents: Int, drawn: Int) {
        self.documents = documents
        self.drawn = drawn
        factorials = (0...max(documents, 1)).reduce(into: []) { $0.append(($0.last ?? 0) + log(Double(max($1, 1)))) }
    }

    /// Twice the probability that at least `count` of the marked documents are drawn where `isHigh`, or at most `count`
    /// where not; at most 1. Fisher's exact test, with the direction told beforehand or by something else.
    func probability(of count: Int, among marked: Int, isHigh: Bool) -> Double {
        let range = self.range(of: marked)
        let tail =
            isHigh ? max(count, range.lowerBound)...range.upperBound : range.lowerBound...min(count, range.upperBound)
        return min(1, 2 * tail.reduce(0) { $0 + density($1, marked) })
    }

    /// The smallest probability that so many marked documents can have, however they fall.
    func leastProbability(among marked: Int) -> Double {
        let range = self.range(of: marked)
        return min(1, 2 * min(density(range.lowerBound, marked), density(range.upperBound, marked)))
    }

    private func range(of marked: Int) -> ClosedRange<Int> { max(0, marked + drawn - documents)...min(marked, drawn) }

    private func density(_ count: Int, _ marked: Int) -> Double {
        exp(choose(drawn, count) + choose(documents - drawn, marked - count) - choose(documents, marked))
    }

    private func choose(_ all: Int, _ some: Int) -> Double {
        factorials[all] - factorials[some] - factorials[all - some]
    }
}
