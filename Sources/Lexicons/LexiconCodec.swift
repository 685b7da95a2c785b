/// A compiled ``Lexicon`` as plain bytes: what costs a quarter of a second to compile from YAML is back in
/// a few milliseconds.
///
/// All numbers are little-endian. A list is its count in four bytes and then its items; a text is its index
/// in the string table; a case of an enumeration is its index in `allCases`.
///
/// | bytes | hold |
/// |---|---|
/// | 0 to 3 | `CWLX` |
/// | 4 to 7 | format version |
/// | 8 to 15 | checksum over everything that follows |
/// | 16 to 23 | maker: a stamp of the program that compiled the lexicon, which knows what the cases are |
/// | 24 … | string table, version, hash, concepts, entries, rules, weights, expectations, structure, language, vocabulary, two automata |
///
/// Nothing in the bytes is believed. Every count is held against the bytes that are left before anything is
/// allocated, every index and offset against the list that it points into, and every edge of an automaton
/// must lead to a later node, so that no walk can go in circles.
package enum LexiconCodec {
    /// Raised whenever the layout changes, or what the compiler makes of the same YAML.
    package static let formatVersion: UInt32 = 9
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
        var reader = LexiconCodecReader(bytes)
        for byte in magic {
            guard try reader.byte() == byte else { throw LexiconCodecError("is no compiled lexicon") }
        }
        let version = try reader.word()
        guard version == formatVersion else {
            throw LexiconCodecError("has format version \(version); this program reads \(formatVersion)")
        }
        guard try reader.long() == checksum(of: bytes) else {
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
        sum.appendLittleEndian(checksum(of: bytes))
        bytes.replaceSubrange(8..<16, with: sum)
        return bytes
    }

    /// Sum over everything after itself, eight bytes a step. It finds accidents, not forgery.
    static func checksum(of bytes: [UInt8]) -> UInt64 {
        var stamp = ContentStamp()
        stamp.mix(bytes.span, from: min(16, bytes.count))
        return stamp.short
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
