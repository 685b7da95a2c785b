internal import Glibc
internal import Ingest

/// Paths from a file or standard input: one a line, or with zero bytes between where there are any.
struct PathList {
    let paths: [String]

    /// Reads the list; `-` is standard input, and a pipe is read too. A list may be empty: nothing changed.
    /// - Throws: ``CommandError`` when it cannot be read.
    init(file: String) throws(CommandError) {
        var bytes = try Self.bytes(of: file)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let isTyped = !bytes.contains(0)
        paths = bytes.split(separator: isTyped ? 0x0A : 0).compactMap { line in
            let line = isTyped && line.last == 0x0D ? line.dropLast() : line
            return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
        }
    }

    /// Whether a path's extension names a format that is read.
    static func isRead(_ path: String) -> Bool { InputFormat(path: path) != nil && FileIdentity(path: path) != nil }

    private static func bytes(of file: String) throws(CommandError) -> [UInt8] {
        let descriptor = unsafe file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandError("--files-from: \(file) cannot be read: \(Console.systemReason()); check the path")
        }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        while true {
            var got = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                got = unsafe read(descriptor, buffer.baseAddress, 1 << 16)
                count = max(0, got)
            }
            guard got >= 0 else {
                throw CommandError("--files-from: \(file) cannot be read: \(Console.systemReason()); check the path")
            }
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
        }
    }
}
