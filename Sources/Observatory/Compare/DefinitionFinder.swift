internal import Analysis
internal import Lexicons
internal import TextModel

/// A term that a document defines.
struct Definition: Sendable, Hashable {
    /// The term in lower case, by which definitions of two texts are matched.
    let term: String
    /// Block of the definition.
    let block: Int
    /// The sentence that defines it.
    let text: String
}

/// Finds the definitions of a document: sentences in which a device of definition follows a term in quotation marks or,
/// in laws and terms of service, a short term without them. Speeches say what things mean without defining them.
struct DefinitionFinder {
    /// Words of the longest term.
    private static let longestTerm = 8

    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let matcher: Matcher

    /// Prepares a lexicon.
    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        segmenter = Segmenter(lexicon)
        matcher = Matcher(lexicon, types: segmenter.types)
    }

    /// Definitions in order, each term once.
    func definitions(in report: Report) -> [Definition] {
        let document = report.document
        let needsQuotes = report.kind != .statute && report.kind != .terms
        let tokens = segmenter.segment(document)
        let cues = matcher.matches(in: tokens).devices.filter { match in
            let entry = lexicon.entries[match.entry]
            guard !entry.isInnocent, case .device(let role) = lexicon.concepts[entry.concept].kind else { return false }
            return role == .definition
        }
        var found: [Definition] = []
        var terms: Set<String> = []
        var next = 0
        for (index, sentence) in tokens.sentences.enumerated() {
            let range = tokens.tokens(of: index)
            while next < cues.count, cues[next].tokens.lowerBound < range.lowerBound { next += 1 }
            guard next < cues.count, range.contains(cues[next].tokens.lowerBound) else { continue }
            let cue = cues[next].tokens
            guard !document.blocks[sentence.block].isBoilerplate,
                let words = Self.term(before: cue, from: range.lowerBound, quotations: tokens.quotations)
                    ?? (needsQuotes ? nil : range.lowerBound..<cue.lowerBound),
                (1...Self.longestTerm).contains(words.count)
            else { continue }
            let term = document.string(tokens.span(of: words)).lowercased()
            guard terms.insert(term).inserted else { continue }
            found.append(Definition(term: term, block: sentence.block, text: document.string(sentence.span)))
        }
        return found
    }

    /// The last term in quotation marks between the start of a sentence and the end of a cue, which may reach around it:
    /// "in this Act, 'harm' means".
    private static func term(before cue: Range<Int>, from start: Int, quotations: [Range<Int>]) -> Range<Int>? {
        quotations.last { $0.lowerBound >= start && $0.upperBound <= cue.upperBound }
    }
}
