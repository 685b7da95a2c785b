import TextModel

/// What an e-mail message holds: its text, which is the document of the message, then the attachments that are read.
///
/// Of alternatives, plain text is taken unless it is empty. Texts between attachments are one text where they are
/// written alike; another one is an item of its own.
struct MessageItems: ItemStream {
    var skippedCount: Int { parts.skippedCount }

    private var parts: MessageParts
    private var items: [SourceItem]

    /// Takes the message apart; `path` names it.
    init(_ bytes: [UInt8], path: String, options: DocumentReader.Options) {
        parts = MessageParts(path: path, maximumDepth: 30, maximumParts: options.maximumEntries)
        parts.read(bytes[...], depth: 0)
        items = parts.items.reversed()
    }

    mutating func next() -> SourceItem? { items.popLast() }
}

/// The parts of a message, collected.
struct MessageParts {
    private(set) var items: [SourceItem] = []
    private(set) var skippedCount = 0

    private let path: String
    private let maximumDepth: Int
    private let maximumParts: Int
    private var subject: String?
    private var metadata = Metadata()
    private var body: Body?
    /// The first text without words, which is the message's own where it has no other.
    private var blankBody: Body?
    /// Whether another alternative was taken, so that texts are left out.
    private var isSettled = false
    /// Texts with words so far.
    private var textCount = 0
    private var count = 0

    /// A text of the message.
    private struct Body {
        /// Its place among the items.
        let index: Int
        let format: InputFormat
        var encoding: String?
        var bytes: [UInt8]

        var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } && (encoding.map(Self.ascii.contains) ?? true) }
        private static let ascii: Set<String> = ["us-ascii", "utf-8"]

        /// Whether another text can be written behind it.
        func fits(_ other: Body) -> Bool {
            format == other.format && (encoding == other.encoding || isASCII || other.isASCII)
        }
    }

    init(path: String, maximumDepth: Int, maximumParts: Int) {
        self.path = path
        self.maximumDepth = maximumDepth
        self.maximumParts = maximumParts
    }

    /// Reads a part with its header fields.
    mutating func read(_ bytes: ArraySlice<UInt8>, depth: Int) {
        count += 1
        guard count <= maximumParts else {
            if count == maximumParts + 1 {
                items.append(SourceItem(path: path, error: .tooManyEntries(path: path, limit: maximumParts)))
            }
            return
        }
        var start = bytes.startIndex
        let fields = HeaderFields(bytes, end: &start)
        if depth == 0 {
            subject = fields.bytes("subject").map(EncodedWords.text)
            metadata.authors = MailFields.names(in: fields.bytes("from") ?? [])
            metadata.date = fields.string("date").map(MailFields.date)
        }
        let type = fields.mediaType
        let body = bytes[start...]
        if type.name.hasPrefix("multipart/"), let boundary = type.parameter("boundary") {
            guard depth < maximumDepth else {
                items.append(SourceItem(path: path, error: .nestedTooDeep(path: path, limit: maximumDepth)))
                return
            }
            readParts(Self.parts(of: body, boundary: Array(boundary.utf8)), type, depth: depth + 1)
        } else {
            leaf(body, fields, type)
        }
        guard depth == 0 else { return }
        if self.body == nil, let blankBody { place(blankBody) }
        if items.isEmpty {
            items.append(SourceItem(path: path, error: .holdsNothing(path: path, what: InputFormat.email.phrase)))
        }
    }

    private mutating func readParts(_ parts: [ArraySlice<UInt8>], _ type: MediaType, depth: Int) {
        let wasSettled = isSettled
        for part in parts {
            let before = textCount
            read(part, depth: depth)
            if type.name == "multipart/alternative", textCount > before { isSettled = true }
        }
        isSettled = wasSettled
    }

    private mutating func leaf(_ body: ArraySlice<UInt8>, _ fields: HeaderFields, _ type: MediaType) {
        let disposition = MediaType(fields.string("content-disposition") ?? "")
        let name = (disposition.parameter("filename") ?? type.parameter("name")).map {
            EncodedWords.text(Array($0.utf8))
        }
        let content = TransferDecoding.decoded(body, encoding: fields.string("content-transfer-encoding"))
        let isText = type.name.isEmpty || type.name == "text/plain" || type.name == "text/html"
        if isText, name == nil, disposition.name != "attachment" {
            addBody(content, type)
            return
        }
        let format = type.format ?? name.flatMap { InputFormat(path: $0) }
        guard let format, !content.isEmpty else {
            skippedCount += 1
            return
        }
        let ending = format.extensions.first ?? "txt"
        // The bytes of an attachment tell more than the name that its sender's program gave it.
        var item = SourceItem(
            path: "\(path)!\(name ?? "part-\(count).\(ending)")", bytes: content,
            format: format.isText || format == .email ? format : nil)
        item.encoding = type.parameter("charset")
        items.append(item)
    }

    /// Texts are read in their order, of alternatives the first one that has words.
    private mutating func addBody(_ content: [UInt8], _ type: MediaType) {
        guard !isSettled else { return }
        let new = Body(
            index: items.count, format: type.name == "text/html" ? .html : .text,
            encoding: type.parameter("charset")?.lowercased(), bytes: content)
        if BlockAssembler.isBlank(content) {
            blankBody = blankBody ?? new
            return
        }
        textCount += 1
        if var joined = body, joined.fits(new) {
            if joined.isASCII { joined.encoding = new.encoding ?? joined.encoding }
            joined.bytes += Array("\r\n\r\n".utf8) + content
            place(joined)
        } else {
            place(new)
        }
    }

    private mutating func place(_ new: Body) {
        let isJoined = body?.index == new.index
        let ownPath = body == nil ? path : "\(path)!part-\(count).\(new.format.extensions[0])"
        var item = SourceItem(path: isJoined ? items[new.index].path : ownPath, bytes: new.bytes, format: new.format)
        item.encoding = new.encoding
        item.title = subject
        item.metadata = metadata
        item.reportedFormat = .email
        item.isOpened = true
        if isJoined { items[new.index] = item } else { items.insert(item, at: new.index) }
        body = new
    }

    /// The parts between lines of two dashes and the boundary. Linear in the body.
    private static func parts(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        let mark = [0x2D, 0x2D] + boundary
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var index = body.startIndex
        while index < body.endIndex {
            let end = body[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
            let line = body[index..<end]
            if line.starts(with: mark) {
                let rest = line.dropFirst(mark.count).filter { $0 > 0x20 }
                if rest.isEmpty || rest == [0x2D, 0x2D] {
                    if let start { parts.append(withoutLineEnd(body[start..<index])) }
                    start = rest.isEmpty ? end : nil
                    if !rest.isEmpty { return parts }
                }
            }
            index = end
        }
        if let start { parts.append(body[start...]) }
        return parts
    }

    private static func withoutLineEnd(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part
        if part.last == 0x0A { part = part.dropLast() }
        if part.last == 0x0D { part = part.dropLast() }
        return part
    }
}
