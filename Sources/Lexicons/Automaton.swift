/// All patterns of one layer as a trie over symbols, in flat arrays.
///
/// A symbol is a set of words, a noun class or a number. A token has the symbols of every set that its
/// word belongs to, so alternatives and inflections cost one edge, not one edge a form. An edge may
/// allow a gap of some words before its symbol. Sequences are at most a few dozen tokens long including
/// gaps, so the work at one token is bounded by the lexicon and a pass is linear in the text.
package struct Automaton: Sendable {
    /// First edge of every node; one more entry than nodes. Node 0 is the root.
    package var firstEdge: [UInt32]
    /// Symbol of every edge.
    package var symbol: [UInt32]
    /// Words that may be skipped before the edge's symbol.
    package var gap: [UInt8]
    /// Whether a comma may stand before the edge's symbol.
    package var allowsComma: [UInt8]
    /// Node that the edge leads to.
    package var child: [UInt32]
    /// First accepted entry of every node; one more entry than nodes.
    package var firstAccept: [UInt32]
    /// Entries accepted.
    package var accept: [UInt32]

    /// Edges of a node.
    package func edges(of node: Int) -> Range<Int> { Int(firstEdge[node])..<Int(firstEdge[node + 1]) }
    /// Entries that end at a node.
    package func accepts(of node: Int) -> Range<Int> { Int(firstAccept[node])..<Int(firstAccept[node + 1]) }
}

/// Builds an ``Automaton`` and the vocabulary that feeds it.
struct AutomatonBuilder {
    private struct EdgeKey: Hashable {
        var node: Int
        var step: Pattern.Step
    }

    private var children: [EdgeKey: Int] = [:]
    private var outgoing: [[(step: Pattern.Step, child: Int)]] = [[]]
    private var accepts: [[UInt32]] = [[]]

    /// Adds every sequence of a pattern as a way to `entry`.
    mutating func insert(_ pattern: Pattern, entry: Int) {
        for sequence in pattern.sequences {
            var node = 0
            for step in sequence {
                let key = EdgeKey(node: node, step: step)
                if let next = children[key] {
                    node = next
                } else {
                    let next = outgoing.count
                    children[key] = next
                    outgoing[node].append((step, next))
                    outgoing.append([])
                    accepts.append([])
                    node = next
                }
            }
            if accepts[node].last != UInt32(entry) { accepts[node].append(UInt32(entry)) }
        }
    }

    /// Flattens the trie; `symbols` numbers the targets.
    func build(numbering symbols: inout SymbolTable) -> Automaton {
        var result = Automaton(
            firstEdge: [0], symbol: [], gap: [], allowsComma: [], child: [], firstAccept: [0], accept: [])
        for node in outgoing.indices {
            for (step, next) in outgoing[node] {
                result.symbol.append(symbols.number(of: step.target))
                result.gap.append(UInt8(step.gap))
                result.allowsComma.append(step.allowsComma ? 1 : 0)
                result.child.append(UInt32(next))
            }
            result.firstEdge.append(UInt32(result.symbol.count))
            result.accept += accepts[node]
            result.firstAccept.append(UInt32(result.accept.count))
        }
        return result
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
