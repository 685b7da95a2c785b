/// The pages and files of a web archive in the order of its records: responses that succeeded, resources, conversions.
struct WARCItems: ItemStream {
    private(set) var skippedCount = 0

    private var stream: ByteStream
    private let path: String
    private let options: DocumentReader.Options
    private var isDone = false
    private var hasItems = false

    /// Opens the web archive at `path`, compressed or not.
    init(_ origin: ArchiveReader.Origin, path: String, options: DocumentReader.Options) throws(ContainerError) {
        stream = try ByteStream(origin, budget: ExpansionBudget(options, isPerDocument: false))
        self.path = path
        self.options = options
    }

    mutating func next() -> SourceItem? {
        var records = 0
        while !isDone {
            do throws(ContainerError) {
                records += 1
                guard records <= options.maximumEntries else {
                    throw .tooManyEntries(limit: options.maximumEntries)
                }
                guard let fields = try header() else { break }
                if let item = try record(fields) {
                    hasItems = true
                    return item
                }
            } catch {
                isDone = true
                return SourceItem(path: path, error: error.of(path, what: InputFormat.warc.phrase))
            }
        }
        isDone = true
        guard !hasItems else { return nil }
        hasItems = true
        return SourceItem(path: path, error: .holdsNothing(path: path, what: InputFormat.warc.phrase))
    }

    /// The fields of the next record; `nil` at the end.
    private mutating func header() throws(ContainerError) -> HeaderFields? {
        var lines: [UInt8] = []
        while let line = try stream.line() {
            if lines.isEmpty {
                if line.isEmpty { continue }
                guard line.starts(with: "WARC/".utf8) else { throw .damaged("a record does not begin with WARC/") }
                lines = [0x0A]
                continue
            }
            if line.isEmpty { break }
            lines += line + [0x0A]
            guard lines.count < 1 << 20 else { throw .damaged("the header of a record has no end") }
        }
        guard !lines.isEmpty else { return nil }
        var end = 0
        return HeaderFields(lines.dropFirst(), end: &end)
    }

    private mutating func record(_ fields: HeaderFields) throws(ContainerError) -> SourceItem? {
        guard let length = fields.string("content-length").flatMap({ Int($0.filter { !$0.isWhitespace }) }), length >= 0
        else {
            throw .damaged("a record does not say its length")
        }
        let kind = fields.string("warc-type") ?? ""
        let isWanted = ["response", "resource", "conversion"].contains(kind)
        let limit = isWanted ? options.maximumBytes : -1
        let content = try stream.take(length, limit: limit)
        guard isWanted else { return nil }
        let address = (fields.string("warc-target-uri") ?? "record").filter { $0 != "<" && $0 != ">" }
        let label = "\(path)!\(address)"
        guard let content else {
            return SourceItem(path: label, error: .tooLarge(path: label, bytes: length, limit: options.maximumBytes))
        }
        if content.count < length {
            isDone = true
            return SourceItem(path: label, error: .damaged(path: label, what: "a record", reason: "it breaks off"))
        }
        let type = fields.mediaType
        guard kind == "response" else { return item(content, type, label: label) }
        guard type.name.isEmpty || type.name == "application/http" else {
            skippedCount += 1
            return nil
        }
        return response(content, label: label)
    }

    /// The body of a response of a web server.
    private mutating func response(_ content: [UInt8], label: String) -> SourceItem? {
        let status = content.prefix { $0 != 0x0A }.split(separator: 0x20)
        guard content.starts(with: "HTTP/".utf8), status.count > 1, status[1].starts(with: "200".utf8) else {
            skippedCount += 1
            return nil
        }
        var start = 0
        let fields = HeaderFields(content[...], end: &start)
        var body = Array(content[start...])
        if fields.string("transfer-encoding")?.lowercased().contains("chunked") == true {
            body = ChunkedBody.joined(body)
        }
        let encoding = fields.string("content-encoding")?.lowercased() ?? ""
        if !encoding.isEmpty, InputFormat(signature: body) == .compressed {
            do throws(ContainerError) {
                let archive = try ArchiveReader(
                    .memory(body), content: .compressed, budget: ExpansionBudget(options, isPerDocument: true))
                body = try archive.next() == nil ? [] : try archive.content(limit: options.maximumBytes)
            } catch {
                return SourceItem(path: label, error: error.of(label, what: "a compressed response"))
            }
        }
        return item(body, fields.mediaType, label: label)
    }

    private mutating func item(_ bytes: [UInt8], _ type: MediaType, label: String) -> SourceItem? {
        let isNamed = !type.name.isEmpty && type.name != "application/octet-stream"
        let format = type.format ?? (isNamed ? nil : InputFormat(signature: bytes) ?? .html)
        guard let format, !bytes.isEmpty else {
            skippedCount += 1
            return nil
        }
        var item = SourceItem(path: label, bytes: bytes, format: format.isText ? format : nil)
        item.encoding = type.parameter("charset")
        return item
    }
}

/// A body that a web server sent in chunks with their lengths.
enum ChunkedBody {
    /// The body without the lengths; as it stands when it is not in chunks after all.
    static func joined(_ body: [UInt8]) -> [UInt8] {
        var joined: [UInt8] = []
        var index = 0
        while index < body.count {
            guard let end = body[index...].firstIndex(of: 0x0A) else { break }
            let digits = body[index..<end].prefix { TransferDecoding.hex($0) != nil }
            guard !digits.isEmpty, digits.count < 9,
                let length = Int(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return joined.isEmpty ? body : joined }
            if length == 0 { return joined }
            let stop = min(body.count, end + 1 + length)
            joined += body[(end + 1)..<stop]
            index = stop
            while index < body.count, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
        }
        return joined
    }
}
