internal import Lexicons
internal import TextModel

/// Matches only what the later stages read of a document.
///
/// Most sentences of most documents hold no concept, and what a device does in a passage without one is never asked.
/// So gates first pick the sentences that may hold a concept, or a device for which a rule judges a passage alone.
/// Where one of them is, the devices of the whole passage are matched, and those of the last sentence of every stem
/// above it, from which its items take their force. The report is the same as if everything had been matched.
struct NeededMatches: Sendable {
    /// What was matched, and what it was matched for.
    struct Result: Sendable {
        let matches: Matches
        /// Genre of the document.
        let kind: DocumentKind
        /// For every block whether it may hold something to judge.
        let isJudged: [Bool]
    }

    private let plan: MatchPlan
    private let genre: GenreDetector
    private let conceptGate: SentenceGate
    private let standaloneGate: SentenceGate
    private let tellingGate: SentenceGate
    /// Devices for which a passage is judged though it holds no concept; `nil` when every passage is.
    private let standalone: Set<DeviceRole>?

    init(_ lexicon: Lexicon, types: WordTypes, matcher: Matcher, standalone: Set<DeviceRole>?) {
        let plan = matcher.plan
        self.plan = plan
        self.standalone = standalone
        genre = GenreDetector(lexicon)
        let words = GateWords(types, nouns: lexicon.nouns) { entry in
            if case .noun(let noun) = plan.kinds[entry] { return noun }
            return nil
        }
        // Innocent senses count too: they hide what overlaps them, wherever they begin.
        conceptGate = SentenceGate(lexicon.phrases, words: words) { plan.kinds[$0] == .concept }
        standaloneGate = SentenceGate(lexicon.phrases, words: words) {
            plan.roles[$0].map { standalone?.contains($0) ?? true } ?? false
        }
        tellingGate = SentenceGate(lexicon.phrases, words: words) {
            plan.roles[$0].map(GenreDetector.tellingRoles.contains) ?? false
        }
    }

    /// Matches a document. Linear in its tokens for a given lexicon.
    func matches(of document: Document, _ tokens: TokenStream) -> Result {
        var session = SentenceMatcher(plan, tokens)
        var isJudged = [Bool](repeating: standalone == nil, count: document.blocks.count)
        if standalone == nil {
            for sentence in tokens.sentences.indices {
                session.matchConcepts(sentence)
                session.matchDevices(sentence)
            }
        } else {
            matchJudged(document, tokens, &session, &isJudged)
        }
        let kind = document.declaredKind ?? detectedKind(document, tokens, &session)
        return Result(matches: session.finish(), kind: kind, isJudged: isJudged)
    }

    private func matchJudged(
        _ document: Document, _ tokens: TokenStream, _ session: inout SentenceMatcher, _ isJudged: inout [Bool]
    ) {
        var concepts = GateMemory(conceptGate)
        var devices = GateMemory(standaloneGate)
        for block in document.blocks.indices where !document.blocks[block].isBoilerplate {
            let before = (session.concepts.count, session.devices.count)
            for sentence in tokens.sentences(of: block) {
                let words = tokens.list.span.extracting(tokens.tokens(of: sentence))
                if conceptGate.mark(words, &concepts) { session.matchConcepts(sentence, gate: concepts) }
                if standaloneGate.mark(words, &devices) { session.matchDevices(sentence) }
            }
            guard session.concepts.count > before.0 || session.devices[before.1...].contains(where: isStandalone) else {
                continue
            }
            isJudged[block] = true
            for sentence in tokens.sentences(of: block) { session.matchDevices(sentence) }
            for stem in document.stems(of: block) {
                if let last = tokens.sentences(of: stem).last { session.matchDevices(last) }
            }
        }
    }

    /// The genre by its phrases; cues of narration are counted only where they could decide.
    private func detectedKind(
        _ document: Document, _ tokens: TokenStream, _ session: inout SentenceMatcher
    ) -> DocumentKind {
        for sentence in tokens.sentences.indices { session.matchGenres(sentence) }
        let kind = genre.kind(of: document, tokens, genres: session.genres, telling: 0)
        guard kind == .statute else { return kind }
        var telling = session.devices.count { plan.roles[$0.entry].map(GenreDetector.tellingRoles.contains) ?? false }
        var seen = GateMemory(tellingGate)
        for sentence in tokens.sentences.indices where !session.hasDevices(sentence) {
            let words = tokens.list.span.extracting(tokens.tokens(of: sentence))
            if tellingGate.mark(words, &seen) { telling += session.countTelling(sentence, gate: seen) }
        }
        return genre.kind(of: document, tokens, genres: session.genres, telling: telling)
    }

    private func isStandalone(_ match: Match) -> Bool {
        plan.roles[match.entry].map { standalone?.contains($0) ?? true } ?? false
    }
}
