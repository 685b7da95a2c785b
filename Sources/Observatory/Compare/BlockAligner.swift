/// Finds which passage of a new text is which passage of an old one.
///
/// Passages with the same words are anchors, as many as can be had in order (Myers). Between two anchors, those that
/// share most words are paired in order, by dynamic programming. What is left over on both sides and still alike was moved.
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
    /// Cells of the largest table between two anchors; beyond it only passages near each other in order are compared.
    private static let cellLimit = 4_000_000

    private let old: [Bag]
    private let new: [Bag]

    /// Words of a passage with their counts.
    private struct Bag {
        let counts: [Substring: Int]
        let total: Int
        let text: String

        init(_ text: String) {
            self.text = text.lowercased()
            let words = self.text.split { !($0.isLetter || $0.isNumber) }
            counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            total = words.count
        }

        /// Twice the common words over all words of both.
        func likeness(_ other: Bag) -> Double {
            guard total + other.total > 0 else { return 0 }
            let (small, large) = counts.count < other.counts.count ? (counts, other.counts) : (other.counts, counts)
            let common = small.reduce(0) { $0 + min($1.value, large[$1.key] ?? 0) }
            return Double(2 * common) / Double(total + other.total)
        }
    }

    /// Aligns the texts of passages.
    init(old: [String], new: [String]) {
        self.old = old.map(Bag.init)
        self.new = new.map(Bag.init)
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
        let change = new.map(\.text).difference(from: old.map(\.text))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for step in change {
            switch step {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return Array(
            zip(
                old.indices.filter { !removed.contains($0) }, new.indices.filter { !inserted.contains($0) }))
    }

    private func between(_ olds: Range<Int>, _ news: Range<Int>) -> [Pair] {
        guard !olds.isEmpty, !news.isEmpty else {
            return olds.map { Pair(old: $0, new: nil) } + news.map { Pair(old: nil, new: $0) }
        }
        // How far from the diagonal passages are compared.
        let reach = olds.count * news.count <= Self.cellLimit ? Int.max : Self.cellLimit / max(olds.count, news.count)
        let width = news.count + 1
        var best = [Double](repeating: 0, count: (olds.count + 1) * width)
        var isPair = [Bool](repeating: false, count: best.count)
        for i in stride(from: olds.count - 1, through: 0, by: -1) {
            for j in stride(from: news.count - 1, through: 0, by: -1) {
                let skip = max(best[(i + 1) * width + j], best[i * width + j + 1])
                best[i * width + j] = skip
                guard reach == Int.max || abs(i * news.count / olds.count - j) <= reach else { continue }
                let likeness = old[olds.lowerBound + i].likeness(new[news.lowerBound + j])
                guard likeness >= Self.similarity else { continue }
                let paired = likeness + best[(i + 1) * width + j + 1]
                if paired > skip {
                    best[i * width + j] = paired
                    isPair[i * width + j] = true
                }
            }
        }
        var pairs: [Pair] = []
        var (i, j) = (0, 0)
        while i < olds.count || j < news.count {
            if i < olds.count, j < news.count, isPair[i * width + j] {
                pairs.append(Pair(old: olds.lowerBound + i, new: news.lowerBound + j))
                (i, j) = (i + 1, j + 1)
            } else if i < olds.count, j == news.count || best[(i + 1) * width + j] >= best[i * width + j + 1] {
                pairs.append(Pair(old: olds.lowerBound + i, new: nil))
                i += 1
            } else {
                pairs.append(Pair(old: nil, new: news.lowerBound + j))
                j += 1
            }
        }
        return pairs
    }

    private func joiningMoves(_ pairs: [Pair]) -> [Pair] {
        var removed = pairs.compactMap { $0.new == nil ? $0.old : nil }
        var origins: [Int: Int] = [:]
        for added in pairs.compactMap({ $0.old == nil ? $0.new : nil }) where new[added].total > 3 {
            let candidates = removed.map { ($0, old[$0].likeness(new[added])) }.filter {
                $0.1 >= Self.movedSimilarity
            }
            guard let origin = candidates.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) })?.0 else { continue }
            origins[added] = origin
            removed.removeAll { $0 == origin }
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
