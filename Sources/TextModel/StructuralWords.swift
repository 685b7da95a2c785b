/// Words that give plain text its structure: names of divisions and provisions, months, and the like.
///
/// They are data of a lexicon, of any number of languages at once. Their comparison ignores the case of letters. Without
/// them, structure is still told from digits, letters, signs and Markdown.
public struct StructuralWords: Sendable, Equatable {
    /// Words before the number of a division of the first level, such as a part or an annex.
    public var parts: [String] = []
    /// Words before the number of a chapter, the second level.
    public var chapters: [String] = []
    /// Words before the number of a division below the chapter, the third level.
    public var divisions: [String] = []
    /// Words before the number of a provision.
    public var provisions: [String] = []
    /// Words around a page number.
    public var pages: [String] = []
    /// Words between a page number and the number of pages.
    public var pageJoiners: [String] = []
    /// Months: a number before one is a day.
    public var months: [String] = []
    /// The last word, before its colon, of the line that introduces a quoted message.
    public var messageOpeners: [String] = []
    /// Names of e-mail header fields, without their colon.
    public var mailFields: [String] = []
    /// First parts of compounds that keep their hyphen at the end of a line, where the document does not tell; one that
    /// begins with a hyphen stands after another.
    public var compoundBeginnings: [String] = []
    /// Second parts of such compounds.
    public var compoundEndings: [String] = []
    /// Ends of words, before which such a first part is the beginning of one word.
    public var wordEndings: [String] = []

    /// Words in the class and id of an HTML element that say what it holds besides the text.
    public var regions: [Boilerplate: [String]] = [:]
    /// Those of them that texts are also about: in an id, such a word may be the anchor of a section.
    public var subjects: [String] = []

    /// Provisions of the first rank: the short form in which lawyers cite them, then the words that name them.
    public var citations: [[String]] = []
    /// Words for parts of a provision.
    public var subdivisions: [String] = []
    /// Words before the provision that stands before.
    public var preceding: [String] = []
    /// Words before the provision that stands after.
    public var following: [String] = []
    /// Words before the provision at hand.
    public var this: [String] = []
    /// Words between two numbers that are both meant.
    public var referenceJoiners: [String] = []
    /// Words between the ends of a range of numbers.
    public var referenceRanges: [String] = []
    /// Words between a part and what it belongs to.
    public var referenceOwners: [String] = []

    /// The letters beside a to z of a language, or of languages that share an encoding, then the encodings that have
    /// them, the most usual first.
    public var alphabets: [[String]] = []

    /// No words.
    public init() {}
}
