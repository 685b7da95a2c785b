/// The record at the end of a ZIP file, which says where its directory stands.
///
/// A file that was cut off may hold another archive, stored as it is, whose end would be taken for its own.
struct ZIPEnd {
    /// The most bytes that the record takes, with its comment.
    static let longest = 22 + 65_535

    /// Whether the last such record belongs to an archive within the file. Linear in the bytes of the tail.
    /// - Parameters:
    ///   - head: the first bytes of the file
    ///   - tail: the last ``longest`` bytes of the file, or all of them
    ///   - size: the size of the file
    /// - Returns: whether that is so; `false` where there is no such record
    static func isForeign(head: some Sequence<UInt8>, tail: ArraySlice<UInt8>, size: Int) -> Bool {
        // What begins otherwise, such as a program, carries its archive behind it.
        guard head.starts(with: [0x50, 0x4B, 3, 4]), tail.count >= 22 else { return false }
        var place = tail.endIndex - 22
        while !tail[place...].starts(with: [0x50, 0x4B, 5, 6]) {
            guard place > tail.startIndex else { return false }
            place -= 1
        }
        let directory = four(tail, place + 12)
        let offset = four(tail, place + 16)
        // Larger archives have their numbers in a record before this one.
        let hasLarger = place - tail.startIndex >= 20 && tail[(place - 20)...].starts(with: [0x50, 0x4B, 6, 7])
        guard !hasLarger, directory != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else { return false }
        return size - (tail.endIndex - place) > directory + offset
    }

    private static func four(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
