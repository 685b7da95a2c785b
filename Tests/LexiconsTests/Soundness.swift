@testable import Lexicons

/// What is out of range in a lexicon, found by walking everything that an engine would walk.
enum Soundness {
    static func problems(in lexicon: Lexicon) -> [String] {
        var problems: [String] = []
        if lexicon.entries.contains(where: { !lexicon.concepts.indices.contains($0.concept) }) {
            problems.append("concept")
        }
        if lexicon.scoring.thresholds.count != 4 { problems.append("thresholds") }
        for automaton in [lexicon.nouns, lexicon.phrases] { problems += self.problems(in: automaton, of: lexicon) }
        for word in lexicon.vocabulary.hashes {
            _ = lexicon.vocabulary.symbols(of: Array("block".utf8)[...], hash: word, isNumber: false)
        }
        return problems
    }

    private static func problems(in automaton: Automaton, of lexicon: Lexicon) -> [String] {
        var problems: [String] = []
        var reached: Set<Int> = [0]
        var waiting = [0]
        while let node = waiting.popLast() {
            for index in automaton.accepts(of: node) where Int(automaton.accept[index]) >= lexicon.entries.count {
                problems.append("accept")
            }
            for edge in automaton.edges(of: node) {
                _ = (automaton.symbol[edge], automaton.gap[edge], automaton.allowsComma[edge])
                let child = Int(automaton.child[edge])
                if child <= node { problems.append("circle") }
                if reached.insert(child).inserted { waiting.append(child) }
            }
        }
        return problems
    }
}
