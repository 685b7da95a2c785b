internal import TextModel

/// The words of one sentence, as templates ask for them: without regard to the case of their letters.
struct SentenceWords {
    private let bytes: [UInt8]
    private let sentence: TextSpan
    /// So many described words may stand between a word and its noun: "harmful, false or undesirable content".
    private static let mostJoined = 3

    init(_ document: Document, _ sentence: TextSpan) {
        bytes = document.text
        self.sentence = sentence
    }

    /// Where a phrase first stands as whole words. Linear in the sentence times the phrase.
    func place(of phrase: String) -> TextSpan? {
        let wanted = Array(phrase.utf8)
        guard !wanted.isEmpty, wanted.count <= sentence.count else { return nil }
        for start in sentence.start...(sentence.end - wanted.count) {
            let span = TextSpan(start, start + wanted.count)
            if isWhole(span), isSame(span, wanted) { return span }
        }
        return nil
    }

    /// The word before a span, with nothing but a space between.
    func word(before span: TextSpan) -> TextSpan? {
        guard span.start > sentence.start, bytes[span.start - 1] == 0x20 else { return nil }
        var start = span.start - 1
        while start > sentence.start, isInWord(start - 1) { start -= 1 }
        return start < span.start - 1 ? TextSpan(start, span.start - 1) : nil
    }

    /// The word after a span, with nothing but a space between.
    func word(after span: TextSpan) -> TextSpan? {
        guard span.end + 1 < sentence.end, bytes[span.end] == 0x20 else { return nil }
        return word(from: span.end + 1)
    }

    /// The noun that a span describes: the next word, or the one after what joiners join to it, "harmful or false news".
    func noun(after span: TextSpan, by joiners: [String]) -> TextSpan? {
        var last = span
        for _ in 0..<Self.mostJoined {
            let joined = joiners.compactMap { joiner -> TextSpan? in
                let end = last.end + joiner.utf8.count
                guard end < sentence.end, bytes[last.end..<end].elementsEqual(joiner.utf8) else { return nil }
                return word(from: end)
            }.max { $0.start < $1.start }
            guard let joined else { break }
            last = joined
        }
        return word(after: last)
    }

    /// A span without its first words as long as they are among these; `nil` when nothing is left.
    func span(_ span: TextSpan, without leading: [String]) -> TextSpan? {
        var rest = span
        while let first = word(from: rest.start), isOne(first, of: leading) {
            guard first.end + 1 < rest.end else { return nil }
            rest = TextSpan(first.end + 1, rest.end)
        }
        return rest
    }

    /// A span with the word before it, where that is among these.
    func span(_ span: TextSpan, withOneOf words: [String]) -> TextSpan {
        guard let before = word(before: span), isOne(before, of: words) else { return span }
        return TextSpan(before.start, span.end)
    }

    func isOne(_ span: TextSpan, of words: [String]) -> Bool { words.contains { isSame(span, Array($0.utf8)) } }

    private func word(from start: Int) -> TextSpan? {
        var end = start
        while end < sentence.end, isInWord(end) { end += 1 }
        return end > start ? TextSpan(start, end) : nil
    }

    private func isWhole(_ span: TextSpan) -> Bool {
        isEdge(span.start) && isEdge(span.end)
    }

    /// Whether no word goes on across an offset.
    private func isEdge(_ offset: Int) -> Bool {
        offset == sentence.start || offset == sentence.end || !isInWord(offset - 1) || !isInWord(offset)
    }

    private func isSame(_ span: TextSpan, _ words: [UInt8]) -> Bool {
        span.count == words.count && zip(bytes[span.range], words).allSatisfy { Self.folded($0) == Self.folded($1) }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private func isInWord(_ offset: Int) -> Bool {
        let byte = bytes[offset]
        guard byte < 0x80 else { return !isInMark(offset) }
        return byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Whether a byte belongs to a quotation mark, a dash or the like: E2 80 and one more.
    private func isInMark(_ offset: Int) -> Bool {
        (max(sentence.start, offset - 2)...offset).contains { bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 }
    }
}
