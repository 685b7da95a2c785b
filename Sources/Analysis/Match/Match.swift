/// One pattern found at a range of tokens.
package struct Match: Sendable, Hashable {
    /// Index of the entry in the lexicon.
    package let entry: Int
    /// Tokens from the first to the last word of the phrase.
    package let tokens: Range<Int>
}

/// All matches of a document: noun phrases, and entries of concepts and devices.
package struct Matches: Sendable {
    /// Noun phrases by their first token: class index and end, ascending by start.
    package let nouns: [NounMatch]
    /// Matches of families, resolved: within a family none overlaps another, innocent senses taken out.
    package let concepts: [Match]
    /// Matches of devices: within a role the longest at each place.
    package let devices: [Match]
    /// Phrases that show a genre.
    package let genres: [Match]
}

/// A noun phrase of a class.
package struct NounMatch: Sendable, Hashable {
    /// Index of the class in `NounClass.allCases`.
    package let noun: Int
    /// Its tokens.
    package let tokens: Range<Int>
}
