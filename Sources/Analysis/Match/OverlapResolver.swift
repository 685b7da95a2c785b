internal import Lexicons
internal import TextModel

/// Leaves, of overlapping matches, the longest: within a family, a device role, a genre or a noun class.
///
/// A strong control entry counts as some words longer than it is and a weak one as shorter, so that "weaken
/// encryption" wins over a long generic "require providers to remove". An innocent sense hides whatever lies
/// wholly inside it, and otherwise takes part like any other entry and wins ties. Ties go to the earlier place,
/// then to the smaller entry.
struct OverlapResolver {
    private let groupOfEntry: [Int]
    private let bonusOfEntry: [Int]
    private let isInnocent: [Bool]
    private let groupCount: Int

    /// What a control's strength is worth in words.
    private static let strongBonus = 4
    private static let weakPenalty = 3

    init(_ lexicon: Lexicon) {
        groupOfEntry = lexicon.entries.map { Self.group(of: lexicon.concepts[$0.concept].kind) }
        bonusOfEntry = lexicon.entries.map { Self.bonus(of: $0, kind: lexicon.concepts[$0.concept].kind) }
        isInnocent = lexicon.entries.map(\.isInnocent)
        groupCount = (groupOfEntry.max() ?? 0) + 1
    }

    /// The matches that stand, ascending by place. `matches` ascend by their first token.
    ///
    /// Only matches that touch each other are compared, so the work is linear in the text.
    func resolve(_ matches: [Match]) -> [Match] {
        var byGroup = [[Match]](repeating: [], count: groupCount)
        for match in matches { byGroup[groupOfEntry[match.entry]].append(match) }
        return byGroup.flatMap(resolveGroup).sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound, $0.entry) < (
                $1.tokens.lowerBound, $1.tokens.upperBound, $1.entry
            )
        }
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

    private func resolveGroup(_ matches: [Match]) -> [Match] {
        var kept: [Match] = []
        var start = 0
        while start < matches.count {
            var end = start + 1
            var reach = matches[start].tokens.upperBound
            while end < matches.count, matches[end].tokens.lowerBound < reach {
                reach = max(reach, matches[end].tokens.upperBound)
                end += 1
            }
            if end == start + 1 {
                if !isInnocent[matches[start].entry] { kept.append(matches[start]) }
            } else {
                kept += resolveCluster(matches[start..<end])
            }
            start = end
        }
        return kept
    }

    private func resolveCluster(_ cluster: ArraySlice<Match>) -> [Match] {
        var taken: [Range<Int>] = []
        var kept: [Match] = []
        let senses = cluster.filter { isInnocent[$0.entry] }.map(\.tokens)
        let members = cluster.filter { match in
            isInnocent[match.entry] || !senses.contains { $0.contains(match.tokens) }
        }
        for match in members.sorted(by: isPreferred) where !taken.contains(where: match.tokens.overlaps) {
            taken.append(match.tokens)
            if !isInnocent[match.entry] { kept.append(match) }
        }
        return kept
    }

    private func isPreferred(_ a: Match, _ b: Match) -> Bool {
        let (first, second) = (a.tokens.count + bonusOfEntry[a.entry], b.tokens.count + bonusOfEntry[b.entry])
        if first != second { return first > second }
        if isInnocent[a.entry] != isInnocent[b.entry] { return isInnocent[a.entry] }
        return (a.tokens.lowerBound, a.entry) < (b.tokens.lowerBound, b.entry)
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
