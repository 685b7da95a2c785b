/// Hashes of words with their types: one look for a known word, and nearly always one for an unknown one.
struct WordTable: Sendable {
    /// Half of a hash and the type, so that most strangers are told without a second look.
    struct Slot: Sendable {
        static let none: UInt32 = .max
        let tag: UInt32
        let type: UInt32
    }

    /// Slots; their number is a power of two, and at least two thirds are empty.
    private(set) var slots: [Slot]
    /// Whole hashes by type.
    private(set) var hashes: [UInt64] = []

    /// A table with room for so many words.
    init(capacity: Int) {
        var size = 1024
        while size < capacity * 3 { size *= 2 }
        slots = [Slot](repeating: Slot(tag: 0, type: Slot.none), count: size)
    }

    /// The type of the word with this hash; a new one, when there is room, for a new word.
    mutating func insert(_ hash: UInt64) -> Int {
        let slot = Self.slot(of: hash, in: slots.span, hashes.span)
        if slots[slot].type == Slot.none {
            slots[slot] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), type: UInt32(hashes.count))
            hashes.append(hash)
        }
        return Int(slots[slot].type)
    }

    /// The type of the word with this hash, if the lexicon knows it.
    @inline(__always)
    static func type(_ hash: UInt64, in slots: Span<Slot>, _ hashes: Span<UInt64>) -> Int? {
        let type = slots[slot(of: hash, in: slots, hashes)].type
        return type == Slot.none ? nil : Int(type)
    }

    /// The slot of the word with this hash, or the empty one that waits for it.
    @inline(__always)
    private static func slot(of hash: UInt64, in slots: Span<Slot>, _ hashes: Span<UInt64>) -> Int {
        let mask = slots.count - 1
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while true {
            let found = slots[slot]
            if found.type == Slot.none || found.tag == tag && hashes[Int(found.type)] == hash { return slot }
            slot = (slot + 1) & mask
        }
    }

    /// A hash that tells lists of numbers apart, as words are told apart.
    static func hash<Numbers: Sequence>(_ numbers: Numbers) -> UInt64 where Numbers.Element: FixedWidthInteger {
        var hash: UInt64 = 1
        for number in numbers {
            hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }
}
