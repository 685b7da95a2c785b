internal import Lexicons

/// The prefixes of a lexicon by their first four bytes, which dismiss nearly every word at once.
struct PrefixTable: Sendable {
    /// Bytes by which prefixes are looked up; none is shorter.
    static let head = 4
    private static let filterBits: UInt32 = 12

    private let bytes: [UInt8]
    private let firstByte: [UInt32]
    private let ranges: [UInt32: Range<Int>]
    private let isPossible: [Bool]

    /// Number of prefixes.
    var count: Int { firstByte.count - 1 }

    init(_ vocabulary: Vocabulary) {
        bytes = vocabulary.prefixBytes
        firstByte = vocabulary.firstPrefixByte
        var ranges: [UInt32: Range<Int>] = [:]
        var isPossible = [Bool](repeating: false, count: 1 << Int(Self.filterBits))
        for index in 0..<(firstByte.count - 1) {
            let start = Int(firstByte[index])
            let head = Self.head(bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3])
            // Prefixes ascend, so those with one head stand together.
            ranges[head] = (ranges[head]?.lowerBound ?? index)..<(index + 1)
            isPossible[Self.mixed(head)] = true
        }
        self.ranges = ranges
        self.isPossible = isPossible
    }

    /// Bytes of a prefix.
    func spelling(of prefix: Int) -> ArraySlice<UInt8> { bytes[Int(firstByte[prefix])..<Int(firstByte[prefix + 1])] }

    /// Whether some prefix begins with these four bytes, or may.
    @inline(__always)
    func mayBegin(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
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
        return range.last { word.starts(with: spelling(of: $0)) }
    }

    @inline(__always)
    private static func head(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
        UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16 | UInt32(d) << 24
    }

    @inline(__always)
    private static func mixed(_ head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> (32 - filterBits)) }
}
