import Foundation
import Testing

@testable import Ingest

/// What happens when the reader of a pipe is gone.
@Suite struct ChildPipeTests {
    @Test func aReaderThatIsGoneIsAnErrorAndNoSignal() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let count = [UInt8](repeating: 1, count: 8).withUnsafeBytes {
            ChildPipe.write(pipe.fileHandleForWriting.fileDescriptor, $0)
        }
        let reason = errno
        #expect(count == -1)
        #expect(reason == EPIPE)
    }

    @Test func bytesArriveAsTheyAre() throws {
        let pipe = Pipe()
        let count = Array("as it is".utf8).withUnsafeBytes {
            ChildPipe.write(pipe.fileHandleForWriting.fileDescriptor, $0)
        }
        try pipe.fileHandleForWriting.close()
        #expect(count == 8)
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("as it is".utf8))
    }
}
