import Foundation
import TextModel

@testable import Ingest

/// Checks that the source bytes of every block and word, read by other means than the reader's, give its text.
struct SourceProperty {
    let document: Document
    let original: [UInt8]
    /// Content of CDATA sections: a block may start within one.
    private let sections: [Range<Int>]

    init(document: Document, original: [UInt8]) {
        self.document = document
        self.original = original
        var sections: [Range<Int>] = []
        let text = Data(original)
        var from = text.startIndex
        while document.format == "xml", let open = text.range(of: Data("<![CDATA[".utf8), in: from..<text.endIndex) {
            let close =
                text.range(of: Data("]]>".utf8), in: open.upperBound..<text.endIndex)?.lowerBound ?? text.endIndex
            sections.append(open.upperBound..<close)
            from = close
        }
        self.sections = sections
    }

    /// What does not hold, in words; empty when all does.
    func violations(wordStep: Int = 1) -> [String] {
        var found: [String] = []
        var end = 0
        for (index, block) in document.blocks.enumerated() {
            let text = document.string(block.span)
            // A note within a line lies within the block of that line.
            let isAside = block.kind == .note && block.source.end < end
            if block.source.start < end, !isAside { found.append("block \(index) overlaps the one before") }
            end = max(end, block.source.end)
            let plain = plainText(block.source.range)
            if !matches(plain, text) {
                found.append("block \(index) \(block.source): «\(text.prefix(160))» from «\(plain.prefix(200))»")
            }
            for (number, word) in words(of: block).enumerated() where number % wordStep == 0 {
                let wanted = document.string(word)
                let got = plainText(document.sourceSpan(of: word).range)
                if !matches(got, wanted) { found.append("block \(index): word «\(wanted)» from «\(got.prefix(80))»") }
            }
            if found.count > 5 { break }
        }
        return found
    }

    private func words(of block: Block) -> [TextSpan] {
        var words: [TextSpan] = []
        var start = block.span.start
        for offset in block.span.range where document.text[offset] == 0x20 {
            if offset > start { words.append(TextSpan(start, offset)) }
            start = offset + 1
        }
        if start < block.span.end { words.append(TextSpan(start, block.span.end)) }
        return words
    }

    private func plainText(_ range: Range<Int>) -> String {
        let decoded = decode(Array(original[range]))
        if document.format == "text" || document.format == "markdown" { return decoded }
        let opening =
            sections.contains { $0.lowerBound <= range.lowerBound && range.lowerBound < $0.upperBound }
            ? "<![CDATA[" : ""
        return Stripper(opening + decoded, isHTML: document.format == "html").text()
    }

    private func decode(_ bytes: [UInt8]) -> String {
        let data = Data(bytes)
        switch document.encoding.name {
        case "UTF-16LE": return String(data: data, encoding: .utf16LittleEndian) ?? "?"
        case "UTF-16BE": return String(data: data, encoding: .utf16BigEndian) ?? "?"
        case "windows-1252":
            return bytes.map { byte in
                (0x80...0x9F).contains(byte)
                    ? String(data: Data([byte]), encoding: .windowsCP1252) ?? String(UnicodeScalar(byte))
                    : String(UnicodeScalar(byte))
            }.joined()
        case "ISO-8859-1": return String(data: data, encoding: .isoLatin1) ?? "?"
        case "windows-1251": return String(data: data, encoding: .windowsCP1251) ?? "?"
        case "UTF-8", "US-ASCII": return String(decoding: bytes, as: UTF8.self)
        default:
            let table = CharacterConverter(from: document.encoding.name)?.singleByteTable(isWindows1252: false)
            return String(decoding: bytes.flatMap { table?[Int($0)] ?? [$0] }, as: UTF8.self)
        }
    }

    private func matches(_ plain: String, _ text: String) -> Bool {
        let plain = Self.withoutLigatures(plain)
        let folded = Self.fold(plain)
        if folded == text { return true }
        if document.format == "markdown" { return Self.withoutMarks(plain) == Self.withoutMarks(text) }
        return document.format == "text" && Alignment(plain).gives(text)
    }

