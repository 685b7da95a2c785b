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

    /// Whether one of them is from `first` to `last`, which are at most 127.
    @inlinable @inline(__always)
    package func has(from first: UInt8, through last: UInt8) -> Bool {
        let low = bits & ~Self.tops
        let above = low &+ (128 &- UInt64(first)) &* Self.ones
        let within = (127 &+ UInt64(last) &+ 1) &* Self.ones &- low
        return within & above & ~bits & Self.tops != 0
    }

    /// How many of them, from the first on, are printed ASCII text with single spaces between, the last no space.
    @inlinable @inline(__always)
    package var plainCount: Int {
        let others = bits ^ (0x20 &* Self.ones)
        // The top bit of each byte that is a space; of each that is not ASCII, below a space, or a space after a space.
        let spaces = ~((others & ~Self.tops) &+ ~Self.tops) & Self.tops
        let controls = (bits &- 0x20 &* Self.ones) & ~bits & Self.tops
        let stops = (bits & Self.tops) | controls | (spaces & spaces &<< 8)
        let count = stops.trailingZeroBitCount &>> 3
        guard count > 0 else { return 0 }
        return spaces &>> UInt64(count &* 8 &- 1) & 1 == 0 ? count : count &- 1
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
