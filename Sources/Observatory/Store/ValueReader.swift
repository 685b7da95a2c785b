/// Reads back what ``RowWriter`` wrote, value by value.
struct ValueReader {
    /// The bytes do not hold what the reader was told to expect.
    struct Malformed: Error {}

    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    /// What was not read yet.
    var rest: ArraySlice<UInt8> { bytes[offset...] }

    /// An integer, or `nil` for null.
    mutating func integer() throws(Malformed) -> Int? {
        switch try mark() {
        case .null: return nil
        case .integer: return Int(Int64(bitPattern: try number(bytes: 8)))
        default: throw Malformed()
        }
    }

    /// A text, or `nil` for null.
    mutating func text() throws(Malformed) -> String? {
        try blob().map { String(decoding: $0, as: UTF8.self) }
    }

    /// A text or blob as bytes, or `nil` for null.
    mutating func blob() throws(Malformed) -> ArraySlice<UInt8>? {
        switch try mark() {
        case .null: return nil
        case .text, .blob:
            let length = Int(try number(bytes: 4))
            guard length <= bytes.endIndex - offset else { throw Malformed() }
            defer { offset += length }
            return bytes[offset..<(offset + length)]
        default: throw Malformed()
        }
    }

    private mutating func mark() throws(Malformed) -> RowWriter.Mark {
        guard offset < bytes.endIndex, let mark = RowWriter.Mark(rawValue: bytes[offset]) else { throw Malformed() }
        offset += 1
        return mark
    }

    private mutating func number(bytes count: Int) throws(Malformed) -> UInt64 {
        guard bytes.endIndex - offset >= count else { throw Malformed() }
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        offset += count
        return value
    }
}
