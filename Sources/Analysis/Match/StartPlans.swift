internal import Lexicons

/// For every word type of a document, and every noun class, what can follow when it begins a pattern: the
/// second steps of all patterns that it begins, grouped so that one look refuses a whole group.
///
/// Common words begin hundreds of patterns; without a plan every one of them would be tried at every
/// occurrence. Flat arrays with a range for each start, since this is the innermost loop.
struct StartPlans: Sendable {
    /// Second steps with one symbol, and the largest gap among them.
    ///
    /// Small on purpose: a common word has hundreds, and all are looked at.
    struct Group: Sendable {
        let symbol: UInt32
        private let first: UInt32
        private let count: UInt16
        private let gap: UInt8

        init(symbol: UInt32, edges: Range<Int>, largestGap: Int) {
            self.symbol = symbol
            first = UInt32(edges.lowerBound)
            count = UInt16(edges.count)
            gap = UInt8(largestGap)
        }

        /// Indices in ``StartPlans/steps``.
        var edges: Range<Int> { Int(first)..<Int(first) + Int(count) }
        /// Most words that one of the steps may skip.
        var largestGap: Int { Int(gap) }
    }

    /// Where the parts of one start lie.
    private struct Ranges: Sendable {
        var accepts: Range<Int>
        var groups: Range<Int>
    }

    /// Entries that the first word alone completes.
    private(set) var accepts: [UInt32] = []
    /// Second steps, start after start.
    private(set) var steps: [Trie.Edge] = []
    /// Runs of equal symbols in `steps`. They are not sorted: that would cost short documents more than it saves.
    private(set) var groups: [Group] = []
    private var ranges: [Ranges] = []
    private let typeCount: Int

    /// Plans for the types of a document.
    init(_ types: WordTypes, in trie: Trie) {
        typeCount = types.count
        for type in 0..<types.count { add(types.symbols(of: type), in: trie) }
        for noun in NounClass.allCases.indices { add([Vocabulary.symbol(of: noun)], in: trie) }
    }

    /// The start of a noun class.
    func start(ofNoun noun: Int) -> Int { typeCount + noun }
    /// Entries completed by a start alone.
    func accepts(of start: Int) -> Range<Int> { ranges[start].accepts }
    /// Groups of second steps.
    func groups(of start: Int) -> Range<Int> { ranges[start].groups }

    private mutating func add(_ symbols: ArraySlice<UInt32>, in trie: Trie) {
        var own: [Trie.Edge] = []
        let (firstAccept, firstGroup) = (accepts.count, groups.count)
        for root in trie.rootEdges(for: symbols) {
            let node = Int(trie.edges[root].child)
            accepts += trie.accepts[Int(trie.firstAccept[node])..<Int(trie.firstAccept[node + 1])]
            own += trie.edges[Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1])]
        }
        var start = 0
        while start < own.count {
            var end = start
            var largest = 0
            while end < own.count, own[end].symbol == own[start].symbol {
                largest = max(largest, Int(own[end].gap))
                end += 1
            }
            let first = steps.count
            steps += own[start..<end]
            groups.append(Group(symbol: own[start].symbol, edges: first..<steps.count, largestGap: largest))
            start = end
        }
        ranges.append(Ranges(accepts: firstAccept..<accepts.count, groups: firstGroup..<groups.count))
    }
}
