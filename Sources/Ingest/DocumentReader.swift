public import TextModel

/// Reads one file of any ``InputFormat`` into a ``Document``; ``DocumentSource`` takes the documents out of archives.
///
/// Positions in plain text, HTML, XML and Markdown point into the original bytes. In the other formats they point into
/// the text that was taken out of the file, ``Document/source``, and each block says its page or paragraph.
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
        /// Most bytes that all of an archive may expand to.
        public var maximumExpandedBytes = 8 << 30
        /// Most entries of an archive.
        public var maximumEntries = 100_000
        /// How deep archives may lie within archives.
        public var maximumNesting = 3
        /// Seconds that a document may take that is unpacked or read in a process of its own.
        public var maximumSeconds = 60
        /// Memory of the process that reads a PDF document, in bytes.
        public var maximumMemory = 1 << 30
        /// The program that reads PDF documents in a process of its own; `nil` looks for `counterweight` beside the
        /// running program and then on the path.
        public var worker: String?
        /// The format, when the caller knows better than extension and content.
        public var inputFormat: InputFormat?
        /// The genre, when the caller knows it; without it, the document's metadata or its words tell.
        public var kind: DocumentKind?
        /// The encoding by its IANA name, when the caller knows better than the file.
        public var encoding: String?
        /// Words that give plain text its structure; a lexicon holds them. Without them, headings and provisions that
        /// a word and a number name are read as paragraphs.
        public var words: StructuralWords

        /// The language that texts are expected in, for telling others from it; without it, only declarations count.
        public var language: KnownLanguage?

        /// The pages beside each page, when those of a folder are of one site: what repeats on them is boilerplate.
        public var site: SitePages?

        /// The default limits.
        public init(words: StructuralWords = StructuralWords()) { self.words = words }
    }

    /// Limits and the caller's knowledge about the files.
    public var options: Options {
        didSet {
            guard options.words != oldValue.words else { return }
            words = LineWords(options.words)
            regions = RegionWords(options.words)
            references = ReferenceWords(options.words)
            guess = EncodingGuess(alphabets: options.words.alphabets)
        }
    }

    /// The words of the options, made ready once for all files.
    private var words: LineWords
    private var regions: RegionWords
    private var references: ReferenceWords
    private var guess: EncodingGuess

    /// Offsets are kept in 32 bits, and so does libxml2.
    private var maximumBytes: Int { min(options.maximumBytes, 1 << 30) }

    /// Makes a reader.
    public init(options: Options = Options()) {
        self.options = options
        words = LineWords(options.words)
        regions = RegionWords(options.words)
        references = ReferenceWords(options.words)
        guess = EncodingGuess(alphabets: options.words.alphabets)
    }

    /// Makes a reader with other options and the words of one that has the same; words take time to make ready.
    public init(options: Options, wordsOf other: DocumentReader) {
        self = other
        self.options = options
    }

    /// Reads the file at `path`.
    ///
    /// Linear in the size of the file.
    /// - Throws: ``IngestError`` when the file cannot be read, is no text, breaks a limit or holds several documents.
    public func read(path: String) throws(IngestError) -> Document {
        try only(DocumentSource(path: path, options: options), path: path)
    }

    /// Reads bytes that were read already; `path` names them in the document and decides the format by its extension.
    /// - Throws: ``IngestError`` when the bytes are no text, break a limit or hold several documents.
    public func read(bytes: [UInt8], path: String) throws(IngestError) -> Document {
        try only(DocumentSource(bytes: bytes, path: path, options: options), path: path)
    }

    /// Reads a document that a ``DocumentSource`` found.
    /// - Throws: ``IngestError`` when it could not be got, is no text or breaks a limit.
    public func read(_ item: SourceItem) throws(IngestError) -> Document {
        let bytes = try item.bytes.get()
        guard !bytes.isEmpty else { throw .empty(path: item.path) }
        guard bytes.count <= maximumBytes else {
            throw .tooLarge(path: item.path, bytes: bytes.count, limit: maximumBytes)
        }
        var document = try document(of: item, bytes: bytes)
        if let title = item.title { document.title = title }
        if item.metadata != Metadata() { document.metadata = item.metadata }
        if let format = item.reportedFormat { document.format = format.rawValue }
        if let kind = options.kind { document.declaredKind = kind }
        if let site = options.site, document.format == InputFormat.html.rawValue {
            var single = self
            single.options.site = nil
            site.repeated(beside: item.path, readBy: single)?.mark(&document)
        }
        if !Self.plain.contains(document.format) { TypedSpeakers().resolve(&document) }
        if Self.unnumbered.contains(document.format) { TypedNumbers(words).resolve(&document) }
        ReferenceResolver(references).resolve(&document)
        if let language = options.language { LanguageMarker(known: language).mark(&document) }
        return document
    }

    /// Formats whose readers take the numbers of markup alone.
    private static let unnumbered = Set([InputFormat.html, .xml, .markdown, .epub].map(\.rawValue))

    /// Formats that are read line by line, turns of speech among them.
    private static let plain = Set([InputFormat.text, .pdf].map(\.rawValue))

    private func only(_ source: DocumentSource, path: String) throws(IngestError) -> Document {
        guard let item = source.next() else { throw .empty(path: path) }
        var document = try read(item)
        guard source.next() != nil else { return document }
        // The text of a message is a document of its own, whatever hangs on it.
        guard item.reportedFormat != nil else { throw .severalDocuments(path: path, what: "an archive") }
        document.notes.append(
            Note(
                code: "attachments-left-out",
                message: "the text of the message was read, and what is attached was left out; read it as files"))
        return document
    }

    private func document(of item: SourceItem, bytes: [UInt8]) throws(IngestError) -> Document {
        let path = item.path
        let format = try format(of: item, bytes: bytes)
        switch format {
        case nil, .text, .html, .xml, .markdown: return try text(bytes, item: item, format: format)
        case .docx: return try WordReader(options: options, words: words).document(bytes, path: path)
        case .pdf: return try PDFReader(options: options, words: words).document(bytes, path: path)
        case .odt: return try OpenDocumentReader(options: options, words: words).document(bytes, path: path)
        case .epub: return try BookReader(options: options, words: words, regions: regions).document(bytes, path: path)
        case .rtf: return RichTextReader(words: words).document(bytes, path: path)
        case .zip, .tar, .warc, .compressed, .email: throw .severalDocuments(path: path, what: "an archive")
        }
    }

    /// The format by the caller's word, by the first bytes, and then by the name; `nil` for text of any kind.
    private func format(of item: SourceItem, bytes: [UInt8]) throws(IngestError) -> InputFormat? {
        if let named = item.format { return named }
        let signature = InputFormat(signature: bytes)
        if signature == .zip { return try zipFormat(bytes, path: item.path) }
        if let signature { return signature }
        if let known = FileSignature(bytes) {
            throw known.isDocument
                ? .unsupported(path: item.path, what: known.what) : .binary(path: item.path, what: known.what)
        }
        guard let named = InputFormat(path: item.formatName ?? item.path) else { return nil }
        guard named.isText || named == .email else {
            throw .damaged(path: item.path, what: named.phrase, reason: "it does not begin like one")
        }
        return named
    }

    private func zipFormat(_ bytes: [UInt8], path: String) throws(IngestError) -> InputFormat {
        let kind: ZIPKind
        do throws(ContainerError) { kind = try ZIPKind(.memory(bytes), options: options) } catch {
            throw error.of(path, what: (InputFormat(path: path) ?? .zip).phrase)
        }
        switch kind {
        case .format(let format): return format
        case .unsupported(let what): throw .unsupported(path: path, what: what)
        }
    }

    private func text(_ bytes: [UInt8], item: SourceItem, format named: InputFormat?) throws(IngestError) -> Document {
        let decoded = try decoded(bytes, item: item, format: named)
        switch named ?? InputFormat(sniffing: decoded.source.bytes) {
        case .html:
            return try MarkupReader(decoded: decoded, format: .html, options: options, regions: regions).document(
                path: item.path)
        case .xml:
            return try MarkupReader(decoded: decoded, format: .xml, options: options, regions: regions).document(
                path: item.path)
        case .markdown: return try MarkdownReader(decoded: decoded, options: options).document(path: item.path)
        default: return PlainTextReader(decoded: decoded, words: words).document(path: item.path)
        }
    }

    /// An encoding that only the container names is set aside where it is unknown.
    private func decoded(_ bytes: [UInt8], item: SourceItem, format: InputFormat?) throws(IngestError) -> DecodedText {
        if options.encoding == nil, let encoding = item.encoding, encoding.lowercased() != "utf-8",
            let text = try? TextDecoder(requested: encoding, format: format, guess: guess).decode(
                bytes, path: item.path)
        {
            return text
        }
        return try TextDecoder(requested: options.encoding, format: format, guess: guess).decode(bytes, path: item.path)
    }
}
