internal import Lexicons

/// An automaton laid out for walking: one array of edges, the root's edges by symbol.
struct Trie: Sendable {
    /// One way on: skip up to `gap` words, match the symbol.
    struct Edge: Sendable {
        let symbol: UInt32
        let child: UInt32
        let gap: UInt8
        /// The strongest break that may stand before the symbol or in the gap.
        let allowed: TokenStream.Break
        /// Noun class of the symbol, or 255.
        let noun: UInt8
    }

    /// Edges of all nodes, node after node.
    let edges: [Edge]
    /// First edge of every node; one more entry than nodes.
    let firstEdge: [UInt32]
    /// Entries of all nodes, node after node.
    let accepts: [UInt32]
    /// First entry of every node; one more entry than nodes.
    let firstAccept: [UInt32]
    /// One more than the largest symbol of an edge, noun classes included.
    let symbolCount: Int
    /// Whether a symbol occurs after the first step of some pattern.
    let isInner: [Bool]
    private let rootEdges: [UInt32: [Int]]

    init(_ automaton: Automaton) {
        edges = automaton.symbol.indices.map { index in
            let crossesComma = automaton.gap[index] > 0 || automaton.allowsComma[index] != 0
            return Edge(
                symbol: automaton.symbol[index], child: automaton.child[index], gap: automaton.gap[index],
                allowed: crossesComma ? .comma : .mark,
                noun: Vocabulary.nounIndex(of: automaton.symbol[index]).map(UInt8.init) ?? .max)
        }
        symbolCount = max(NounClass.allCases.count, Int(automaton.symbol.max() ?? 0) + 1)
        var isInner = [Bool](repeating: false, count: symbolCount)
        for edge in automaton.symbol.indices where !automaton.edges(of: 0).contains(edge) { isInner[Int(automaton.symbol[edge])] = true }
        self.isInner = isInner
        firstEdge = automaton.firstEdge
        accepts = automaton.accept
        firstAccept = automaton.firstAccept
        var rootEdges: [UInt32: [Int]] = [:]
        for edge in automaton.edges(of: 0) { rootEdges[automaton.symbol[edge], default: []].append(edge) }
        self.rootEdges = rootEdges
    }

    /// Edges of the root that one of the symbols opens, so that a word that begins no pattern costs one look.
    func rootEdges(for symbols: ArraySlice<UInt32>) -> [Int] { symbols.flatMap { rootEdges[$0] ?? [] } }
}
