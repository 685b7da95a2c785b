/// Hashes of words with their types: one look for a known word, and nearly always one for an unknown one.
struct WordTable {
    /// Half of a hash and the type, so that most strangers are told without a second look.
    typealias Slot = WordTypes.Slot

    /// Slots; their number is a power of two, and at least two thirds are empty.
    private(set) var slots: [Slot]
    /// Whole hashes by type.
    private(set) var hashes: [UInt64] = []

    /// A table with room for so many words.
    init(capacity: Int) {
        var size = 64
        while size < capacity * 3 { size *= 2 }
        slots = [Slot](repeating: Slot(tag: 0, type: Slot.none), count: size)
    }

    /// The type of the word with this hash; a new one, when there is room, for a new word.
    mutating func insert(_ hash: UInt64) -> Int {
        let slot = WordTypes.slot(of: hash, in: slots.span, hashes.span)
        if slots[slot].type == Slot.none {
            slots[slot] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), type: UInt32(hashes.count))
            hashes.append(hash)
        }
        return Int(slots[slot].type)
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
