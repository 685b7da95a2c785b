internal import Lexicons

/// The words by which ``SentenceGate`` knows sequences, with how often they are to be expected.
///
/// The lexicon itself tells: function words are frequent everywhere, and a word that many patterns use is frequent
/// where patterns are looked for. A noun class is known by the rarest word of each of its phrases.
struct GateWords: Sendable {
    private var symbolsOfType: [[UInt32]] = []
    private let weights: [Double]
    private let longestNoun: Int
    private static let functionWord = 4_000.0
    private static let number = 2_000.0

    /// Number of word types.
    var typeCount: Int { symbolsOfType.count }

    init(_ types: WordTypes, nouns: Automaton, nounOfEntry: (Int) -> Int?) {
        let symbolCount = (0..<types.count).lazy.compactMap { types.symbols(of: $0).last }.max() ?? 0
        var weights = [Double](repeating: 0, count: max(Int(symbolCount), NounClass.allCases.count) + 1)
        var weightOfType: [Double] = []
        for type in 0..<types.count {
            let symbols = types.symbols(of: type)
            let own = types.traits[type].contains(.functionWord) ? Self.functionWord : 40 + 4 * Double(symbols.count)
            for symbol in symbols {
                weights[Int(symbol)] += symbol == Vocabulary.numberSymbol ? Self.number : own
            }
            weightOfType.append(own)
        }
        var anchors: [UInt32: Set<UInt32>] = [:]
        var rarest = [UInt32?](repeating: nil, count: nouns.firstEdge.count - 1)
        var lengths = [Int](repeating: 0, count: nouns.firstEdge.count - 1)
        for node in rarest.indices {
            for index in nouns.accepts(of: node) {
                guard let noun = nounOfEntry(Int(nouns.accept[index])), let anchor = rarest[node] else { continue }
                anchors[anchor, default: []].insert(Vocabulary.symbol(of: noun))
            }
            for edge in nouns.edges(of: node) {
                let (next, symbol) = (Int(nouns.child[edge]), nouns.symbol[edge])
                lengths[next] = lengths[node] + Int(nouns.gap[edge]) + 1
                rarest[next] = rarest[node].map { weights[Int($0)] <= weights[Int(symbol)] ? $0 : symbol } ?? symbol
            }
        }
        longestNoun = max(1, lengths.max() ?? 1)
        for type in 0..<types.count {
            let symbols = types.symbols(of: type)
            var nouns: Set<UInt32> = []
            for symbol in symbols { nouns.formUnion(anchors[symbol] ?? []) }
            for noun in nouns { weights[Int(noun)] += weightOfType[type] }
            symbolsOfType.append(Array(symbols) + nouns.sorted())
        }
        self.weights = weights
    }

    /// Symbols of a type, and the noun classes that it shows.
    func symbols(of type: Int) -> [UInt32] { symbolsOfType[type] }

    /// How often a symbol is to be expected, as compared with others.
    func weight(of symbol: UInt32) -> Double { Int(symbol) < weights.count ? weights[Int(symbol)] : 0 }

    /// Most words that a symbol stands for.
    func length(of symbol: UInt32) -> Int { Vocabulary.nounIndex(of: symbol) == nil ? 1 : longestNoun }
}
