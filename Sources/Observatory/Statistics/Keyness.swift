internal import Foundation
internal import TextModel

/// What is more frequent in some documents than in others, how much, how surely, and how evenly.
///
/// The test asks documents, not words. A document has a term *often* where its share of the words is above that of all
/// documents together. If the documents had been dealt to the two sides by chance, the number of those on one side
/// would follow the hypergeometric distribution, whatever their lengths and however often one of them says a word
/// (Fisher's exact test). The probability is twice that of the tail on the side that leads.
///
/// Among many questions some answers are wrong, so a term is a discovery by its share of false ones (Benjamini and
/// Hochberg). Terms that could be no discovery however they fell are not asked about, after Tarone: which these are
/// depends on the documents alone and not on their sides. A discovery also needs ``Bootstrap/leastDocuments`` documents
/// with the term on the side that leads, and a range of its ratio that does not hold zero; both can only take
/// discoveries away.
struct Keyness: Sendable {
    /// Occurrences in one document.
    struct Sample: Sendable {
        /// Everything that could have been an occurrence, such as words.
        let size: Double
        /// Occurrences by name.
        let counts: [String: Double]
    }

    /// Draws for the interval of a term.
    static let draws = 500
    /// Occurrences on both sides together that a term needs.
    static let minimumCount = 5.0
    /// Share of false discoveries that is borne.
    static let falseDiscoveries = 0.05

    private let old: [Sample]
    private let new: [Sample]
    private let seed: UInt64
    private let lists: Int

    /// Compares new documents with old ones. Where several lists of terms are compared, the share of false discoveries is
    /// that of all of them together.
    init(old: [Sample], new: [Sample], seed: UInt64, lists: Int = 1) {
        self.lists = lists
        self.old = old
        self.new = new
        self.seed = seed
    }

    /// Whether so many documents on both sides can tell a difference from chance.
    static func isEnough(_ old: Int, _ new: Int) -> Bool { min(old, new) >= Bootstrap.leastDocuments }

    /// Every term that is frequent enough, by probability, then by name. Linear in the occurrences, but for the draws of
    /// terms that may be discoveries.
    func terms() -> [KeyTerm] {
        let sizes = (old.reduce(0) { $0 + $1.size }, new.reduce(0) { $0 + $1.size })
        guard sizes.0 > 0, sizes.1 > 0 else { return [] }
        let columns = (Self.columns(of: old), Self.columns(of: new))
        let names = Set(columns.0.keys).union(columns.1.keys).sorted()
        let isEnough = Self.isEnough(old.count, new.count)
        let table = Hypergeometric(documents: old.count + new.count, drawn: new.count)
        let draws = isEnough ? (Self.weights(old.count, seed, "old"), Self.weights(new.count, seed, "new")) : nil
        let drawnSizes = draws.map { (Self.sums(old.map(\.size), $0.0), Self.sums(new.map(\.size), $0.1)) }
        var terms: [KeyTerm] = []
        var leastProbabilities: [Double] = []
        for name in names {
            let (a, b) = (columns.0[name] ?? [], columns.1[name] ?? [])
            let (countA, countB) = (a.reduce(0) { $0 + $1.count }, b.reduce(0) { $0 + $1.count })
            guard countA + countB >= Self.minimumCount else { continue }
            let test = LogLikelihood(countB, of: sizes.1, countA, of: sizes.0)
            let isRising = test.logRatio > 0
            let leading = isRising ? (b, new) : (a, old)
            let share = (countA + countB) / (sizes.0 + sizes.1)
            let often = (
                a.count { $0.count > share * old[$0.document].size },
                b.count { $0.count > share * new[$0.document].size }
            )
            var interval: Interval?
            var probability = 1.0
            if let draws, let drawnSizes {
                probability = table.probability(of: often.1, among: often.0 + often.1, isHigh: isRising)
                if probability <= Self.falseDiscoveries {
                    interval = Interval(
                        middleOf: (0..<Self.draws).map { draw -> Double in
                            let x = b.reduce(0.5) { $0 + $1.count * draws.1[draw][$1.document] }
                            let y = a.reduce(0.5) { $0 + $1.count * draws.0[draw][$1.document] }
                            return log2((x / drawnSizes.1[draw]) / (y / drawnSizes.0[draw]))
                        })
                    let holdsZero = interval.map { $0.lower <= 0 && $0.upper >= 0 } ?? true
                    if holdsZero || leading.0.count < Bootstrap.leastDocuments { probability = 1 }
                }
            }
            leastProbabilities.append(isEnough ? table.leastProbability(among: often.0 + often.1) : 1)
            var counts = [Double](repeating: 0, count: leading.1.count)
            for entry in leading.0 { counts[entry.document] = entry.count }
            terms.append(
                KeyTerm(
                    name: name, oldCount: countA, newCount: countB, oldDocuments: a.count, newDocuments: b.count,
                    statistic: test.statistic, logRatio: test.logRatio, interval: interval,
                    dispersion: Dispersion.deviation(counts: counts, sizes: leading.1.map(\.size)),
                    probability: probability, falseDiscovery: 1))
        }
        let asked = FalseDiscovery.testable(leastProbabilities, level: Self.falseDiscoveries / Double(lists))
        for (index, adjusted) in zip(asked, FalseDiscovery.adjusted(asked.map { terms[$0].probability })) {
            terms[index].falseDiscovery = min(1, adjusted * Double(lists))
        }
        return terms.sorted { ($0.probability, -$0.statistic, $0.name) < ($1.probability, -$1.statistic, $1.name) }
    }

    private static func columns(of samples: [Sample]) -> [String: [(document: Int, count: Double)]] {
        var columns: [String: [(document: Int, count: Double)]] = [:]
        for (document, sample) in samples.enumerated() {
            for (name, count) in sample.counts { columns[name, default: []].append((document, count)) }
        }
        return columns
    }

    /// How often each document is in each draw.
    private static func weights(_ count: Int, _ seed: UInt64, _ part: String) -> [[Double]] {
        var random = SplitMix(seed: seed, part: part)
        return (0..<draws).map { _ in
            var weights = [Double](repeating: 0, count: count)
            for _ in 0..<count { weights[random.index(below: count)] += 1 }
            return weights
        }
    }

    private static func sums(_ sizes: [Double], _ weights: [[Double]]) -> [Double] {
        weights.map { row in max(1, zip(sizes, row).reduce(0) { $0 + $1.0 * $1.1 }) }
    }
}

/// A term that is compared.
package struct KeyTerm: Sendable, Hashable {
    /// The word, concept or rule.
    package let name: String
    /// Occurrences in the old documents.
    package let oldCount: Double
    /// Occurrences in the new documents.
    package let newCount: Double
    /// Old documents that have it.
    package let oldDocuments: Int
    /// New documents that have it.
    package let newDocuments: Int
    /// Log-likelihood statistic G².
    package let statistic: Double
    /// Base-two logarithm of the ratio of frequencies, new over old.
    package let logRatio: Double
    /// Where that lies with 95%, over documents; `nil` for a term that is no discovery by any account.
    package let interval: Interval?
    /// 0 evenly spread, 1 all in one small document, on the side where it is more frequent.
    package let dispersion: Double
    /// Probability that so many of the documents that have it often are on one side by chance; 1 where that is not asked.
    package let probability: Double
    /// Share of false discoveries when everything up to this one is called a discovery.
    package var falseDiscovery: Double
    /// Documents that have it on the side where it is more frequent.
    package var documents: Int { logRatio > 0 ? newDocuments : oldDocuments }
}
