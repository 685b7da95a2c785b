/// Sketches clauses so that near copies are found among many without comparing all with all.
///
/// A clause is the set of its shingles: every run of three words, letters folded to lower case. One hash of each shingle
/// chooses one of sixteen slots, and each slot keeps the smallest hash that came its way: one-permutation MinHash
/// (Li, Owen and Zhang, 2012). The share of slots in which two sketches agree estimates the share of shingles that the
/// clauses have in common. An empty slot takes the value of the next one that is filled, with its distance mixed in
/// (Shrivastava and Li, 2014), so that short clauses can be compared too.
struct ClauseSketcher {
    /// Words of a shingle.
    private static let shingleLength = 3
    /// Clauses with fewer words are not sketched: too many of them are equal by chance, such as "Short title".
    static let minimumWords = 8
    /// Slots of a sketch.
    static let slotCount = 16
    /// Bytes of a sketch.
    static let byteCount = slotCount * 2

    /// The sketch of a text, or `nil` where it is too short to have one. Linear in the text.
    func sketch(of text: some Collection<UInt8>) -> [UInt8]? {
        var slots = [UInt64](repeating: .max, count: Self.slotCount)
        guard
            Self.forEachShingle(
                of: text,
                { hash in
                    let slot = Int(hash >> 60)
                    slots[slot] = min(slots[slot], hash & (1 << 60 - 1))
                })
        else { return nil }
        var sketch: [UInt8] = []
        sketch.reserveCapacity(Self.byteCount)
        for slot in slots.indices {
            var distance = 0
            while slots[(slot + distance) % Self.slotCount] == .max { distance += 1 }
            let value = Self.mix(slots[(slot + distance) % Self.slotCount] &+ UInt64(distance) &* 0x9E37_79B9_7F4A_7C15)
            sketch.append(UInt8(truncatingIfNeeded: value))
            sketch.append(UInt8(truncatingIfNeeded: value >> 8))
        }
        return sketch
    }

    /// The different shingles of a text as hashes in rising order, or `nil` where it is too short.
    func shingles(of text: some Collection<UInt8>) -> [UInt64]? {
        var shingles: [UInt64] = []
        // Most words of a law have four letters or more.
        shingles.reserveCapacity(text.count / 5)
        guard Self.forEachShingle(of: text, { shingles.append($0) }) else { return nil }
        shingles.sort()
        var kept = 0
        for shingle in shingles where kept == 0 || shingles[kept - 1] != shingle {
            shingles[kept] = shingle
            kept += 1
        }
        shingles.removeSubrange(kept...)
        return shingles
    }

    /// Calls `body` with the hash of every shingle; false where the text has too few words.
    private static func forEachShingle(of text: some Collection<UInt8>, _ body: (UInt64) -> Void) -> Bool {
        var words = 0
        // Hashes of the last word, and of the last two.
        var (one, two): (UInt64, UInt64) = (0, 0)
        func end(_ word: UInt64) {
            words += 1
            if words >= shingleLength { body(mix(two &* 31 &+ word)) }
            (one, two) = (mix(word), mix(one &* 31 &+ word))
        }
        var word: UInt64 = 0
        for byte in text {
            let folded = byte | 0x20
            if 0x61...0x7A ~= folded || 0x30...0x39 ~= byte || byte >= 0x80 {
                word = ((word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
            } else if word != 0 {
                end(word)
                word = 0
            }
        }
        if word != 0 { end(word) }
        return words >= minimumWords
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
