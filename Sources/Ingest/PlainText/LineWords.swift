import TextModel

/// ``StructuralWords`` made ready for looking up the bytes of a line, with the signs that serve every language.
///
/// An object, since all who look at lines share it.
final class LineWords: Sendable {
    /// Words before a number, by the level of what they head: provisions stand below all divisions.
    private let levels: [(words: WordSet, level: Int)]
    /// Words around a page number.
    let pages: WordSet
    /// Words and signs between a page number and the number of pages.
    let pageJoiners: WordSet
    /// Months: a number before one is a day, not an enumerator.
    let months: WordSet
    /// The last word, colon included, of the line that introduces a quoted message.
    let messageOpeners: WordSet
    /// Names of e-mail header fields, colon included.
    let mailFields: WordSet
    /// First and second parts of compounds whose hyphen stays at the end of a line, and ends of words.
    let compoundBeginnings: WordSet
    let compoundEndings: WordSet
    let wordEndings: WordSet

    /// Makes the words ready.
    init(_ words: StructuralWords) {
        levels = [
            (WordSet(words.parts), 1), (WordSet(words.chapters), 2), (WordSet(words.divisions), 3),
            (WordSet(words.provisions + ["§", "§§"]), 4),
        ]
        pages = WordSet(words.pages)
        pageJoiners = WordSet(words.pageJoiners + ["/", "|"])
        months = WordSet(words.months)
        messageOpeners = WordSet(words.messageOpeners.map { $0 + ":" })
        mailFields = WordSet(words.mailFields.map { $0 + ":" })
        compoundBeginnings = WordSet(words.compoundBeginnings)
        compoundEndings = WordSet(words.compoundEndings)
        wordEndings = WordSet(words.wordEndings)
    }

    /// The level of what the word heads when a number follows: 1 to 3 for divisions, 4 for provisions.
    func level(of word: ArraySlice<UInt8>) -> Int? { levels.first { $0.words.contains(word) }?.level }
}
