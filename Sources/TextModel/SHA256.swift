/// The SHA-256 hash of FIPS 180-4, fed piece by piece.
///
/// It names things: a lexicon, a file, the place of a finding. It guards no secret, so it takes no
/// care of timing.
public struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]
    /// The sixteen words of the block being filled, and room for the forty-eight that follow from them.
    private var schedule = [UInt32](repeating: 0, count: 64)
    private var filled = 0
    private var length: UInt64 = 0

    /// The hash of nothing yet.
    public init() {}

    /// Lower-case hexadecimal digest of `bytes`, 64 characters.
    public static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest()
    }

    /// Adds bytes. Linear in their number.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            absorb(byte)
            length &+= 1
        }
    }

    /// The digest of everything added so far, 32 bytes; more may be added afterwards.
    public func digest() -> [UInt8] {
        var last = self
        last.absorb(0x80)
        while last.filled != 56 { last.absorb(0) }
        let bits = length &* 8
        for shift in stride(from: 56, through: 0, by: -8) {
            last.absorb(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        return last.state.flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    /// The digest so far in lower-case hexadecimal.
    public func hexDigest() -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func absorb(_ byte: UInt8) {
        let word = filled >> 2
        schedule[word] = schedule[word] << 8 | UInt32(byte)
        filled += 1
        guard filled == 64 else { return }
        compress()
        filled = 0
    }

    private mutating func compress() {
        for i in 16..<64 {
            let a = schedule[i - 15]
            let b = schedule[i - 2]
            let small = Self.rotate(a, 7) ^ Self.rotate(a, 18) ^ (a >> 3)
            let large = Self.rotate(b, 17) ^ Self.rotate(b, 19) ^ (b >> 10)
            schedule[i] = schedule[i - 16] &+ small &+ schedule[i - 7] &+ large
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for i in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let large = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
            let small = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
            let first = h &+ large &+ choice &+ Self.constants[i] &+ schedule[i]
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ small &+ majority)
        }
        for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    /// Fractional parts of the cube roots of the first sixty-four primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
        0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
        0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
        0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
        0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
        0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
        0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]
}
