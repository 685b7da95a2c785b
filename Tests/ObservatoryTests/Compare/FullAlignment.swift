@testable import Observatory

/// The alignment of passages by all comparisons and full tables: slow, large and simple.
struct FullAlignment {
    let old: [String]
    let new: [String]

    func pairs() -> [BlockAligner.Pair] {
        var pairs: [BlockAligner.Pair] = []
        var (nextOld, nextNew) = (0, 0)
        for (oldIndex, newIndex) in anchors() + [(old.count, new.count)] {
            pairs += between(nextOld..<oldIndex, nextNew..<newIndex)
            if oldIndex < old.count { pairs.append(BlockAligner.Pair(old: oldIndex, new: newIndex)) }
            (nextOld, nextNew) = (oldIndex + 1, newIndex + 1)
        }
        return joiningMoves(pairs)
    }

    private func words(_ text: String) -> [String: Int] {
        text.split(separator: " ").reduce(into: [:]) { $0[String($1), default: 0] += 1 }
    }

    private func likeness(_ a: Int, _ b: Int) -> Double {
        let (first, second) = (words(old[a]), words(new[b]))
        let common = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        return Double(2 * common) / Double(first.values.reduce(0, +) + second.values.reduce(0, +))
    }

    private func anchors() -> [(Int, Int)] {
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for step in new.difference(from: old) {
            switch step {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return Array(
            zip(old.indices.filter { !removed.contains($0) }, new.indices.filter { !inserted.contains($0) }))
    }

    private func between(_ olds: Range<Int>, _ news: Range<Int>) -> [BlockAligner.Pair] {
        var best = [[Double]](repeating: Array(repeating: 0, count: news.count + 1), count: olds.count + 1)
        var isPair = best.map { $0.map { _ in false } }
        for i in olds.indices.map({ $0 - olds.lowerBound }).reversed() {
            for j in news.indices.map({ $0 - news.lowerBound }).reversed() {
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
                let likeness = likeness(olds.lowerBound + i, news.lowerBound + j)
                if likeness >= BlockAligner.similarity, likeness + best[i + 1][j + 1] > best[i][j] {
                    best[i][j] = likeness + best[i + 1][j + 1]
                    isPair[i][j] = true
                }
            }
        }
        var pairs: [BlockAligner.Pair] = []
        var (i, j) = (0, 0)
        while i < olds.count || j < news.count {
            if i < olds.count, j < news.count, isPair[i][j] {
                pairs.append(BlockAligner.Pair(old: olds.lowerBound + i, new: news.lowerBound + j))
                (i, j) = (i + 1, j + 1)
            } else if i < olds.count, j == news.count || best[i + 1][j] >= best[i][j + 1] {
                pairs.append(BlockAligner.Pair(old: olds.lowerBound + i, new: nil))
                i += 1
            } else {
                pairs.append(BlockAligner.Pair(old: nil, new: news.lowerBound + j))
                j += 1
            }
        }
        return pairs
    }

    private func joiningMoves(_ pairs: [BlockAligner.Pair]) -> [BlockAligner.Pair] {
        var removed = pairs.compactMap { $0.new == nil ? $0.old : nil }
        var origins: [Int: Int] = [:]
        for added in pairs.compactMap({ $0.old == nil ? $0.new : nil })
        where new[added].split(separator: " ").count > 3 {
            let alike = removed.filter { likeness($0, added) >= BlockAligner.movedSimilarity }
            guard let origin = alike.max(by: { (likeness($0, added), -$0) < (likeness($1, added), -$1) }) else {
                continue
            }
            origins[added] = origin
            removed.removeAll { $0 == origin }
        }
        let moved = Set(origins.values)
        return pairs.compactMap { pair in
            if pair.new == nil, let old = pair.old, moved.contains(old) { return nil }
            if pair.old == nil, let new = pair.new, let old = origins[new] {
                return BlockAligner.Pair(old: old, new: new, isMoved: true)
            }
            return pair
        }
    }
}