    /// Letters and digits alone: Markdown has marks between them, and addresses behind links.
    private static func withoutMarks(_ text: String) -> String {
        let shown = text.replacing(#/\]\([^)]*\)|\]\[[^\]]*\]|<!--.*?-->|</?\w[\w-]*(?:\s[^>]*)?/?>|&#?\w+;/#, with: "")
        return String(String.UnicodeScalarView(shown.unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    private static func withoutLigatures(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xFB00...0xFB06).contains($0.value) }) else { return text }
        return text.unicodeScalars.map { scalar in
            (0xFB00...0xFB06).contains(scalar.value)
                ? String(scalar).decomposedStringWithCompatibilityMapping : String(scalar)
        }.joined()
    }

    static func fold(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }.joined(
            separator: " ")
    }
}

/// Aligns wrapped lines with a paragraph: hyphens at line ends may go, soft ones may be shown, and whole short lines may be furniture of the page.
private struct Alignment {
    private let lines: [String]

    init(_ plain: String) {
        lines = plain.split(whereSeparator: { $0.isNewline || $0 == "\u{0C}" }).map {
            SourceProperty.fold(String($0)).trimmingPrefix { $0 == ">" || $0 == " " }.description
        }.filter { !$0.isEmpty }
    }

    func gives(_ text: String) -> Bool { gives(Substring(text), from: 0) }

    private func gives(_ rest: Substring, from index: Int) -> Bool {
        guard index < lines.count else { return rest.isEmpty }
        let line = lines[index]
        var forms = [line]
        if let last = line.last, "-\u{AD}\u{2010}\u{2011}".contains(last) { forms.append(String(line.dropLast())) }
        if line.last == "\u{AD}" { forms.append(line.dropLast() + "-") }
        for form in forms where rest.hasPrefix(form) {
            let after = rest.dropFirst(form.count)
            if gives(after.first == " " ? after.dropFirst() : after, from: index + 1) { return true }
        }
        return line.count <= 100 && index > 0 && gives(rest, from: index + 1)
    }
}

