internal import Lexicons

/// Finds the items of a list that stands in one paragraph: "1. The first duty 2. The second duty".
///
/// The paragraph begins with a number or letter and its sign, with a bullet before it or not, and the next of the same
/// kind follows. A number after "section" or after a function word is no item: "1. Subject to section 2. ...".
struct InlineList: Sendable {
    private let language: Language
    private let references: Set<String>

    /// A finder for the language of a lexicon.
    init(_ lexicon: Lexicon) {
        language = lexicon.language
        let words = lexicon.structure
        references = Set(
            (words.provisions + words.parts + words.chapters + words.divisions + words.months).map { $0.lowercased() })
    }

    /// Offsets at which items after the first begin, ascending. Constant time for a paragraph that begins otherwise.
    func itemStarts(in text: Span<UInt8>, _ span: Range<Int>) -> [Int] {
        var index = span.lowerBound
        let bullet = Self.bullet(in: text, at: &index, before: span.upperBound)
        guard let label = Label(in: text, at: index, before: span.upperBound) else { return [] }
        var starts: [Int] = []
        var wanted = label.next
        var mark = bullet + Array(wanted.text.utf8)
        index = label.end
        while index + mark.count < span.upperBound, starts.count < 200 {
            if text[index - 1] == 0x20, stands(mark, in: text, at: index),
                isItem(text, after: index + mark.count, before: span.upperBound),
                !bullet.isEmpty || !refers(text, span.lowerBound..<(index - 1))
            {
                starts.append(index)
                index += mark.count
                wanted = wanted.next
                mark = bullet + Array(wanted.text.utf8)
            } else {
                index += 1
            }
        }
        return starts
    }

    private func stands(_ mark: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
        for index in mark.indices where text[start + index] != mark[index] { return false }
        return true
    }

    /// A space and a capital follow.
    private func isItem(_ text: Span<UInt8>, after index: Int, before end: Int) -> Bool {
        index + 1 < end && text[index] == 0x20 && (0x41...0x5A).contains(text[index + 1])
    }

    /// Whether the last word needs the number that follows.
    private func refers(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1] > 0x20, range.upperBound - start < 40 { start -= 1 }
        var last: [UInt8] = []
        for index in start..<range.upperBound { last.append(text[index]) }
        let word = String(decoding: last, as: UTF8.self).lowercased()
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        return references.contains(word) || references.contains(bare) || language.functionWords.contains(word)
            || language.abbreviations.contains(bare)
    }

    /// A bullet at `index`, with the space after it; `index` is moved behind both.
    private static func bullet(in text: Span<UInt8>, at index: inout Int, before end: Int) -> [UInt8] {
        guard index + 3 < end, text[index] == 0xE2 else { return [] }
        // U+2022, U+2043 and U+25E6.
        let rest = (text[index + 1], text[index + 2])
        guard rest == (0x80, 0xA2) || rest == (0x81, 0x83) || rest == (0x97, 0xA6) else { return [] }
        let bullet = [0xE2, rest.0, rest.1]
        index += 3
        guard text[index] == 0x20 else { return bullet }
        index += 1
        return bullet + [0x20]
    }

    /// The number of an item with its sign.
    private struct Label {
        private let ordinal: Int
        private let isLetter: Bool
        private let sign: String
        /// Offset after it.
        private(set) var end = 0

        /// The label at `index`, when a space follows it.
        init?(in text: Span<UInt8>, at index: Int, before limit: Int) {
            var position = index
            var value = 0
            while position < limit, position - index < 3, (0x30...0x39).contains(text[position]) {
                value = value * 10 + Int(text[position] - 0x30)
                position += 1
            }
            isLetter = position == index && position < limit && text[position] == UInt8(ascii: "a")
            if isLetter { position += 1 }
            guard position > index else { return nil }
            ordinal = isLetter ? 0 : value
            var sign = ""
            while position < limit, sign.utf8.count < 2, text[position] == 0x2E || text[position] == 0x29 {
                sign.unicodeScalars.append(UnicodeScalar(text[position]))
                position += 1
            }
            guard !sign.isEmpty, position < limit, text[position] == 0x20 else { return nil }
            self.sign = sign
            end = position
        }

        private init(ordinal: Int, isLetter: Bool, sign: String) {
            self.ordinal = ordinal
            self.isLetter = isLetter
            self.sign = sign
        }

        /// The label of the item after this one.
        var next: Label { Label(ordinal: ordinal + 1, isLetter: isLetter, sign: sign) }

        /// The label as written.
        var text: String {
            guard isLetter, ordinal < 26 else { return "\(ordinal)\(sign)" }
            return String(UnicodeScalar(0x61 + UInt8(ordinal))) + sign
        }
    }
}
