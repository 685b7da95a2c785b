extension RandomAccessCollection where Index == Int {
    /// Index of the first element for which a test holds, when it holds for all that follow; the end for none.
    package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
