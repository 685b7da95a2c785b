/// For every word type, its symbols that occur after the first step of some pattern.
///
/// A common word belongs to hundreds of sets, but most of them only begin patterns; those are in the
/// ``StartPlans``, and what is left is short.
struct InnerSymbols: Sendable {
    private var first: [UInt32] = [0]
    private var all: [UInt32] = []

    init(_ types: WordTypes, in trie: Trie) {
        for type in 0..<types.count {
            for symbol in types.symbols(of: type) where symbol < trie.symbolCount && trie.isInner[Int(symbol)] { all.append(symbol) }
            first.append(UInt32(all.count))
        }
    }

    /// Symbols of a type, ascending.
    func symbols(of type: Int) -> ArraySlice<UInt32> { all[Int(first[type])..<Int(first[type + 1])] }

    /// Whether a type has a symbol. Logarithmic in its symbols.
    @inline(__always)
    func has(_ symbol: UInt32, type: Int) -> Bool {
        var low = Int(first[type])
        var high = Int(first[type + 1])
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        return low < Int(first[type + 1]) && all[low] == symbol
    }
}
