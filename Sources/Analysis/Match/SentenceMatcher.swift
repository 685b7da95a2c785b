internal import Lexicons
internal import TextModel

/// Matches sentences, each for what is wanted of it and in any order, and gathers what stands.
///
/// Noun phrases are matched first, since patterns use them as slots.
struct SentenceMatcher {
    /// What was done with a sentence.
    private struct Done: OptionSet {
        let rawValue: UInt8
        static let nouns = Done(rawValue: 1)
        static let concepts = Done(rawValue: 2)
        static let devices = Done(rawValue: 4)
    }

    private let plan: MatchPlan
    private let tokens: TokenStream
    private var nounWalk: TrieWalk
    private var conceptWalk: TrieWalk
    private var deviceWalk: TrieWalk
    private var genreWalk: TrieWalk
    private var tellingWalk: TrieWalk
    private var done: [Done]
    private var kept: [TrieWalk.Found] = []
    /// Noun phrases of the sentence matched last.
    private var nouns = SentenceNouns()
    private var sentenceOfNouns = -1
    private var firstNoun: [Int32]
    private var nounMatches: [NounMatch] = []
    /// Matches of families so far, in the order of matching.
    private(set) var concepts: [Match] = []
    /// Matches of devices so far, in the order of matching.
    private(set) var devices: [Match] = []
    /// Matches of genres so far, in the order of matching.
    private(set) var genres: [Match] = []

    init(_ plan: MatchPlan, _ tokens: TokenStream) {
        self.plan = plan
        self.tokens = tokens
        nounWalk = TrieWalk(plan.nouns)
        conceptWalk = TrieWalk(plan.concepts)
        deviceWalk = TrieWalk(plan.devices)
        genreWalk = TrieWalk(plan.genres)
        tellingWalk = TrieWalk(plan.telling)
        done = [Done](repeating: [], count: tokens.sentences.count)
        firstNoun = [Int32](repeating: 0, count: tokens.sentences.count)
    }

    /// Whether the devices of a sentence were matched.
    func hasDevices(_ sentence: Int) -> Bool { done[sentence].contains(.devices) }

    /// Matches the concepts of a sentence; with a gate, those that begin where the gate says.
    mutating func matchConcepts(_ sentence: Int, gate: GateMemory? = nil) {
        guard done[sentence].insert(.concepts).inserted else { return }
        matchNouns(sentence)
        Self.find(sentence, .concept, with: &conceptWalk, tokens, plan, nouns, gate, into: &kept)
        Self.add(kept, of: tokens.tokens(of: sentence), to: &concepts)
    }

    /// Matches the devices of a sentence.
    mutating func matchDevices(_ sentence: Int) {
        guard done[sentence].insert(.devices).inserted else { return }
        matchNouns(sentence)
        Self.find(sentence, .device, with: &deviceWalk, tokens, plan, nouns, nil, into: &kept)
        Self.add(kept, of: tokens.tokens(of: sentence), to: &devices)
    }

    /// Matches the phrases of a sentence that show a genre; to be called once for a sentence.
    mutating func matchGenres(_ sentence: Int) {
        if plan.genres.usesNouns { matchNouns(sentence) }
        let nouns = plan.genres.usesNouns ? nouns : SentenceNouns()
        Self.find(sentence, .genre, with: &genreWalk, tokens, plan, nouns, nil, into: &kept)
        Self.add(kept, of: tokens.tokens(of: sentence), to: &genres)
    }

    /// Number of devices in a sentence by which a text tells that it is no statute.
    mutating func countTelling(_ sentence: Int, gate: GateMemory) -> Int {
        matchNouns(sentence)
        Self.find(sentence, .device, with: &tellingWalk, tokens, plan, nouns, gate, into: &kept)
        return kept.count { plan.roles[$0.entry].map(GenreDetector.tellingRoles.contains) ?? false }
    }

    /// Everything that was found, in order of place.
    mutating func finish() -> Matches {
        Self.sort(&nounMatches) {
            ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
        Self.sort(&concepts, by: Self.precedes)
        Self.sort(&devices, by: Self.precedes)
        Self.sort(&genres, by: Self.precedes)
        return Matches(nouns: nounMatches, concepts: concepts, devices: devices, genres: genres)
    }

    /// Matches the noun phrases of a sentence, or takes up those that were found before.
    private mutating func matchNouns(_ sentence: Int) {
        guard sentence != sentenceOfNouns else { return }
        sentenceOfNouns = sentence
        let range = tokens.tokens(of: sentence)
        let first = range.lowerBound
        nouns.begin(words: range.count)
        if done[sentence].contains(.nouns) {
            var index = Int(firstNoun[sentence])
            while index < nounMatches.count, range.contains(nounMatches[index].tokens.lowerBound) {
                let match = nounMatches[index]
                nouns.add(match.noun, start: match.tokens.lowerBound - first, end: match.tokens.upperBound - first)
                index += 1
            }
            return
        }
        done[sentence].insert(.nouns)
        firstNoun[sentence] = Int32(nounMatches.count)
        let list = tokens.list
        nounWalk.walk(range, of: list.span, nouns: nouns)
        plan.resolver.resolve(&nounWalk.found, into: &kept)
        for match in kept {
            guard case .noun(let noun) = plan.kinds[match.entry] else { continue }
            nouns.add(noun, start: match.start, end: match.end)
            nounMatches.append(NounMatch(noun: noun, tokens: (first + match.start)..<(first + match.end)))
        }
    }

    /// Walks a sentence and leaves what stands of one kind. A walk may find others too; they only show where it stops.
    private static func find(
        _ sentence: Int, _ kind: MatchPlan.Kind, with walk: inout TrieWalk, _ tokens: TokenStream, _ plan: MatchPlan,
        _ nouns: SentenceNouns, _ gate: GateMemory?, into kept: inout [TrieWalk.Found]
    ) {
        let list = tokens.list
        walk.walk(tokens.tokens(of: sentence), of: list.span, nouns: nouns, gate: gate)
        if !walk.found.isEmpty { walk.found.removeAll { plan.kinds[$0.entry] != kind } }
        plan.resolver.resolve(&walk.found, into: &kept)
    }

    private static func add(_ found: [TrieWalk.Found], of words: Range<Int>, to matches: inout [Match]) {
        let first = words.lowerBound
        for match in found {
            matches.append(Match(entry: match.entry, tokens: (first + match.start)..<(first + match.end)))
        }
    }

    private static func sort<T>(_ matches: inout [T], by precedes: (T, T) -> Bool) {
        let isSorted = matches.indices.dropFirst().allSatisfy { !precedes(matches[$0], matches[$0 - 1]) }
        if !isSorted { matches.sort(by: precedes) }
    }

    private static func precedes(_ a: Match, _ b: Match) -> Bool {
        (a.tokens.lowerBound, a.tokens.upperBound, a.entry) < (b.tokens.lowerBound, b.tokens.upperBound, b.entry)
    }
}
