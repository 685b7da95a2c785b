/// Receives text with its place in the decoded file.
protocol TextSink {
    /// Text that stands in the file exactly so.
    mutating func verbatim(_ range: Range<Int>)
    /// Text that stands for a range as a whole.
    mutating func standing(_ text: [UInt8], for range: Range<Int>)
}

/// Walks the decoded file beside the parser's text events and tells where each byte of text came from.
///
/// libxml2 reports text without usable positions: 2.9 counts wrongly inside long runs and after entities. But its events
/// come in the order of the file, so a cursor that steps over markup and compares bytes always knows the place:
///
/// - at `<`, step over the tag, comment, instruction or declaration;
/// - at `&…;`, the reference as a whole stands for the text that it decodes to. A reference that the parser left out
///   (an entity of the document, or any reference after an error) is expanded here instead;
/// - `\r\n` may be reported as `\n`;
/// - bytes that are equal are text.
///
/// When nothing fits, the parser has repaired broken markup in its own way. The cursor then looks for the reported text
/// further on, within a window, and counts the event.
struct MarkupCursor {
    /// Next byte to look at.
    var position = 0
    /// Entities of the document.
    var entities: EntityTable
    /// Times that the walk lost its place.
    var resynchronisations = 0
    /// Where that happened first.
    var firstResynchronisation: Int?
    /// Entity that expanded beyond the limit.
    var overflow: (entity: String, offset: Int)?
    /// Reference to an entity that nobody declared, the first one.
    var firstUnknownEntity: (name: String, offset: Int)?

    let bytes: [UInt8]
    let syntax: MarkupSyntax
    var searchBudget: Int
    var lastStartWasEmpty = false
    /// Where the tag or comment ends that a text event of HTML last stepped over.
    private var tagEnd: Int?
    /// The first tag that the text event at hand stepped over.
    var firstConstruct: Range<Int>?

    static let searchWindow = 1 << 16

    /// A cursor at the start of the bytes that the parser gets.
    init(bytes: [UInt8], isHTML: Bool, entityLimit: Int) {
        self.bytes = bytes
        syntax = MarkupSyntax(isHTML: isHTML)
        entities = EntityTable(limit: entityLimit)
        searchBudget = max(bytes.count, 1 << 20) * 4
    }

    /// Passes a text event on to `sink`, with places.
    mutating func match(_ text: Span<UInt8>, into sink: inout some TextSink) {
        let source = bytes
        let bytes = source.span
        var done = 0
        firstConstruct = nil
        while done < text.count {
            guard position < bytes.count else { return lose(text, from: done, into: &sink) }
            let byte = bytes[position]
            if byte == 0x3C, let end = syntax.constructEnd(in: bytes, at: position) {
                if firstConstruct == nil { firstConstruct = position..<end }
                position = end
                if syntax.isHTML { tagEnd = end }
                continue
            }
            if byte == 0x26, let used = matchReference(in: bytes, text: text, from: done, into: &sink) {
                done += used
                continue
            }
            let length = commonLength(bytes, text, from: done)
            if length > 0 {
                var end = position + length
                // Of white space after a tag, the parser of HTML gets one character.
                if length == 1, position == tagEnd, bytes[position] <= 0x20 {
                    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
                }
                sink.verbatim(position..<end)
                position = end
                done += length
            } else if !stepOverDifference(bytes, text, at: &done, into: &sink) {
                resynchronise(bytes, text, at: &done, into: &sink)
            }
        }
    }

    /// Passes the content of a CDATA section on: there, markup characters are text.
    mutating func matchSection(_ text: Span<UInt8>, into sink: inout some TextSink) {
        let source = bytes
        let bytes = source.span
        // An empty section is not reported, so it is stepped over like a comment.
        while stepToMarkup(in: bytes, into: &sink) {
            let isWanted =
                syntax.isCDATA(in: bytes, at: position) && !syntax.has("<![CDATA[]]>", in: bytes, at: position)
            guard !isWanted, let end = syntax.constructEnd(in: bytes, at: position) else { break }
            position = end
        }
        guard syntax.isCDATA(in: bytes, at: position) else { return match(text, into: &sink) }
        position += 9
        var done = 0
        while done < text.count, position < bytes.count {
            let start = position
            while done < text.count, position < bytes.count, bytes[position] == text[done] {
                position += 1
                done += 1
            }
            if position > start { sink.verbatim(start..<position) }
            guard done < text.count, position < bytes.count else { break }
            if !stepOverDifference(bytes, text, at: &done, into: &sink) { return lose(text, from: done, into: &sink) }
        }
        if syntax.has("]]>", in: bytes, at: position) { position += 3 }
    }

    /// Steps over the start tag of an element, so that a reference before it is not taken for text within it.
    mutating func passStartTag(_ name: Span<UInt8>, into sink: inout some TextSink) {
        let source = bytes
        let bytes = source.span
        guard stepToTag(in: bytes, into: &sink), syntax.tag(in: bytes, at: position + 1, hasLocalName: name) else {
            return
        }
        guard let end = syntax.constructEnd(in: bytes, at: position) else { return }
        lastStartWasEmpty = syntax.isEmptyTag(in: bytes, before: end)
        position = end
    }

    /// Steps over the end tag of an element.
    mutating func passEndTag(_ name: Span<UInt8>, into sink: inout some TextSink) {
        let source = bytes
        let bytes = source.span
        if lastStartWasEmpty {
            lastStartWasEmpty = false
            return
        }
        guard stepToTag(in: bytes, into: &sink), position + 2 < bytes.count, bytes[position + 1] == 0x2F else { return }
        guard syntax.tag(in: bytes, at: position + 2, hasLocalName: name) else { return }
        guard let end = syntax.constructEnd(in: bytes, at: position) else { return }
        position = end
    }
}
