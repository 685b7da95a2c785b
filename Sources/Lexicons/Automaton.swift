/// All patterns of one layer as a trie over symbols whose equal branches are one, in flat arrays.
///
/// A symbol is a set of words, a noun class or a number. A token has the symbols of every set that its
/// word belongs to, so alternatives and inflections cost one edge, not one edge a form. An edge may
/// allow a gap of some words before its symbol. Sequences are at most a few dozen tokens long including
/// gaps, so the work at one token is bounded by the lexicon and a pass is linear in the text.
struct Automaton: Sendable {
    /// First edge of every node; one more entry than nodes. Node 0 is the root.
    var firstEdge: [UInt32]
    /// Symbol of every edge.
    var symbol: [UInt32]
    /// Words that may be skipped before the edge's symbol.
    var gap: [UInt8]
    /// Whether a comma may stand before the edge's symbol.
    var allowsComma: [UInt8]
    /// Node that the edge leads to.
    var child: [UInt32]
    /// First accepted entry of every node; one more entry than nodes.
    var firstAccept: [UInt32]
    /// Entries accepted.
    var accept: [UInt32]

    /// Edges of a node.
    func edges(of node: Int) -> Range<Int> { Int(firstEdge[node])..<Int(firstEdge[node + 1]) }
    /// Entries that end at a node.
    func accepts(of node: Int) -> Range<Int> { Int(firstAccept[node])..<Int(firstAccept[node + 1]) }
}

/// Builds an ``Automaton``.
struct AutomatonBuilder {
    /// One way on, as an edge of the automaton holds it.
    private struct Way: Hashable {
        let symbol: UInt32
        let gap: UInt8
        let allowsComma: Bool
        var child = 0
    }

    /// What a node accepts and where it leads.
    private struct Node: Hashable {
        var accepts: [UInt32] = []
        var ways: [Way] = []
    }

    private struct EdgeKey: Hashable {
        let node: Int
        let way: Way
    }

    private var children: [EdgeKey: Int] = [:]
    private var nodes = [Node()]

    /// Adds every sequence of a pattern as a way to `entry`; `symbols` numbers the targets.
    mutating func insert(_ pattern: Pattern, entry: Int, numbering symbols: inout SymbolTable) {
        for sequence in pattern.sequences {
            var node = 0
            for step in sequence {
                var way = Way(
                    symbol: symbols.number(of: step.target), gap: UInt8(step.gap), allowsComma: step.allowsComma)
                let key = EdgeKey(node: node, way: way)
                if let next = children[key] {
                    node = next
                } else {
                    way.child = nodes.count
                    children[key] = way.child
                    nodes[node].ways.append(way)
                    nodes.append(Node())
                    node = way.child
                }
            }
            if nodes[node].accepts.last != UInt32(entry) { nodes[node].accepts.append(UInt32(entry)) }
        }
    }

    /// Flattens the trie. A pattern with optional parts ends in many branches that are alike; each is kept once, and
    /// every node comes after those that lead to it. Linear in the trie.
    func build() -> Automaton {
        let merged = merged()
        var numbers = [UInt32](repeating: 0, count: nodes.count)
        for (number, kept) in merged.enumerated() { numbers[kept.place] = UInt32(number) }
        var result = Automaton(
            firstEdge: [0], symbol: [], gap: [], allowsComma: [], child: [], firstAccept: [0], accept: [])
        for (_, node) in merged {
            for way in node.ways {
                result.symbol.append(way.symbol)
                result.gap.append(way.gap)
                result.allowsComma.append(way.allowsComma ? 1 : 0)
                result.child.append(numbers[way.child])
            }
            result.firstEdge.append(UInt32(result.symbol.count))
            result.accept += node.accepts
            result.firstAccept.append(UInt32(result.accept.count))
        }
        return result
    }

    /// Of all nodes that accept and lead to the same, the last, in the order of their places. Nodes come after those
    /// that lead to them, so from the last to the first what follows is known already.
    private func merged() -> [(place: Int, node: Node)] {
        var places = Array(nodes.indices)
        var known: [Node: Int] = [:]
        var kept: [(place: Int, node: Node)] = []
        for place in nodes.indices.reversed() {
            var node = nodes[place]
            for way in node.ways.indices { node.ways[way].child = places[node.ways[way].child] }
            if let same = known[node] {
                places[place] = same
            } else {
                known[node] = place
                kept.append((place, node))
            }
        }
        return kept.reversed()
    }
}

/// Numbers the targets of patterns and remembers which words have which symbol.
struct SymbolTable {
    /// The first symbols are fixed: one for each noun class, then the number.
    static let nounBase: UInt32 = 0
    static let numberSymbol = UInt32(NounClass.allCases.count)

    /// So many symbols can be told apart while matching.
    static let limit = UInt32(UInt16.max)

    /// What is wrong when there are too many.
    var problem: String? {
        next <= Self.limit
            ? nil : "patterns hold \(next) different sets of words; at most \(Self.limit) can be told apart"
    }

    private var numbers: [Pattern.Target: UInt32] = [:]
    private(set) var symbolsOfWord: [String: [UInt32]] = [:]
    private(set) var prefixes: [(prefix: String, symbol: UInt32)] = []
    private var next = SymbolTable.numberSymbol + 1

    mutating func number(of target: Pattern.Target) -> UInt32 {
        switch target {
        case .noun(let noun): return Self.nounBase + UInt32(NounClass.allCases.firstIndex(of: noun) ?? 0)
        case .number: return Self.numberSymbol
        case .words, .prefix: break
        }
        if let known = numbers[target] { return known }
        let symbol = next
        next += 1
        numbers[target] = symbol
        if case .words(let words) = target {
            for word in words { symbolsOfWord[word, default: []].append(symbol) }
        } else if case .prefix(let prefix) = target {
            prefixes.append((prefix, symbol))
        }
        return symbol
    }
}
