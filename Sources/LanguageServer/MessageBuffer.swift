/// Cuts a stream of bytes into messages: a header with `Content-Length`, an empty line, then so many bytes.
package struct MessageBuffer {
    /// Why the stream cannot be followed any further.
    package struct FramingError: Error, Hashable {
        /// What stood where a header should.
        package let message: String
    }

    /// Longer messages are refused: nobody writes a text of that length, but a broken header may promise it.
    private static let maximumLength = 1 << 28
    private static let maximumHeader = 1 << 12

    private var bytes: [UInt8] = []
    private var start = 0

    /// Starts empty.
    package init() {}

    /// Takes more of the stream.
    package mutating func append(_ more: [UInt8]) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// The body of the next message; `nil` until it is there as a whole.
    /// - Throws: ``FramingError`` for a header that gives no length; what follows it has no known beginning.
    package mutating func next() throws(FramingError) -> [UInt8]? {
        guard let end = headerEnd else {
            guard bytes.count - start <= Self.maximumHeader else {
                throw FramingError(message: "no header ends within \(Self.maximumHeader) bytes")
            }
            return nil
        }
        let length = try Self.length(in: bytes[start..<end.header])
        guard bytes.count - end.body >= length else { return nil }
        defer { start = end.body + length }
        return Array(bytes[end.body..<(end.body + length)])
    }

    /// Where the header ends, and where the body begins; a line may end without a carriage return.
    private var headerEnd: (header: Int, body: Int)? {
        var index = start
        while let feed = bytes[index...].firstIndex(of: 0x0A) {
            let next = feed + 1
            if next < bytes.count, bytes[next] == 0x0A { return (feed, next + 1) }
            if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return (feed, next + 2) }
            index = next
        }
        return nil
    }

    private static func length(in header: ArraySlice<UInt8>) throws(FramingError) -> Int {
        let text = String(decoding: header, as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
            let digits = parts[1].filter { !$0.isWhitespace }
            if let length = Int(digits), (0...maximumLength).contains(length) { return length }
            throw FramingError(message: "Content-Length is \"\(digits)\", which is no length")
        }
        throw FramingError(message: "a header has no Content-Length: \"\(text.prefix(80))\"")
    }
}
