/// An automaton laid out for walking.
///
/// Symbols that occur after the first step of some pattern are numbered anew without gaps, so that what is known of
/// them while walking fits into the nearest cache. Noun classes keep their numbers.
@usableFromInline package struct Trie: Sendable {
    /// One way on: skip up to `gap` words, match the symbol.
    @usableFromInline package struct Edge: BitwiseCopyable, Sendable {
        /// Inner number of the symbol.
        package let symbol: UInt16
        package let gap: UInt8
        /// 1 where a comma may stand before the symbol or in the gap, and 2 where the symbol is a noun class.
        @usableFromInline let marks: UInt8
        package let child: UInt32

        init(symbol: UInt16, gap: UInt8, child: UInt32, crossesComma: Bool, isNoun: Bool) {
            self.symbol = symbol
            self.gap = gap
            self.child = child
            marks = (crossesComma ? 1 : 0) | (isNoun ? 2 : 0)
        }

        /// Whether a comma may stand before the symbol or in the gap.
        @inlinable package var crossesComma: Bool { marks & 1 != 0 }
        /// Whether the symbol is a noun class.
        @inlinable package var isNoun: Bool { marks & 2 != 0 }
    }

    /// Edges of all nodes, node after node.
    package let edges: FlatList<Edge>
    /// First edge of every node; one more entry than nodes.
    package let firstEdge: FlatList<UInt32>
    /// Entries of all nodes, node after node.
    package let accepts: FlatList<UInt32>
    /// First entry of every node; one more entry than nodes.
    package let firstAccept: FlatList<UInt32>
    /// Number of inner symbols, noun classes included.
    package let innerCount: Int
}

/// What planning asks of an automaton: how its patterns begin, and which symbols go on.
struct TrieIndex {
    /// Nodes after the first step, by the symbol that leads to them.
    let roots: [UInt32]
    private let firstRoot: [UInt32]
    /// Inner number of every symbol that has one.
    private let innerOfSymbol: [UInt16]
    /// Number of inner symbols, noun classes included.
    let innerCount: Int

    init(_ automaton: Automaton) {
        let nouns = NounClass.allCases.count
        let symbolCount = max(nouns, Int(automaton.symbol.max() ?? 0) + 1)
        let rootEdges = automaton.edges(of: 0)
        var innerOfSymbol = [UInt16](repeating: .max, count: symbolCount)
        var innerCount = UInt16(nouns)
        var isInner = [Bool](repeating: false, count: symbolCount)
        for edge in rootEdges.upperBound..<automaton.symbol.count { isInner[Int(automaton.symbol[edge])] = true }
        for noun in 0..<nouns {
            innerOfSymbol[Int(Vocabulary.symbol(of: noun))] = UInt16(noun)
            isInner[Int(Vocabulary.symbol(of: noun))] = false
        }
        // In the order of the symbols, so that the inner ones of a word ascend as its symbols do.
        for symbol in isInner.indices where isInner[symbol] {
            innerOfSymbol[symbol] = innerCount
            innerCount += 1
        }
        self.innerOfSymbol = innerOfSymbol
        self.innerCount = Int(innerCount)
        var firstRoot = [UInt32](repeating: 0, count: symbolCount + 1)
        for edge in rootEdges { firstRoot[Int(automaton.symbol[edge]) + 1] += 1 }
        for symbol in 0..<symbolCount { firstRoot[symbol + 1] += firstRoot[symbol] }
        var next = firstRoot
        var roots = [UInt32](repeating: 0, count: rootEdges.count)
        for edge in rootEdges {
            let symbol = Int(automaton.symbol[edge])
            roots[Int(next[symbol])] = automaton.child[edge]
            next[symbol] += 1
        }
        self.roots = roots
        self.firstRoot = firstRoot
    }

    /// Edges of an automaton with the inner numbers of their symbols. Those of the root, for which the plan stands and
    /// which nobody takes, have 0 where there is none.
    func edges(of automaton: Automaton) -> [Trie.Edge] {
        automaton.symbol.indices.map { index in
            let symbol = automaton.symbol[index]
            return Trie.Edge(
                symbol: inner(symbol) ?? 0, gap: automaton.gap[index], child: automaton.child[index],
                crossesComma: automaton.gap[index] > 0 || automaton.allowsComma[index] != 0,
                isNoun: Vocabulary.nounIndex(of: symbol) != nil)
        }
    }

    /// Where in ``roots`` the nodes are that a first step with this symbol leads to.
    func rootPlaces(_ symbol: UInt32) -> Range<Int> {
        guard Int(symbol) + 1 < firstRoot.count else { return 0..<0 }
        return Int(firstRoot[Int(symbol)])..<Int(firstRoot[Int(symbol) + 1])
    }

    /// Whether a first step has this symbol.
    func begins(_ symbol: UInt32) -> Bool { !rootPlaces(symbol).isEmpty }

    /// Inner number of a symbol that occurs after the first step of some pattern.
    func inner(_ symbol: UInt32) -> UInt16? {
        guard Int(symbol) < innerOfSymbol.count, innerOfSymbol[Int(symbol)] != .max else { return nil }
        return innerOfSymbol[Int(symbol)]
    }
}
