/// A number of 128 bits that tells contents apart, made eight bytes at a time.
///
/// It finds damage and names what is kept in a cache of one's own; SHA-256, which takes ten times as long, is for what
/// others rely on. Two rows of multiplications that share nothing but their input.
struct ContentStamp: Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0x2545_F491_4F6C_DD1D

    /// Adds bytes and their number. Linear.
    mutating func mix(_ bytes: Span<UInt8>) {
        // A copy, so that both halves stay in registers.
        var stamp = self
        stamp.mix(UInt64(bytes.count))
        unsafe bytes.withUnsafeBytes { raw in
            let words = raw.count / 8
            for word in 0..<words {
                // Every bit pattern is a number.
                let next = unsafe raw.loadUnaligned(fromByteOffset: 8 &* word, as: UInt64.self)
                stamp.mix(UInt64(littleEndian: next))
            }
            for offset in (8 * words)..<raw.count { unsafe stamp.mix(UInt64(raw[offset])) }
        }
        self = stamp
    }

    /// Half of it.
    var short: UInt64 { first }

    /// All of it, 32 hexadecimal digits.
    var hexadecimal: String {
        [first, second].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Adds a number.
    @inline(__always)
    mutating func mix(_ word: UInt64) {
        first = (first ^ word) &* 0x9E37_79B9_7F4A_7C15
        first ^= first >> 29
        second = (second ^ word) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
    }
}
