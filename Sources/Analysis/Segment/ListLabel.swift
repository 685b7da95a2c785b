/// The number of an item of a list that goes on within a sentence: "shall not: (a) print, or (b) sell".
///
/// It is no word of the sentence. "subsection (1)" holds none: a mark or a conjunction stands before an item.
struct ListLabel {
    /// Byte after its sign.
    let end: Int
    /// Whether a list begins with it.
    let isFirst: Bool

    private static let longest = 4
    private static let first: [[UInt8]] = [[UInt8(ascii: "1")], [UInt8(ascii: "a")], [UInt8(ascii: "i")]]

    /// The label that a word is, after a gap of this strength; `nil` when it is a word.
    init?(_ word: WordReader.Word, in text: Span<UInt8>, after strength: TokenStream.Break) {
        let count = word.end - word.start
        guard count <= Self.longest, word.end + 1 < text.count else { return nil }
        let bytes = (word.start..<word.end).map { text[$0] }
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) ? count <= 2 : count == 1 || bytes.allSatisfy(Self.isRoman)
        else { return nil }
        isFirst = strength == .clause && Self.first.contains(bytes)
        let sign = text[word.end]
        if word.start > 0, text[word.start - 1] == UInt8(ascii: "("), sign == UInt8(ascii: ")") {
            end = word.end + 1
        } else if isFirst, sign == UInt8(ascii: ")") || sign == UInt8(ascii: ".") {
            end = word.end + 1
        } else if isFirst, sign == 0x20, let dash = Self.dash(in: text, at: word.end + 1) {
            end = dash
        } else {
            return nil
        }
        guard end < text.count, text[end] == 0x20 else { return nil }
    }

    private static func isRoman(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "i") || byte == UInt8(ascii: "v") || byte == UInt8(ascii: "x")
    }

    /// The byte after a dash.
    private static func dash(in text: Span<UInt8>, at index: Int) -> Int? {
        if text[index] == UInt8(ascii: "-") { return index + 1 }
        // U+2013 and U+2014.
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return nil }
        return text[index + 2] == 0x93 || text[index + 2] == 0x94 ? index + 3 : nil
    }
}
