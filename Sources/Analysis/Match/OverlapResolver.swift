internal import Lexicons
internal import TextModel

/// Leaves, of overlapping matches, the longest: within a family, a safeguard, a device role, a genre or a noun class.
///
/// One phrase can be several safeguards ("a reasoned ruling of the court"), so they are told apart by concept.
///
/// A strong control entry counts as some words longer than it is and a weak one as shorter, so that "weaken
/// encryption" wins over a long generic "require providers to remove". An innocent sense hides whatever lies
/// wholly inside it, and otherwise takes part like any other entry and wins ties. Of two entries on the same words,
/// the one of what people do wins. Other ties go to the earlier place, then to the smaller entry.
struct OverlapResolver: Sendable {
    /// What overlaps depend on, by entry.
    private struct Rank: Sendable {
        let group: Int
        let bonus: Int
        let isInnocent: Bool
        /// Whether it says what people do: "store it abroad" is that, and "store it" what a provider is made to do.
        let isConduct: Bool
    }

    private let ranks: [Rank]
    /// Matches in order: group, first word and place in one number, which compares at once.
    private var order: [UInt64] = []
    /// Matches of a cluster that no innocent sense hides.
    private var standing: [TrieWalk.Found] = []

    /// What a control's strength is worth in words.
    private static let strongBonus = 4
    private static let weakPenalty = 3

    init(_ lexicon: Lexicon) {
        ranks = lexicon.entries.map { entry in
            let kind = lexicon.concepts[entry.concept].kind
            return Rank(
                group: Self.group(of: entry, kind: kind), bonus: Self.bonus(of: entry, kind: kind),
                isInnocent: entry.isInnocent, isConduct: entry.act == .conduct)
        }
    }

    /// Leaves the matches of one sentence that stand, ascending by place.
    ///
    /// Only matches that touch each other are compared, so the work is linear in the text.
    mutating func resolve(_ matches: [TrieWalk.Found], into kept: inout [TrieWalk.Found]) {
        kept.removeAll(keepingCapacity: true)
        guard !matches.isEmpty else { return }
        if matches.count == 1 {
            if !ranks[matches[0].entry].isInnocent { kept.append(matches[0]) }
            return
        }
        order.removeAll(keepingCapacity: true)
        for (place, match) in matches.enumerated() {
            let group = UInt64(truncatingIfNeeded: ranks[match.entry].group)
            order.append(group << 48 | UInt64(match.start) << Self.placeBits | UInt64(place))
        }
        order.sort()
        var start = 0
        while start < order.count {
            let group = order[start] >> 48
            let first = match(start, of: matches)
            var end = start + 1
            var reach = first.end
            while end < order.count, order[end] >> 48 == group {
                let next = match(end, of: matches)
                guard next.start < reach else { break }
                reach = max(reach, next.end)
                end += 1
            }
            if end > start + 1 {
                resolveCluster(start..<end, of: matches, into: &kept)
            } else if !ranks[first.entry].isInnocent {
                kept.append(first)
            }
            start = end
        }
        kept.sort { a, b in
            if a.start != b.start { return a.start < b.start }
            return a.end != b.end ? a.end < b.end : a.entry < b.entry
        }
    }

    /// Groups of safeguards follow all others, one for each concept.
    private static let firstSafeguard = 100

    /// Bits for the place of a match and for its first word: a sentence is shorter.
    private static let placeBits: UInt64 = 24

    private func match(_ rank: Int, of matches: [TrieWalk.Found]) -> TrieWalk.Found {
        matches[Int(order[rank] & (1 << Self.placeBits - 1))]
    }

    private static func group(of entry: Entry, kind: ConceptKind) -> Int {
        switch kind {
        case .value: 0
        case .counterweight: 1
        case .control: 2
        case .safeguard: firstSafeguard + entry.concept
        case .genre(let kind): 4 + (DocumentKind.allCases.firstIndex(of: kind) ?? 0)
        case .noun(let noun): 20 + (NounClass.allCases.firstIndex(of: noun) ?? 0)
        case .device(let role): 40 + (DeviceRole.allCases.firstIndex(of: role) ?? 0)
        }
    }

    private mutating func resolveCluster(
        _ cluster: Range<Int>, of matches: [TrieWalk.Found], into kept: inout [TrieWalk.Found]
    ) {
        standing.removeAll(keepingCapacity: true)
        for rank in cluster {
            let found = match(rank, of: matches)
            let isHidden =
                !ranks[found.entry].isInnocent
                && cluster.contains { other in
                    let other = match(other, of: matches)
                    return ranks[other.entry].isInnocent && other.start <= found.start && found.end <= other.end
                }
            if !isHidden { standing.append(found) }
        }
        // The best one stands, and whatever it touches falls, until none is left.
        while var best = standing.first {
            for other in standing.dropFirst() where isPreferred(other, best) { best = other }
            if !ranks[best.entry].isInnocent { kept.append(best) }
            standing.removeAll { $0.start < best.end && best.start < $0.end }
        }
    }

    private func isPreferred(_ a: TrieWalk.Found, _ b: TrieWalk.Found) -> Bool {
        let (first, second) = (a.words.count + ranks[a.entry].bonus, b.words.count + ranks[b.entry].bonus)
        if first != second { return first > second }
        if ranks[a.entry].isInnocent != ranks[b.entry].isInnocent { return ranks[a.entry].isInnocent }
        if a.start == b.start, a.end == b.end, ranks[a.entry].isConduct != ranks[b.entry].isConduct {
            return ranks[a.entry].isConduct
        }
        return (a.start, a.entry) < (b.start, b.entry)
    }

    private static func bonus(of entry: Entry, kind: ConceptKind) -> Int {
        guard case .control = kind, !entry.isInnocent else { return 0 }
        switch entry.strength {
        case .weak: return -weakPenalty
        case .plain: return 0
        case .strong: return strongBonus
        }
    }
}
