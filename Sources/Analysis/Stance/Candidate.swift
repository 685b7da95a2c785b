internal import Lexicons
internal import TextModel

/// A mention in the making: what was matched, where, and what its clause does with it.
struct Candidate: Sendable {
    /// The match.
    let match: Match
    /// Entry of the lexicon.
    let entry: Entry
    /// Index of the concept.
    let concept: Int
    /// Sentence.
    let sentence: Int
    /// Clause around the match.
    let clause: Range<Int>
    /// Force over it; controls only.
    var force = Force()
    /// Whether a counterweight is made to yield to something.
    var isSubordinated = false
    /// The mention as reports show it.
    var mention: Mention

    /// Tokens of the match.
    var tokens: Range<Int> { match.tokens }
    /// Block of the mention.
    var block: Int { mention.block }
    /// Family of the mention.
    var family: Family { mention.family }
}

extension Entry {
    /// The words that stand in the pattern as written.
    var patternWords: [Substring] {
        pattern.unicodeScalars.split { !$0.properties.isAlphabetic }.map { Substring($0) }
    }
}
