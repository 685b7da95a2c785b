/// A format that can be read. A new format is one case, one row in each table here, and its reader.
public enum InputFormat: String, Sendable, CaseIterable {
    case text, html, xml, markdown, docx, odt, rtf, pdf, epub, email, warc, zip, tar, compressed

    /// Name in messages: "plain text".
    public var name: String {
        switch self {
        case .text: "plain text"
        case .html: "HTML"
        case .xml: "XML"
        case .markdown: "Markdown"
        case .docx: "DOCX"
        case .odt: "ODT"
        case .rtf: "RTF"
        case .pdf: "PDF"
        case .epub: "EPUB"
        case .email: "e-mail"
        case .warc: "WARC"
        case .zip: "ZIP"
        case .tar: "tar"
        case .compressed: "any of them under gzip, bzip2, xz or zstd"
        }
    }

    /// With article, in messages about a file: "a PDF document".
    var phrase: String {
        switch self {
        case .text: "plain text"
        case .html: "an HTML page"
        case .xml: "an XML document"
        case .markdown: "a Markdown document"
        case .docx: "a Word document (DOCX)"
        case .odt: "an OpenDocument text (ODT)"
        case .rtf: "an RTF document"
        case .pdf: "a PDF document"
        case .epub: "an EPUB book"
        case .email: "an e-mail message"
        case .warc: "a web archive (WARC)"
        case .zip: "a ZIP archive"
        case .tar: "a tar archive"
        case .compressed: "a compressed file"
        }
    }

    /// File name extensions, lower case, without the dot.
    public var extensions: [String] {
        switch self {
        case .text: ["txt", "text", "rst", "asc"]
        case .html: ["html", "htm", "xhtml", "xht", "shtml"]
        case .xml: ["xml", "akn", "usx", "tei", "dbk", "docbook", "uslm", "clml", "fodt", "rdf"]
        case .markdown: ["md", "markdown", "mkd", "mdown"]
        case .docx: ["docx", "docm", "dotx"]
        case .odt: ["odt", "ott"]
        case .rtf: ["rtf"]
        case .pdf: ["pdf"]
        case .epub: ["epub"]
        case .email: ["eml"]
        case .warc: ["warc", "wet"]
        case .zip: ["zip"]
        case .tar: ["tar", "tgz"]
        case .compressed: ["gz", "bz2", "xz", "zst"]
        }
    }

    /// Whether a file holds documents rather than being one.
    public var isContainer: Bool {
        switch self {
        case .email, .warc, .zip, .tar, .compressed: true
        default: false
        }
    }

    /// Whether positions in a document are those of its file. Otherwise they are places in the text that was taken out
    /// of the file, and the block's page or paragraph says where that stands.
    public var hasFilePositions: Bool {
        switch self {
        case .text, .html, .xml, .markdown: true
        default: false
        }
    }

    /// Whether the bytes are text in some encoding.
    var isText: Bool { hasFilePositions }

    /// All formats in one phrase, for messages: "plain text, HTML, XML".
    public static var list: String { allCases.map(\.name).joined(separator: ", ") }

    /// The format that a path's extension names. The name of a compressed file must also name what it holds:
    /// `act.xml.gz` is read, `table.csv.gz` is not.
    public init?(path: String) {
        guard let format = Self.named(by: path) else { return nil }
        if format == .compressed, let inner = Self.uncompressed(path), inner.contains("."), Self.named(by: inner) == nil
        {
            return nil
        }
        self = format
    }

    /// The path without the extension of a compression; `nil` when it has none.
    static func uncompressed(_ path: String) -> String? {
        guard named(by: path) == .compressed, let dot = path.lastIndex(of: ".") else { return nil }
        return String(path[..<dot])
    }

    private static func named(by path: String) -> InputFormat? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return allCases.first { $0.extensions.contains(ending) }
    }
}
