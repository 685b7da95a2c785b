/// The procedure of Benjamini and Hochberg: among many questions asked at once, which answers hold.
enum FalseDiscovery {
    /// The share of false discoveries if everything as improbable as this were called a discovery, for each probability.
    static func adjusted(_ probabilities: [Double]) -> [Double] {
        let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
        var adjusted = probabilities
        var least = 1.0
        for (passed, index) in order.enumerated() {
            let rank = probabilities.count - passed
            least = min(least, probabilities[index] * Double(probabilities.count) / Double(rank))
            adjusted[index] = least
        }
        return adjusted
    }
}
