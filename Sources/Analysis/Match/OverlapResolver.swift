internal import Lexicons
internal import TextModel

/// Leaves, of overlapping matches, the longest: within a family, a device role, a genre or a noun class.
///
/// A strong control entry counts as some words longer than it is and a weak one as shorter, so that "weaken
/// encryption" wins over a long generic "require providers to remove". An innocent sense hides whatever lies
/// wholly inside it, and otherwise takes part like any other entry and wins ties. Ties go to the earlier place,
/// then to the smaller entry.
struct OverlapResolver: Sendable {
    /// What overlaps depend on, by entry.
    private struct Rank: Sendable {
        let group: Int
        let bonus: Int
        let isInnocent: Bool
    }

    private let ranks: [Rank]

    /// What a control's strength is worth in words.
    private static let strongBonus = 4
    private static let weakPenalty = 3

    init(_ lexicon: Lexicon) {
        ranks = lexicon.entries.map { entry in
            let kind = lexicon.concepts[entry.concept].kind
            return Rank(
                group: Self.group(of: kind), bonus: Self.bonus(of: entry, kind: kind), isInnocent: entry.isInnocent)
        }
    }

    /// Leaves the matches of one sentence that stand, ascending by place.
    ///
    /// Only matches that touch each other are compared, so the work is linear in the text.
    func resolve(_ matches: inout [TrieWalk.Found], into kept: inout [TrieWalk.Found]) {
        kept.removeAll(keepingCapacity: true)
        guard !matches.isEmpty else { return }
        if matches.count == 1 {
            if !ranks[matches[0].entry].isInnocent { kept.append(matches[0]) }
            return
        }
        matches.sort { a, b in
            let (first, second) = (ranks[a.entry].group, ranks[b.entry].group)
            return first != second ? first < second : a.start < b.start
        }
        var start = 0
        while start < matches.count {
            let group = ranks[matches[start].entry].group
            var end = start + 1
            var reach = matches[start].end
            while end < matches.count, matches[end].start < reach, ranks[matches[end].entry].group == group {
                reach = max(reach, matches[end].end)
                end += 1
            }
            if end == start + 1 {
                if !ranks[matches[start].entry].isInnocent { kept.append(matches[start]) }
            } else {
                resolveCluster(matches[start..<end], into: &kept)
            }
            start = end
        }
        kept.sort { ($0.start, $0.end, $0.entry) < ($1.start, $1.end, $1.entry) }
    }

    private static func group(of kind: ConceptKind) -> Int {
        switch kind {
        case .value: 0
        case .counterweight: 1
        case .control: 2
        case .safeguard: 3
        case .genre(let kind): 4 + (DocumentKind.allCases.firstIndex(of: kind) ?? 0)
        case .noun(let noun): 20 + (NounClass.allCases.firstIndex(of: noun) ?? 0)
        case .device(let role): 40 + (DeviceRole.allCases.firstIndex(of: role) ?? 0)
        }
    }

    private func resolveCluster(_ cluster: ArraySlice<TrieWalk.Found>, into kept: inout [TrieWalk.Found]) {
        let members = cluster.filter { match in
            ranks[match.entry].isInnocent
                || !cluster.contains {
                    ranks[$0.entry].isInnocent && $0.start <= match.start && match.end <= $0.end
                }
        }
        var taken: [Range<Int>] = []
        for match in members.sorted(by: isPreferred) where !taken.contains(where: { $0.overlaps(match.words) }) {
            taken.append(match.words)
            if !ranks[match.entry].isInnocent { kept.append(match) }
        }
    }

    private func isPreferred(_ a: TrieWalk.Found, _ b: TrieWalk.Found) -> Bool {
        let (first, second) = (a.words.count + ranks[a.entry].bonus, b.words.count + ranks[b.entry].bonus)
        if first != second { return first > second }
        if ranks[a.entry].isInnocent != ranks[b.entry].isInnocent { return ranks[a.entry].isInnocent }
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
