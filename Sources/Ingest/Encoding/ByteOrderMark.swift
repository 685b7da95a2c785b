/// The mark at the start of a file that names its encoding.
struct ByteOrderMark: Sendable {
    /// The encoding that it names.
    let encoding: String
    /// Its length in bytes.
    let length: Int

    private static let marks: [(bytes: [UInt8], encoding: String)] = [
        ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
        ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]

    /// The mark at the start of `bytes`.
    init?(_ bytes: [UInt8]) {
        guard let mark = Self.marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        encoding = mark.encoding
        length = mark.bytes.count
    }

    /// UTF-16 without a mark: in most scripts' white space and punctuation every other byte is zero.
    static func wideEncoding(withoutMark bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096)
        guard head.count >= 4 else { return nil }
        var zeros = [0, 0]
        for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
        let pairs = head.count / 2
        if zeros[1] * 5 >= pairs, zeros[0] * 50 <= pairs { return "UTF-16LE" }
        if zeros[0] * 5 >= pairs, zeros[1] * 50 <= pairs { return "UTF-16BE" }
        return nil
    }
}
