package import TextModel

/// A term that a sentence of a document defines.
package struct DefinedTerm: Sendable, Hashable {
    /// The words of the term where they are defined.
    package let words: Range<Int>
    /// The words that define: "means".
    package let cue: Range<Int>
    /// The sentence.
    package let sentence: Int

    /// Words of the longest term.
    private static let longest = 8

    /// The terms that a document defines, in order: what stands before a device of definition in quotation marks or, in
    /// laws and terms of service, a short subject without them. Speeches say what things mean without defining them.
    ///
    /// `cues` are the devices of definition, ascending. The first of a sentence counts. Linear in the sentences.
    package static func all(
        definedBy cues: [Range<Int>], in tokens: TokenStream, of document: Document, kind: DocumentKind
    ) -> [DefinedTerm] {
        let needsQuotes = kind != .statute && kind != .terms
        var found: [DefinedTerm] = []
        var lastSentence = -1
        for cue in cues {
            let sentence = tokens.sentence(of: cue.lowerBound)
            guard sentence != lastSentence else { continue }
            lastSentence = sentence
            guard !document.blocks[tokens.sentences[sentence].block].isBoilerplate else { continue }
            let start = tokens.tokens(of: sentence).lowerBound
            // The cue may reach around the term: "in this Act, 'harm' means".
            let quoted = tokens.quotations(of: tokens.sentences[sentence].block).last {
                $0.lowerBound >= start && $0.upperBound <= cue.upperBound
            }
            guard let words = quoted ?? (needsQuotes ? nil : start..<cue.lowerBound),
                (1...longest).contains(words.count)
            else { continue }
            found.append(DefinedTerm(words: words, cue: cue, sentence: sentence))
        }
        return found
    }
}
