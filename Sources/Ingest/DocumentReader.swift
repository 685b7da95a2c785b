public import TextModel

/// Reads a file of plain text, HTML or XML into a ``Document`` whose positions point into the original bytes.
///
/// Broken text is data, not an error: a wrong encoding or broken markup is read as well as it can be, and
/// ``Document/notes`` says what was done. An ``IngestError`` means that there is no text to judge.
public struct DocumentReader: Sendable {
    /// Limits and the caller's knowledge about the file.
    public struct Options: Sendable {
        /// Largest file that is read, in bytes; at most 1 GiB counts.
        public var maximumBytes = 64 << 20
        /// Deepest nesting of elements.
        public var maximumDepth = 1_000
        /// Most text that entities may expand to in one file, in bytes.
        public var maximumEntityText = 1 << 20
        /// The format, when the caller knows better than extension and content.
        public var inputFormat: InputFormat?
        /// The encoding by its IANA name, when the caller knows better than the file.
        public var encoding: String?
        /// Words that give plain text its structure; a lexicon holds them. Without them, headings and provisions that
        /// a word and a number name are read as paragraphs.
        public var words: StructuralWords

        /// The default limits.
        public init(words: StructuralWords = StructuralWords()) { self.words = words }
    }

    /// Limits and the caller's knowledge about the files.
    public var options: Options {
        didSet {
            guard options.words != oldValue.words else { return }
            words = LineWords(options.words)
            regions = RegionWords(options.words)
        }
    }

    /// The words of the options, made ready once for all files.
    private var words: LineWords
    private var regions: RegionWords

    /// Offsets are kept in 32 bits, and so does libxml2.
    private var maximumBytes: Int { min(options.maximumBytes, 1 << 30) }

    /// Makes a reader.
    public init(options: Options = Options()) {
        self.options = options
        words = LineWords(options.words)
        regions = RegionWords(options.words)
    }

    /// Reads the file at `path`.
    ///
    /// Linear in the size of the file.
    /// - Throws: ``IngestError`` when the file cannot be read, is no text, or breaks a limit.
    public func read(path: String) throws(IngestError) -> Document {
        let bytes = try FileBytes.read(path: path, limit: maximumBytes)
        return try read(bytes: bytes, path: path)
    }

    /// Reads bytes that were read already; `path` names them in the document and decides the format by its extension.
    /// - Throws: ``IngestError`` when the bytes are no text or break a limit.
    public func read(bytes: [UInt8], path: String) throws(IngestError) -> Document {
        guard !bytes.isEmpty else { throw .empty(path: path) }
        guard bytes.count <= maximumBytes else {
            throw .tooLarge(path: path, bytes: bytes.count, limit: maximumBytes)
        }
        if let signature = FileSignature(bytes) {
            throw signature.isDocument
                ? .unsupported(path: path, what: signature.what) : .binary(path: path, what: signature.what)
        }
        let named = options.inputFormat ?? InputFormat(path: path)
        let decoded = try TextDecoder(requested: options.encoding, format: named).decode(bytes, path: path)
        let format = named ?? InputFormat(sniffing: decoded.source.bytes)
        switch format {
        case .text: return PlainTextReader(decoded: decoded, words: words).document(path: path)
        case .html, .xml:
            return try MarkupReader(decoded: decoded, format: format, options: options, regions: regions)
                .document(path: path)
        }
    }
}