/// A second, plain reading of markup: tags and hidden elements out, references decoded.
private struct Stripper {
    private static let left: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "select", "option", "optgroup", "datalist",
        "object", "applet",
        "canvas", "audio", "video", "textarea", "math", "noembed", "map", "progress", "meter", "rp", "del", "s",
        "strike",
        // XML
        "authorialNote", "footnote", "Footnote", "note", "noteRef", "FootnoteRef", "CommentaryRef", "footnoteRef",
        "indexterm", "imageobject", "Correction",
    ]
    private static let empty: Set<String> = [
        "br", "img", "hr", "input", "wbr", "meta", "link", "area", "source", "col",
    ]
    private let characters: [Character]
    private let isHTML: Bool

    init(_ text: String, isHTML: Bool) {
        // One character a scalar: a joiner after a tag must not join with it.
        characters = text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.map { Character($0) }
        self.isHTML = isHTML
    }

    func text() -> String {
        var output = ""
        var index = 0
        var skipping: (name: String, depth: Int)?
        func upTo(_ end: String, from start: Int) -> Int {
            let wanted = Array(end)
            var at = start
            while at + wanted.count <= characters.count {
                if Array(characters[at..<(at + wanted.count)]) == wanted { return at + wanted.count }
                at += 1
            }
            return characters.count
        }
        func has(_ prefix: String) -> Bool { characters[index...].starts(with: prefix) }
        while index < characters.count {
            if !isHTML, has("<![CDATA[") {
                let end = upTo("]]>", from: index)
                let isClosed = characters[(index + 9)..<end].suffix(3).elementsEqual("]]>")
                if skipping == nil { output += String(characters[(index + 9)..<(isClosed ? end - 3 : end)]) }
                index = end
            } else if has("<!--") {
                index = upTo("-->", from: index)
            } else if !isHTML, has("<?") {
                index = upTo("?>", from: index)
            } else if has("<!") || has("<?") {
                index = upTo(">", from: index)
            } else if characters[index] == "<", index + 1 < characters.count, isTagStart(characters[index + 1]) {
                let end = tagEnd(index)
                let tag = String(characters[index..<end])
                let name = String(
                    tag.drop { $0 == "<" || $0 == "/" }.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" })
                let local = String(name.split(separator: ":").last ?? "")
                let key = isHTML ? local.lowercased() : local
                let closes = tag.hasPrefix("</")
                let isEmpty = tag.hasSuffix("/>") || (isHTML && Self.empty.contains(key))
                if let skip = skipping {
                    if key == skip.name {
                        let depth = skip.depth + (closes ? -1 : tag.hasSuffix("/>") && !isHTML ? 0 : 1)
                        skipping = depth == 0 ? nil : (skip.name, depth)
                    }
                } else if !closes, !isEmpty || isHTML, !Self.empty.contains(key),
                    Self.left.contains(key) || isHidden(tag)
                {
                    if !(isEmpty && !isHTML) { skipping = (key, 1) }
                } else if key == "br" || key == "lb" || key == "eol" || key == "LineBreak" {
                    output += " "
                }
                index = end
                if isHTML, skipping?.name == "script" || skipping?.name == "style" {
                    while index < characters.count,
                        !(characters[index] == "<" && index + 1 < characters.count && characters[index + 1] == "/")
                    { index += 1 }
                }
            } else if characters[index] == "&", let (value, end) = reference(index) {
                if skipping == nil { output += value }
                index = end
            } else {
                if skipping == nil { output.append(characters[index]) }
                index += 1
            }
        }
        return output
    }

    private func isTagStart(_ character: Character) -> Bool { character.isLetter || "/_:".contains(character) }

    private func isHidden(_ tag: String) -> Bool {
        guard isHTML else { return tag.contains("class=\"footnoteRef\"") }
        let tag = tag.lowercased()
        if tag.contains("aria-hidden=\"true\"") { return true }
        if let style = tag.firstMatch(of: #/\sstyle\s*=\s*("[^"]*"|'[^']*')/#) {
            let value = style.1.filter { !$0.isWhitespace }
            if value.contains("display:none") || value.contains("visibility:hidden") { return true }
        }
        let bare = tag.replacing(#/"[^"]*"|'[^']*'/#, with: "")
        return bare.contains(#/\shidden[\s>\/=]/#)
    }

    private func tagEnd(_ start: Int) -> Int {
        var index = start
        var quote: Character?
        while index < characters.count {
            let character = characters[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == ">" {
                return index + 1
            } else if character == "\"" || character == "'",
                characters[..<index].last(where: { !$0.isWhitespace }) == "="
            {
                quote = character
            }
            index += 1
        }
        return characters.count
    }

    private func reference(_ start: Int) -> (String, Int)? {
        let rest = characters[(start + 1)...].prefix(40)
        let isNumeric = rest.first == "#"
        let isHexadecimal = isNumeric && rest.dropFirst().first?.lowercased() == "x"
        let body = rest.prefix {
            $0 == "#"
                || (isNumeric
                    ? $0.isASCII && (isHexadecimal ? $0.isHexDigit || $0 == "x" || $0 == "X" : $0.isNumber)
                    : $0.isLetter || $0.isNumber)
        }
        let closes = start + 1 + body.count < characters.count && characters[start + 1 + body.count] == ";"
        let name = String(body)
        let end = start + 1 + body.count + (closes ? 1 : 0)
        guard name.hasPrefix("#") else {
            guard closes, let value = EntityTable.htmlEntity(name) ?? (name == "apos" ? [0x27] : nil) else {
                return nil
            }
            return (String(decoding: value, as: UTF8.self), end)
        }
        let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        guard let code = UInt32(isHex ? String(name.dropFirst(2)) : String(name.dropFirst()), radix: isHex ? 16 : 10)
        else { return nil }
        if isHTML, (0x80...0x9F).contains(code), let shown = String(data: Data([UInt8(code)]), encoding: .windowsCP1252)
        {
            return (shown, end)
        }
        return UnicodeScalar(code).map { (String(Character($0)), end) }
    }
}
