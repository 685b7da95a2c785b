/// A set of words by hash, for looking up bytes without making a string.
struct WordSet: Sendable {
    private let hashes: HashTable

    /// The words, in any case.
    init(_ words: [String]) {
        var hashes: [UInt64: Int32] = [:]
        for word in words {
            hashes[Self.hash(Array(word.utf8)[...])] = 1
            // Hashes ignore the case of ASCII letters by themselves.
            guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            for form in [word.uppercased(), Self.capitalised(word)] {
                hashes[Self.hash(Array(form.utf8)[...])] = 1
            }
        }
        self.hashes = HashTable(hashes)
    }

    /// Whether the bytes are one of the words.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 40 && contains(hash: Self.hash(word)) }

    /// Whether a word with this hash is one of them.
    func contains(hash: UInt64) -> Bool { hashes.value(of: hash) >= 0 }

    /// FNV-1a over the bytes, with ASCII letters in lower case.
    static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash = seed
        for byte in word { hash = step(hash, byte) }
        return hash
    }

    /// The hash of no bytes.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash after one more byte.
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
    }

    private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
