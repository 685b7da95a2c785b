internal import Foundation
internal import TextModel

/// What is more frequent in some documents than in others, how much, how surely, and how evenly.
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
    /// Statistic below which a term is not drawn for, since it is no discovery by any account: the 5% point.
    static let minimumStatistic = 3.84

    private let old: [Sample]
    private let new: [Sample]
    private let seed: UInt64

    /// Compares new documents with old ones.
    init(old: [Sample], new: [Sample], seed: UInt64) {
        self.old = old
        self.new = new
        self.seed = seed
    }

    /// Every term that is frequent enough, by probability, then by name.
    func terms() -> [KeyTerm] {
        let sizes = (old.reduce(0) { $0 + $1.size }, new.reduce(0) { $0 + $1.size })
        guard sizes.0 > 0, sizes.1 > 0 else { return [] }
        let columns = (Self.columns(of: old), Self.columns(of: new))
        let names = Set(columns.0.keys).union(columns.1.keys).sorted()
        let canDraw = old.count > 1 && new.count > 1
        let isEnough = min(old.count, new.count) >= Bootstrap.leastDocuments
        let draws = canDraw ? (Self.weights(old.count, seed, "old"), Self.weights(new.count, seed, "new")) : nil
        let drawnSizes = draws.map { (Self.sums(old.map(\.size), $0.0), Self.sums(new.map(\.size), $0.1)) }
        var terms: [KeyTerm] = []
        for name in names {
            let (a, b) = (columns.0[name] ?? [], columns.1[name] ?? [])
            let (countA, countB) = (a.reduce(0) { $0 + $1.count }, b.reduce(0) { $0 + $1.count })
            guard countA + countB >= Self.minimumCount else { continue }
            let test = LogLikelihood(countB, of: sizes.1, countA, of: sizes.0)
            var interval: Interval?
            var probability = 1.0
            if test.statistic >= Self.minimumStatistic {
                if let draws, let drawnSizes {
                    let ratios = (0..<Self.draws).map { draw -> Double in
                        let x = b.reduce(0.5) { $0 + $1.count * draws.1[draw][$1.document] }
                        let y = a.reduce(0.5) { $0 + $1.count * draws.0[draw][$1.document] }
                        return log2((x / drawnSizes.1[draw]) / (y / drawnSizes.0[draw]))
                    }
                    interval = isEnough ? Interval(middleOf: ratios) : nil
                    // Never surer than if every word were drawn on its own.
                    probability = max(
                        Normal.twoSidedTail(test.logRatio / max(Self.deviation(of: ratios), 1e-9)),
                        Normal.twoSidedTail(test.statistic.squareRoot()))
                } else {
                    probability = Normal.twoSidedTail(test.statistic.squareRoot())
                }
            }
            let leading = test.logRatio > 0 ? (b, new) : (a, old)
            var counts = [Double](repeating: 0, count: leading.1.count)
            for entry in leading.0 { counts[entry.document] = entry.count }
            terms.append(
                KeyTerm(
                    name: name, oldCount: countA, newCount: countB, statistic: test.statistic,
                    logRatio: test.logRatio, interval: interval,
                    dispersion: Dispersion.deviation(counts: counts, sizes: leading.1.map(\.size)),
                    documents: leading.0.count, probability: probability, falseDiscovery: 1))
        }
        let adjusted = FalseDiscovery.adjusted(terms.map(\.probability))
        for index in terms.indices { terms[index].falseDiscovery = adjusted[index] }
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

    private static func deviation(of values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
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
    /// Log-likelihood statistic G².
    package let statistic: Double
    /// Base-two logarithm of the ratio of frequencies, new over old.
    package let logRatio: Double
    /// Where that lies with 95%, over documents; `nil` where one side is of fewer than five documents, or the term is not tested.
    package let interval: Interval?
    /// 0 evenly spread, 1 all in one small document, on the side where it is more frequent.
    package let dispersion: Double
    /// Documents on that side that have it.
    package let documents: Int
    /// Probability of such a difference by chance, drawn over documents.
    package let probability: Double
    /// Share of false discoveries when everything up to this one is called a discovery.
    package var falseDiscovery: Double
}
