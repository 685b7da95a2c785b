internal import Desk
internal import Glibc
internal import Ingest

/// Small text files of the user: configurations, baselines, lists.
enum TextFile {
    private static let limit = 64 << 20

    /// The text at a path; `nil` when there is no such file.
    static func optional(_ path: String) -> String? {
        guard let bytes = try? FileBytes.read(path: path, limit: limit) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text at a path.
    /// - Throws: ``CommandError`` when it cannot be read.
    static func required(_ path: String) throws(CommandError) -> String {
        do throws(IngestError) {
            return String(decoding: try FileBytes.read(path: path, limit: limit), as: UTF8.self)
        } catch {
            throw CommandError(error.description)
        }
    }

    /// Absolute path of the folder that the program runs in.
    static var workingFolder: String {
        guard let name = unsafe getcwd(nil, 0) else { return "/" }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }
}
