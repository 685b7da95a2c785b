/// A fixed table from the hashes of words to small numbers.
///
/// The hashes are spread well already, so the table looks where they point instead of hashing them again.
struct HashTable: Sendable {
    private var slots: [(hash: UInt64, value: Int32)]
    private let mask: Int

    /// A table of these entries; the last one of a hash counts.
    init(_ entries: [UInt64: Int32]) {
        var size = 16
        while size < entries.count * 3 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: (0, -1), count: size)
        for (hash, value) in entries {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot].value >= 0 { slot = (slot + 1) & mask }
            slots[slot] = (hash, value)
        }
    }

    /// The number of a hash; −1 when it is not in the table.
    func value(of hash: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].value >= 0 {
            if slots[slot].hash == hash { return slots[slot].value }
            slot = (slot + 1) & mask
        }
        return -1
    }
}
