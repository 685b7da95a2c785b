internal import Lexicons

/// Matches one sentence after another and gathers what stands.
struct SentenceMatcher {
    private var resolver: OverlapResolver
    private let kinds: EntryKinds
    private var nounWalk: TrieWalk
    private var phraseWalk: TrieWalk
    private var nouns = SentenceNouns()
    private var shortened = ShortenedSentence()
    private let traits: FlatList<WordTypes.Traits>
    private var kept: [TrieWalk.Found] = []
    private var nounMatches: [NounMatch] = []
    private var concepts: [Match] = []
    private var devices: [Match] = []
    private var genres: [Match] = []

    init(
        nouns: WalkPlan, phrases: WalkPlan, resolver: OverlapResolver, kinds: EntryKinds,
        traits: FlatList<WordTypes.Traits>
    ) {
        self.resolver = resolver
        self.traits = traits
        self.kinds = kinds
        nounWalk = TrieWalk(nouns)
        phraseWalk = TrieWalk(phrases)
    }

    /// Everything that was found, in order of place when the sentences were matched in order.
    var matches: Matches { Matches(nouns: nounMatches, concepts: concepts, devices: devices, genres: genres) }

    /// Matches a sentence: its range of all tokens.
    mutating func match(_ range: Range<Int>, of tokens: Span<Token>) {
        guard !range.isEmpty else { return }
        let first = range.lowerBound
        nouns.begin(words: range.count)
        nounWalk.walk(range, of: tokens, nouns: nouns)
        resolver.resolve(nounWalk.found, into: &kept)
        for match in kept {
            guard case .noun(let noun) = kinds[match.entry] else { continue }
            nouns.add(noun, start: match.start, end: match.end)
            nounMatches.append(NounMatch(noun: noun, tokens: (first + match.start)..<(first + match.end)))
        }
        phraseWalk.walk(range, of: tokens, nouns: nouns)
        if shortened.shorten(range, of: tokens, traits) {
            resolver.resolve(phraseWalk.found + foundAroundInsertions(), into: &kept)
        } else {
            resolver.resolve(phraseWalk.found, into: &kept)
        }
        for found in kept {
            let match = Match(entry: found.entry, tokens: (first + found.start)..<(first + found.end))
            switch kinds[found.entry] {
            case .device: devices.append(match)
            case .genre: genres.append(match)
            case .noun, .concept: concepts.append(match)
            }
        }
    }

    /// What stands around the insertions of a sentence, at its places in the whole sentence.
    private mutating func foundAroundInsertions() -> [TrieWalk.Found] {
        let words = shortened.words
        let all = words.indices
        let before = phraseWalk.found
        defer { phraseWalk.found = before }
        nounWalk.walk(all, of: words.span, nouns: SentenceNouns())
        resolver.resolve(nounWalk.found, into: &kept)
        nouns.begin(words: all.count)
        for match in kept {
            guard case .noun(let noun) = kinds[match.entry] else { continue }
            nouns.add(noun, start: match.start, end: match.end)
        }
        phraseWalk.walk(all, of: words.span, nouns: nouns)
        return phraseWalk.found.compactMap(shortened.whole)
    }
}
