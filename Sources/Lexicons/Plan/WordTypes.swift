/// All kinds of words that a lexicon can tell apart, with what it knows of each.
///
/// Made once when a lexicon is compiled: its own words, one type for every prefix, and one each for the letters, numbers
/// and other words that it does not know. So a word of a document costs one look and nothing is kept of it. A word is
/// told by the hash of its normalised bytes.
@usableFromInline package final class WordTypes: Sendable {
    /// What sentence splitting needs to know of a word.
    @usableFromInline package struct Traits: OptionSet, BitwiseCopyable, Sendable {
        @usableFromInline package let rawValue: UInt16

        @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

        @inlinable package static var abbreviation: Traits { Traits(rawValue: 1) }
        @inlinable package static var starter: Traits { Traits(rawValue: 2) }
        @inlinable package static var singleLetter: Traits { Traits(rawValue: 4) }
        @inlinable package static var number: Traits { Traits(rawValue: 8) }
        @inlinable package static var functionWord: Traits { Traits(rawValue: 16) }
        @inlinable package static var clauseOpener: Traits { Traits(rawValue: 32) }
        @inlinable package static var auxiliary: Traits { Traits(rawValue: 64) }
        @inlinable package static var coordinator: Traits { Traits(rawValue: 128) }
        @inlinable package static var pastTense: Traits { Traits(rawValue: 256) }
        @inlinable package static var firstPerson: Traits { Traits(rawValue: 512) }
        @inlinable package static var infinitiveMarker: Traits { Traits(rawValue: 1024) }
        @inlinable package static var thirdPerson: Traits { Traits(rawValue: 2048) }
        @inlinable package static var conversational: Traits { Traits(rawValue: 4096) }
    }

    /// Half of the hash of a word and its type, so that most strangers are told without a second look.
    @usableFromInline package struct Slot: BitwiseCopyable, Sendable {
        @inlinable package static var none: UInt32 { .max }
        @usableFromInline let tag: UInt32
        @usableFromInline let type: UInt32
    }

    /// Traits by type.
    package let traits: FlatList<Traits>
    /// Words of the lexicon by hash.
    package let slots: FlatList<Slot>
    /// Whole hashes of the words by type.
    package let hashes: FlatList<UInt64>
    /// Prefixes of the lexicon.
    package let prefixes: PrefixTable
    /// Type of an unknown word. Those of an unknown letter, an unknown number and the prefixes follow it.
    @usableFromInline let plain: Int

    /// Types of unknown words without a prefix.
    static let unknownTypes = 3

    init(traits: FlatList<Traits>, slots: FlatList<Slot>, hashes: FlatList<UInt64>, prefixes: PrefixTable) {
        self.traits = traits
        self.slots = slots
        self.hashes = hashes
        self.prefixes = prefixes
        plain = hashes.count
    }

    /// Number of types.
    package var count: Int { traits.count }

    /// The type of the word with this hash, if the lexicon knows it.
    @inlinable @inline(__always)
    package static func type(_ hash: UInt64, in slots: Span<Slot>, _ hashes: Span<UInt64>) -> Int? {
        let type = slots[slot(of: hash, in: slots, hashes)].type
        return type == Slot.none ? nil : Int(type)
    }

    /// The slot of the word with this hash, or the empty one that waits for it.
    @inlinable @inline(__always)
    static func slot(of hash: UInt64, in slots: Span<Slot>, _ hashes: Span<UInt64>) -> Int {
        let mask = slots.count - 1
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while true {
            let found = slots[slot]
            if found.type == Slot.none || found.tag == tag && hashes[Int(found.type)] == hash { return slot }
            slot = (slot + 1) & mask
        }
    }

    /// Type of a word that is not in the table and begins with no prefix.
    @inlinable @inline(__always)
    package func unknown(isNumber: Bool, isLetter: Bool) -> Int { plain + (isNumber ? 2 : isLetter ? 1 : 0) }

    /// Type of a word that is not in the table, by its normalised bytes.
    package func unknown(_ word: [UInt8]) -> Int {
        if let prefix = prefixes.longest(of: word) { return plain + Self.unknownTypes + prefix }
        return unknown(
            isNumber: word.first.map(Self.isDigit) ?? false,
            isLetter: word.first.map { word.count == Self.length($0) } ?? false)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Bytes of the character that begins with a byte.
    static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
