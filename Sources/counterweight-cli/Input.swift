internal import Glibc
internal import Ingest
internal import Reporting
internal import TextModel

/// Something to read: a file, or standard input under a name.
enum Input: Hashable {
    case file(path: String)
    case standardInput(name: String)

    /// Path as the user named it, or the name of standard input.
    var path: String {
        switch self {
        case .file(let path): path
        case .standardInput(let name): name
        }
    }

    /// The documents that it stands for: itself, or those that an archive or message holds.
    /// - Throws: ``IngestError`` when standard input cannot be read; what is wrong with a file comes as its item.
    func documents(for reader: DocumentReader) throws(IngestError) -> DocumentSource {
        switch self {
        case .file(let path): DocumentSource(path: path, options: reader.options)
        case .standardInput(let name):
            DocumentSource(
                bytes: try Self.standardInput(name: name, limit: reader.options.maximumBytes), path: name,
                options: reader.options)
        }
    }

    /// The one document that it stands for.
    /// - Throws: ``IngestError`` when it cannot be read, or is an archive of several documents.
    func document(with reader: DocumentReader) throws(IngestError) -> Document {
        switch self {
        case .file(let path): try reader.read(path: path)
        case .standardInput(let name):
            try reader.read(
                bytes: try Self.standardInput(name: name, limit: reader.options.maximumBytes), path: name)
        }
    }

    /// The hash of a document's bytes where they cannot be told from the document.
    static func hash(of item: SourceItem, read document: Document) -> String? {
        let isTold =
            document.source.originalOffsets == nil
            && InputFormat(rawValue: document.format)?.hasFilePositions == true
        guard !isTold, case .success(let bytes) = item.bytes else { return nil }
        return SHA256.hexDigest(of: bytes)
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
