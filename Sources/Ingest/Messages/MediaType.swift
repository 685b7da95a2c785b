/// A kind of content with its parameters: `text/html; charset=utf-8`.
struct MediaType {
    /// Type and subtype in lower case; empty when none was given.
    let name: String
    private let parameters: [String: String]

    private static let formats: [String: InputFormat] = [
        "text/plain": .text, "text/html": .html, "application/xhtml+xml": .html, "text/markdown": .markdown,
        "text/xml": .xml, "application/xml": .xml, "application/akn+xml": .xml, "application/pdf": .pdf,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .docx,
        "application/vnd.oasis.opendocument.text": .odt, "application/rtf": .rtf, "text/rtf": .rtf,
        "application/epub+zip": .epub, "application/zip": .zip, "application/gzip": .compressed,
        "message/rfc822": .email,
    ]

    /// Reads the value of a field. The parameters of `Content-Disposition` are written alike.
    init(_ value: String) {
        var parts: [String] = [""]
        var isQuoted = false
        for character in value {
            switch character {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: parts.append("")
            default: parts[parts.count - 1].append(character)
            }
        }
        name = parts[0].filter { !$0.isWhitespace }.lowercased()
        var parameters: [String: String] = [:]
        for part in parts.dropFirst().prefix(64) {
            guard let sign = part.firstIndex(of: "=") else { continue }
            let key = part[..<sign].filter { !$0.isWhitespace }.lowercased()
            let text = part[part.index(after: sign)...].drop(while: \.isWhitespace)
            if parameters[key] == nil {
                parameters[key] = String(text.reversed().drop(while: \.isWhitespace).reversed())
            }
        }
        self.parameters = parameters
    }

    /// A parameter by its name in lower case.
    func parameter(_ name: String) -> String? { parameters[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The format that is read under this name.
    var format: InputFormat? { Self.formats[name] }
}
