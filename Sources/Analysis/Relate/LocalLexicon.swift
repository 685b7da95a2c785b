internal import Lexicons
internal import TextModel

/// What a document itself says its terms mean.
///
/// A trigger that the document defines by closed elements is not vague, however open the word would be elsewhere; one
/// whose definition hangs on an open term is as vague as that term, however exact it sounds.
struct LocalLexicon: Sendable {
    /// A term and its definitions in the order of their places.
    private struct Term: Sendable {
        /// The words in lower case.
        let words: [[UInt8]]
        var definitions: [Definition]

        /// The definition that holds for a sentence: the last before it, else the first after it; not the sentence itself.
        func definition(for sentence: Int) -> Definition? {
            var low = 0
            var high = definitions.count
            while low < high {
                let middle = (low + high) / 2
                if definitions[middle].sentence < sentence { low = middle + 1 } else { high = middle }
            }
            return low > 0 ? definitions[low - 1] : definitions.first { $0.sentence != sentence }
        }
    }

    /// What a definition rests on.
    private struct Definition: Sendable {
        /// Where it stands.
        let sentence: Int
        /// The vague terms in it. An open list of kinds of things is no reason to act.
        let openings: [CueMatch]
        /// Whether it says at least a few words: "has the meaning given elsewhere" settles nothing.
        let isClosed: Bool
    }

    private let document: Document
    private let tokens: TokenStream
    /// By the first word.
    private let terms: [ArraySlice<UInt8>: [Term]]
    /// With what terms begin: most words are none by that.
    private let beginnings: BytePairs?

    /// What leaves a definition open.
    private static let openRoles: [DeviceRole] = [.vague, .openList, .discretion, .delegation, .controllerDecides]
    /// A definition of fewer words settles nothing.
    private static let shortestDefinition = 4
    /// The last word of a term may be inflected by so many letters.
    private static let longestEnding = 2

    /// Reads the definitions of a document.
    init(_ document: Document, tokens: TokenStream, cues: CueIndex, kind: DocumentKind) {
        self.document = document
        self.tokens = tokens
        let definitions = tokens.sentences.indices.compactMap { sentence in
            cues[sentence].first { $0.role == .definition }?.tokens
        }
        var terms: [ArraySlice<UInt8>: [Term]] = [:]
        for term in DefinedTerm.all(definedBy: definitions, in: tokens, of: document, kind: kind) {
            let words = term.words.map { Self.word($0, tokens, document) }
            let sentences = Self.body(of: term, tokens, document)
            let openings = sentences.flatMap { sentence in
                cues[sentence].filter { Self.openRoles.contains($0.role) && !$0.tokens.overlaps(term.words) }
            }
            let length =
                sentences.reduce(0) { $0 + tokens.tokens(of: $1).count } - term.cue.upperBound
                + tokens.tokens(of: term.sentence).lowerBound
            let isClosed = openings.isEmpty && length >= Self.shortestDefinition
            guard let first = words.first else { continue }
            let definition = Definition(
                sentence: term.sentence, openings: openings.filter { $0.role == .vague }, isClosed: isClosed)
            if let known = terms[first[...]]?.firstIndex(where: { $0.words == words }) {
                terms[first[...]]?[known].definitions.append(definition)
            } else {
                terms[first[...], default: []].append(Term(words: words, definitions: [definition]))
            }
        }
        self.terms = terms
        var beginnings = terms.isEmpty ? nil : BytePairs()
        for word in terms.keys {
            guard let first = word.first else { continue }
            // One letter is followed by whatever follows it in a text.
            let seconds = word.dropFirst().first.map { $0...$0 } ?? 0...UInt8.max
            for second in seconds { beginnings?.insert(first, second) }
        }
        self.beginnings = beginnings
    }

    /// Whether a cue is a term, or a part of one, that the document closes by its definition.
    func settles(_ cue: CueMatch, in sentence: Int) -> Bool {
        uses(in: sentence).contains { $0.definition.isClosed && $0.words.overlaps(cue.tokens) }
    }

    /// The open terms that the definitions of the terms used in a sentence hang on.
    func openings(in sentence: Int) -> [CueMatch] {
        uses(in: sentence).flatMap(\.definition.openings)
    }

    /// Where a sentence uses terms that other sentences define.
    private func uses(in sentence: Int) -> [(definition: Definition, words: Range<Int>)] {
        guard let beginnings else { return [] }
        let range = tokens.tokens(of: sentence)
        func word(_ token: Int) -> [UInt8] { Self.word(token, tokens, document) }
        var found: [(definition: Definition, words: Range<Int>)] = []
        for start in range where beginnings.stand(in: document.text, at: Int(tokens.list[start].start)) {
            let first = word(start)
            // A term of one word may be inflected at once.
            for ending in 0...min(Self.longestEnding, first.count) {
                for term in terms[first.dropLast(ending)] ?? [] {
                    let end = start + term.words.count
                    guard end <= range.upperBound, ending == 0 || term.words.count == 1,
                        zip(start..<(end - 1), term.words).allSatisfy({ word($0) == $1 }),
                        Self.agrees(word(end - 1), term.words[term.words.count - 1]),
                        let definition = term.definition(for: sentence)
                    else { continue }
                    found.append((definition, start..<end))
                }
            }
        }
        return found
    }

    /// The sentence of a definition after its cue, and the items that hang on it.
    private static func body(of term: DefinedTerm, _ tokens: TokenStream, _ document: Document) -> [Int] {
        let block = tokens.sentences[term.sentence].block
        var sentences = [term.sentence]
        var next = block + 1
        while next < document.blocks.count, document.stems(of: next).contains(block) {
            sentences += tokens.sentences(of: next)
            next += 1
        }
        return sentences
    }

    private static func agrees(_ word: [UInt8], _ wanted: [UInt8]) -> Bool {
        word.count - wanted.count <= longestEnding && word.starts(with: wanted)
    }

    private static func word(_ token: Int, _ tokens: TokenStream, _ document: Document) -> [UInt8] {
        document.text[tokens.span(of: token..<token + 1).range].map(lower)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
