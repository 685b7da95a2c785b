internal import TextModel

/// Passages with the same words in two texts, in order: where an alignment is fastened.
struct EqualPassages {
    private let old: [String]
    private let new: [String]
    /// Texts whose lengths are together no more than this are compared exactly, which may take as much memory as its square.
    private let exactLimit: Int

    init(_ old: [String], _ new: [String], exactLimit: Int) {
        self.old = old
        self.new = new
        self.exactLimit = exactLimit
    }

    /// As many as can be had in order (Myers); of long texts, those that stand once in both texts, and between two of these
    /// as many as can be had.
    var pairs: [(Int, Int)] {
        guard old.count + new.count > exactLimit else { return exact(old.indices, new.indices) }
        var pairs: [(Int, Int)] = []
        var (nextOld, nextNew) = (0, 0)
        for (oldIndex, newIndex) in rising(unique) + [(old.count, new.count)] {
            let (olds, news) = (nextOld..<oldIndex, nextNew..<newIndex)
            if olds.count + news.count <= exactLimit { pairs += exact(olds, news) }
            if oldIndex < old.count { pairs.append((oldIndex, newIndex)) }
            (nextOld, nextNew) = (oldIndex + 1, newIndex + 1)
        }
        return pairs
    }

    private func exact(_ olds: Range<Int>, _ news: Range<Int>) -> [(Int, Int)] {
        guard !olds.isEmpty, !news.isEmpty else { return [] }
        let change = Array(new[news]).difference(from: Array(old[olds]))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for step in change {
            switch step {
            case .remove(let offset, _, _): removed.insert(olds.lowerBound + offset)
            case .insert(let offset, _, _): inserted.insert(news.lowerBound + offset)
            }
        }
        return Array(zip(olds.filter { !removed.contains($0) }, news.filter { !inserted.contains($0) }))
    }

    /// Passages that stand once in each text, in the order of the old one.
    private var unique: [(Int, Int)] {
        func places(_ texts: [String]) -> [String: Int] {
            var places: [String: Int] = [:]
            for (index, text) in texts.enumerated() { places[text] = places[text] == nil ? index : -1 }
            return places
        }
        let (olds, news) = (places(old), places(new))
        return old.indices.compactMap { index in
            guard olds[old[index]] == index, let other = news[old[index]], other >= 0 else { return nil }
            return (index, other)
        }
    }

    /// The most pairs that rise on both sides, of pairs that rise on the first (patience sorting).
    private func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var lasts: [Int] = []
        var previous: [Int?] = []
        for (index, pair) in pairs.enumerated() {
            let pile = lasts.partitioningIndex { pairs[$0].1 > pair.1 }
            previous.append(pile > 0 ? lasts[pile - 1] : nil)
            if pile < lasts.count { lasts[pile] = index } else { lasts.append(index) }
        }
        var result: [(Int, Int)] = []
        var next = lasts.last
        while let index = next {
            result.append(pairs[index])
            next = previous[index]
        }
        return result.reversed()
    }
}
