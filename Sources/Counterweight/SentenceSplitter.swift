internal import Analysis
public import Lexicons
public import TextModel

/// Cuts documents into sentences, as the analyzer sees them.
///
/// A sentence never crosses a block. Abbreviations, initials, numbers and list labels are told from the ends of
/// sentences by the words of the lexicon's language.
public struct SentenceSplitter: Sendable {
    private let segmenter: Segmenter

    /// A splitter for the language of a lexicon.
    public init(_ lexicon: Lexicon) { segmenter = Segmenter(lexicon) }

    /// The sentences of every block, in order. Linear in the text.
    public func sentences(of document: Document) -> [Sentence] {
        segmenter.segment(document).sentences
    }
}
