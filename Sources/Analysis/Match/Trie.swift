internal import Lexicons

/// An automaton laid out for walking.
///
/// Symbols that occur after the first step of some pattern are numbered anew without gaps, so that what is known of
/// them while walking fits into the nearest cache. Noun classes keep their numbers.
struct Trie: Sendable {
    /// One way on: skip up to `gap` words, match the symbol.
    struct Edge: Sendable {
        /// Inner number of the symbol.
        let symbol: UInt16
        let child: UInt32
        let gap: UInt8
        /// The strongest break that may stand before the symbol or in the gap.
        let allowed: TokenStream.Break
        /// Whether the symbol is a noun class.
        let isNoun: Bool
    }

    /// Edges of all nodes, node after node.
    let edges: [Edge]
    /// First edge of every node; one more entry than nodes.
    let firstEdge: [UInt32]
    /// Entries of all nodes, node after node.
    let accepts: [UInt32]
    /// First entry of every node; one more entry than nodes.
    let firstAccept: [UInt32]
    /// Number of inner symbols, noun classes included.
    let innerCount: Int
    /// Inner number of every symbol that has one.
    private let innerOfSymbol: [UInt16]
    /// Nodes after the first step, by the symbol that leads to them.
    let roots: [UInt32]
    private let firstRoot: [UInt32]

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
        edges = automaton.symbol.indices.map { index in
            let crossesComma = automaton.gap[index] > 0 || automaton.allowsComma[index] != 0
            return Edge(
                symbol: innerOfSymbol[Int(automaton.symbol[index])], child: automaton.child[index],
                gap: automaton.gap[index], allowed: crossesComma ? .comma : .mark,
                isNoun: Vocabulary.nounIndex(of: automaton.symbol[index]) != nil)
        }
        self.innerOfSymbol = innerOfSymbol
        self.innerCount = Int(innerCount)
        firstEdge = automaton.firstEdge
        accepts = automaton.accept
        firstAccept = automaton.firstAccept
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

    /// Where in ``roots`` the nodes are that a first step with this symbol leads to.
    func rootPlaces(_ symbol: UInt32) -> Range<Int> {
        guard Int(symbol) + 1 < firstRoot.count else { return 0..<0 }
        return Int(firstRoot[Int(symbol)])..<Int(firstRoot[Int(symbol) + 1])
    }

    /// Where in ``accepts`` the entries of a node are.
    @inline(__always)
    func accepts(of node: Int) -> Range<Int> { Int(firstAccept[node])..<Int(firstAccept[node + 1]) }

    /// Whether a first step has this symbol.
    func begins(_ symbol: UInt32) -> Bool {
        Int(symbol) + 1 < firstRoot.count && firstRoot[Int(symbol)] < firstRoot[Int(symbol) + 1]
    }

    /// Inner number of a symbol that occurs after the first step of some pattern.
    func inner(_ symbol: UInt32) -> UInt16? {
        guard Int(symbol) < innerOfSymbol.count, innerOfSymbol[Int(symbol)] != .max else { return nil }
        return innerOfSymbol[Int(symbol)]
    }
}
