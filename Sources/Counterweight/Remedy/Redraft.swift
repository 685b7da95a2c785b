internal import TextModel

/// A passage under change: its bytes as they now are, and the changes told in offsets of the passage as it was.
struct Redraft {
    /// The passage as it now reads.
    private(set) var bytes: [UInt8]
    /// Changes in ascending order; none overlaps another.
    private(set) var edits: [(range: Range<Int>, replacement: [UInt8])] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Replaces a range of the passage as it now reads; `false`, with nothing done, when an earlier change is in the way.
    mutating func replace(_ range: Range<Int>, by replacement: String) -> Bool {
        let new = Array(replacement.utf8)
        var shift = 0
        var place = 0
        while place < edits.count {
            let edit = edits[place]
            let start = edit.range.lowerBound + shift
            let end = start + edit.replacement.count
            if range.upperBound <= start, !(range.isEmpty && range.lowerBound == end) { break }
            guard range.lowerBound >= end else { return false }
            shift += edit.replacement.count - edit.range.count
            place += 1
        }
        let original = (range.lowerBound - shift)..<(range.upperBound - shift)
        if place > 0, edits[place - 1].range.upperBound == original.lowerBound {
            edits[place - 1].replacement += new
            edits[place - 1].range = edits[place - 1].range.lowerBound..<original.upperBound
        } else {
            edits.insert((original, new), at: place)
        }
        bytes.replaceSubrange(range, with: new)
        return true
    }

    /// The changes in offsets of a document in which the passage begins at `start`.
    func suggestion(at start: Int) -> Suggestion {
        let edits = edits.map { edit in
            Suggestion.Edit(
                span: TextSpan(start + edit.range.lowerBound, start + edit.range.upperBound),
                replacement: String(decoding: edit.replacement, as: UTF8.self))
        }
        return Suggestion(
            edits: edits, text: String(decoding: bytes, as: UTF8.self),
            hasPlaceholder: edits.contains { $0.replacement.contains("[") })
    }
}
