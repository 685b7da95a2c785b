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

/// Finds the definitions of a document, to compare them with those of another.
struct DefinitionFinder {
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
        let tokens = segmenter.segment(document)
        let cues = matcher.matches(in: tokens).devices.filter { match in
            let entry = lexicon.entries[match.entry]
            guard !entry.isInnocent, case .device(let role) = lexicon.concepts[entry.concept].kind else { return false }
            return role == .definition
        }
        var terms: Set<String> = []
        return DefinedTerm.all(definedBy: cues.map(\.tokens), in: tokens, of: document, kind: report.kind).compactMap {
            let term = document.string(tokens.span(of: $0.words)).lowercased()
            let sentence = tokens.sentences[$0.sentence]
            guard terms.insert(term).inserted else { return nil }
            return Definition(term: term, block: sentence.block, text: document.string(sentence.span))
        }
    }
}
