/// Plans the walks through an automaton for all types of words. Linear in the patterns that they begin and continue.
struct WalkPlanner {
    private let index: TrieIndex
    private let automaton: Automaton
    private let steps: SecondSteps
    private var accepts: [UInt32] = []
    private var inner: [UInt16] = []
    // Most words begin or continue just what other words do; what they share lies in the cache once.
    private var begun: [WalkPlan.Start] = []
    private var continued: [UInt32] = []
    private var beginnings: WordTable
    private var continuations: WordTable
    private var keys: [WalkPlan.Key] = []
    private var groups: [WalkPlan.Group] = []

    /// The plan of an automaton for types that have these symbols.
    static func plan(_ automaton: Automaton, for types: TypeSymbols) -> WalkPlan {
        var planner = WalkPlanner(automaton, lists: types.listCount + NounClass.allCases.count)
        let startOfList = (0..<types.listCount).map { planner.start(of: types.symbols(ofList: $0)) }
        var starts = types.list.map { startOfList[Int($0)] }
        for noun in NounClass.allCases.indices { starts.append(planner.start(of: [Vocabulary.symbol(of: noun)])) }
        let trie = Trie(
            edges: FlatList(planner.index.edges(of: automaton)), firstEdge: FlatList(automaton.firstEdge),
            accepts: FlatList(automaton.accept), firstAccept: FlatList(automaton.firstAccept),
            innerCount: planner.index.innerCount)
        return WalkPlan(
            trie: trie, starts: FlatList(starts), accepts: FlatList(planner.accepts), keys: FlatList(planner.keys),
            groups: FlatList(planner.groups), inner: FlatList(planner.inner))
    }

    private init(_ automaton: Automaton, lists: Int) {
        self.automaton = automaton
        index = TrieIndex(automaton)
        steps = SecondSteps(automaton, index)
        beginnings = WordTable(capacity: lists)
        continuations = WordTable(capacity: lists)
    }

    private mutating func start(of symbols: ArraySlice<UInt32>) -> WalkPlan.Start {
        let first = symbols.filter(index.begins)
        let own = symbols.compactMap(index.inner)
        let beginning = beginnings.insert(WordTable.hash(first))
        if beginning == begun.count { begun.append(begin(first)) }
        let continuation = continuations.insert(WordTable.hash(own))
        if continuation == continued.count {
            continued.append(UInt32(inner.count))
            inner += own
        }
        var start = begun[beginning]
        start.firstInner = continued[continuation]
        start.innerCount = UInt32(own.count)
        for symbol in own { start.innerBits |= WalkPlan.bit(symbol) }
        return start
    }

    /// Lays down what first steps with these symbols complete and lead to.
    private mutating func begin(_ symbols: [UInt32]) -> WalkPlan.Start {
        var start = WalkPlan.Start(firstAccept: UInt32(accepts.count), firstGroup: UInt32(groups.count))
        for symbol in symbols {
            for place in index.rootPlaces(symbol) {
                let root = index.roots[place]
                accepts += automaton.accept[automaton.accepts(of: Int(root))]
                let second = steps.groups(of: root)
                keys += steps.keys[second]
                groups += steps.groups[second]
            }
        }
        start.acceptCount = UInt32(accepts.count) - start.firstAccept
        start.groupCount = UInt32(groups.count) - start.firstGroup
        return start
    }
}

/// The edges of every node that a first step leads to, grouped by their symbols.
private struct SecondSteps {
    private(set) var keys: [WalkPlan.Key] = []
    private(set) var groups: [WalkPlan.Group] = []
    /// First group of every node; one more entry than nodes.
    private var firstGroup: [UInt32]

    init(_ automaton: Automaton, _ index: TrieIndex) {
        let nodes = automaton.firstEdge.count - 1
        firstGroup = [UInt32](repeating: 0, count: nodes + 1)
        let edges = index.edges(of: automaton)
        var isRoot = [Bool](repeating: false, count: nodes)
        for root in index.roots { isRoot[Int(root)] = true }
        for node in 0..<nodes {
            if isRoot[node] { group(automaton.edges(of: node), of: edges) }
            firstGroup[node + 1] = UInt32(keys.count)
        }
    }

    /// Groups of a node.
    func groups(of node: UInt32) -> Range<Int> { Int(firstGroup[Int(node)])..<Int(firstGroup[Int(node) + 1]) }

    /// Adds the groups of neighbouring edges with one symbol.
    private mutating func group(_ range: Range<Int>, of edges: [Trie.Edge]) {
        var start = range.lowerBound
        while start < range.upperBound {
            let symbol = edges[start].symbol
            var end = start
            var largest: UInt8 = 0
            while end < range.upperBound, edges[end].symbol == symbol {
                largest = max(largest, edges[end].gap)
                end += 1
            }
            keys.append(WalkPlan.Key(symbol: symbol, largestGap: Int16(largest)))
            groups.append(WalkPlan.Group(firstEdge: UInt32(start), edgeCount: UInt32(end - start)))
            start = end
        }
    }
}
