/// A half-open range of UTF-8 bytes in the text of a ``Document``.
public struct TextSpan: Hashable, Sendable, Comparable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset after the last byte.
    public var end: Int

    /// Makes a span; `end` may not lie before `start`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    /// Number of bytes covered.
    public var count: Int { end - start }
    /// The offsets as a range, for slicing.
    public var range: Range<Int> { start..<end }

    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
    /// Whether every byte of `other` lies inside this span.
    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    /// The smallest span that covers both.
    public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

    /// Orders by start, then by end.
    public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A half-open range of bytes in the original file, before decoding.
public struct SourceSpan: Hashable, Sendable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset after the last byte.
    public var end: Int

    /// Makes a span; `end` may not lie before `start`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    /// The offsets as a range, for slicing the file.
    public var range: Range<Int> { start..<end }
}
