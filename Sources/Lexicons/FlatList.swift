/// Values of one kind that lie one after another in ``SharedBytes``, and are used where they lie.
///
/// A list of a compiled lexicon is neither read nor copied when a program starts. Every bit pattern must be a value of
/// `Element`, and none of its bytes may be padding. Reading is as quick as reading an array, and checked like that.
@safe
@usableFromInline
package struct FlatList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Keeps the memory.
    @usableFromInline let memory: SharedBytes
    @usableFromInline let start: UnsafePointer<Element>
    /// Number of values.
    @usableFromInline package let count: Int

    /// A list in bytes; `nil` when it would end after them or lies askew.
    init?(in memory: SharedBytes, at offset: Int, count: Int) {
        guard let start = unsafe memory.elements(Element.self, at: offset, count: count) else { return nil }
        self.memory = memory
        unsafe self.start = unsafe start
        self.count = count
    }

    /// A list of its own with the values of an array.
    init(_ array: [Element]) {
        memory = SharedBytes(copying: array)
        unsafe start = memory.start.assumingMemoryBound(to: Element.self)
        count = array.count
    }

    /// The values.
    @inlinable
    package var span: Span<Element> {
        @_lifetime(borrow self) @inline(__always) get {
            // The memory lives as long as this list, and has as many values.
            unsafe _overrideLifetime(Span(_unsafeStart: start, count: count), borrowing: self)
        }
    }

    /// The value at a place.
    @inlinable
    package subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the place lies outside the list")
            return unsafe start[index]
        }
    }

    /// The values at some places, in the same memory.
    subscript(places: Range<Int>) -> FlatList {
        precondition(places.lowerBound >= 0 && places.upperBound <= count, "the places lie outside the list")
        return unsafe FlatList(memory: memory, start: start + places.lowerBound, count: places.count)
    }

    private init(memory: SharedBytes, start: UnsafePointer<Element>, count: Int) {
        self.memory = memory
        unsafe self.start = unsafe start
        self.count = count
    }
}

extension FlatList<UInt8> {
    /// The bytes as text.
    var text: String { unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
}
