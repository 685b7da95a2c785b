/// Why a container or compressed file could not be read, before the path is known to whom it happens.
enum ContainerError: Error, Hashable {
    case missing(SystemLibrary.Missing)
    case damaged(String)
    case encrypted
    case entryTooLarge(limit: Int)
    case expandsTooMuch(limit: Int)
    case tooManyEntries(limit: Int)
    case tooSlow(limit: Int)

    /// The error of the file at `path`, which is `what`: "a Word document (DOCX)".
    func of(_ path: String, what: String) -> IngestError {
        switch self {
        case .missing(let missing):
            .missingLibrary(path: path, what: what, library: missing.library, package: missing.package)
        case .damaged(let reason): .damaged(path: path, what: what, reason: reason)
        case .encrypted: .encrypted(path: path, what: what)
        case .entryTooLarge(let limit), .expandsTooMuch(let limit): .expansion(path: path, limit: limit)
        case .tooManyEntries(let limit): .tooManyEntries(path: path, limit: limit)
        case .tooSlow(let limit): .tooSlow(path: path, seconds: limit)
        }
    }
}
