internal import Glibc
internal import Ingest
internal import Reporting
internal import TextModel

/// Something to read: a file, or standard input under a name.
enum Input: Hashable {
    case file(path: String)
    case standardInput(name: String)
    /// A text that an editor holds; the format is used where neither options nor the path's extension name one.
    case draft(path: String, bytes: [UInt8], format: InputFormat)

    /// Path as the user named it, or the name of standard input.
    var path: String {
        switch self {
        case .file(let path): path
        case .standardInput(let name): name
        case .draft(let path, _, _): path
        }
    }

    /// The document, and the hash of its original bytes where they cannot be told from the document.
    func read(with reader: DocumentReader) throws(IngestError) -> (document: Document, hash: String?) {
        let limit = reader.options.maximumBytes
        let bytes =
            switch self {
            case .file(let path): try FileBytes.read(path: path, limit: limit)
            case .standardInput(let name): try Self.standardInput(name: name, limit: limit)
            case .draft(_, let bytes, _): bytes
            }
        var reader = reader
        if case .draft(_, _, let format) = self, reader.options.inputFormat == nil, InputFormat(path: path) == nil {
            reader.options.inputFormat = format
        }
        let document = try reader.read(bytes: bytes, path: path)
        return (document, document.source.originalOffsets == nil ? nil : SHA256.hexDigest(of: bytes))
    }

    /// Reads to the end; a stream longer than the limit is refused before it is kept.
    private static func standardInput(name: String, limit: Int) throws(IngestError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var failed = false
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                var got = 0
                repeat {
                    got = unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, 1 << 16)
                } while got < 0 && errno == EINTR
                failed = got < 0
                count = max(got, 0)
            }
            guard !failed else { throw .unreadable(path: name, reason: Console.systemReason()) }
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
            guard bytes.count <= limit else { throw .tooLarge(path: name, bytes: bytes.count, limit: limit) }
        }
    }
}

extension Failure {
    /// A file that could not be read; the path is taken out of the message, since it stands beside it.
    init(_ error: IngestError, path: String) {
        let text = error.description
        let prefix = path + ": "
        self.init(path: path, message: text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    }
}
