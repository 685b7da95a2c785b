/// What the cursor does where text and file differ.
extension MarkupCursor {
    /// Differences that are no surprise: line ends, white space that the parser drops, a bare ampersand.
    mutating func stepOverDifference(
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

    mutating func resynchronise(
        _ bytes: Span<UInt8>, _ text: Span<UInt8>, at done: inout Int, into sink: inout some TextSink
    ) {
        if let tag = firstConstruct, let inside = find(text, from: done, in: bytes, tag) {
            // The parser ended the tag early and takes the rest of it for text, which no browser would.
            done += min(tag.upperBound - inside, text.count - done)
            while done < text.count, text[done] & 0xC0 == 0x80 { done += 1 }
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
    private mutating func find(_ text: Span<UInt8>, from done: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int?
    {
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
    mutating func lose(_ text: Span<UInt8>, from done: Int, into sink: inout some TextSink) {
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
