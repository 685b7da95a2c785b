/// Rows of a judged document as bytes, ready to be handed from the process that judges to the one that writes.
///
/// A row is the number of its table and its values: a mark, then an integer or a real in eight bytes, or a length in
/// four and as many bytes. ``RowInserter`` hands them on to SQLite without making values of them.
struct RowWriter {
    /// What kind of value follows.
    enum Mark: UInt8 {
        case null, integer, real, text, blob
    }

    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Begins a row.
    mutating func row(_ table: StoreTable) { bytes.append(table.rawValue) }

    mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        mark(.integer)
        append(UInt64(bitPattern: Int64(value)))
    }

    mutating func real(_ value: Double) {
        mark(.real)
        append(value.bitPattern)
    }

    mutating func boolean(_ value: Bool) { integer(value ? 1 : 0) }

    mutating func text(_ value: String?) {
        guard let value else { return null() }
        mark(.text)
        append(length: value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    mutating func text(_ value: some Collection<UInt8>) {
        mark(.text)
        append(length: value.count)
        bytes.append(contentsOf: value)
    }

    mutating func blob(_ value: [UInt8]?) {
        guard let value else { return null() }
        mark(.blob)
        append(length: value.count)
        bytes.append(contentsOf: value)
    }

    private mutating func null() { mark(.null) }

    private mutating func mark(_ mark: Mark) { bytes.append(mark.rawValue) }

    private mutating func append(_ value: UInt64) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(length: Int) {
        unsafe withUnsafeBytes(of: UInt32(length).littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
}
