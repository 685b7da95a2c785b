/// A format that can be read. A new format is one case, one row in each table here, and its reader.
public enum InputFormat: String, Sendable, CaseIterable {
    case text, html, xml

    /// Name in messages: "plain text".
    public var name: String {
        switch self {
        case .text: "plain text"
        case .html: "HTML"
        case .xml: "XML"
        }
    }

    /// File name extensions, lower case, without the dot.
    public var extensions: [String] {
        switch self {
        case .text: ["txt", "text", "md", "markdown", "mkd", "rst", "asc", "eml"]
        case .html: ["html", "htm", "xhtml", "xht", "shtml"]
        case .xml: ["xml", "akn", "usx", "tei", "dbk", "docbook", "uslm", "clml", "fodt", "rdf"]
        }
    }

    /// All formats in one phrase, for messages: "plain text, HTML, XML".
    public static var list: String { allCases.map(\.name).joined(separator: ", ") }

    /// The format that a path's extension names.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let format = InputFormat.allCases.first(where: { $0.extensions.contains(ending) }) else { return nil }
        self = format
    }

    /// The format of decoded text, judged by how it begins; plain text unless it is markup.
    ///
    /// Looks at the first markup construct only; constant time in practice.
    public init(sniffing bytes: [UInt8]) {
        var index = 0
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        let start = bytes[index...].prefix(1024)
        guard start.first == UInt8(ascii: "<") else {
            self = .text
            return
        }
        let head = String(decoding: start.map { $0 | (0x41...0x5A ~= $0 ? 0x20 : 0) }, as: UTF8.self)
        let beginsHTML = ["<!doctype html", "<html", "<head", "<body"].contains { head.hasPrefix($0) }
        if beginsHTML {
            self = .html
        } else if head.hasPrefix("<?xml") || head.hasPrefix("<!doctype") {
            self = .xml
        } else if head.hasPrefix("<!--") {
            self = head.contains("<html") || head.contains("<!doctype html") ? .html : .xml
        } else {
            self = Self.isHTMLFragment(head) ? .html : Self.isElement(head) ? .xml : .text
        }
    }

    private static func isHTMLFragment(_ head: String) -> Bool {
        let names = [
            "p", "div", "h1", "h2", "h3", "ul", "ol", "table", "section", "article", "main", "span", "title", "meta",
        ]
        return names.contains { head.hasPrefix("<\($0)>") || head.hasPrefix("<\($0) ") }
    }

    /// An element name followed by what may follow one: "<a@b.org>" in an e-mail is no element.
    private static func isElement(_ head: String) -> Bool {
        let name = head.dropFirst().prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
        guard let first = name.first, first.isLetter || first == "_" else { return false }
        let rest = head.dropFirst(1 + name.count)
        return rest.first == ">" || rest.hasPrefix("/>") || (rest.first?.isWhitespace == true && rest.contains("="))
    }
}
