internal import Lexicons
internal import TextModel

/// A lexicon made ready for matching. A class, so that whatever matches shares it.
///
/// What is found for different readers is found by different walks, so that nobody pays for what is not read.
final class MatchPlan: Sendable {
    /// What a match of an entry is for.
    enum Kind: Sendable, Hashable { case concept, device, genre, noun(Int) }

    let nouns: WalkPlan
    let concepts: WalkPlan
    let devices: WalkPlan
    let genres: WalkPlan
    /// Devices by which a text tells that it is no statute.
    let telling: WalkPlan
    let resolver: OverlapResolver
    /// Kinds by entry.
    let kinds: [Kind]
    /// Roles of devices by entry.
    let roles: [DeviceRole?]

    init(_ lexicon: Lexicon, types: WordTypes) {
        let kinds: [Kind] = lexicon.entries.map { entry in
            switch lexicon.concepts[entry.concept].kind {
            case .device: .device
            case .genre: .genre
            case .noun(let noun): .noun(NounClass.allCases.firstIndex(of: noun) ?? 0)
            case .value, .counterweight, .control, .safeguard: .concept
            }
        }
        let roles: [DeviceRole?] = lexicon.entries.map { entry in
            if case .device(let role) = lexicon.concepts[entry.concept].kind { return role }
            return nil
        }
        func plan(_ isWanted: (Int) -> Bool) -> WalkPlan {
            WalkPlan(types, in: Trie(lexicon.phrases.keeping(isWanted)))
        }
        nouns = WalkPlan(types, in: Trie(lexicon.nouns))
        concepts = plan { kinds[$0] == .concept }
        devices = plan { kinds[$0] == .device }
        genres = plan { kinds[$0] == .genre }
        telling = plan { roles[$0].map(GenreDetector.tellingRoles.contains) ?? false }
        resolver = OverlapResolver(lexicon)
        self.kinds = kinds
        self.roles = roles
    }
}
