/// Flat lists, which are used where they lie in the bytes, and what is made of them. A list is its count in four bytes,
/// zeros up to a multiple of eight, and its values as they lie in memory: the bytes are for this machine alone.
extension LexiconCodecWriter {
    mutating func write<Element>(_ list: FlatList<Element>) {
        body.appendLittleEndian(UInt32(list.count))
        align()
        let span = list.span
        unsafe span.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
        align()
    }

    mutating func write(_ texts: FlatTexts) {
        write(texts.firstByte)
        write(texts.bytes)
    }

    mutating func write(_ entries: EntryList) {
        write(entries.rows)
        write(entries.spellings)
    }

    mutating func write(_ types: WordTypes) {
        write(types.traits)
        write(types.slots)
        write(types.hashes)
        write(types.prefixes.spellings)
    }

    mutating func write(_ plan: WalkPlan) {
        body.appendLittleEndian(UInt32(plan.trie.innerCount))
        write(plan.trie.edges)
        write(plan.trie.firstEdge)
        write(plan.trie.accepts)
        write(plan.trie.firstAccept)
        write(plan.starts)
        write(plan.accepts)
        write(plan.keys)
        write(plan.groups)
        write(plan.inner)
    }

    private mutating func align() { while body.count % 8 != 0 { body.append(0) } }
}

extension LexiconCodecReader {
    mutating func flatList<Element>(of type: Element.Type = Element.self) throws(LexiconCodecError) -> FlatList<Element>
    {
        let count = Int(try word())
        align()
        guard let list = FlatList<Element>(in: bytes, at: offset, count: count) else {
            throw LexiconCodecError("has a list longer than itself")
        }
        offset += count * MemoryLayout<Element>.stride
        align()
        return list
    }

    mutating func flatTexts() throws(LexiconCodecError) -> FlatTexts {
        let firstByte = try flatList(of: UInt32.self)
        let texts = FlatTexts(bytes: try flatList(), firstByte: firstByte)
        guard LexiconCodecCheck.isSound(texts) else { throw LexiconCodecError("has texts out of order") }
        return texts
    }

    mutating func entries(concepts: Int) throws(LexiconCodecError) -> EntryList {
        let entries = EntryList(rows: try flatList(), spellings: try flatTexts())
        guard entries.isSound(concepts: concepts) else { throw LexiconCodecError("has a pattern out of range") }
        return entries
    }

    mutating func types() throws(LexiconCodecError) -> WordTypes {
        let traits = try flatList(of: WordTypes.Traits.self)
        let slots = try flatList(of: WordTypes.Slot.self)
        let hashes = try flatList(of: UInt64.self)
        let prefixes = try flatTexts()
        guard LexiconCodecCheck.areSound(prefixes: prefixes) else {
            throw LexiconCodecError("has prefixes out of order")
        }
        let types = WordTypes(
            traits: traits, slots: slots, hashes: hashes, prefixes: PrefixTable(prefixes))
        guard LexiconCodecCheck.isSound(types) else { throw LexiconCodecError("has words out of order") }
        return types
    }

    mutating func plan(entries: Int, types: Int) throws(LexiconCodecError) -> WalkPlan {
        let innerCount = Int(try word())
        let edges = try flatList(of: Trie.Edge.self)
        let firstEdge = try flatList(of: UInt32.self)
        let accepts = try flatList(of: UInt32.self)
        let trie = Trie(
            edges: edges, firstEdge: firstEdge, accepts: accepts, firstAccept: try flatList(), innerCount: innerCount)
        let starts = try flatList(of: WalkPlan.Start.self)
        let first = try flatList(of: UInt32.self)
        let keys = try flatList(of: WalkPlan.Key.self)
        let groups = try flatList(of: WalkPlan.Group.self)
        let plan = WalkPlan(
            trie: trie, starts: starts, accepts: first, keys: keys, groups: groups, inner: try flatList())
        guard LexiconCodecCheck.isSound(plan, entries: entries, types: types) else {
            throw LexiconCodecError("has a plan out of order")
        }
        return plan
    }

    /// Goes on at the next multiple of eight; what would lie after the bytes is refused by whatever is read there.
    private mutating func align() { offset = (offset + 7) & ~7 }
}
