/// One document on its way to a worker.
struct WorkRequest {
    /// Number of the document in its scan.
    let sequence: Int
    /// Name of the document in the store.
    let path: String
    /// File to read, where the bytes do not come along.
    var file: String?
    /// Bytes of the document, where it has no file.
    var bytes: [UInt8]?
    /// Format of the bytes, where what held them told it.
    var format: String?
    /// Encoding of the bytes, where what held them told it.
    var encoding: String?
    /// Genre, when the caller knows it.
    let kind: String?
    /// Language, when the caller knows it.
    let language: String?
    /// Hash of the version that the store has by the same engine and settings; if the bytes still have it, the
    /// document is not judged again.
    let knownHash: String?

    /// The request as a worker reads it, with its length before it.
    var frame: [UInt8] {
        var values = RowWriter()
        values.integer(sequence)
        values.text(path)
        values.text(file)
        values.blob(bytes)
        values.text(format)
        values.text(encoding)
        values.text(kind)
        values.text(language)
        values.text(knownHash)
        return Frame.bytes(of: values.bytes)
    }

    /// Reads a request back.
    init(_ bytes: ArraySlice<UInt8>) throws(ValueReader.Malformed) {
        var values = ValueReader(bytes)
        guard let sequence = try values.integer(), let path = try values.text() else { throw ValueReader.Malformed() }
        self.sequence = sequence
        self.path = path
        file = try values.text()
        self.bytes = try values.blob().map { Array($0) }
        format = try values.text()
        encoding = try values.text()
        kind = try values.text()
        language = try values.text()
        knownHash = try values.text()
    }

    /// A request for a document.
    init(sequence: Int, path: String, kind: String?, language: String?, knownHash: String?) {
        self.sequence = sequence
        self.path = path
        self.kind = kind
        self.language = language
        self.knownHash = knownHash
    }
}

/// Messages between the processes of a scan: a length in four bytes, and as many bytes.
enum Frame {
    /// A message with its length.
    static func bytes(of message: [UInt8]) -> [UInt8] {
        let length = UInt32(message.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> UInt32(8 * $0)) } + message
    }

    /// Length of the first message in `bytes`, or `nil` while that is not known.
    static func length(of bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0..<4).reduce(0) { $0 | Int(bytes[bytes.startIndex + $1]) << (8 * $1) }
    }
}
