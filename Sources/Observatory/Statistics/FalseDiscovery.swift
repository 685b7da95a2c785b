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

    /// Places of the questions that could be answered at all, given the smallest probability that each can have: those
    /// that could be a discovery among as many as there are of them (Tarone, in the form of Gilbert for shares of false
    /// discoveries). Which they are does not depend on the answers.
    static func testable(_ leastProbabilities: [Double], level: Double) -> [Int] {
        let sorted = leastProbabilities.sorted()
        var count = 0
        // With k questions a discovery may have a probability of level / k; the first k that leaves no more than k.
        while count < sorted.count {
            let limit = level / Double(count + 1)
            let left = sorted.partitioningIndex { $0 > limit }
            if left <= count + 1 { return leastProbabilities.indices.filter { leastProbabilities[$0] <= limit } }
            count += 1
        }
        return Array(leastProbabilities.indices)
    }
}

extension Array {
    /// The first place from which on `isRight` holds, in an array where it never ceases to hold.
    fileprivate func partitioningIndex(_ isRight: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isRight(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
