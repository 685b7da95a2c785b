internal import Lexicons

extension WalkPlan {
    /// The start of a noun class.
    func start(ofNoun noun: Int) -> Int { typeCount + noun }

    /// The first of these groups with a symbol in reach of a place, or the end of the range; `nearest` holds for every
    /// inner symbol the nearest place that has it.
    ///
    /// The innermost loop, on its own so that all it needs stays in registers.
    @inline(never)
    func reachable(_ groups: Range<Int>, from place: Int16, _ nearest: Span<Int16>) -> Int {
        let allKeys = keys
        let keys = allKeys.span
        @inline(__always) func isReachable(_ index: Int) -> Bool {
            // In range by the plan, which numbers its symbols below the number of places.
            let key = unsafe keys[unchecked: index]
            return unsafe nearest[unchecked: Int(key.symbol)] <= place &+ key.largestGap
        }
        var index = groups.lowerBound
        while index &+ 4 <= groups.upperBound {
            if isReachable(index) { return index }
            if isReachable(index &+ 1) { return index &+ 1 }
            if isReachable(index &+ 2) { return index &+ 2 }
            if isReachable(index &+ 3) { return index &+ 3 }
            index &+= 4
        }
        while index < groups.upperBound, !isReachable(index) { index &+= 1 }
        return index
    }

    /// Whether a type has an inner symbol. Logarithmic in its symbols; most are refused by one look.
    @inline(__always)
    func has(_ symbol: UInt16, type: Int) -> Bool {
        let start = starts[type]
        if start.innerBits & Self.bit(symbol) == 0 { return false }
        let range = start.inner
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        while low < high {
            let middle = (low + high) >> 1
            if inner[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        return low < Int(range.upperBound) && inner[low] == symbol
    }
}

extension WalkPlan.Start {
    /// Whether the type neither begins nor continues a pattern.
    var isEmpty: Bool { acceptCount | groupCount | innerCount == 0 }
    var accepts: Range<Int> { Int(firstAccept)..<Int(firstAccept) + Int(acceptCount) }
    var groups: Range<Int> { Int(firstGroup)..<Int(firstGroup) + Int(groupCount) }
    var inner: Range<Int> { Int(firstInner)..<Int(firstInner) + Int(innerCount) }
}

extension WalkPlan.Group {
    var edges: Range<Int> { Int(firstEdge)..<Int(firstEdge) + Int(edgeCount) }
}

extension Trie {
    /// Where in ``accepts`` the entries of a node are.
    @inline(__always)
    func accepts(of node: Int) -> Range<Int> { Int(firstAccept[node])..<Int(firstAccept[node + 1]) }
}

extension Trie.Edge {
    /// The strongest break that may stand before the symbol or in the gap.
    var allowed: TokenStream.Break { crossesComma ? .comma : .mark }
}
