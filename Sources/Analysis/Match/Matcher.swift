package import Lexicons
internal import TextModel

/// Finds the entries of the lexicon in the words of a document: noun phrases first, which patterns use as slots,
/// then everything else.
package struct Matcher: Sendable {
    private let nouns: WalkPlan
    private let phrases: WalkPlan
    private let resolver: OverlapResolver
    private let kinds: EntryKinds
    private let traits: FlatList<WordTypes.Traits>

    /// Prepares a lexicon for matching. Linear in its entries.
    package init(_ lexicon: Lexicon, types: WordTypes) {
        nouns = lexicon.nouns
        phrases = lexicon.phrases
        resolver = OverlapResolver(lexicon)
        kinds = EntryKinds(lexicon)
        traits = types.traits
    }

    /// Matches of a segmented document. Linear in the tokens for a given lexicon.
    package func matches(in tokens: TokenStream) -> Matches {
        var matcher = SentenceMatcher(
            nouns: nouns, phrases: phrases, resolver: resolver, kinds: kinds, traits: traits)
        for sentence in tokens.sentences.indices { matcher.match(tokens.tokens(of: sentence), of: tokens.list.span) }
        return matcher.matches
    }
}
