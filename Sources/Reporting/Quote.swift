package import TextModel

/// Words with a little of what stands before and after them, to find them again in an edited text.
package struct Quote {
    /// What stands before.
    package let prefix: String
    /// The words.
    package let exact: String
    /// What stands after.
    package let suffix: String

    /// Takes up to `reach` Unicode scalars on each side and cuts them at a word boundary. Where the text
    /// has no spaces, nothing is cut.
    package init(of span: TextSpan, in document: Document, reach: Int = 32) {
        let text = document.text
        exact = document.string(span)

        let start = Self.step(back: reach, from: span.start, in: text)
        var before = text[start..<span.start]
        if start > 0, !Self.isSpace(text[start - 1]), let space = before.firstIndex(where: Self.isSpace) {
            before = before[(space + 1)...]
        }
        prefix = String(decoding: before, as: UTF8.self)

        let end = Self.step(forward: reach, from: span.end, in: text)
        var after = text[span.end..<end]
        if end < text.count, !Self.isSpace(text[end]), let space = after.lastIndex(where: Self.isSpace) {
            after = after[..<space]
        }
        suffix = String(decoding: after, as: UTF8.self)
    }

    private static func step(back count: Int, from offset: Int, in text: [UInt8]) -> Int {
        var offset = offset
        for _ in 0..<count where offset > 0 {
            offset -= 1
            while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
        }
        return offset
    }

    private static func step(forward count: Int, from offset: Int, in text: [UInt8]) -> Int {
        var offset = offset
        for _ in 0..<count where offset < text.count {
            offset += 1
            while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
