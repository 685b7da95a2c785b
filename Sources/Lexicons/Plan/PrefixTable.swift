/// The prefixes of a lexicon by their first four bytes, which dismiss nearly every word at once.
@usableFromInline package struct PrefixTable: Sendable {
    /// Bytes by which prefixes are looked up; none is shorter.
    @inlinable package static var head: Int { 4 }
    @inlinable static var filterBits: UInt32 { 12 }

    /// The prefixes.
    let spellings: FlatTexts
    private let ranges: [UInt32: Range<Int>]
    @usableFromInline let isPossible: [Bool]

    /// Number of prefixes.
    var count: Int { spellings.count }

    /// Takes prefixes of ``head`` bytes and more, in ascending order.
    init(_ spellings: FlatTexts) {
        self.spellings = spellings
        var ranges: [UInt32: Range<Int>] = [:]
        var isPossible = [Bool](repeating: false, count: 1 << Int(Self.filterBits))
        for index in 0..<spellings.count {
            let prefix = spellings[index]
            let head = Self.head(prefix[0], prefix[1], prefix[2], prefix[3])
            // Prefixes ascend, so those with one head stand together.
            ranges[head] = (ranges[head]?.lowerBound ?? index)..<(index + 1)
            isPossible[Self.mixed(head)] = true
        }
        self.ranges = ranges
        self.isPossible = isPossible
    }

    /// Whether some prefix begins with these four bytes, or may.
    @inlinable @inline(__always)
    package func mayBegin(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
        isPossible[Self.mixed(Self.head(a, b, c, d))]
    }

    /// The longest prefix that a normalised word begins with. The others that it begins with are prefixes of that one.
    func longest(of word: some RandomAccessCollection<UInt8>) -> Int? {
        guard word.count >= Self.head else { return nil }
        var rest = word.makeIterator()
        guard let a = rest.next(), let b = rest.next(), let c = rest.next(), let d = rest.next(),
            mayBegin(a, b, c, d), let range = ranges[Self.head(a, b, c, d)]
        else { return nil }
        // Of two prefixes of one word, the longer comes later.
        return range.last { prefix in
            let spelling = spellings[prefix]
            guard spelling.count <= word.count else { return false }
            return zip(word, 0..<spelling.count).allSatisfy { $0 == spelling[$1] }
        }
    }

    @inlinable @inline(__always)
    static func head(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
        UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16 | UInt32(d) << 24
    }

    @inlinable @inline(__always)
    static func mixed(_ head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> (32 - filterBits)) }
}
