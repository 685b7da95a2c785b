/// The bytes of a file that may be compressed, in lines and counted stretches, without holding all of it.
struct ByteStream {
    private let archive: ArchiveReader
    private var buffer: [UInt8] = []
    private var offset = 0
    private var isAtEnd = false

    /// Opens the bytes under any compression.
    init(_ origin: ArchiveReader.Origin, budget: ExpansionBudget) throws(ContainerError) {
        archive = try ArchiveReader(origin, content: .compressed, budget: budget)
        isAtEnd = try archive.next() == nil
    }

    /// The next line without its end; `nil` after the last. A line longer than `limit` is cut there.
    mutating func line(limit: Int = 1 << 16) throws(ContainerError) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if offset == buffer.count, try !fill() { return line.isEmpty ? nil : line }
            let stop = buffer[offset...].firstIndex(of: 0x0A)
            let piece = buffer[offset..<(stop ?? buffer.count)]
            if line.count < limit { line += piece.prefix(limit - line.count) }
            offset = stop.map { $0 + 1 } ?? buffer.count
            if stop != nil {
                if line.last == 0x0D { line.removeLast() }
                return line
            }
        }
    }

    /// The next `count` bytes; fewer at the end. `nil` when they were passed over because they are more than `limit`.
    mutating func take(_ count: Int, limit: Int) throws(ContainerError) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = count
        while rest > 0 {
            if offset == buffer.count, try !fill() { break }
            let piece = min(rest, buffer.count - offset)
            if count <= limit { bytes += buffer[offset..<(offset + piece)] }
            offset += piece
            rest -= piece
        }
        return count <= limit ? bytes : nil
    }

    private mutating func fill() throws(ContainerError) -> Bool {
        guard !isAtEnd else { return false }
        buffer = try archive.piece()
        offset = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
