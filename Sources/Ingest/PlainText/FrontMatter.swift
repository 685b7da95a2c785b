import TextModel

/// Metadata between two lines of dashes or pluses at the top of a Markdown file.
struct FrontMatter {
    /// The title that it names.
    private(set) var title: String?
    /// The authors and the date that it names.
    private(set) var metadata = Metadata()

    private static let longest = 400
    /// Whether the lines at hand are a list of authors.
    private var isInAuthors = false

    /// Takes the metadata out of the text.
    static func drop(from lines: inout [TextLine], in bytes: [UInt8]) -> FrontMatter {
        var matter = FrontMatter()
        guard let first = lines.first, isFence(first, bytes) else { return matter }
        let mark = bytes[Int(first.start)]
        let inner = lines.indices.dropFirst().prefix(longest)
        let end = inner.first { isEnd(lines[$0], of: mark, bytes) }
        guard let end, lines[1..<end].contains(where: { isField($0, bytes) }) else { return matter }
        for index in 0...end {
            if index > 0 { matter.read(lines[index], bytes) }
            lines[index].isFurniture = true
        }
        return matter
    }

    /// Three dashes or pluses; a word may follow, as in Internet drafts.
    private static func isFence(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        let text = bytes[line.range]
        return line.width <= 20 && (text.starts(with: "---".utf8) || text.elementsEqual("+++".utf8))
    }

    /// The same fence again; YAML may also end with three periods.
    private static func isEnd(_ line: TextLine, of mark: UInt8, _ bytes: [UInt8]) -> Bool {
        if mark == UInt8(ascii: "-"), bytes[line.range].elementsEqual("...".utf8) { return true }
        return isFence(line, bytes) && bytes[Int(line.start)] == mark
    }

    private static func isField(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        bytes[line.range].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
    }

    /// Takes in a line: `author: Ann`, `authors = ["Ann", "Bob"]`, or a line of a list below `authors:`.
    private mutating func read(_ line: TextLine, _ bytes: [UInt8]) {
        let text = String(decoding: bytes[line.range], as: UTF8.self)
        if isInAuthors, line.indent > 0 || text.hasPrefix("- ") {
            guard text.hasPrefix("- ") else { return }
            let item = text.dropFirst(2).drop { $0 == " " }
            add(author: Self.value(item.hasPrefix("name:") ? item.dropFirst(5) : item))
            return
        }
        isInAuthors = false
        guard line.indent == 0, let sign = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return }
        let rest = text[text.index(after: sign)...]
        switch Self.value(text[..<sign]) {
        case "title": title = title ?? Self.value(rest)
        case "date": metadata.date = metadata.date ?? Self.value(rest)
        case "author", "authors":
            let list = rest.drop { $0 == " " }
            isInAuthors = list.isEmpty
            guard list.hasPrefix("[") else { return add(author: Self.value(list)) }
            for name in list.dropFirst().prefix(while: { $0 != "]" }).split(separator: ",") {
                add(author: Self.value(name))
            }
        default: break
        }
    }

    private mutating func add(author: String?) { if let author { metadata.authors.append(author) } }

    /// A value without blanks and quotes around it.
    private static func value(_ text: Substring) -> String? {
        let start = text.drop { " \"'".contains($0) }
        let trimmed = start.reversed().drop { " \"'".contains($0) }.reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
