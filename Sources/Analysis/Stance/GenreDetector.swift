internal import Lexicons
internal import TextModel

/// Guesses the genre of a document from its own words; a declared kind is kept.
///
/// Every genre phrase of the lexicon is worth a point, a strong one three, and those in the title or a
/// heading count double. A weak phrase counts in the title alone, and then six, once for each genre. A title that ends as
/// statutes are named ("Harbour (Amendment) Act 1983") adds as much again. A title that names a statute and a genre that
/// speaks of statutes ("Harbour Bill: Hansard") is of the latter.
/// Points are taken relative to the length, so that a long text needs more.
struct GenreDetector: Sendable {
    private let lexicon: Lexicon
    private let types: WordTypes
    /// What every word of an author who talks to readers costs a text that would be a statute.
    private static let talkingPoints = 2.0
    private static let leastPoints = 3.0
    /// What a title says of the genre outweighs one cue to the contrary.
    private static let titlePoints = 6.0
    /// Genres that speak of statutes and are named in one title with them.
    private static let speaking: Set<DocumentKind> = [.speech, .critique, .press, .transcript]
    /// So many blocks may stand before the heading that is the title, such as a banner or a date.
    private static let longestOpening = 4
    /// Somebody's words, when a quotation is longer than this; a statute quotes only terms.
    private static let longQuotation = 8

    init(_ lexicon: Lexicon, types: WordTypes) {
        self.lexicon = lexicon
        self.types = types
    }

    func kind(of document: Document, tokens: TokenStream, matches: Matches) -> DocumentKind {
        if let declared = document.declaredKind { return declared }
        let title = title(of: document)
        let asks =
            title.map { document.text[document.blocks[$0].span.range].last { $0 > 0x20 } == UInt8(ascii: "?") } ?? false
        var points: [DocumentKind: Double] = [:]
        var titled: Set<DocumentKind> = []
        var sentence = 0
        for match in matches.genres {
            let entry = lexicon.entries[match.entry]
            guard case .genre(let kind) = lexicon.concepts[entry.concept].kind else { continue }
            while sentence + 1 < tokens.sentences.count,
                tokens.firstTokenOfSentence[sentence + 1] <= match.tokens.lowerBound
            { sentence += 1 }
            let place = tokens.sentences[sentence].block
            let isTitle = document.blocks[place].kind == .title || document.blocks[place].kind == .heading
            if entry.strength == .weak {
                if place == title, !asks, titled.insert(kind).inserted { points[kind, default: 0] += Self.titlePoints }
                continue
            }
            points[kind, default: 0] += (entry.strength == .strong ? 3 : 1) * (isTitle ? 2 : 1)
        }
        if isNamed(document, tokens: tokens, matches: matches) { points[.statute, default: 0] += Self.titlePoints }
        let telling = Double(telling(matches.devices, in: document, tokens))
        points[.statute, default: 0] -= telling + Double(tokens.quotations.count { $0.count > Self.longQuotation })
        points[.statute, default: 0] -= Self.talkingPoints * Double(talking(tokens))
        points[.terms, default: 0] -= telling
        let numbered = document.blocks.indices.count { document.blocks[$0].kind == .provision }
        if numbered * 3 > document.blocks.count { points[.statute, default: 0] += 3 }
        let scale = max(1, Double(tokens.count) / 1500)
        let scores = DocumentKind.allCases.map { (kind: $0, points: points[$0, default: 0] / scale) }
        let best = scores.max { one, other in
            if one.points != other.points { return one.points < other.points }
            return one.kind == .statute && Self.speaking.contains(other.kind)
        }
        guard let best, best.points >= Self.leastPoints else { return .other }
        return best.kind
    }

    /// Whether the title ends as statutes are named, with a year or a number after the word for a statute and nothing more
    /// but what stands in brackets: "Act 1983", "Bill 2015 (Passed)".
    func isNamed(_ document: Document, tokens: TokenStream, matches: Matches) -> Bool {
        guard let title = title(of: document), let last = tokens.sentences(of: title).last else { return false }
        let words = tokens.tokens(of: last)
        return matches.genres.contains { match in
            guard words.contains(match.tokens.lowerBound), match.tokens.upperBound < words.upperBound,
                lexicon.concepts[lexicon.entries[match.entry].concept].kind == .genre(.statute)
            else { return false }
            var isBracketed = false
            return (match.tokens.upperBound..<words.upperBound).allSatisfy { token in
                let gap = tokens.span(of: token - 1..<token).end..<tokens.span(of: token..<token + 1).start
                for byte in document.text[gap] where byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
                    isBracketed = byte == UInt8(ascii: "(")
                }
                return types.traits[Int(tokens.type[token])].contains(.number)
                    || isBracketed && token > match.tokens.upperBound
            }
        }
    }

    /// The block with the title: the one that says so, else a heading that opens the document.
    private func title(of document: Document) -> Int? {
        let blocks = document.blocks
        if let title = blocks.indices.first(where: { blocks[$0].kind == .title }) { return title }
        let opening = blocks.indices.prefix(Self.longestOpening).first { blocks[$0].kind == .heading }
        return opening.flatMap { document.blocks[$0].level <= 1 || $0 == 0 ? $0 : nil }
    }

    /// Words by which authors speak of themselves or to their readers, outside of quotations.
    private func talking(_ tokens: TokenStream) -> Int {
        var quotations = tokens.quotations[...]
        var quotedUpTo = 0
        var count = 0
        for token in 0..<tokens.count {
            let traits = types.traits[tokens.type[token]]
            // "I" alone may be a number.
            guard !traits.isDisjoint(with: [.firstPerson, .conversational]), !traits.contains(.singleLetter) else {
                continue
            }
            while let first = quotations.first, first.lowerBound <= token {
                quotedUpTo = max(quotedUpTo, first.upperBound)
                quotations.removeFirst()
            }
            if token >= quotedUpTo { count += 1 }
        }
        return count
    }

    /// Cues of narration, report and criticism: what articles about statutes and terms have and these lack.
    private func telling(_ devices: [Match], in document: Document, _ tokens: TokenStream) -> Int {
        devices.count { match in
            switch lexicon.concepts[lexicon.entries[match.entry].concept].kind {
            case .device(.narrative), .device(.reported), .device(.condemnation), .device(.evaluation): break
            default: return false
            }
            // A title names what the document is; it tells nothing.
            let block = tokens.sentences[tokens.sentence(of: match.tokens.lowerBound)].block
            return document.blocks[block].kind != .title && document.blocks[block].kind != .heading
        }
    }
}
