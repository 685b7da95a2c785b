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
    let register: Register
    /// What the document itself says its terms mean.
    let terms: LocalLexicon
    /// Whether the document is a release of an authority about its own acts: its title names the authority, and it calls
    /// itself a release, or the title is signed: "Cabinet approves plan - Ministry of Works", "Ministry of Works: news".
    let isOfficialRelease: Bool
    /// Whether the title names an authority, whose words or deeds the document then holds.
    let isTitledByAuthority: Bool
    private let firstNounOfSentence: [Int]
    private let firstConceptOfSentence: [Int]

    init(
        document: Document, lexicon: Lexicon, tokens: TokenStream, types: WordTypes, matches: Matches,
        kind: DocumentKind
    ) {
        self.document = document
        self.lexicon = lexicon
        self.tokens = tokens
        self.types = types
        nouns = matches.nouns
        concepts = matches.concepts
        cues = CueIndex(matches.devices, tokens: tokens, types: types, lexicon: lexicon)
        let register = Register(document, kind: kind, tokens: tokens, types: types, cues: cues)
        // What tells more than it rules is an account of a statute, whatever words it has of it; what bears the name of one
        // may tell more of what others do before it is taken for an account.
        let isNamed = GenreDetector(lexicon, types: types).isNamed(document, tokens: tokens, matches: matches)
        let isAccount =
            kind == .statute && document.declaredKind == nil
            && (isNamed ? register.isNarrativeThroughout : register.isNarrative)
        let kind = isAccount ? DocumentKind.other : kind
        self.kind = kind
        self.register = register
        terms = LocalLexicon(document, tokens: tokens, cues: cues, kind: kind)
        isOfficialRelease = Self.isRelease(
            document, kind: kind, tokens: tokens, types: types, matches: matches, lexicon: lexicon)
        isTitledByAuthority = matches.nouns.contains {
            NounClass.allCases[$0.noun] == .authority
                && document.blocks[tokens.sentences[tokens.sentence(of: $0.tokens.lowerBound)].block].kind == .title
        }
        firstNounOfSentence = Self.firsts(matches.nouns.map(\.tokens.lowerBound), in: tokens)
        firstConceptOfSentence = Self.firsts(matches.concepts.map(\.tokens.lowerBound), in: tokens)
    }

    private static func isRelease(
        _ document: Document, kind: DocumentKind, tokens: TokenStream, types: WordTypes, matches: Matches,
        lexicon: Lexicon
    ) -> Bool {
        let press = matches.genres.filter {
            lexicon.concepts[lexicon.entries[$0.entry].concept].kind == .genre(.press)
        }
        let isRelease = press.contains { lexicon.entries[$0.entry].strength == .strong }
        return matches.nouns.prefix { tokens.sentences[tokens.sentence(of: $0.tokens.lowerBound)].block <= 1 }.contains
        {
            let sentence = tokens.sentence(of: $0.tokens.lowerBound)
            guard NounClass.allCases[$0.noun] == .authority,
                document.blocks[tokens.sentences[sentence].block].kind == .title
            else { return false }
            let isSigned =
                $0.tokens.lowerBound > tokens.tokens(of: sentence).lowerBound
                && tokens.breakBefore[$0.tokens.lowerBound] != .none
                && endsWithPlace($0.tokens, of: sentence, tokens: tokens, types: types)
            return isRelease || isSigned
                || kind == .press && isLetterhead($0.tokens, of: sentence, tokens: tokens, types: types)
        }
    }

    /// Whether a title begins with an issuer that no verb follows: "Ministry of Works of the Isles: news".
    private static func isLetterhead(
        _ issuer: Range<Int>, of sentence: Int, tokens: TokenStream, types: WordTypes
    ) -> Bool {
        issuer.lowerBound - tokens.tokens(of: sentence).lowerBound <= 1
            && endsWithPlace(issuer, of: sentence, tokens: tokens, types: types)
    }

    /// Whether nothing but its place follows the name of an issuer: "Ministry of Works of the Isles".
    private static func endsWithPlace(
        _ issuer: Range<Int>, of sentence: Int, tokens: TokenStream, types: WordTypes
    ) -> Bool {
        let whole = tokens.tokens(of: sentence)
        var next = issuer.upperBound
        var isPlace = false
        while next < whole.upperBound, tokens.breakBefore[next] == .none, next - issuer.upperBound <= longestPlace {
            let traits = types.traits[Int(tokens.type[next])]
            guard traits.contains(.functionWord) || isPlace, !traits.contains(.coordinator) else { return false }
            isPlace = true
            next += 1
        }
        return next == whole.upperBound || tokens.breakBefore[next] != .none
    }

    /// So many words name the place of an issuer: "of the Isles".
    private static let longestPlace = 4

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

    /// What is known of the word of a token.
    @inline(__always)
    func traits(_ token: Int) -> WordTypes.Traits { types.traits[Int(tokens.type[token])] }

    /// The sentence that a token stands in. Logarithmic in the sentences.
    func sentence(of token: Int) -> Int { tokens.sentence(of: token) }

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

    /// The first of some words with a colon before it. Linear in the words.
    func colon(in words: Range<Int>) -> Int? {
        words.dropFirst().first { token in
            tokens.breakBefore[token] == .clause
                && document.text[Int(tokens.list[token - 1].end)..<Int(tokens.list[token].start)].contains(
                    UInt8(ascii: ":"))
        }
    }

    /// Whether a sentence asks.
    func isQuestion(_ sentence: Int) -> Bool {
        document.text[tokens.sentences[sentence].span.range].last { $0 > 0x20 } == UInt8(ascii: "?")
    }

    /// Whether an authority's request or order makes somebody act in a sentence: "at the request of the ministry", "when
    /// the regulator tells us".
    func isMadeToAct(in sentence: Int) -> Bool {
        let nouns = nouns(of: sentence)
        return nouns.contains { authority in
            NounClass.allCases[authority.noun] == .authority
                && nouns.contains {
                    NounClass.allCases[$0.noun] == .compel && !$0.tokens.overlaps(authority.tokens)
                        && $0.tokens.distance(to: authority.tokens) <= Self.commandReach
                }
        }
    }

    /// So many words stand between an authority and the word for its command.
    private static let commandReach = 4

    /// A cue as evidence.
    func evidence(_ axis: String, _ value: String, _ cue: CueMatch?) -> Cue {
        Cue(axis: axis, value: value, span: cue.map { tokens.span(of: $0.tokens) })
    }
}

extension TokenStream {
    /// The sentence that a token stands in. Logarithmic in the sentences.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if firstTokenOfSentence[middle] <= token { low = middle } else { high = middle }
        }
        return low
    }
}
