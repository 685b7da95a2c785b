package import Lexicons

/// A linguistic device at a place.
package struct CueMatch: Sendable, Hashable {
    /// What it does.
    package let role: DeviceRole
    /// Its tokens.
    package let tokens: Range<Int>
    /// Which side its effect falls on.
    package let scope: CueScope
}

/// The devices of a document by sentence.
struct CueIndex: Sendable {
    private let cues: [CueMatch]
    private var firstOfSentence: [Int] = []

    init(_ matches: [Match], tokens: TokenStream, types: WordTypes, lexicon: Lexicon) {
        cues = matches.compactMap { match in
            let entry = lexicon.entries[match.entry]
            guard case .device(let role) = lexicon.concepts[entry.concept].kind,
                role != .evaluation || Self.isOwnClause(match.tokens, tokens, types)
            else { return nil }
            return CueMatch(role: role, tokens: match.tokens, scope: entry.scope)
        }
        var next = 0
        for sentence in tokens.sentences.indices {
            let start = tokens.tokens(of: sentence).lowerBound
            while next < cues.count, cues[next].tokens.lowerBound < start { next += 1 }
            firstOfSentence.append(next)
        }
        firstOfSentence.append(cues.count)
    }

    /// Whether words that judge are a sentence or a clause of their own. "Content that is false" says of the content which
    /// one it is.
    private static func isOwnClause(_ words: Range<Int>, _ tokens: TokenStream, _ types: WordTypes) -> Bool {
        let first = words.lowerBound
        guard first > tokens.tokens(of: tokens.sentence(of: first)).lowerBound, tokens.breakBefore[first] < .comma,
            types.traits[Int(tokens.type[first])].contains(.clauseOpener)
        else { return true }
        return types.traits[Int(tokens.type[first - 1])].contains(.coordinator)
    }

    /// Devices of a sentence, ascending by start.
    subscript(sentence: Int) -> ArraySlice<CueMatch> {
        cues[firstOfSentence[sentence]..<firstOfSentence[sentence + 1]]
    }
}

extension ArraySlice<CueMatch> {
    /// The first cue of a role inside a range of tokens.
    func first(_ role: DeviceRole, in range: Range<Int>) -> CueMatch? {
        first { $0.role == role && range.contains($0.tokens) }
    }

    /// The last cue of a role inside a range of tokens.
    func last(_ role: DeviceRole, in range: Range<Int>) -> CueMatch? {
        last { $0.role == role && range.contains($0.tokens) }
    }

    /// Whether any cue of the role overlaps a range of tokens.
    func overlaps(_ role: DeviceRole, _ range: Range<Int>) -> Bool {
        contains { $0.role == role && $0.tokens.overlaps(range) }
    }
}

extension Range<Int> {
    /// Whether every element of `other` lies in this range.
    func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }

    /// Elements between this range and another: 0 when they touch or overlap.
    func distance(to other: Range<Int>) -> Int {
        Swift.max(0, Swift.max(other.lowerBound - upperBound, lowerBound - other.upperBound))
    }
}
