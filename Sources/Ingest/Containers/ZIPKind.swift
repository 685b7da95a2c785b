/// What kind of document a ZIP file is, if it is one and no archive of documents.
enum ZIPKind {
    /// A format that is read.
    case format(InputFormat)
    /// A document of a format that is not.
    case unsupported(String)

    /// Parts that tell the kind; office programs write one of them among the first.
    private static let parts: [(part: String, kind: ZIPKind)] = [
        ("word/document.xml", .format(.docx)), ("META-INF/container.xml", .format(.epub)),
        ("ppt/presentation.xml", .unsupported("a PowerPoint document (PPTX)")),
        ("xl/workbook.xml", .unsupported("an Excel workbook (XLSX)")),
    ]
    private static let mediaTypes: [(type: String, kind: ZIPKind)] = [
        ("application/epub+zip", .format(.epub)), ("application/vnd.oasis.opendocument.text", .format(.odt)),
        ("application/vnd.oasis.opendocument", .unsupported("an OpenDocument file other than text")),
    ]

    /// Looks at the names of the first entries.
    init(_ origin: ArchiveReader.Origin, options: DocumentReader.Options) throws(ContainerError) {
        guard !Self.isCut(origin) else {
            throw .damaged("it is cut off, and what looks like its end is that of another archive")
        }
        let archive = try ArchiveReader(
            origin, content: .entries, budget: ExpansionBudget(options, isPerDocument: true))
        for _ in 0..<200 {
            guard let entry = try archive.next() else { break }
            if entry.name == "mimetype", !entry.isEncrypted {
                let type = String(decoding: try archive.content(limit: 1024), as: UTF8.self)
                if let match = Self.mediaTypes.first(where: { type.hasPrefix($0.type) }) {
                    self = match.kind
                    return
                }
            }
            if let match = Self.parts.first(where: { $0.part == entry.name }) {
                self = match.kind
                return
            }
        }
        self = .format(.zip)
    }

    private static func isCut(_ origin: ArchiveReader.Origin) -> Bool {
        switch origin {
        case .memory(let bytes):
            return ZIPEnd.isForeign(head: bytes.prefix(4), tail: bytes.suffix(ZIPEnd.longest), size: bytes.count)
        case .file(let path):
            guard let head = try? FileBytes.head(path: path, count: 4),
                let (tail, size) = try? FileBytes.tail(path: path, count: ZIPEnd.longest)
            else { return false }
            return ZIPEnd.isForeign(head: head, tail: tail[...], size: size)
        }
    }
}
