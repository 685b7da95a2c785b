internal import Desk
internal import Glibc
internal import Ingest

/// Small text files of the user: configurations, baselines, lists.
enum TextFile {
    private static let limit = 64 << 20

    /// The text at a path; `nil` when there is no such file.
    static func optional(_ path: String) -> String? {
        guard let bytes = try? FileBytes.read(path: path, limit: limit) else { return nil }
        return text(bytes)
    }

    /// The text at a path.
    /// - Throws: ``CommandError`` when it cannot be read.
    static func required(_ path: String) throws(CommandError) -> String {
        do throws(IngestError) {
            return text(try FileBytes.read(path: path, limit: limit))
        } catch {
            throw CommandError(error.description)
        }
    }

    /// The text without a byte order mark, and with line ends as YAML knows them best.
    private static func text(_ bytes: [UInt8]) -> String {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in isMarked ? bytes.dropFirst(3) : bytes[...] {
            if byte == 0x0A, text.last == 0x0D { text.removeLast() }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Absolute path of the folder that the program runs in.
    static var workingFolder: String {
        guard let name = unsafe getcwd(nil, 0) else { return "/" }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }
}
