/// Eight bytes of a text in one number, to look at all of them at once.
///
/// Most of a file is letters; what asks about other bytes passes eight of them in a few steps instead of eight times one.
@usableFromInline package struct EightBytes {
    @usableFromInline let bits: UInt64

    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// The bytes from `index` on; `nil` when fewer than eight are left.
    @inlinable @inline(__always)
    package init?(_ bytes: Span<UInt8>, at index: Int) {
        guard index >= 0, index + 8 <= bytes.count else { return nil }
        bits = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// Whether all are ASCII.
    @inlinable @inline(__always)
    package var isASCII: Bool { bits & Self.tops == 0 }

    /// Whether one of them is `byte`.
    @inlinable @inline(__always)
    package func has(_ byte: UInt8) -> Bool {
        let difference = bits ^ (UInt64(byte) &* Self.ones)
        return (difference &- Self.ones) & ~difference & Self.tops != 0
    }

    /// Whether one of them is below `byte`, which is at most 128.
    @inlinable @inline(__always)
    package func has(below byte: UInt8) -> Bool {
        (bits &- UInt64(byte) &* Self.ones) & ~bits & Self.tops != 0
    }

    /// How many of them, all being ASCII, are printed text with single spaces between: 8, or 7 when the last is a space,
    /// which may not be the only one; `nil` when there is anything else among them.
    @inlinable @inline(__always)
    package var plainCount: Int? {
        guard isASCII, !has(below: 0x20) else { return nil }
        let others = bits ^ (0x20 &* Self.ones)
        // The top bit of each byte that is a space.
        let spaces = ~((others & ~Self.tops) &+ ~Self.tops) & Self.tops
        guard spaces & spaces >> 8 == 0 else { return nil }
        return spaces >> 63 == 0 ? 8 : 7
    }

    /// Whether they are the same as others.
    @inlinable @inline(__always)
    package static func == (one: EightBytes, other: EightBytes) -> Bool { one.bits == other.bits }
}

extension Span<UInt8> {
    /// The place of the first `byte` from `start` on.
    @inlinable package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while let eight = EightBytes(self, at: index), !eight.has(byte) { index += 8 }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }
}
