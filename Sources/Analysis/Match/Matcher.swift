package import Lexicons
internal import TextModel

/// Finds the entries of the lexicon in the words of a document: noun phrases first, which patterns use as slots,
/// then everything else.
package struct Matcher: Sendable {
    /// The lexicon made ready.
    let plan: MatchPlan

    /// Prepares a lexicon for matching. Linear in its patterns.
    package init(_ lexicon: Lexicon, types: WordTypes) { plan = MatchPlan(lexicon, types: types) }

    /// All matches of a segmented document. Linear in the tokens for a given lexicon.
    package func matches(in tokens: TokenStream) -> Matches {
        var matcher = SentenceMatcher(plan, tokens)
        for sentence in tokens.sentences.indices {
            matcher.matchConcepts(sentence)
            matcher.matchDevices(sentence)
            matcher.matchGenres(sentence)
        }
        return matcher.finish()
    }
}
