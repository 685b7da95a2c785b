package import Lexicons
internal import TextModel

/// Finds every entry of the lexicon in one pass over the tokens.
package struct Matcher: Sendable {
    private let lexicon: Lexicon
    private let starts: StartTable
    private let nounStarts: StartTable
    private let resolver: OverlapResolver

    /// Prepares a lexicon for matching. Linear in its symbols.
    package init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        starts = StartTable(lexicon.phrases)
        nounStarts = StartTable(lexicon.nouns)
        resolver = OverlapResolver(lexicon)
    }

    /// Matches of a segmented document. Linear in the tokens for a given lexicon.
    package func matches(in tokens: TokenStream, types: WordTypes) -> Matches {
        var walk = TrieWalk(automaton: lexicon.nouns, tokens: tokens, types: types)
        let nouns = nounMatches(&walk)
        walk.use(lexicon.phrases, nouns: nouns)
        var found: [Match] = []
        let edgesOfType = (0..<types.count).map { starts.edges(for: types.symbols(of: $0)) }
        let nounEdges = NounClass.allCases.indices.map { starts.edges(for: [Vocabulary.symbol(of: $0)][...]) }
        var nextNoun = 0
        for sentence in tokens.sentences.indices {
            let range = tokens.tokens(of: sentence)
            for token in range {
                let edges = edgesOfType[Int(tokens.type[token])]
                if !edges.isEmpty { walk.follow(edges, from: token, limit: range.upperBound) }
                while nextNoun < nouns.count, nouns[nextNoun].tokens.lowerBound < token { nextNoun += 1 }
                var noun = nextNoun
                while noun < nouns.count, nouns[noun].tokens.lowerBound == token {
                    let edges = nounEdges[nouns[noun].noun]
                    if !edges.isEmpty { walk.follow(edges, from: token, limit: range.upperBound, nounEnd: nouns[noun].tokens.upperBound) }
                    noun += 1
                }
                if !walk.accepted.isEmpty {
                    for (entry, end) in walk.accepted { found.append(Match(entry: entry, tokens: token..<end)) }
                    walk.accepted.removeAll(keepingCapacity: true)
                }
            }
        }
        var concepts: [Match] = []
        var devices: [Match] = []
        var genres: [Match] = []
        for match in resolver.resolve(found) {
            switch lexicon.concepts[lexicon.entries[match.entry].concept].kind {
            case .device: devices.append(match)
            case .genre: genres.append(match)
            case .value, .counterweight, .control, .safeguard, .noun: concepts.append(match)
            }
        }
        return Matches(nouns: nouns, concepts: concepts, devices: devices, genres: genres)
    }

    /// Noun phrases of every class, the longest at each place.
    private func nounMatches(_ walk: inout TrieWalk) -> [NounMatch] {
        var found: [Match] = []
        let tokens = walk.tokens
        let edgesOfType = (0..<walk.types.count).map { nounStarts.edges(for: walk.types.symbols(of: $0)) }
        for sentence in tokens.sentences.indices {
            let range = tokens.tokens(of: sentence)
            for token in range {
                let edges = edgesOfType[Int(tokens.type[token])]
                guard !edges.isEmpty else { continue }
                walk.follow(edges, from: token, limit: range.upperBound)
                for (entry, end) in walk.accepted { found.append(Match(entry: entry, tokens: token..<end)) }
                walk.accepted.removeAll(keepingCapacity: true)
            }
        }
        return resolver.resolve(found).compactMap { match in
            guard case .noun(let noun) = lexicon.concepts[lexicon.entries[match.entry].concept].kind,
                let index = NounClass.allCases.firstIndex(of: noun)
            else { return nil }
            return NounMatch(noun: index, tokens: match.tokens)
        }
    }
}

/// Edges of the root by symbol, so that a word that begins no pattern costs one look.
struct StartTable: Sendable {
    private var edgesOfSymbol: [UInt32: [Int]] = [:]

    init(_ automaton: Automaton) {
        for edge in automaton.edges(of: 0) { edgesOfSymbol[automaton.symbol[edge], default: []].append(edge) }
    }

    func edges(for symbols: ArraySlice<UInt32>) -> [Int] { symbols.flatMap { edgesOfSymbol[$0] ?? [] } }
}

/// Walks a trie from one token, collecting what it accepts.
struct TrieWalk {
    private var automaton: Automaton
    let tokens: TokenStream
    let types: WordTypes
    private var nouns: [NounMatch] = []
    private var firstNoun: [Int32] = []
    /// Entries accepted since the last reset, with the token after their last word.
    var accepted: [(entry: Int, end: Int)] = []

    init(automaton: Automaton, tokens: TokenStream, types: WordTypes) {
        self.automaton = automaton
        self.tokens = tokens
        self.types = types
    }

    mutating func use(_ automaton: Automaton, nouns: [NounMatch]) {
        self.automaton = automaton
        self.nouns = nouns
        firstNoun = [Int32](repeating: -1, count: tokens.count)
        for (index, noun) in nouns.enumerated().reversed() { firstNoun[noun.tokens.lowerBound] = Int32(index) }
        accepted.removeAll(keepingCapacity: true)
    }

    /// Follows root edges whose symbol the token is known to have.
    mutating func follow(_ edges: [Int], from token: Int, limit: Int, nounEnd: Int? = nil) {
        for edge in edges { step(into: Int(automaton.child[edge]), at: nounEnd ?? token + 1, limit: limit) }
    }

    private mutating func step(into node: Int, at position: Int, limit: Int) {
        for index in automaton.accepts(of: node) { accepted.append((Int(automaton.accept[index]), position)) }
        guard position < limit else { return }
        for edge in automaton.edges(of: node) {
            let gap = Int(automaton.gap[edge])
            let allowed: TokenStream.Break = gap > 0 || automaton.allowsComma[edge] != 0 ? .comma : .mark
            let symbol = automaton.symbol[edge]
            let before = accepted.count
            var token = position
            let last = min(position + gap, limit - 1)
            while token <= last, tokens.breakBefore[token] <= allowed {
                if let noun = Vocabulary.nounIndex(of: symbol) {
                    if let end = nounEnd(noun, at: token), end <= limit {
                        step(into: Int(automaton.child[edge]), at: end, limit: limit)
                    }
                } else if types.has(symbol, type: Int(tokens.type[token])) {
                    step(into: Int(automaton.child[edge]), at: token + 1, limit: limit)
                }
                if accepted.count > before { break }
                token += 1
            }
        }
    }

    private func nounEnd(_ noun: Int, at token: Int) -> Int? {
        guard !firstNoun.isEmpty, firstNoun[token] >= 0 else { return nil }
        var index = Int(firstNoun[token])
        while index < nouns.count, nouns[index].tokens.lowerBound == token {
            if nouns[index].noun == noun { return nouns[index].tokens.upperBound }
            index += 1
        }
        return nil
    }
}
