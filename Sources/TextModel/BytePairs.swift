/// A set of pairs of bytes, in any case of ASCII letters, to look for in a text: one look at each place of it.
package struct BytePairs: Sendable {
    private var holds: [Bool]

    /// No pairs.
    package init() { holds = [Bool](repeating: false, count: 1 << 16) }

    /// Adds a pair.
    package mutating func insert(_ first: UInt8, _ second: UInt8) {
        holds[Int(first | 0x20) | Int(second | 0x20) << 8] = true
    }

    /// Whether one of the pairs stands at a place of a text; after its last byte stands a zero.
    package func stand(in text: [UInt8], at place: Int) -> Bool {
        holds[Int(text[place] | 0x20) | Int((place + 1 < text.count ? text[place + 1] : 0) | 0x20) << 8]
    }

    /// The first place from `start` on where one of the pairs stands, both bytes of it before `end`.
    @inline(__always)
    package func firstPlace(in text: Span<UInt8>, from start: Int, before end: Int) -> Int? {
        guard start >= 0, end <= text.count else { return nil }
        let (raw, holds) = unsafe (text.bytes, holds.span)
        var place = start
        while place + 1 < end {
            // Within the text by the guard, every bit pattern is a number, and the set has a place for each of two bytes.
            let pair = unsafe UInt16(
                littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt16.self))
            if unsafe holds[unchecked: Int(pair | 0x2020)] { return place }
            place &+= 1
        }
        return nil
    }
}
