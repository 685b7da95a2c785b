/// A set of words by hash, for looking up bytes without making a string.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// The words, in any case.
    init(_ words: [String]) {
        var hashes: Set<UInt64> = []
        for word in words {
            for form in [word, word.uppercased(), Self.capitalised(word)] {
                hashes.insert(Self.hash(Array(form.utf8)[...]))
            }
        }
        self.hashes = hashes
    }

    /// Whether the bytes are one of the words.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 40 && hashes.contains(Self.hash(word)) }

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
