internal import Lexicons

/// Walks a trie from one word of a sentence after another, from the last to the first, collecting what it accepts.
///
/// Going backwards it knows, for every symbol, the nearest place at or after the next word where it occurs; most
/// edges are refused by that one look, and a gap is searched only where it can succeed. Every gap is bounded, so one
/// walk is bounded by the lexicon whatever the text.
struct TrieWalk {
    /// An entry of the lexicon at a range of words, counted from the start of the sentence.
    struct Found {
        let entry: Int
        let start: Int
        let end: Int

        /// The words.
        var words: Range<Int> { start..<end }
    }

    private let plan: WalkPlan
    private let trie: Trie
    /// For every inner symbol, the nearest place after the current word that has it. Places of one sentence lie
    /// below those of the sentence walked before it, so that what is left of that one lies out of reach. Two bytes each,
    /// so that all lie in the nearest cache.
    private var nearest: [Int16]
    private var base = Self.firstBase
    /// So low that a place and a gap, which has one byte, stay below what no place is.
    private static let firstBase = Int(Int16.max) - 1 - Int(UInt8.max)
    /// What the sentence holds, ascending by first word once the walk is done.
    var found: [Found] = []

    init(_ plan: WalkPlan) {
        self.plan = plan
        trie = plan.trie
        nearest = [Int16](repeating: .max, count: plan.trie.innerCount)
    }

    /// Collects all that the trie accepts in a sentence of these tokens.
    mutating func walk(_ range: Range<Int>, of tokens: Span<Token>, nouns: SentenceNouns) {
        found.removeAll(keepingCapacity: true)
        base -= range.count
        if base < 0 { forget(range.count) }
        // Taken out while the walk reads it, so that it and what is found are no parts of one whole.
        var taken: [Int16] = []
        swap(&taken, &nearest)
        defer { swap(&taken, &nearest) }
        let plan = plan
        let (allSymbols, starts) = (plan.inner, plan.starts)
        let (symbols, allStarts) = (allSymbols.span, starts.span)
        let words = tokens.extracting(range)
        let hasNouns = !nouns.phrases.isEmpty
        var word = range.count - 1
        while word >= 0 {
            let parts = allStarts[words[word].type]
            let phrases = hasNouns ? nouns.starting(at: word) : 0..<0
            let place = Int16(truncatingIfNeeded: base + word)
            defer { word -= 1 }
            if parts.isEmpty, phrases.isEmpty { continue }
            follow(parts, from: word, to: word + 1, words, nouns, taken.span)
            for index in phrases {
                let phrase = nouns.phrases[index]
                follow(
                    allStarts[plan.start(ofNoun: phrase.noun)], from: word, to: phrase.end, words, nouns, taken.span)
            }
            var places = taken.mutableSpan
            for index in parts.inner {
                // The plan numbers its symbols below the number of places, and its parts below that of its symbols.
                unsafe places[unchecked: Int(symbols[unchecked: index])] = place
            }
            for index in phrases { places[nouns.phrases[index].noun] = place }
        }
    }

    /// Begins anew when the places have run out. A sentence is far shorter than all of them.
    private mutating func forget(_ words: Int) {
        for index in nearest.indices { nearest[index] = .max }
        base = Self.firstBase - words
    }

    @inline(__always)
    private mutating func follow(
        _ parts: WalkPlan.Start, from word: Int, to end: Int, _ words: Span<Token>, _ nouns: SentenceNouns,
        _ nearest: Span<Int16>
    ) {
        for index in parts.accepts {
            found.append(Found(entry: Int(plan.accepts[index]), start: word, end: end))
        }
        // Nothing goes on over a break stronger than a comma.
        guard end < words.count, words[end].follows(.comma) else { return }
        let place = Int16(truncatingIfNeeded: base + end)
        var groups = parts.groups
        while !groups.isEmpty {
            let group = plan.reachable(groups, from: place, nearest)
            guard group < groups.upperBound else { return }
            search(plan.groups[group].edges, from: word, at: end, in: words, nouns, nearest)
            groups = (group + 1)..<groups.upperBound
        }
    }

    private mutating func step(
        into node: Int, from word: Int, at position: Int, in words: Span<Token>, _ nouns: SentenceNouns,
        _ nearest: Span<Int16>
    ) {
        for index in trie.accepts(of: node) {
            found.append(Found(entry: Int(trie.accepts[index]), start: word, end: position))
        }
        guard position < words.count else { return }
        search(
            Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1]), from: word, at: position, in: words, nouns,
            nearest)
    }

    /// Takes those edges whose symbols are near.
    private mutating func search(
        _ edges: Range<Int>, from word: Int, at position: Int, in words: Span<Token>, _ nouns: SentenceNouns,
        _ nearest: Span<Int16>
    ) {
        let place = base + position
        for index in edges {
            let edge = trie.edges[index]
            if Int(nearest[Int(edge.symbol)]) <= place + Int(edge.gap) {
                take(edge, from: word, at: position, in: words, nouns, nearest)
            }
        }
    }

    /// Takes an edge at the nearest place in its gap that leads to a match.
    private mutating func take(
        _ edge: Trie.Edge, from word: Int, at position: Int, in words: Span<Token>, _ nouns: SentenceNouns,
        _ nearest: Span<Int16>
    ) {
        // No word before the nearest place has the symbol, and the one there has it.
        let known = Int(nearest[Int(edge.symbol)]) - base
        let last = min(position + Int(edge.gap), words.count - 1)
        let allowed = edge.allowed
        var token = position
        while token < known {
            guard token <= last, words[token].follows(allowed) else { return }
            token += 1
        }
        let before = found.count
        while token <= last, words[token].follows(allowed), found.count == before {
            if edge.isNoun {
                if let end = nouns.end(of: Int(edge.symbol), at: token) {
                    step(into: Int(edge.child), from: word, at: end, in: words, nouns, nearest)
                }
            } else {
                let type = words[token].type
                if token == known || plan.has(edge.symbol, type: type) {
                    step(into: Int(edge.child), from: word, at: token + 1, in: words, nouns, nearest)
                }
            }
            token += 1
        }
    }
}
