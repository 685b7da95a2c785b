/// Telling a text format from how the text begins.
extension InputFormat {
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

/// Telling a format from the first bytes of a file.
extension InputFormat {
    private static let signatures: [(magic: [UInt8], offset: Int, format: InputFormat)] = [
        (Array("{\\rtf".utf8), 0, .rtf), (Array("WARC/".utf8), 0, .warc),
        ([0x50, 0x4B, 0x03, 0x04], 0, .zip), ([0x50, 0x4B, 0x05, 0x06], 0, .zip),
        ([0x1F, 0x8B], 0, .compressed), (Array("BZh".utf8), 0, .compressed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, .compressed), ([0x28, 0xB5, 0x2F, 0xFD], 0, .compressed),
        (Array("ustar".utf8), 257, .tar),
    ]

    /// The format whose mark the bytes begin with; every document that is a ZIP file inside is `zip` here.
    init?(signature bytes: some BidirectionalCollection<UInt8>) {
        if let match = Self.signatures.first(where: { bytes.dropFirst($0.offset).starts(with: $0.magic) }) {
            self = match.format
            return
        }
        guard Self.beginsPDF(Array(bytes.prefix(1024)).span) else { return nil }
        self = .pdf
    }

    /// Whether a line among these bytes begins a PDF document. Mail gateways and web servers put lines before it, which its
    /// readers allow.
    private static func beginsPDF(_ head: Span<UInt8>) -> Bool {
        let mark = Array("%PDF-".utf8)
        var place = 0
        while let found = head.firstIndex(of: UInt8(ascii: "%"), from: place) {
            place = found + 1
            guard found == 0 || head[found - 1] == 0x0A || head[found - 1] == 0x0D else { continue }
            guard found + mark.count <= head.count else { return false }
            if mark.indices.allSatisfy({ head[found + $0] == mark[$0] }) { return true }
        }
        return false
    }

    /// Whether a text begins as a message does: with header fields, one of which only mail has.
    static func beginsLikeMail(_ bytes: some Collection<UInt8>) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        var hasMark = false
        for line in head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty { return hasMark }
            guard let first = line.first, !first.isWhitespace else { continue }
            let name = line.prefix { $0 != ":" }.lowercased()
            guard name.count < line.count, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
                return false
            }
            hasMark = hasMark || ["received", "return-path", "mime-version", "message-id"].contains(name)
        }
        return false
    }
}
