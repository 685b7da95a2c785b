/// Why a file could not become a document. Everything that is wrong *inside* a readable text is a note instead.
public enum IngestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No file has that path.
    case missing(path: String)
    /// The path names a directory, a device, a pipe or a socket.
    case notAFile(path: String, what: String)
    /// The system refused to open or read the file.
    case unreadable(path: String, reason: String)
    /// The file has no bytes.
    case empty(path: String)
    /// The bytes are no text at all.
    case binary(path: String, what: String)
    /// The file is a document of a format that is not read.
    case unsupported(path: String, what: String)
    /// The file is larger than ``DocumentReader/Options/maximumBytes``.
    case tooLarge(path: String, bytes: Int, limit: Int)
    /// Elements are nested deeper than ``DocumentReader/Options/maximumDepth``; `offset` is near the place.
    case tooDeep(path: String, limit: Int, offset: Int)
    /// Entities expand beyond ``DocumentReader/Options/maximumEntityText``.
    case entityExpansion(path: String, entity: String, limit: Int, offset: Int)
    /// The requested encoding is unknown here.
    case undecodable(path: String, encoding: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no such file; check the path"
        case .notAFile(let path, let what):
            "\(path): is \(what), not a regular file; name a file"
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason); check its permissions"
        case .empty(let path):
            "\(path): the file is empty; there is nothing to read"
        case .binary(let path, let what):
            "\(path): is \(what), not text; formats that are read: \(InputFormat.list)"
        case .unsupported(let path, let what):
            "\(path): is \(what), which is not read; convert it to one of: \(InputFormat.list)"
        case .tooLarge(let path, let bytes, let limit):
            "\(path): has \(bytes) bytes, more than the limit of \(limit); split the file or raise the limit"
        case .tooDeep(let path, let limit, let offset):
            "\(path): near byte \(offset): elements are nested deeper than the limit of \(limit); "
                + "repair the file or raise the limit"
        case .entityExpansion(let path, let entity, let limit, let offset):
            "\(path): byte \(offset): entity \"\(entity)\" expands beyond the limit of \(limit) bytes; "
                + "remove the entity or raise the limit"
        case .undecodable(let path, let encoding):
            "\(path): encoding \"\(encoding)\" is unknown; name one that iconv knows, such as UTF-8 or windows-1252"
        }
    }
}
