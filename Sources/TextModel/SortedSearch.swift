extension [Int] {
    /// Index of the first element for which a test holds, when it holds for all that follow; the count for none.
    /// Logarithmic.
    package func partitioningIndex(where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
