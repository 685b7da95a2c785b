internal import Lexicons
internal import TextModel

/// Leaves, of overlapping matches, the longest: within a family, and within a device role.
///
/// Ties go to the stronger entry, then to the smaller index. An innocent sense takes part like any
/// other entry and wins ties, so that it hides what it explains away.
struct OverlapResolver {
    private let lexicon: Lexicon
    private static let genreGroup = 4

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    func resolve(_ matches: [Match]) -> (concepts: [Match], devices: [Match], genres: [Match]) {
        var byGroup: [Int: [Match]] = [:]
        for match in matches { byGroup[group(of: match), default: []].append(match) }
        var concepts: [Match] = []
        var devices: [Match] = []
        var genres: [Match] = []
        for (group, members) in byGroup {
            let kept = resolveGroup(members)
            if group < Family.allCases.count {
                concepts += kept
            } else if group == Self.genreGroup {
                genres += kept
            } else {
                devices += kept
            }
        }
        let order: (Match, Match) -> Bool = {
            ($0.tokens.lowerBound, $0.tokens.upperBound, $0.entry) < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.entry)
        }
        return (concepts.sorted(by: order), devices.sorted(by: order), genres.sorted(by: order))
    }

    private func group(of match: Match) -> Int {
        switch lexicon.concepts[lexicon.entries[match.entry].concept].kind {
        case .value: return 0
        case .counterweight: return 1
        case .control: return 2
        case .safeguard: return 3
        case .noun, .genre: return Self.genreGroup
        case .device(let role): return 5 + (DeviceRole.allCases.firstIndex(of: role) ?? 0)
        }
    }

    private func resolveGroup(_ matches: [Match]) -> [Match] {
        let sorted = matches.sorted(by: isPreferred)
        var kept: [Match] = []
        let bounds = (sorted.map(\.tokens.lowerBound).min() ?? 0, sorted.map(\.tokens.upperBound).max() ?? 0)
        var isTaken = [Bool](repeating: false, count: bounds.1 - bounds.0)
        for match in sorted {
            let local = (match.tokens.lowerBound - bounds.0)..<(match.tokens.upperBound - bounds.0)
            if isTaken[local].contains(true) { continue }
            for index in local { isTaken[index] = true }
            if !lexicon.entries[match.entry].isInnocent { kept.append(match) }
        }
        return kept
    }

    private func isPreferred(_ a: Match, _ b: Match) -> Bool {
        if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
        let (first, second) = (lexicon.entries[a.entry], lexicon.entries[b.entry])
        if first.isInnocent != second.isInnocent { return first.isInnocent }
        if first.strength != second.strength { return rank(first.strength) > rank(second.strength) }
        return (a.tokens.lowerBound, a.entry) < (b.tokens.lowerBound, b.entry)
    }

    private func rank(_ strength: EntryStrength) -> Int {
        switch strength {
        case .weak: 0
        case .plain: 1
        case .strong: 2
        }
    }
}
