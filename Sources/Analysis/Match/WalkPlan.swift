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
        let largestGap: UInt16
    }

    /// The edges of second steps with one symbol.
    struct Group: Sendable {
        /// First of the edges in the trie.
        let firstEdge: UInt32
        let edgeCount: UInt32
    }

    /// Where the parts of one type lie. Small on purpose: every word of a document looks its own up.
    struct Start: Sendable {
        fileprivate var firstAccept: UInt32
        fileprivate var firstGroup: UInt32
        fileprivate var firstInner: UInt32 = 0
        fileprivate var acceptCount: UInt32 = 0
        fileprivate var groupCount: UInt32 = 0
        fileprivate var innerCount: UInt16 = 0

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
        var starts: [Start] = []
        var accepts: [UInt32] = []
        var keys: [Key] = []
        var groups: [Group] = []
        var inner: [UInt16] = []
        starts.reserveCapacity(types.count + NounClass.allCases.count)
        // Most words begin or continue just what other words do; what they share lies in the cache once.
        var begun: [Start] = []
        var continued: [UInt32] = []
        var (beginnings, continuations) = (WordTable(capacity: types.count), WordTable(capacity: types.count))
        var roots: [UInt32] = []
        var own: [UInt16] = []
        func add(_ symbols: ArraySlice<UInt32>) {
            roots.removeAll(keepingCapacity: true)
            own.removeAll(keepingCapacity: true)
            for symbol in symbols {
                for index in trie.rootPlaces(symbol) { roots.append(trie.roots[index]) }
                if let symbol = trie.inner(symbol) { own.append(symbol) }
            }
            let beginning = beginnings.insert(Self.hash(roots))
            if beginning == begun.count {
                var start = Start(firstAccept: UInt32(accepts.count), firstGroup: UInt32(groups.count))
                for root in roots {
                    let node = Int(root)
                    accepts += trie.accepts[Int(trie.firstAccept[node])..<Int(trie.firstAccept[node + 1])]
                    let edges = Int(trie.firstEdge[node])..<Int(trie.firstEdge[node + 1])
                    Self.group(edges, of: trie, into: &keys, &groups)
                }
                start.acceptCount = UInt32(accepts.count - Int(start.firstAccept))
                start.groupCount = UInt32(groups.count - Int(start.firstGroup))
                begun.append(start)
            }
            let continuation = continuations.insert(Self.hash(own))
            if continuation == continued.count {
                continued.append(UInt32(inner.count))
                inner += own
            }
            var start = begun[beginning]
            start.firstInner = continued[continuation]
            start.innerCount = UInt16(own.count)
            starts.append(start)
        }
        for type in 0..<types.count { add(types.symbols(of: type)) }
        for noun in NounClass.allCases.indices { add([Vocabulary.symbol(of: noun)]) }
        self.starts = starts
        self.accepts = accepts
        self.keys = keys
        self.groups = groups
        self.inner = inner
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
        var index = groups.lowerBound
        while index < groups.upperBound {
            // In range by the plan, which numbers its symbols below the number of places.
            let key = unsafe keys[unchecked: index]
            if unsafe Int(nearest[unchecked: Int(key.symbol)]) &- Int(key.largestGap) <= Int(place) { break }
            index &+= 1
        }
        return index
    }

    /// Whether a type has an inner symbol. Logarithmic in its symbols.
    @inline(__always)
    func has(_ symbol: UInt16, type: Int) -> Bool {
        let range = starts[type].inner
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        while low < high {
            let middle = (low + high) >> 1
            if inner[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        return low < Int(range.upperBound) && inner[low] == symbol
    }

    /// A hash that tells lists of numbers apart, as words are told apart.
    private static func hash(_ numbers: [some FixedWidthInteger]) -> UInt64 {
        var hash = UInt64(numbers.count) &+ 1
        for number in numbers {
            hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }

    /// Adds the groups of neighbouring edges with one symbol.
    private static func group(_ edges: Range<Int>, of trie: Trie, into keys: inout [Key], _ groups: inout [Group]) {
        var start = edges.lowerBound
        while start < edges.upperBound {
            let symbol = trie.edges[start].symbol
            var end = start
            var largest: UInt8 = 0
            while end < edges.upperBound, trie.edges[end].symbol == symbol {
                largest = max(largest, trie.edges[end].gap)
                end += 1
            }
            keys.append(Key(symbol: symbol, largestGap: UInt16(largest)))
            groups.append(Group(firstEdge: UInt32(start), edgeCount: UInt32(end - start)))
            start = end
        }
    }
}
