/// Letters that print joined: some fonts and typesetters write "ﬁ" for "fi".
enum Ligature {
    /// Bytes of each in a text.
    static let length = 3

    private static let all: [String] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    /// The letters of the ligature at `index`, from U+FB00 to U+FB06; `nil` where none stands.
    static func letters(in bytes: Span<UInt8>, at index: Int, before end: Int) -> String? {
        guard bytes[index] == 0xEF, index + length <= end, bytes[index + 1] == 0xAC else { return nil }
        let number = Int(bytes[index + 2]) - 0x80
        return all.indices.contains(number) ? all[number] : nil
    }

    /// The bytes with every ligature as its letters.
    static func writtenOut(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0xEF) else { return bytes }
        var written: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let letters = letters(in: bytes.span, at: index, before: bytes.count) {
                written += letters.utf8
                index += length
            } else {
                written.append(bytes[index])
                index += 1
            }
        }
        return written
    }
}
