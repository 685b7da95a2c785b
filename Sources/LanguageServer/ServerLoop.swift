#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Runs a server between two open files, usually standard input and output.
///
/// Reads whatever is there before each step, so that a request taken back is seen before it is worked off.
package struct ServerLoop {
    private let input: Int32
    private let write: ([UInt8]) -> Bool
    private var server: Server
    private var messages = MessageBuffer()

    /// Runs `server` on an open file; `write` sends bytes to the client and says whether it is still there.
    package init(_ server: Server, input: Int32, write: @escaping ([UInt8]) -> Bool) {
        self.server = server
        self.input = input
        self.write = write
    }

    /// Serves until the client says goodbye or is gone; the exit code.
    /// - Throws: `MessageBuffer.FramingError` when the stream cannot be followed.
    package mutating func run() throws(MessageBuffer.FramingError) -> Int32 {
        var isOpen = true
        while isOpen || server.isBusy {
            while isOpen, isReadable(wait: !server.isBusy) {
                guard let bytes = read() else {
                    isOpen = false
                    break
                }
                messages.append(bytes)
                while let body = try messages.next() { server.receive(body) }
            }
            let reply = server.step()
            if !reply.isEmpty, !write(reply) { return 1 }
            if let code = server.exitCode { return code }
        }
        return 1
    }

    private func isReadable(wait: Bool) -> Bool {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&descriptor, 1, wait ? -1 : 0) > 0
    }

    /// What is there; `nil` at the end.
    private func read() -> [UInt8]? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            #if canImport(Glibc)
                count = max(0, unsafe Glibc.read(input, buffer.baseAddress, 1 << 16))
            #elseif canImport(Musl)
                count = max(0, unsafe Musl.read(input, buffer.baseAddress, 1 << 16))
            #else
                count = max(0, unsafe Darwin.read(input, buffer.baseAddress, 1 << 16))
            #endif
        }
        return bytes.isEmpty ? nil : bytes
    }
}
