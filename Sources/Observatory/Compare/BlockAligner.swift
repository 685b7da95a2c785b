/// Finds which passage of a new text is which passage of an old one.
///
/// Passages with the same words are anchors, as many as can be had in order. Between two anchors, those that share most
/// words are paired in order, by dynamic programming. What is left over on both sides and still alike was moved. Memory is
/// bounded and the work for a passage too, whatever the length of the texts.
struct BlockAligner {
    /// A passage in one or both texts, by its position.
    struct Pair: Hashable {
        let old: Int?
        let new: Int?
        /// Whether it stands elsewhere in the order.
        var isMoved = false
    }

    /// Least share of common words of passages that are one passage changed.
    static let similarity = 0.4
    /// Least share of common words of a passage that was moved.
    static let movedSimilarity = 0.75
    /// Cells of the largest table between two anchors, and pairs of passages that are tried for moves.
    private let cellLimit: Int
    private let old: [WordBag]
    private let new: [WordBag]

    /// Aligns the texts of passages; beyond `cellLimit` comparisons between two anchors, only passages near each other in
    /// order are compared.
    init(old: [String], new: [String], cellLimit: Int = 4_000_000) {
        var numbers: [Substring: Int] = [:]
        self.old = old.map { WordBag($0, numbers: &numbers) }
        self.new = new.map { WordBag($0, numbers: &numbers) }
        self.cellLimit = cellLimit
    }

    /// Every passage once, in the order of the new text; removed ones stand after what was before them.
    func pairs() -> [Pair] {
        var pairs: [Pair] = []
        var (nextOld, nextNew) = (0, 0)
        for (oldIndex, newIndex) in anchors() + [(old.count, new.count)] {
            pairs += between(nextOld..<oldIndex, nextNew..<newIndex)
            if oldIndex < old.count { pairs.append(Pair(old: oldIndex, new: newIndex)) }
            (nextOld, nextNew) = (oldIndex + 1, newIndex + 1)
        }
        return joiningMoves(pairs)
    }

    private func anchors() -> [(Int, Int)] {
        // The square of both lengths is what the exact comparison may take.
        let exactLimit = Int(2 * Double(cellLimit).squareRoot())
        return EqualPassages(old.map(\.text), new.map(\.text), exactLimit: exactLimit).pairs
    }

    private func between(_ olds: Range<Int>, _ news: Range<Int>) -> [Pair] {
        guard !olds.isEmpty, !news.isEmpty else {
            return olds.map { Pair(old: $0, new: nil) } + news.map { Pair(old: nil, new: $0) }
        }
        var table = AlignmentTable(rows: olds.count, columns: news.count, limit: cellLimit)
        table.fill { row, column in
            let likeness = old[olds.lowerBound + row].likeness(new[news.lowerBound + column])
            return likeness >= Self.similarity ? likeness : nil
        }
        return table.way.map { place in
            Pair(old: place.row.map { olds.lowerBound + $0 }, new: place.column.map { news.lowerBound + $0 })
        }
    }

    private func joiningMoves(_ pairs: [Pair]) -> [Pair] {
        let removed = pairs.compactMap { $0.new == nil ? $0.old : nil }
        let added = pairs.compactMap { $0.old == nil ? $0.new : nil }
        let candidates = MoveCandidates(removed.map { old[$0].text }, added: added.count, limit: cellLimit)
        var taken: Set<Int> = []
        var origins: [Int: Int] = [:]
        for (place, index) in added.enumerated() where new[index].total > 3 {
            var origin: (old: Int, likeness: Double)?
            for candidate in candidates.places(near: place, of: new[index].text).map({ removed[$0] })
            where !taken.contains(candidate) {
                let likeness = old[candidate].likeness(new[index])
                // The first of those that are most alike.
                if likeness >= Self.movedSimilarity, likeness > origin?.likeness ?? 0 { origin = (candidate, likeness) }
            }
            guard let origin else { continue }
            origins[index] = origin.old
            taken.insert(origin.old)
        }
        let moved = Set(origins.values)
        return pairs.compactMap { pair in
            if pair.new == nil, let old = pair.old, moved.contains(old) { return nil }
            if pair.old == nil, let new = pair.new, let old = origins[new] {
                return Pair(old: old, new: new, isMoved: true)
            }
            return pair
        }
    }
}
