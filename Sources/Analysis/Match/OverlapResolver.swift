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
        let group: UInt16
        let bonus: Int8
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
    private static let strongBonus: Int8 = 4
    private static let weakPenalty: Int8 = 3

    init(_ lexicon: Lexicon) {
        let groups = lexicon.concepts.indices.map { Self.group(of: $0, kind: lexicon.concepts[$0].kind) }
        let isControl = lexicon.concepts.map { $0.kind.family == .control }
        let bonuses = EntryStrength.allCases.map(Self.bonus)
        let conduct = ControlAct.allCases.firstIndex(of: .conduct)
        let rows = lexicon.entries.rows
        ranks = (0..<rows.count).map { place in
            let row = rows[place]
            let concept = Int(row.concept)
            let isInnocent = row.isInnocent != 0
            return Rank(
                group: groups[concept], bonus: isControl[concept] && !isInnocent ? bonuses[Int(row.strength)] : 0,
                isInnocent: isInnocent, isConduct: Int(row.act) == conduct)
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
            let group = UInt64(ranks[match.entry].group)
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

    private static func group(of concept: Int, kind: ConceptKind) -> UInt16 {
        let group =
            switch kind {
            case .value: 0
            case .counterweight: 1
            case .control: 2
            case .safeguard: firstSafeguard + concept
            case .genre(let kind): 4 + (DocumentKind.allCases.firstIndex(of: kind) ?? 0)
            case .noun(let noun): 20 + (NounClass.allCases.firstIndex(of: noun) ?? 0)
            case .device(let role): 40 + (DeviceRole.allCases.firstIndex(of: role) ?? 0)
            }
        return UInt16(clamping: group)
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
        let (first, second) = (length(a), length(b))
        if first != second { return first > second }
        if ranks[a.entry].isInnocent != ranks[b.entry].isInnocent { return ranks[a.entry].isInnocent }
        if a.start == b.start, a.end == b.end, ranks[a.entry].isConduct != ranks[b.entry].isConduct {
            return ranks[a.entry].isConduct
        }
        return (a.start, a.entry) < (b.start, b.entry)
    }

    /// Words of a match, and what its strength is worth.
    private func length(_ found: TrieWalk.Found) -> Int { found.words.count + Int(ranks[found.entry].bonus) }

    private static func bonus(of strength: EntryStrength) -> Int8 {
        switch strength {
        case .weak: -weakPenalty
        case .plain: 0
        case .strong: strongBonus
        }
    }
}
