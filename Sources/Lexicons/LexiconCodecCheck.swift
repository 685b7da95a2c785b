/// Whether the flat lists of a decoded lexicon point where they may. Every check looks at each value once.
enum LexiconCodecCheck {
    /// Whether every text ends where the next begins.
    static func isSound(_ texts: FlatTexts) -> Bool { areOffsets(texts.firstByte, into: texts.bytes.count) }

    /// Whether these are texts of at least as many bytes as prefixes are looked up by.
    static func areSound(prefixes: FlatTexts) -> Bool {
        (0..<prefixes.count).allSatisfy { prefixes[$0].count >= PrefixTable.head }
    }

    /// Whether every slot holds a word, the number of slots is a power of two with some of them empty, where a search
    /// ends, and every type has traits.
    static func isSound(_ types: WordTypes) -> Bool {
        let (slots, words) = (types.slots.count, types.hashes.count)
        guard slots > 0, slots & (slots - 1) == 0,
            types.count == words + WordTypes.unknownTypes + types.prefixes.count
        else { return false }
        var used = 0
        let areWords = haveRoom(types.slots) { slot in
            let isEmpty = slot.type == WordTypes.Slot.none
            used &+= isEmpty ? 0 : 1
            return isEmpty ? 0 : words &- 1 &- Int(slot.type)
        }
        return areWords && used < slots
    }

    /// Whether every part of a plan lies in the list that it points into, and names entries, symbols, nodes and edges
    /// that are there.
    static func isSound(_ plan: WalkPlan, entries: Int, types: Int) -> Bool {
        let (edges, symbols) = (plan.trie.edges.count, plan.trie.innerCount)
        guard isSound(plan.trie, entries: entries), plan.starts.count == types + NounClass.allCases.count,
            plan.keys.count == plan.groups.count
        else { return false }
        let (accepts, groups, inner) = (plan.accepts.count, plan.groups.count, plan.inner.count)
        let areStarts = haveRoom(plan.starts) { start in
            (accepts &- Int(start.firstAccept) &- Int(start.acceptCount))
                | (groups &- Int(start.firstGroup) &- Int(start.groupCount))
                | (inner &- Int(start.firstInner) &- Int(start.innerCount))
        }
        return areStarts && haveRoom(plan.accepts) { entries &- 1 &- Int($0) }
            && haveRoom(plan.inner) { symbols &- 1 &- Int($0) }
            && haveRoom(plan.keys) { symbols &- 1 &- Int($0.symbol) }
            && haveRoom(plan.groups) { edges &- Int($0.firstEdge) &- Int($0.edgeCount) }
    }

    private static func isSound(_ trie: Trie, entries: Int) -> Bool {
        let (nodes, symbols) = (trie.firstEdge.count - 1, trie.innerCount)
        guard nodes >= 1, trie.firstAccept.count == nodes + 1,
            (NounClass.allCases.count...Int(UInt16.max)).contains(symbols),
            areOffsets(trie.firstEdge, into: trie.edges.count),
            areOffsets(trie.firstAccept, into: trie.accepts.count)
        else { return false }
        return haveRoom(trie.accepts) { entries &- 1 &- Int($0) }
            && haveRoom(trie.edges) { (symbols &- 1 &- Int($0.symbol)) | (nodes &- 1 &- Int($0.child)) }
    }

    /// Whether these are the first elements of runs, one after another, and the end of the last, over `count` elements.
    private static func areOffsets(_ offsets: FlatList<UInt32>, into count: Int) -> Bool {
        guard offsets.count > 0, offsets[0] == 0, Int(offsets[offsets.count - 1]) == count else { return false }
        var last = 0
        return haveRoom(offsets) { offset in
            defer { last = Int(offset) }
            return Int(offset) &- last
        }
    }

    /// Whether the room that is left for each value is nowhere below 0; several rooms of one value may be joined by `|`.
    /// Only signs are gathered, without a branch for each, so that a processor does several at once.
    @inline(__always)
    private static func haveRoom<Element>(_ list: FlatList<Element>, _ room: (Element) -> Int) -> Bool {
        let span = list.span
        var signs = 0
        for place in span.indices { signs |= unsafe room(span[unchecked: place]) }
        return signs >= 0
    }
}
