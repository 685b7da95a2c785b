internal import Lexicons
internal import TextModel

/// Leaves, of overlapping matches, the longest: within a family, a device role, a genre or a noun class.
///
/// A strong control entry counts as some words longer than it is and a weak one as shorter, so that "weaken
/// encryption" wins over a long generic "require providers to remove". An innocent sense takes part
/// like any other entry and wins ties, so that it hides what it explains away. Ties go to the earlier
/// place, then to the smaller entry.
struct OverlapResolver {
    private let lexicon: Lexicon
    private let groupOfConcept: [Int]

    /// What a control's strength is worth in words.
    private static let strongBonus = 4
    private static let weakPenalty = 3

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        groupOfConcept = lexicon.concepts.map { Self.group(of: $0.kind) }
    }

    /// The matches that stand, ascending by place. `matches` ascend by their first token.
    ///
    /// Only matches that touch each other are compared, so the work is linear in the text.
    func resolve(_ matches: [Match]) -> [Match] {
        var byGroup = [[Match]](repeating: [], count: (groupOfConcept.max() ?? 0) + 1)
        for match in matches { byGroup[groupOfConcept[lexicon.entries[match.entry].concept]].append(match) }
        return byGroup.flatMap(resolveGroup).sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound, $0.entry) < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.entry)
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
                if !lexicon.entries[matches[start].entry].isInnocent { kept.append(matches[start]) }
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
        for match in cluster.sorted(by: isPreferred) where !taken.contains(where: match.tokens.overlaps) {
            taken.append(match.tokens)
            if !lexicon.entries[match.entry].isInnocent { kept.append(match) }
        }
        return kept
    }

    private func isPreferred(_ a: Match, _ b: Match) -> Bool {
        let (first, second) = (weight(a), weight(b))
        if first != second { return first > second }
        let (isInnocent, otherIsInnocent) = (lexicon.entries[a.entry].isInnocent, lexicon.entries[b.entry].isInnocent)
        if isInnocent != otherIsInnocent { return isInnocent }
        return (a.tokens.lowerBound, a.entry) < (b.tokens.lowerBound, b.entry)
    }

    private func weight(_ match: Match) -> Int {
        let entry = lexicon.entries[match.entry]
        guard case .control = lexicon.concepts[entry.concept].kind, !entry.isInnocent else { return match.tokens.count }
        switch entry.strength {
        case .weak: return match.tokens.count - Self.weakPenalty
        case .plain: return match.tokens.count
        case .strong: return match.tokens.count + Self.strongBonus
        }
    }
}
