/// A language with the words that no text in it goes without: articles, prepositions, pronouns.
///
/// In prose they are a third to a half of all words, so counting them tells the language at once, and a detector is asked
/// only where they are missing.
public struct KnownLanguage: Sendable {
    /// BCP 47 tag.
    public let tag: String
    private let words: WordSet

    /// A language with its common words.
    public init(tag: String, words: some Sequence<String>) {
        self.tag = tag
        self.words = WordSet(Array(words))
    }

    /// The words of a text, and how many of them are common ones; at most `limit` words are looked at.
    func count(in text: [UInt8], _ range: Range<Int>, limit: Int) -> (common: Int, words: Int) {
        let text = text.span
        var common = 0
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound, count < limit {
            guard Self.isLetter(text[index]) else {
                index += 1
                continue
            }
            var hash = WordSet.seed
            while index < range.upperBound, Self.isLetter(text[index]) {
                hash = WordSet.step(hash, text[index])
                index += 1
            }
            count += 1
            if words.contains(hash: hash) { common += 1 }
        }
        return (common, count)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0x80
    }
}
