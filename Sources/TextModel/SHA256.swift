/// The SHA-256 hash of FIPS 180-4, fed piece by piece.
///
/// It names things: a lexicon, a file, the place of a finding. It guards no secret, so it takes no
/// care of timing.
public struct SHA256: Sendable {
    private var state: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]
    /// The first of them wait for their block to fill.
    private var pending = InlineArray<64, UInt8>(repeating: 0)
    private var waiting = 0
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
        if let array = bytes as? [UInt8] {
            update(array.span)
        } else {
            update(Array(bytes).span)
        }
    }

    /// Adds bytes that lie together. Linear in their number, and the fastest way.
    public mutating func update(_ bytes: Span<UInt8>) {
        length &+= UInt64(bytes.count)
        var next = 0
        if waiting > 0 {
            next = keep(bytes, from: 0)
            guard waiting == 64 else { return }
            compressPending()
        }
        while bytes.count - next >= 64 {
            compress(bytes, from: next)
            next += 64
        }
        _ = keep(bytes, from: next)
    }

    /// Lets the next bytes wait, as many as have room; returns the place after them.
    private mutating func keep(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let end = min(bytes.count, start + 64 - waiting)
        for index in start..<end { pending[waiting + index - start] = bytes[index] }
        waiting += end - start
        return end
    }

    private mutating func compressPending() {
        let block = pending
        compress(block.span, from: 0)
        waiting = 0
    }

    /// The digest of everything added so far, 32 bytes; more may be added afterwards.
    public func digest() -> [UInt8] {
        let words = finished()
        return words.indices.flatMap { index in
            (0..<4).map { UInt8(truncatingIfNeeded: words[index] >> UInt32(24 - 8 * $0)) }
        }
    }

    /// The first digits of the digest so far in lower-case hexadecimal; all are 64.
    public func hexDigest(digits: Int = 64) -> String {
        let words = finished()
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for place in 0..<min(64, digits) {
            text.append(Self.digit(UInt8(truncatingIfNeeded: words[place / 8] >> UInt32(28 - place % 8 * 4)) & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The state after the mark of the end and the length in bits.
    private func finished() -> InlineArray<8, UInt32> {
        var last = self
        last.pending[waiting] = 0x80
        for index in (waiting + 1)..<64 { last.pending[index] = 0 }
        if waiting >= 56 {
            last.compressPending()
            last.pending = InlineArray(repeating: 0)
        }
        let bits = length &* 8
        for index in 0..<8 { last.pending[63 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
        last.compressPending()
        return last.state
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Mixes in the sixty-four bytes from `start`.
    ///
    /// Eight rounds stand in a row, so that the working words change their names instead of their places.
    private mutating func compress(_ bytes: Span<UInt8>, from start: Int) {
        var words = InlineArray<64, UInt32>(repeating: 0)
        let raw = unsafe bytes.bytes
        for index in 0..<16 {
            // The load is checked against the bounds, and every bit pattern is a number.
            words[index] = unsafe UInt32(
                bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
        }
        // Places and rounds are below sixty-four from here on.
        var place = 16
        while place < 64 {
            let (near, far) = unsafe (words[unchecked: place &- 15], words[unchecked: place &- 2])
            let small = Self.rotate(near, 7) ^ Self.rotate(near, 18) ^ (near &>> 3)
            let large = Self.rotate(far, 17) ^ Self.rotate(far, 19) ^ (far &>> 10)
            unsafe words[unchecked: place] =
                words[unchecked: place &- 16] &+ small &+ words[unchecked: place &- 7] &+ large
            place &+= 1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var round = 0
        while round < 64 {
            unsafe Self.mix(a, b, c, &d, e, f, g, &h, words[unchecked: round], round)
            unsafe Self.mix(h, a, b, &c, d, e, f, &g, words[unchecked: round &+ 1], round &+ 1)
            unsafe Self.mix(g, h, a, &b, c, d, e, &f, words[unchecked: round &+ 2], round &+ 2)
            unsafe Self.mix(f, g, h, &a, b, c, d, &e, words[unchecked: round &+ 3], round &+ 3)
            unsafe Self.mix(e, f, g, &h, a, b, c, &d, words[unchecked: round &+ 4], round &+ 4)
            unsafe Self.mix(d, e, f, &g, h, a, b, &c, words[unchecked: round &+ 5], round &+ 5)
            unsafe Self.mix(c, d, e, &f, g, h, a, &b, words[unchecked: round &+ 6], round &+ 6)
            unsafe Self.mix(b, c, d, &e, f, g, h, &a, words[unchecked: round &+ 7], round &+ 7)
            round &+= 8
        }
        let mixed: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
        for index in state.indices { state[index] &+= mixed[index] }
    }

    /// One round: `d` and `h` are the words that become new, as `e` and `a` of the next round.
    @inline(__always)
    private static func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32, _ round: Int
    ) {
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let large = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let small = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let first = unsafe h &+ large &+ choice &+ constants[unchecked: round] &+ word
        d = d &+ first
        h = first &+ small &+ majority
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    /// Fractional parts of the cube roots of the first sixty-four primes.
    private static let constants: InlineArray<64, UInt32> = [
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
