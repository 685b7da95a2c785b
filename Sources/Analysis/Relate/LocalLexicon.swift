internal import Lexicons
internal import TextModel

/// What a document itself says its terms mean.
///
/// A trigger that the document defines by closed elements is not vague, however open the word would be elsewhere; one
/// whose definition hangs on an open term is as vague as that term, however exact it sounds.
struct LocalLexicon: Sendable {
    /// A term and what its definition rests on.
    private struct Entry: Sendable {
        /// The words in lower case.
        let words: [[UInt8]]
        /// Where it is defined.
        let sentence: Int
        /// The vague terms in its definition. An open list of kinds of things is no reason to act.
        let openings: [CueMatch]
        /// Whether the definition says at least a few words: "has the meaning given elsewhere" settles nothing.
        let isClosed: Bool
    }

    private let document: Document
    private let tokens: TokenStream
    /// By the first word.
    private let entries: [ArraySlice<UInt8>: [Entry]]
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
        var entries: [ArraySlice<UInt8>: [Entry]] = [:]
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
            entries[first[...], default: []].append(
                Entry(
                    words: words, sentence: term.sentence, openings: openings.filter { $0.role == .vague },
                    isClosed: isClosed))
        }
        self.entries = entries
        var beginnings = entries.isEmpty ? nil : BytePairs()
        for word in entries.keys {
            guard let first = word.first else { continue }
            // One letter is followed by whatever follows it in a text.
            let seconds = word.dropFirst().first.map { $0...$0 } ?? 0...UInt8.max
            for second in seconds { beginnings?.insert(first, second) }
        }
        self.beginnings = beginnings
    }

    /// Whether a cue is a term, or a part of one, that the document closes by its definition.
    func settles(_ cue: CueMatch, in sentence: Int) -> Bool {
        guard !entries.isEmpty else { return false }
        return uses(in: sentence).contains { $0.entry.isClosed && $0.words.overlaps(cue.tokens) }
    }

    /// The open terms that the definitions of the terms used in a sentence hang on.
    func openings(in sentence: Int) -> [CueMatch] {
        guard !entries.isEmpty else { return [] }
        return uses(in: sentence).flatMap(\.entry.openings)
    }

    /// Where a sentence uses terms that other sentences define.
    private func uses(in sentence: Int) -> [(entry: Entry, words: Range<Int>)] {
        guard let beginnings else { return [] }
        let range = tokens.tokens(of: sentence)
        func word(_ token: Int) -> [UInt8] { Self.word(token, tokens, document) }
        var found: [(entry: Entry, words: Range<Int>)] = []
        for start in range where beginnings.stand(in: document.text, at: Int(tokens.list[start].start)) {
            let first = word(start)
            // A term of one word may be inflected at once.
            for ending in 0...min(Self.longestEnding, first.count) {
                for entry in entries[first.dropLast(ending)] ?? [] where entry.sentence != sentence {
                    let end = start + entry.words.count
                    guard end <= range.upperBound, ending == 0 || entry.words.count == 1,
                        zip(start..<(end - 1), entry.words).allSatisfy({ word($0) == $1 }),
                        Self.agrees(word(end - 1), entry.words[entry.words.count - 1])
                    else { continue }
                    found.append((entry, start..<end))
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
