/// Metadata between two lines of dashes or pluses at the top of a Markdown file.
enum FrontMatter {
    private static let longest = 400

    /// Takes the metadata out of the text; returns the title that it names.
    static func drop(from lines: inout [TextLine], in bytes: [UInt8]) -> String? {
        guard let first = lines.first, isFence(first, bytes) else { return nil }
        let mark = bytes[Int(first.start)]
        let inner = lines.indices.dropFirst().prefix(longest)
        let end = inner.first { isFence(lines[$0], bytes) && bytes[Int(lines[$0].start)] == mark }
        guard let end, lines[1..<end].contains(where: { isField($0, bytes) }) else { return nil }
        var title: String?
        for index in 0...end {
            if title == nil, index > 0 { title = self.title(lines[index], bytes) }
            lines[index].isFurniture = true
        }
        return title
    }

    /// Three dashes or pluses; a word may follow, as in Internet drafts.
    private static func isFence(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        let text = bytes[line.range]
        return line.width <= 20 && (text.starts(with: "---".utf8) || text.elementsEqual("+++".utf8))
    }

    private static func isField(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        bytes[line.range].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
    }

    private static func title(_ line: TextLine, _ bytes: [UInt8]) -> String? {
        let text = bytes[line.range]
        guard text.starts(with: "title".utf8), line.indent == 0 else { return nil }
        let rest = text.dropFirst(5).drop { $0 == 0x20 }
        guard let sign = rest.first, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { return nil }
        let value = String(decoding: rest.dropFirst(), as: UTF8.self).drop { " \"'".contains($0) }
        let trimmed = value.reversed().drop { " \"'".contains($0) }.reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
