package import Lexicons
internal import TextModel

/// Finds the entries of the lexicon in the words of a document: noun phrases first, which patterns use as slots,
/// then everything else.
package struct Matcher: Sendable {
    private let nouns: WalkPlan
    private let phrases: WalkPlan
    private let resolver: OverlapResolver
    private let kinds: [SentenceMatcher.Kind]
    private let traits: [WordTypes.Traits]

    /// Prepares a lexicon for matching. Linear in its patterns.
    package init(_ lexicon: Lexicon, types: WordTypes) {
        nouns = WalkPlan(types, in: Trie(lexicon.nouns))
        phrases = WalkPlan(types, in: Trie(lexicon.phrases))
        resolver = OverlapResolver(lexicon)
        traits = types.traits
        kinds = lexicon.entries.map { entry in
            switch lexicon.concepts[entry.concept].kind {
            case .device: .device
            case .genre: .genre
            case .noun(let noun): .noun(NounClass.allCases.firstIndex(of: noun) ?? 0)
            case .value, .counterweight, .control, .safeguard: .concept
            }
        }
    }

    /// Matches of a segmented document. Linear in the tokens for a given lexicon.
    package func matches(in tokens: TokenStream) -> Matches {
        var matcher = SentenceMatcher(
            nouns: nouns, phrases: phrases, resolver: resolver, kinds: kinds, traits: traits)
        for sentence in tokens.sentences.indices { matcher.match(tokens.tokens(of: sentence), of: tokens.list.span) }
        return matcher.matches
    }
}
