public import TextModel

/// The bytes of one document, taken from a file or from an archive, and what is known about them.
public struct SourceItem: Sendable {
    /// Where it stands: `bill.html`, `archive.zip!acts/bill.html`, `crawl.warc!https://example.org/bill`.
    public let path: String
    /// The bytes, or why there are none.
    public let bytes: Result<[UInt8], IngestError>
    /// The format, where what holds the document names it.
    public var format: InputFormat?
    /// The encoding by its name, where what holds the document names it.
    public var encoding: String?
    /// The title, where what holds the document names it, as a message does in its subject.
    public var title: String?
    /// Author and date, where what holds the document names them.
    public var metadata = Metadata()
    /// The name that tells the format by its extension, where the path does not: that of a compressed file goes on.
    var formatName: String?
    /// The format of the whole, as documents report it: the text of a message is `email`.
    var reportedFormat: InputFormat?
    /// The document is written out already: a container that is read as what it holds is not opened again.
    var isOpened = false

    /// An item with its bytes.
    public init(path: String, bytes: [UInt8], format: InputFormat? = nil) {
        self.path = path
        self.bytes = .success(bytes)
        self.format = format
    }

    /// An item that could not be got.
    init(path: String, error: IngestError) {
        self.path = path
        bytes = .failure(error)
    }
}

/// What a container holds, one item after the other.
protocol ItemStream {
    /// Files that were passed over because their name tells of a format that is not read.
    var skippedCount: Int { get }
    /// The next item; `nil` after the last.
    mutating func next() -> SourceItem?
}
