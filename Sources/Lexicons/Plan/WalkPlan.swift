/// A trie with what every type of word can do in it: what it begins, and what it continues.
///
/// Made once when a lexicon is compiled. Common words begin and continue hundreds of patterns; without a plan every one
/// of them would be tried at every occurrence. Here the second steps of all patterns that a word begins are grouped so
/// that one look refuses a whole group. Flat lists, since they are read in the innermost loop, and where they lie in the
/// file of a compiled lexicon. A class, so that the many walks share it.
@usableFromInline package final class WalkPlan: Sendable {
    /// What second steps with one symbol ask for. Small on purpose: a common word has hundreds, and all are looked at.
    package struct Key: BitwiseCopyable, Sendable {
        /// Inner number of the symbol.
        package let symbol: UInt16
        /// Most words that one of the edges may skip.
        package let largestGap: Int16
    }

    /// The edges of second steps with one symbol.
    package struct Group: BitwiseCopyable, Sendable {
        /// First of the edges in the trie.
        package let firstEdge: UInt32
        package let edgeCount: UInt32
    }

    /// Where the parts of one type lie. Small on purpose: every word of a document looks its own up.
    package struct Start: BitwiseCopyable, Sendable {
        package var firstAccept: UInt32
        package var firstGroup: UInt32
        package var firstInner: UInt32 = 0
        package var acceptCount: UInt32 = 0
        package var groupCount: UInt32 = 0
        package var innerCount: UInt32 = 0
        /// A bit for every inner symbol, by the last digits of its number.
        package var innerBits: UInt64 = 0
    }

    package let trie: Trie
    /// Parts of every type, and after them of every noun class.
    package let starts: FlatList<Start>
    /// Entries that the first word alone completes.
    package let accepts: FlatList<UInt32>
    /// What the groups of second steps ask for.
    package let keys: FlatList<Key>
    /// Groups of second steps.
    package let groups: FlatList<Group>
    /// Inner symbols of every type, ascending within a type.
    package let inner: FlatList<UInt16>
    /// Number of types of words; the noun classes follow them in ``starts``.
    package let typeCount: Int

    init(
        trie: Trie, starts: FlatList<Start>, accepts: FlatList<UInt32>, keys: FlatList<Key>, groups: FlatList<Group>,
        inner: FlatList<UInt16>
    ) {
        self.trie = trie
        self.starts = starts
        self.accepts = accepts
        self.keys = keys
        self.groups = groups
        self.inner = inner
        typeCount = starts.count - NounClass.allCases.count
    }

    /// A bit for an inner symbol, by the last digits of its number.
    @inlinable @inline(__always)
    package static func bit(_ symbol: UInt16) -> UInt64 { 1 << UInt64(symbol & 63) }
}
