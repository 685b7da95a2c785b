internal import Glibc
internal import Ingest

/// Paths from a file or standard input: one a line, or with zero bytes between where there are any.
struct PathList {
    let paths: [String]

    /// Reads the list; `-` is standard input.
    /// - Throws: ``CommandError`` when it cannot be read or is empty.
    init(file: String) throws(CommandError) {
        let text = file == "-" ? Self.standardInput() : try TextFile.required(file)
        let separator: Character = text.utf8.contains(0) ? "\0" : "\n"
        paths = text.split(separator: separator).map { String($0) }.filter { !$0.isEmpty }
        guard !paths.isEmpty else { throw CommandError("--files-from: \(file) names no file") }
    }

    /// Whether a path's extension names a format that is read.
    static func isRead(_ path: String) -> Bool { InputFormat(path: path) != nil && FileIdentity(path: path) != nil }

    private static func standardInput() -> String {
        var bytes: [UInt8] = []
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(0, unsafe read(STDIN_FILENO, buffer.baseAddress, 1 << 16))
            }
            guard !chunk.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk
        }
    }
}
