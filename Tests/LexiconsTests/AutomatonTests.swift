import Testing

@testable import Lexicons

/// The trie of a lexicon keeps equal branches once and still stands for every sequence of its patterns.
@Suite struct AutomatonTests {
    @Test func equalBranchesAreOne() throws {
        let (automaton, _) = try Self.build(["block [the|all of the]? web site"])
        #expect(automaton.firstEdge.count - 1 == 7, "block, the, all, of, web and site begin seven places")
        #expect(automaton.symbol.count == 8)
    }

    /// A branch that accepts something else, or leaves another gap, is another branch.
    @Test(arguments: [
        ["block [the|any]? <2> web site", "filter web site"],
        ["block the site", "block a site", "block [the|a] <3> site", "block the, site"],
        ["open net", "open [net|network] access? now", "closed net"],
    ])
    func standsForEverySequence(patterns: [String]) throws {
        let (automaton, expected) = try Self.build(patterns)
        var found: Set<String> = []
        func follow(_ node: Int, _ path: String) {
            for index in automaton.accepts(of: node) { found.insert("\(automaton.accept[index]):\(path)") }
            for edge in automaton.edges(of: node) {
                let way = Self.written(
                    automaton.symbol[edge], gap: Int(automaton.gap[edge]), comma: automaton.allowsComma[edge] != 0)
                follow(Int(automaton.child[edge]), path + way)
            }
        }
        follow(0, "")
        #expect(found == expected)
    }

    /// The automaton of some patterns, and what it stands for: entries with their sequences.
    private static func build(_ patterns: [String]) throws -> (automaton: Automaton, sequences: Set<String>) {
        var builder = AutomatonBuilder()
        var symbols = SymbolTable()
        var expected: Set<String> = []
        for (entry, text) in patterns.enumerated() {
            let pattern = try Pattern(text, inflecting: Inflector(irregular: [:]))
            builder.insert(pattern, entry: entry, numbering: &symbols)
            for sequence in pattern.sequences {
                let ways = sequence.map {
                    written(symbols.number(of: $0.target), gap: $0.gap, comma: $0.allowsComma)
                }
                expected.insert("\(entry):" + ways.joined())
            }
        }
        return (builder.build(), expected)
    }

    private static func written(_ symbol: UInt32, gap: Int, comma: Bool) -> String {
        " " + (comma ? "," : "") + (gap > 0 ? "·\(gap) " : "") + "\(symbol)"
    }
}
