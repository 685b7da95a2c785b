/// Whether the flat arrays of a decoded lexicon point where they may.
enum LexiconCodecCheck {
    /// Parallel arrays are as long as each other, hashes ascend and every offset lies in its array.
    static func isSound(_ vocabulary: Vocabulary) -> Bool {
        let words = vocabulary.hashes.count
        return isAscending(vocabulary.hashes)
            && areOffsets(vocabulary.firstByte, of: words, into: vocabulary.bytes.count)
            && areOffsets(vocabulary.firstSymbol, of: words, into: vocabulary.symbols.count)
            && areOffsets(
                vocabulary.firstPrefixByte, of: vocabulary.prefixSymbols.count, into: vocabulary.prefixBytes.count)
    }

    /// Parallel arrays are as long as each other, every offset lies in its array, every accepted entry
    /// exists, and every edge leads to a later node.
    static func isSound(_ automaton: Automaton, entries: Int) -> Bool {
        let edges = automaton.symbol.count
        let nodes = automaton.firstEdge.count - 1
        guard nodes >= 1, automaton.gap.count == edges, automaton.allowsComma.count == edges,
            automaton.child.count == edges,
            areOffsets(automaton.firstEdge, of: nodes, into: edges),
            areOffsets(automaton.firstAccept, of: nodes, into: automaton.accept.count),
            automaton.symbol.allSatisfy({ $0 < SymbolTable.limit }),
            automaton.accept.allSatisfy({ Int($0) < entries })
        else { return false }
        for node in 0..<nodes {
            for edge in automaton.edges(of: node) {
                let child = Int(automaton.child[edge])
                guard child > node, child < nodes else { return false }
            }
        }
        return true
    }

    /// Whether these are the first elements of `items` runs and the end of the last, over `count` elements.
    private static func areOffsets(_ offsets: [UInt32], of items: Int, into count: Int) -> Bool {
        guard offsets.count == items + 1, offsets.first == 0, let last = offsets.last, Int(last) == count else {
            return false
        }
        return isAscending(offsets)
    }

    /// Whether no number is below the one before it.
    static func isAscending<T: Comparable>(_ numbers: [T]) -> Bool {
        var index = 1
        while index < numbers.count {
            guard numbers[index - 1] <= numbers[index] else { return false }
            index += 1
        }
        return true
    }
}
