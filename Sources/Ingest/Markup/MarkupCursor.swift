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
    private(set) var position = 0
    /// Entities of the document.
    var entities: EntityTable
    /// Times that the walk lost its place.
    private(set) var resynchronisations = 0
    /// Where that happened first.
    private(set) var firstResynchronisation: Int?
    /// Entity that expanded beyond the limit.
    private(set) var overflow: (entity: String, offset: Int)?
    /// Reference to an entity that nobody declared, the first one.
    private(set) var firstUnknownEntity: (name: String, offset: Int)?

    private let bytes: [UInt8]
    private let syntax: MarkupSyntax
    private var searchBudget: Int
    private var lastStartWasEmpty = false
    /// The first tag that the text event at hand stepped over.
    private var firstConstruct: Range<Int>?

    private static let searchWindow = 1 << 16

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
                continue
            }
            if byte == 0x26, let used = matchReference(in: bytes, text: text, from: done, into: &sink) {
                done += used
                continue
            }
            let length = commonLength(bytes, text, from: done)
            if length > 0 {
                sink.verbatim(position..<(position + length))
                position += length
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
            let isWanted = syntax.isCDATA(in: bytes, at: position) && !syntax.has("<![CDATA[]]>", in: bytes, at: position)
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
        guard stepToTag(in: bytes, into: &sink), syntax.tag(in: bytes, at: position + 1, hasLocalName: name) else { return }
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

    // MARK: Steps

    /// Moves to the next tag, over comments, instructions and references that the parser left out.
    private mutating func stepToTag(in bytes: Span<UInt8>, into sink: inout some TextSink) -> Bool {
        while stepToMarkup(in: bytes, into: &sink) {
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            guard next == 0x21 || next == 0x3F else { return next != 0 }
            guard let end = syntax.constructEnd(in: bytes, at: position) else { return false }
            position = end
        }
        return false
    }

    /// Moves to the next `<`; false when other text stands in between.
    private mutating func stepToMarkup(in bytes: Span<UInt8>, into sink: inout some TextSink) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x3C { return true }
            if byte == 0x26, let reference = Reference(in: bytes, at: position, isHTML: syntax.isHTML) {
                replace(reference, into: &sink)
            } else if byte <= 0x20 {
                position += 1
            } else {
                return false
            }
        }
        return false
    }

    private func commonLength(_ bytes: Span<UInt8>, _ text: Span<UInt8>, from done: Int) -> Int {
        let limit = min(text.count - done, bytes.count - position)
        var length = 0
        while length < limit {
            let byte = bytes[position + length]
            guard byte == text[done + length] else { break }
            if length > 0, byte == 0x3C || byte == 0x26 { break }
            length += 1
        }
        return length
    }

    /// Handles the reference at the cursor; the number of bytes of `text` that it accounts for, `nil` when it is text.
    private mutating func matchReference(
        in bytes: Span<UInt8>, text: Span<UInt8>, from done: Int, into sink: inout some TextSink
    ) -> Int? {
        guard let reference = Reference(in: bytes, at: position, isHTML: syntax.isHTML) else { return nil }
        let value: [UInt8]
        switch reference.target {
        case .character(let scalar): value = scalar
        case .named(let name):
            guard let known = syntax.isHTML ? entities.html(name) : expand(name) else {
                if syntax.isHTML { return nil }
                replace(reference, into: &sink)
                return 0
            }
            value = known
        }
        let shown = reference.webText ?? value
        let isReported = !value.isEmpty && starts(text, from: done, with: value)
        // In HTML a reference that does not fit is text: the parser reports what it does not know byte by byte.
        if syntax.isHTML, !isReported, !value.isEmpty { return nil }
        if !shown.isEmpty { sink.standing(shown, for: position..<reference.end) }
        position = reference.end
        return isReported && isReportedByParser(reference) ? value.count : 0
    }

    /// The XML parser reports characters and the five predefined entities, and leaves all others to this cursor.
    private func isReportedByParser(_ reference: Reference) -> Bool {
        guard !syntax.isHTML, case .named(let name) = reference.target else { return true }
        return ["amp", "lt", "gt", "quot", "apos"].contains(name)
    }

    private mutating func replace(_ reference: Reference, into sink: inout some TextSink) {
        let range = position..<reference.end
        position = reference.end
        switch reference.target {
        case .character(let value):
            if !value.isEmpty { sink.standing(value, for: range) }
        case .named(let name):
            if let value = expand(name) {
                if !value.isEmpty { sink.standing(value, for: range) }
            } else {
                if firstUnknownEntity == nil { firstUnknownEntity = (name, range.lowerBound) }
                sink.verbatim(range)
            }
        }
    }

    private mutating func expand(_ name: String) -> [UInt8]? {
        do {
            return try entities.expansion(of: name)
        } catch {
            if overflow == nil { overflow = (error.entity, position) }
            return []
        }
    }

    private func starts(_ text: Span<UInt8>, from done: Int, with value: [UInt8]) -> Bool {
        guard done + value.count <= text.count else { return false }
        for offset in value.indices where text[done + offset] != value[offset] { return false }
        return true
    }

    /// Differences that are no surprise: line ends, white space that the parser drops, a bare ampersand.
    private mutating func stepOverDifference(
        _ bytes: Span<UInt8>, _ text: Span<UInt8>, at done: inout Int, into sink: inout some TextSink
    ) -> Bool {
        let byte = bytes[position]
        if byte == 0x0D, text[done] == 0x0A {
            let isPair = position + 1 < bytes.count && bytes[position + 1] == 0x0A
            sink.standing([0x20], for: position..<(position + (isPair ? 2 : 1)))
            position += isPair ? 2 : 1
            done += 1
            return true
        }
        if byte <= 0x20 {
            sink.standing([0x20], for: position..<(position + 1))
            position += 1
            return true
        }
        if text[done] <= 0x20 {
            // White space that the file does not have here: the parser's own.
            done += 1
            return true
        }
        return false
    }

    private mutating func resynchronise(
        _ bytes: Span<UInt8>, _ text: Span<UInt8>, at done: inout Int, into sink: inout some TextSink
    ) {
        if let tag = firstConstruct, let inside = find(text, from: done, in: bytes, tag) {
            // The parser ended the tag early and takes the rest of it for text, which no browser would.
            done += min(tag.upperBound - inside, text.count - done)
            position = tag.upperBound
            firstConstruct = nil
            return
        }
        noteLoss()
        if let found = find(text, from: done, in: bytes, position..<min(bytes.count, position + Self.searchWindow)) {
            keepSkipped(bytes, before: found, into: &sink)
        } else {
            lose(text, from: done, into: &sink)
            done = text.count
        }
    }

    /// Where in `range` the next bytes of `text` stand, as many as tell them apart.
    private mutating func find(_ text: Span<UInt8>, from done: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let length = min(24, text.count - done)
        let end = min(range.upperBound, range.lowerBound + searchBudget)
        var index = range.lowerBound
        while index < end, index + length <= bytes.count {
            var offset = 0
            while offset < length, bytes[index + offset] == text[done + offset] { offset += 1 }
            if offset == length { break }
            index += 1
        }
        searchBudget -= index - range.lowerBound
        return index < end && index + length <= bytes.count ? index : nil
    }

    /// Text that the parser dropped, such as a bare ampersand with the name after it, is kept when no tag is among it.
    private mutating func keepSkipped(_ bytes: Span<UInt8>, before end: Int, into sink: inout some TextSink) {
        var index = position
        while index < end, bytes[index] != 0x3C { index += 1 }
        if index == end, end > position { sink.verbatim(position..<end) }
        position = end
    }

    /// Text without a place is kept, at the place where the cursor stands.
    private mutating func lose(_ text: Span<UInt8>, from done: Int, into sink: inout some TextSink) {
        noteLoss()
        var rest: [UInt8] = []
        for index in done..<text.count { rest.append(text[index]) }
        sink.standing(rest, for: position..<position)
    }

    private mutating func noteLoss() {
        resynchronisations += 1
        if firstResynchronisation == nil { firstResynchronisation = position }
    }
}
