import LanguageServer
import Testing

/// How a stream is cut into messages.
@Suite struct MessageBufferTests {
    @Test func messagesComeWholeHoweverTheStreamIsCut() throws {
        let stream = Array("Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:5\r\n\r\n[\"é\"]".utf8)
        let bodies = [Array("{}".utf8), Array("[\"é\"]".utf8).prefix(5).map { $0 }]
        for size in 1...stream.count {
            var buffer = MessageBuffer()
            var found: [[UInt8]] = []
            for start in Swift.stride(from: 0, to: stream.count, by: size) {
                buffer.append(Array(stream[start..<min(start + size, stream.count)]))
                while let body = try buffer.next() { found.append(body) }
            }
            #expect(found == bodies)
        }
    }

    @Test(arguments: ["Content-Size: 2\r\n\r\n{}", "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n"])
    func aHeaderWithoutALengthEndsTheTalk(stream: String) {
        var buffer = MessageBuffer()
        buffer.append(Array(stream.utf8))
        #expect(throws: MessageBuffer.FramingError.self) { try buffer.next() }
    }

    @Test func aHeaderThatNeverEndsIsRefused() {
        var buffer = MessageBuffer()
        buffer.append([UInt8](repeating: 0x41, count: 5_000))
        #expect(throws: MessageBuffer.FramingError.self) { try buffer.next() }
    }
}
