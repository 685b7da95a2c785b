internal import TextModel

/// How far sums over documents would vary if other documents of the same kind had been found.
///
/// Documents, not sentences, are drawn with replacement, as many as there are: the sentences of one document resemble
/// each other, and a draw of sentences would make every figure look surer than it is. All columns share the draws, so
/// that ratios and differences of columns keep their covariance.
struct Bootstrap: Sendable {
    /// Draws, unless told otherwise.
    static let draws = 1000
    /// Documents without which there is no range: fewer say too little of how others would vary.
    static let leastDocuments = 5

    /// Sums of every column, draw after draw.
    let sums: [[Double]]

    /// Draws from rows of equal length, one for each document. The names of the documents choose the random numbers, so
    /// that the same documents vary in the same way wherever they are shown.
    init(rows: [[Double]], of documents: [String], draws: Int = Self.draws, seed: UInt64) {
        guard let width = rows.first?.count, width > 0 else {
            sums = []
            return
        }
        let flat = rows.flatMap { $0 }
        var random = SplitMix(seed: seed, part: documents.joined(separator: "\n"))
        sums = (0..<draws).map { _ in
            var sum = [Double](repeating: 0, count: width)
            for _ in rows.indices {
                let start = random.index(below: rows.count) * width
                for column in 0..<width { sum[column] += flat[start + column] }
            }
            return sum
        }
    }

    /// The ratio of two columns in each draw; not a number where the second is zero.
    func ratios(_ numerator: Int, over denominator: Int) -> [Double] {
        sums.map { $0[denominator] == 0 ? .nan : $0[numerator] / $0[denominator] }
    }
}
