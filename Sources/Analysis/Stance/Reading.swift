internal import Lexicons
internal import TextModel

/// A document with everything that was found in it: what the later stages read.
///
/// A class because every stage holds it: copying a reference is cheap, copying ten arrays is not.
final class Reading: Sendable {
    let document: Document
    let lexicon: Lexicon
    let tokens: TokenStream
    let types: WordTypes
    let nouns: [NounMatch]
    let concepts: [Match]
    let cues: CueIndex
    let kind: DocumentKind
    private let firstNounOfSentence: [Int]
    private let firstConceptOfSentence: [Int]

    init(
        document: Document, lexicon: Lexicon, tokens: TokenStream, types: WordTypes, matches: Matches, kind: DocumentKind
    ) {
        self.document = document
        self.lexicon = lexicon
        self.tokens = tokens
        self.types = types
        self.kind = kind
        nouns = matches.nouns
        concepts = matches.concepts
        cues = CueIndex(matches.devices, tokens: tokens, lexicon: lexicon)
        firstNounOfSentence = Self.firsts(matches.nouns.map(\.tokens.lowerBound), in: tokens)
        firstConceptOfSentence = Self.firsts(matches.concepts.map(\.tokens.lowerBound), in: tokens)
    }

    /// For every sentence, and the end, how many of the ascending tokens stand before it.
    private static func firsts(_ starts: [Int], in tokens: TokenStream) -> [Int] {
        var next = 0
        var firsts: [Int] = []
        for sentence in tokens.sentences.indices {
            let start = tokens.tokens(of: sentence).lowerBound
            while next < starts.count, starts[next] < start { next += 1 }
            firsts.append(next)
        }
        return firsts + [starts.count]
    }

    /// Matches of families of a sentence.
    func concepts(of sentence: Int) -> ArraySlice<Match> {
        concepts[firstConceptOfSentence[sentence]..<firstConceptOfSentence[sentence + 1]]
    }

    /// Noun phrases of a sentence.
    func nouns(of sentence: Int) -> ArraySlice<NounMatch> {
        nouns[firstNounOfSentence[sentence]..<firstNounOfSentence[sentence + 1]]
    }

    /// The sentence that a token stands in. Logarithmic in the sentences.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = tokens.sentences.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if tokens.firstTokenOfSentence[middle] <= token { low = middle } else { high = middle }
        }
        return low
    }

    /// The clause around a range of tokens: it ends at `;`, `:`, a dash, or a word that opens a new one.
    /// A comma alone never ends it.
    func clause(around range: Range<Int>, in sentence: Int) -> Range<Int> {
        let all = tokens.tokens(of: sentence)
        var lower = range.lowerBound
        while lower > all.lowerBound, tokens.breakBefore[lower] < .clause { lower -= 1 }
        var upper = range.upperBound
        while upper < all.upperBound, tokens.breakBefore[upper] < .clause { upper += 1 }
        for cue in cues[sentence] where cue.role == .terminator {
            if cue.tokens.upperBound <= range.lowerBound { lower = max(lower, cue.tokens.upperBound) }
            if cue.tokens.lowerBound >= range.upperBound { upper = min(upper, cue.tokens.lowerBound) }
        }
        return min(lower, range.lowerBound)..<max(upper, range.upperBound)
    }

    /// A cue as evidence.
    func evidence(_ axis: String, _ value: String, _ cue: CueMatch?) -> Cue {
        Cue(axis: axis, value: value, span: cue.map { tokens.span(of: $0.tokens) })
    }
}
