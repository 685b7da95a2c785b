package import Lexicons
internal import TextModel

/// Finds every entry of the lexicon in one pass over the tokens: noun phrases first, which patterns use
/// as slots, then everything else.
package struct Matcher: Sendable {
    private let lexicon: Lexicon
    private let phrases: Trie
    private let nouns: Trie
    private let resolver: OverlapResolver

    /// Prepares a lexicon for matching. Linear in its patterns.
    package init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        phrases = Trie(lexicon.phrases)
        nouns = Trie(lexicon.nouns)
        resolver = OverlapResolver(lexicon)
    }

    /// Matches of a segmented document. Linear in the tokens for a given lexicon.
    package func matches(in tokens: TokenStream, types: WordTypes) -> Matches {
        let nounMatches = resolver.resolve(scan(nouns, tokens, types, NounIndex())).compactMap { match -> NounMatch? in
            guard case .noun(let noun) = lexicon.concepts[lexicon.entries[match.entry].concept].kind,
                let index = NounClass.allCases.firstIndex(of: noun)
            else { return nil }
            return NounMatch(noun: index, tokens: match.tokens)
        }
        var concepts: [Match] = []
        var devices: [Match] = []
        var genres: [Match] = []
        for match in resolver.resolve(scan(phrases, tokens, types, NounIndex(nounMatches, tokenCount: tokens.count))) {
            switch lexicon.concepts[lexicon.entries[match.entry].concept].kind {
            case .device: devices.append(match)
            case .genre: genres.append(match)
            case .value, .counterweight, .control, .safeguard, .noun: concepts.append(match)
            }
        }
        return Matches(nouns: nounMatches, concepts: concepts, devices: devices, genres: genres)
    }

    /// Everything that a trie accepts, ascending by the first token.
    private func scan(_ trie: Trie, _ tokens: TokenStream, _ types: WordTypes, _ nouns: NounIndex) -> [Match] {
        var walk = TrieWalk(trie, tokens: tokens, types: types, nouns: nouns)
        var found: [Match] = []
        for sentence in tokens.sentences.indices.reversed() {
            let range = tokens.tokens(of: sentence)
            for token in range.reversed() {
                walk.walk(from: token, limit: range.upperBound)
                walk.pass(token)
                if walk.accepted.isEmpty { continue }
                for (entry, end) in walk.accepted { found.append(Match(entry: entry, tokens: token..<end)) }
                walk.accepted.removeAll(keepingCapacity: true)
            }
        }
        return found.reversed()
    }
}
