internal import Lexicons

/// Walks a trie from one token after another, from the last to the first, collecting what it accepts.
///
/// Going backwards it knows, for every symbol, the nearest place at or after the next token where it
/// occurs; most edges are refused by that one look, and a gap is searched only where it can succeed.
/// Every gap is bounded, so one walk is bounded by the lexicon whatever the text.
struct TrieWalk {
    private let trie: Trie
    private let tokens: TokenStream
    private let inner: InnerSymbols
    private let nouns: NounIndex
    private let plans: StartPlans
    /// For every symbol, the nearest token after the current one that has it.
    private var nearest: [Int32]
    /// Entries accepted since the last reset, with the token after their last word.
    var accepted: [(entry: Int, end: Int)] = []

    init(_ trie: Trie, tokens: TokenStream, types: WordTypes, nouns: NounIndex) {
        self.trie = trie
        self.tokens = tokens
        inner = InnerSymbols(types, in: trie)
        self.nouns = nouns
        plans = StartPlans(types, in: trie)
        nearest = [Int32](repeating: .max, count: trie.symbolCount)
    }

    /// Collects what begins at a token: with its word, and with every noun phrase there.
    mutating func walk(from token: Int, limit: Int) {
        follow(Int(tokens.type[token]), to: token + 1, limit: limit)
        for noun in nouns.starting(at: token) { follow(plans.start(ofNoun: noun.noun), to: noun.tokens.upperBound, limit: limit) }
    }

    private mutating func follow(_ start: Int, to end: Int, limit: Int) {
        for index in plans.accepts(of: start) { accepted.append((Int(plans.accepts[index]), end)) }
        guard end < limit else { return }
        for index in plans.groups(of: start) {
            let group = plans.groups[index]
            if Int(nearest[Int(group.symbol)]) > end + group.largestGap { continue }
            for edge in group.edges { search(plans.steps[edge], from: end, limit: limit) }
        }
    }

    /// Notes the symbols of a token after it was walked from.
    mutating func pass(_ token: Int) {
        for symbol in inner.symbols(of: Int(tokens.type[token])) { nearest[Int(symbol)] = Int32(token) }
        for noun in nouns.starting(at: token) { nearest[noun.noun] = Int32(token) }
    }

    private mutating func step(into node: Int, at position: Int, limit: Int) {
        for index in Int(trie.firstAccept[node])..<Int(trie.firstAccept[node + 1]) {
            accepted.append((Int(trie.accepts[index]), position))
        }
        guard position < limit else { return }
        for index in Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1]) { search(trie.edges[index], from: position, limit: limit) }
    }

    /// Takes an edge at the nearest place in its gap that leads to a match.
    @inline(__always)
    private mutating func search(_ edge: Trie.Edge, from position: Int, limit: Int) {
        let last = min(position + Int(edge.gap), limit - 1)
        if Int(nearest[Int(edge.symbol)]) > last { return }
        let before = accepted.count
        var token = position
        while token <= last, tokens.breakBefore[token] <= edge.allowed, accepted.count == before {
            if edge.noun != .max {
                if let end = nouns.end(of: Int(edge.noun), at: token), end <= limit {
                    step(into: Int(edge.child), at: end, limit: limit)
                }
            } else if inner.has(edge.symbol, type: Int(tokens.type[token])) {
                step(into: Int(edge.child), at: token + 1, limit: limit)
            }
            token += 1
        }
    }
}

/// The longest noun phrase of every class at every token.
struct NounIndex: Sendable {
    private let nouns: [NounMatch]
    private let first: [Int32]

    /// An index of nothing.
    init() {
        nouns = []
        first = []
    }

    /// Indexes noun phrases, ascending by their first token.
    init(_ nouns: [NounMatch], tokenCount: Int) {
        self.nouns = nouns
        var first = [Int32](repeating: -1, count: tokenCount)
        for (index, noun) in nouns.enumerated().reversed() { first[noun.tokens.lowerBound] = Int32(index) }
        self.first = first
    }

    /// Noun phrases that begin at a token.
    func starting(at token: Int) -> ArraySlice<NounMatch> {
        guard token < first.count, first[token] >= 0 else { return [] }
        let start = Int(first[token])
        var end = start
        while end < nouns.count, nouns[end].tokens.lowerBound == token { end += 1 }
        return nouns[start..<end]
    }

    /// Token after the noun phrase of a class at a token, if there is one.
    @inline(__always)
    func end(of noun: Int, at token: Int) -> Int? {
        guard token < first.count, first[token] >= 0 else { return nil }
        return starting(at: token).first { $0.noun == noun }?.tokens.upperBound
    }
}
