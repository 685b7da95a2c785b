/// A compiled ``Lexicon`` as plain bytes: what costs a quarter of a second to compile from YAML is back in
/// a few milliseconds.
///
/// A list is its count in four bytes and then its items; a text is its index in the string table; a case of an
/// enumeration is its index in `allCases`. What a lexicon is big by, patterns and the plans of walks, are flat lists,
/// which are not read but used where they lie: see ``FlatList``.
///
/// | bytes | hold |
/// |---|---|
/// | 0 to 3 | `CWLX` |
/// | 4 to 7 | format version |
/// | 8 to 15 | checksum over everything that follows |
/// | 16 to 23 | maker: a stamp of the program that compiled the lexicon, which knows what the cases are |
/// | 24 … | string table, version, hash, concepts, entries, rules, weights, expectations, structure, language, types of words, two plans |
///
/// Nothing in the bytes is believed. Every count is held against the bytes that are left before anything is
/// allocated, and every index and offset against the list that it points into. No walk can go in circles, since every
/// step takes a word.
package enum LexiconCodec {
    /// Raised whenever the layout changes, or what the compiler makes of the same YAML.
    package static let formatVersion: UInt32 = 10
    static let magic: [UInt8] = Array("CWLX".utf8)
    static let headerSize = 24

    /// The bytes of a lexicon. The same lexicon always gives the same bytes.
    package static func encode(_ lexicon: Lexicon, maker: UInt64 = 0) -> [UInt8] {
        var writer = LexiconCodecWriter()
        writer.write(lexicon)
        return seal(writer.finish(), maker: maker)
    }

    /// The lexicon of bytes that ``encode(_:maker:)`` made. Linear in their number.
    ///
    /// - Throws: ``LexiconCodecError`` when the bytes are cut, damaged, of another format version or of another maker.
    package static func decode(_ bytes: [UInt8], maker: UInt64 = 0) throws(LexiconCodecError) -> Lexicon {
        try decode(SharedBytes(copying: bytes), maker: maker)
    }

    /// The lexicon of bytes that it shares from now on.
    static func decode(_ bytes: SharedBytes, maker: UInt64) throws(LexiconCodecError) -> Lexicon {
        var reader = LexiconCodecReader(bytes)
        for byte in magic {
            guard try reader.byte() == byte else { throw LexiconCodecError("is no compiled lexicon") }
        }
        let version = try reader.word()
        guard version == formatVersion else {
            throw LexiconCodecError("has format version \(version); this program reads \(formatVersion)")
        }
        guard try reader.long() == checksum(of: bytes.bytes) else {
            throw LexiconCodecError("is damaged: its checksum is wrong")
        }
        guard try reader.long() == maker else { throw LexiconCodecError("was compiled by another program") }
        return try reader.lexicon()
    }

    /// Puts the header before a body.
    static func seal(_ body: [UInt8], maker: UInt64) -> [UInt8] {
        var bytes = magic
        bytes.appendLittleEndian(formatVersion)
        bytes.appendLittleEndian(UInt64(0))
        bytes.appendLittleEndian(maker)
        bytes += body
        var sum: [UInt8] = []
        unsafe sum.appendLittleEndian(checksum(of: bytes.span.bytes))
        bytes.replaceSubrange(8..<16, with: sum)
        return bytes
    }

    /// Sum over everything after itself. It finds accidents, not forgery.
    ///
    /// Four sums side by side, which a processor makes at once: some megabytes take less than a millisecond.
    static func checksum(of bytes: RawSpan) -> UInt64 {
        var stamp = ContentStamp()
        var (a, b, c, d) = (Sum(), Sum(), Sum(), Sum())
        unsafe bytes.withUnsafeBytes { raw in
            var offset = min(16, raw.count)
            while raw.count &- offset >= 32 {
                // Every bit pattern is a number.
                unsafe a.add(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                unsafe b.add(raw.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
                unsafe c.add(raw.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self))
                unsafe d.add(raw.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self))
                offset &+= 32
            }
            for byte in offset..<raw.count { unsafe stamp.mix(UInt64(raw[byte])) }
        }
        stamp.mix(UInt64(bytes.byteCount))
        for sum in [a, b, c, d] {
            stamp.mix(sum.plain)
            stamp.mix(sum.ordered)
        }
        return stamp.short
    }

    /// The sum of numbers, and the sum of what it was after each, which depends on their order.
    private struct Sum {
        var plain: UInt64 = 0
        var ordered: UInt64 = 0

        @inline(__always)
        mutating func add(_ number: UInt64) {
            plain &+= number
            ordered &+= plain
        }
    }
}

/// Why bytes are no compiled lexicon that this program can use.
package struct LexiconCodecError: Error, Sendable, CustomStringConvertible {
    /// What is wrong with the bytes: "is damaged: its checksum is wrong".
    package let description: String

    init(_ description: String) { self.description = description }
}

extension [UInt8] {
    /// Adds a number, lowest byte first.
    mutating func appendLittleEndian<T: FixedWidthInteger>(_ number: T) {
        for shift in stride(from: 0, to: T.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
