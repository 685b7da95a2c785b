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
    /// A library of the system that the format needs is not installed.
    case missingLibrary(path: String, what: String, library: String, package: String)
    /// The file is a document or archive of a known format, but broken.
    case damaged(path: String, what: String, reason: String)
    /// The file needs a password.
    case encrypted(path: String, what: String)
    /// The pages are images: they have to go through text recognition first.
    case scanned(path: String, pages: Int)
    /// An archive holds no document that is read.
    case holdsNothing(path: String, what: String)
    /// An archive was given where one document was expected; ``DocumentSource`` reads it.
    case severalDocuments(path: String, what: String)
    /// Compressed content expands beyond ``DocumentReader/Options/maximumBytes`` for one document, or
    /// ``DocumentReader/Options/maximumExpandedBytes`` for all of an archive.
    case expansion(path: String, limit: Int)
    /// An archive has more entries than ``DocumentReader/Options/maximumEntries``.
    case tooManyEntries(path: String, limit: Int)
    /// Archives lie within archives deeper than ``DocumentReader/Options/maximumNesting``.
    case nestedTooDeep(path: String, limit: Int)
    /// Reading took longer than ``DocumentReader/Options/maximumSeconds``.
    case tooSlow(path: String, seconds: Int)
    /// Reading took more memory than ``DocumentReader/Options/maximumMemory``.
    case outOfMemory(path: String, limit: Int)
    /// The child process that reads a hostile format could not start or stopped.
    case worker(path: String, reason: String)
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
        case .missingLibrary(let path, let what, let library, let package):
            "\(path): is \(what), and reading it needs \(library), which is not installed here; "
                + "install it (on Debian and Ubuntu: apt-get install \(package))"
        case .damaged(let path, let what, let reason):
            "\(path): is \(what) that cannot be read: \(reason); get the file again, or open and save it in its program"
        case .encrypted(let path, let what):
            "\(path): is \(what) that is encrypted; save it without a password"
        case .scanned(let path, let pages):
            "\(path): has \(pages) \(pages == 1 ? "page" : "pages") without text, as scanned paper has; "
                + "run text recognition (OCR) over it first, for example with ocrmypdf"
        case .holdsNothing(let path, let what):
            "\(path): is \(what) that holds no document that is read; formats that are read: \(InputFormat.list)"
        case .severalDocuments(let path, let what):
            "\(path): is \(what) of several documents, where one was expected; name one of them"
        case .expansion(let path, let limit):
            "\(path): expands beyond the limit of \(limit) bytes; unpack it and look, split it or raise the limit"
        case .tooManyEntries(let path, let limit):
            "\(path): has more than the limit of \(limit) entries; split it or raise the limit"
        case .nestedTooDeep(let path, let limit):
            "\(path): archives lie within archives deeper than the limit of \(limit); unpack it or raise the limit"
        case .tooSlow(let path, let seconds):
            "\(path): takes longer than the limit of \(seconds) \(seconds == 1 ? "second" : "seconds"); "
                + "split the file or raise the limit"
        case .outOfMemory(let path, let limit):
            "\(path): takes more memory than the limit of \(limit) bytes; split the file or raise the limit"
        case .worker(let path, let reason):
            "\(path): the process that reads it \(reason); convert the file to text another way"
        case .undecodable(let path, let encoding):
            "\(path): encoding \"\(encoding)\" is unknown; name one that iconv knows, such as UTF-8 or windows-1252"
        }
    }
}
