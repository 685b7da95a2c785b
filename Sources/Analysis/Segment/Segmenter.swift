package import Lexicons
package import TextModel

/// Cuts a document into sentences and words, one pass over its bytes.
///
/// A sentence never crosses a block. A period ends one unless it belongs to an abbreviation, an initial,
/// a number or a list label, or a lower-case word follows; the word lists are the language's.
package struct Segmenter: Sendable {
    /// The words that the lexicon tells apart.
    package let types: WordTypes
    private let lists: InlineList

    /// A segmenter for the language of a lexicon.
    package init(_ lexicon: Lexicon) {
        types = lexicon.types
        lists = InlineList(lexicon)
    }

    /// Words and sentences of every block. Linear in the text.
    package func segment(_ document: Document) -> TokenStream {
        var scanner = BlockScanner(
            types, lists: lists, expectedBytes: document.text.count, blocks: document.blocks.count)
        for (index, block) in document.blocks.enumerated() {
            scanner.scan(document.text.span, block.span, block: index)
        }
        return scanner.finish()
    }
}
