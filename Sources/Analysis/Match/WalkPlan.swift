internal import Lexicons

/// A trie with what every type of word can do in it: what it begins, and what it continues.
///
/// Made once for a lexicon. Common words begin and continue hundreds of patterns; without a plan every one of them
/// would be tried at every occurrence. Here the second steps of all patterns that a word begins are grouped so that
/// one look refuses a whole group. Flat arrays, since this is the innermost loop. A class, so that the many walks
/// share it.
final class WalkPlan: Sendable {
    /// What second steps with one symbol ask for. Small on purpose: a common word has hundreds, and all are looked at.
    struct Key: Sendable {
        /// Inner number of the symbol.
        let symbol: UInt16
        /// Most words that one of the edges may skip.
        let largestGap: Int16
    }

    /// The edges of second steps with one symbol.
    struct Group: Sendable {
        /// First of the edges in the trie.
        let firstEdge: UInt32
        let edgeCount: UInt32

        var edges: Range<Int> { Int(firstEdge)..<Int(firstEdge) + Int(edgeCount) }
    }

    /// Where the parts of one type lie. Small on purpose: every word of a document looks its own up.
    struct Start: Sendable {
        fileprivate var firstAccept: UInt32
        fileprivate var firstGroup: UInt32
        fileprivate var firstInner: UInt32 = 0
        fileprivate var acceptCount: UInt32 = 0
        fileprivate var groupCount: UInt32 = 0
        fileprivate var innerCount: UInt16 = 0
        /// A bit for every inner symbol, by the last digits of its number.
        fileprivate var innerBits: UInt64 = 0

        /// Whether the type neither begins nor continues a pattern.
        var isEmpty: Bool { acceptCount | groupCount | UInt32(innerCount) == 0 }
        var accepts: Range<Int> { Int(firstAccept)..<Int(firstAccept) + Int(acceptCount) }
        var groups: Range<Int> { Int(firstGroup)..<Int(firstGroup) + Int(groupCount) }
        var inner: Range<Int> { Int(firstInner)..<Int(firstInner) + Int(innerCount) }
    }

    let trie: Trie
    /// Parts of every type, and after them of every noun class.
    let starts: [Start]
    /// Entries that the first word alone completes.
    let accepts: [UInt32]
    /// What the groups of second steps ask for.
    let keys: [Key]
    /// Groups of second steps.
    let groups: [Group]
    /// Inner symbols of every type, ascending within a type.
    let inner: [UInt16]
    private let typeCount: Int

    /// Plans for all types.
    init(_ types: WordTypes, in trie: Trie) {
        self.trie = trie
        typeCount = types.count
        let steps = SecondSteps(trie)
        var accepts: [UInt32] = []
        var inner: [UInt16] = []
        // Most words begin or continue just what other words do; what they share lies in the cache once.
        var begun: [Start] = []
        var continued: [UInt32] = []
        let lists = types.listCount + NounClass.allCases.count
        var (beginnings, continuations) = (WordTable(capacity: lists), WordTable(capacity: lists))
        var groupCount = 0
        // Roots of all beginnings, one after another.
        var roots: [UInt32] = []
        var first: [UInt32] = []
        var own: [UInt16] = []
        func start(of symbols: ArraySlice<UInt32>) -> Start {
            first.removeAll(keepingCapacity: true)
            own.removeAll(keepingCapacity: true)
            for symbol in symbols {
                if trie.begins(symbol) { first.append(symbol) }
                if let symbol = trie.inner(symbol) { own.append(symbol) }
            }
            let beginning = beginnings.insert(WordTable.hash(first))
            if beginning == begun.count {
                var start = Start(firstAccept: UInt32(accepts.count), firstGroup: UInt32(groupCount))
                for symbol in first {
                    for index in trie.rootPlaces(symbol) {
                        let root = trie.roots[index]
                        for index in trie.accepts(of: Int(root)) { accepts.append(trie.accepts[index]) }
                        roots.append(root)
                        groupCount += steps.groups(of: root).count
                    }
                }
                start.acceptCount = UInt32(accepts.count - Int(start.firstAccept))
                start.groupCount = UInt32(groupCount - Int(start.firstGroup))
                begun.append(start)
            }
            let continuation = continuations.insert(WordTable.hash(own))
            if continuation == continued.count {
                continued.append(UInt32(inner.count))
                inner += own
            }
            var start = begun[beginning]
            start.firstInner = continued[continuation]
            start.innerCount = UInt16(own.count)
            for symbol in own { start.innerBits |= Self.bit(symbol) }
            return start
        }
        var startOfList: [Start] = []
        for list in 0..<types.listCount { startOfList.append(start(of: types.symbols(ofList: list))) }
        var starts = types.list.map { startOfList[Int($0)] }
        for noun in NounClass.allCases.indices { starts.append(start(of: [Vocabulary.symbol(of: noun)])) }
        self.starts = starts
        self.accepts = accepts
        self.inner = inner
        var keys = [Key](repeating: Key(symbol: 0, largestGap: 0), count: groupCount)
        var groups = [Group](repeating: Group(firstEdge: 0, edgeCount: 0), count: groupCount)
        steps.lay(roots, into: keys.mutableSpan, groups.mutableSpan)
        self.keys = keys
        self.groups = groups
    }

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

    @inline(__always)
    private static func bit(_ symbol: UInt16) -> UInt64 { 1 << UInt64(symbol & 63) }
}

/// The edges of every node that a first step leads to, grouped by their symbols.
private struct SecondSteps {
    private(set) var keys: [WalkPlan.Key] = []
    private(set) var groups: [WalkPlan.Group] = []
    /// First group of every node; one more entry than nodes.
    private var firstGroup: [UInt32]

    init(_ trie: Trie) {
        let nodes = trie.firstEdge.count - 1
        firstGroup = [UInt32](repeating: 0, count: nodes + 1)
        var isRoot = [Bool](repeating: false, count: nodes)
        for root in trie.roots { isRoot[Int(root)] = true }
        for node in 0..<nodes {
            if isRoot[node] { group(Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1]), of: trie) }
            firstGroup[node + 1] = UInt32(keys.count)
        }
    }

    /// Groups of a node.
    func groups(of node: UInt32) -> Range<Int> { Int(firstGroup[Int(node)])..<Int(firstGroup[Int(node) + 1]) }

    /// Lays down the groups of nodes, one after another.
    func lay(
        _ nodes: [UInt32], into keys: consuming MutableSpan<WalkPlan.Key>,
        _ groups: consuming MutableSpan<WalkPlan.Group>
    ) {
        var next = 0
        for node in nodes {
            for index in self.groups(of: node) {
                keys[next] = self.keys[index]
                groups[next] = self.groups[index]
                next += 1
            }
        }
    }

    /// Adds the groups of neighbouring edges with one symbol.
    private mutating func group(_ edges: Range<Int>, of trie: Trie) {
        var start = edges.lowerBound
        while start < edges.upperBound {
            let symbol = trie.edges[start].symbol
            var end = start
            var largest: UInt8 = 0
            while end < edges.upperBound, trie.edges[end].symbol == symbol {
                largest = max(largest, trie.edges[end].gap)
                end += 1
            }
            keys.append(WalkPlan.Key(symbol: symbol, largestGap: Int16(largest)))
            groups.append(WalkPlan.Group(firstEdge: UInt32(start), edgeCount: UInt32(end - start)))
            start = end
        }
    }
}
