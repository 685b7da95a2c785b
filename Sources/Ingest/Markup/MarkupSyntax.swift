import TextModel

/// Where constructs of markup end in a decoded file: tags, comments, declarations, sections.
///
/// It follows what libxml2 takes for markup, which for HTML is not always what a browser does.
struct MarkupSyntax: Sendable {
    /// Whether the file is HTML, which is laxer about names, quotes and ampersands.
    let isHTML: Bool

    /// The end of the construct that starts with the `<` at `start`; `nil` when the `<` is text.
    func constructEnd(in bytes: Span<UInt8>, at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"): return declarationEnd(in: bytes, at: start)
        case UInt8(ascii: "?"):
            return isHTML ? end(after: ">", in: bytes, from: start + 2) : end(after: "?>", in: bytes, from: start + 2)
        case UInt8(ascii: "/"):
            guard start + 2 < bytes.count, isNameStart(bytes[start + 2]) else { return nil }
            return end(after: ">", in: bytes, from: start + 2)
        case let byte where isNameStart(byte):
            let tagEnd = tagEnd(in: bytes, from: start + 1)
            return isHTML ? rawContentEnd(in: bytes, tag: start, tagEnd: tagEnd) : tagEnd
        default: return nil
        }
    }

    /// Whether the bytes at `start` open a CDATA section.
    func isCDATA(in bytes: Span<UInt8>, at start: Int) -> Bool { has("<![CDATA[", in: bytes, at: start) }

    /// Whether the start tag that ends before `end` closes itself.
    func isEmptyTag(in bytes: Span<UInt8>, before end: Int) -> Bool { end >= 2 && bytes[end - 2] == UInt8(ascii: "/") }

    /// Whether a tag at `start` has the local name `name`.
    func tag(in bytes: Span<UInt8>, at start: Int, hasLocalName name: Span<UInt8>) -> Bool {
        var index = start
        var nameStart = start
        while index < bytes.count, !isNameEnd(bytes[index]) {
            if bytes[index] == UInt8(ascii: ":") { nameStart = index + 1 }
            index += 1
        }
        guard index - nameStart == name.count else { return false }
        for offset in 0..<name.count where bytes[nameStart + offset] != name[offset] { return false }
        return true
    }

    func has(_ text: StaticString, in bytes: Span<UInt8>, at start: Int, foldingCase: Bool = false) -> Bool {
        let length = text.utf8CodeUnitCount
        guard start + length <= bytes.count else { return false }
        for offset in 0..<length {
            let wanted = unsafe text.utf8Start[offset]
            let byte = bytes[start + offset]
            guard byte == wanted || (foldingCase && (0x41...0x5A).contains(byte) && byte | 0x20 == wanted) else {
                return false
            }
        }
        return true
    }

    func isNameStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x3A || (!isHTML && byte >= 0x80)
    }

    private func isNameEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3E || byte == 0x2F }

    /// The end after the next `text`, or the end of the file.
    private func end(after text: StaticString, in bytes: Span<UInt8>, from start: Int) -> Int {
        let first = unsafe text.utf8Start[0]
        var next = start
        while let index = bytes.firstIndex(of: first, from: next) {
            if has(text, in: bytes, at: index) { return index + text.utf8CodeUnitCount }
            next = index + 1
        }
        return bytes.count
    }

    /// The end of a tag. A quote counts only after an equals sign: a stray one opens nothing.
    func tagEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x3E { return index }
            guard byte == 0x3D else { continue }
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            guard index < bytes.count else { break }
            let quote = bytes[index]
            guard quote == 0x22 || quote == 0x27 else { continue }
            index = (bytes.firstIndex(of: quote, from: index + 1) ?? bytes.count) + 1
        }
        return bytes.count
    }

    private func declarationEnd(in bytes: Span<UInt8>, at start: Int) -> Int {
        if has("<!--", in: bytes, at: start) { return end(after: "-->", in: bytes, from: start + 4) }
        if isHTML { return end(after: ">", in: bytes, from: start + 2) }
        if isCDATA(in: bytes, at: start) { return end(after: "]]>", in: bytes, from: start + 9) }
        return doctypeEnd(in: bytes, from: start + 2)
    }

    /// A document type may hold declarations in brackets, with quotes and comments inside.
    private func doctypeEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x27 {
                index += 1
                while index < bytes.count, bytes[index] != byte { index += 1 }
            } else if has("<!--", in: bytes, at: index) {
                index = end(after: "-->", in: bytes, from: index + 4) - 1
            } else if byte == 0x3C || byte == 0x5B {
                depth += 1
            } else if byte == 0x5D {
                depth -= 1
            } else if byte == 0x3E {
                if depth <= 0 { return index + 1 }
                depth -= 1
            }
            index += 1
        }
        return bytes.count
    }

    /// The content of `script` and `style` is no text and no markup; it belongs to the start tag here.
    func rawContentEnd(in bytes: Span<UInt8>, tag: Int, tagEnd: Int) -> Int {
        guard bytes[tag + 1] | 0x20 == UInt8(ascii: "s"), !closesItself(in: bytes, before: tagEnd) else {
            return tagEnd
        }
        if has("<script", in: bytes, at: tag, foldingCase: true), isNameEnd(bytes[min(tag + 7, bytes.count - 1)]) {
            return endTag("</script", in: bytes, from: tagEnd)
        }
        if has("<style", in: bytes, at: tag, foldingCase: true), isNameEnd(bytes[min(tag + 6, bytes.count - 1)]) {
            return endTag("</style", in: bytes, from: tagEnd)
        }
        return tagEnd
    }

    /// Whether a tag of HTML ends with a slash that is no part of a value without quotes.
    private func closesItself(in bytes: Span<UInt8>, before end: Int) -> Bool {
        guard isEmptyTag(in: bytes, before: end) else { return false }
        var index = end - 3
        while index > 0, bytes[index] > 0x20, bytes[index] != 0x22, bytes[index] != 0x27, bytes[index] != 0x3C {
            if bytes[index] == 0x3D { return false }
            index -= 1
        }
        return true
    }

    private func endTag(_ name: StaticString, in bytes: Span<UInt8>, from start: Int) -> Int {
        var next = start
        while let index = bytes.firstIndex(of: 0x3C, from: next) {
            if has(name, in: bytes, at: index, foldingCase: true) { return index }
            next = index + 1
        }
        return bytes.count
    }
}
