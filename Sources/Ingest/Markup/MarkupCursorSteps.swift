import TextModel

/// How the cursor moves over markup and references.
extension MarkupCursor {
    /// Moves to the next tag, over comments, instructions and references that the parser left out.
    mutating func stepToTag(in bytes: Span<UInt8>, into sink: inout some TextSink) -> Bool {
        while stepToMarkup(in: bytes, into: &sink) {
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            guard next == 0x21 || next == 0x3F else { return next != 0 }
            guard let end = syntax.constructEnd(in: bytes, at: position) else { return false }
            position = end
        }
        return false
    }

    /// Moves to the next `<`; false when other text stands in between.
    mutating func stepToMarkup(in bytes: Span<UInt8>, into sink: inout some TextSink) -> Bool {
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

    func commonLength(_ bytes: Span<UInt8>, _ text: Span<UInt8>, from done: Int) -> Int {
        let limit = min(text.count - done, bytes.count - position)
        var length = 0
        while length + 8 <= limit, let here = EightBytes(bytes, at: position + length),
            let there = EightBytes(text, at: done + length), here == there, !here.has(0x3C), !here.has(0x26)
        {
            length += 8
        }
        while length < limit {
            let byte = bytes[position + length]
            guard byte == text[done + length] else { break }
            if length > 0, byte == 0x3C || byte == 0x26 { break }
            length += 1
        }
        // Two characters may begin with the same bytes; half of one is no text.
        while length > 0, position + length < bytes.count, bytes[position + length] & 0xC0 == 0x80 { length -= 1 }
        return length
    }

    /// Handles the reference at the cursor; the number of bytes of `text` that it accounts for, `nil` when it is text.
    mutating func matchReference(
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
}
