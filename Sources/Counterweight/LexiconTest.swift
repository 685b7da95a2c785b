internal import Analysis
public import Lexicons
internal import TextModel

/// Runs the examples of a lexicon: every concept must be found where it says so and nowhere else.
public struct LexiconTest: Sendable {
    /// An example that did not come out as its concept says.
    public struct Failure: Sendable, Hashable {
        /// Concept id.
        public let concept: String
        /// The sentence.
        public let example: String
        /// Whether the concept should have been found.
        public let shouldFind: Bool
        /// What was found instead, or the words that were taken for the concept.
        public let found: [String]
    }

    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let matcher: Matcher

    /// Prepares the test of a lexicon.
    public init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        segmenter = Segmenter(lexicon)
        matcher = Matcher(lexicon, types: segmenter.types)
    }

    /// All failures, in the order of the examples.
    public func failures(of examples: [ConceptExamples]) -> [Failure] {
        examples.flatMap { example in
            example.find.compactMap { failure(example.concept, $0, shouldFind: true) }
                + example.pass.compactMap { failure(example.concept, $0, shouldFind: false) }
        }
    }

    private func failure(_ concept: String, _ example: String, shouldFind: Bool) -> Failure? {
        let found = matches(in: example)
        let own = found.filter { $0.concept == concept }
        guard own.isEmpty == shouldFind else { return nil }
        let shown = (shouldFind ? found : own).map { "\($0.concept) \"\($0.words)\" by \($0.pattern)" }
        return Failure(concept: concept, example: example, shouldFind: shouldFind, found: shown)
    }

    /// Everything that the lexicon finds in a text, as concept, words and pattern.
    public func matches(in text: String) -> [(concept: String, words: String, pattern: String)] {
        let source = SourceText(bytes: Array(text.utf8))
        var builder = DocumentBuilder(source: source)
        builder.open(.paragraph)
        builder.append(verbatim: 0..<source.bytes.count)
        let document = builder.finish(
            path: "example", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        let tokens = segmenter.segment(document)
        let matches = matcher.matches(in: tokens)
        let entries = (matches.concepts + matches.devices + matches.genres).map { (match: Match) in
            let entry = lexicon.entries[match.entry]
            return (lexicon.concepts[entry.concept].id, document.string(tokens.span(of: match.tokens)), entry.pattern)
        }
        let nouns = matches.nouns.flatMap { noun in
            lexicon.concepts.filter { $0.kind.isNoun(NounClass.allCases[noun.noun]) }.map {
                ($0.id, document.string(tokens.span(of: noun.tokens)), "@" + NounClass.allCases[noun.noun].rawValue)
            }
        }
        return entries + nouns
    }
}

extension ConceptKind {
    fileprivate func isNoun(_ noun: NounClass) -> Bool {
        if case .noun(noun) = self { return true }
        return false
    }
}
