internal import Glibc

/// Bytes that wait for their turn to be written: the first in memory, many in a file that goes with the process.
final class PutAway {
    /// Bytes that are held in memory.
    private static let chunk = 1 << 18

    private var recent: [UInt8] = []
    private var file: Int32?

    /// Nothing is put away.
    init() {}

    deinit { if let file { close(file) } }

    /// Puts bytes behind those that are there.
    /// - Throws: ``CommandError`` when there is no room for them.
    func append(_ bytes: [UInt8]) throws(CommandError) {
        recent += bytes
        guard recent.count >= Self.chunk else { return }
        if file == nil { file = try Self.makeFile() }
        guard let file else { return }
        do throws(Console.WriteError) { try Console.send(recent, to: file) } catch {
            throw Self.failure(error)
        }
        recent.removeAll(keepingCapacity: true)
    }

    /// Hands over all bytes in order, piece by piece.
    /// - Throws: ``CommandError`` when they cannot be read back, and what `body` throws.
    func forEachPiece(_ body: ([UInt8]) throws(CommandError) -> Void) throws(CommandError) {
        if let file {
            var place = 0
            while true {
                var got = 0
                let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
                    got = unsafe pread(file, buffer.baseAddress, Self.chunk, place)
                    count = max(got, 0)
                }
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw Self.failure(.failed(Console.systemReason())) }
                guard got > 0 else { break }
                try body(piece)
                place += got
            }
        }
        try body(recent)
    }

    /// A file without a name in `$TMPDIR`.
    private static func makeFile() throws(CommandError) -> Int32 {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/counterweight-XXXXXX".utf8CString)
        let file = unsafe path.withUnsafeMutableBufferPointer { unsafe $0.baseAddress.map { unsafe mkstemp($0) } ?? -1 }
        guard file >= 0 else { throw failure(.failed(Console.systemReason())) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        _ = unsafe path.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe unlink($0) } }
        return file
    }

    private static func failure(_ error: Console.WriteError) -> CommandError {
        guard case .failed(let reason) = error else { return CommandError("the results cannot be put away") }
        return CommandError("the results cannot be put away: \(reason); set TMPDIR to a folder with room for them")
    }
}
