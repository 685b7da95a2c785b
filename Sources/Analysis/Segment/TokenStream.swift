package import TextModel

/// The words of a document, in flat arrays: a token is an index.
///
/// Punctuation is no token; what stands between two words is kept as the break before the second.
package struct TokenStream: Sendable {
    /// What stands before a token, from nothing to the end of a sentence.
    package enum Break: UInt8, Sendable, Comparable {
        case none, mark, comma, clause, sentence

        package static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
    }

    /// First byte of every token in the document's text.
    package var start: [UInt32] = []
    /// Byte after every token.
    package var end: [UInt32] = []
    /// Word type of every token, an index into ``WordTypes``.
    package var type: [UInt32] = []
    /// Break before every token.
    package var breakBefore: [Break] = []
    /// Whether the token begins with a capital.
    package var isCapitalised: [Bool] = []
    /// First token of every sentence, and the number of tokens at the end.
    package var firstTokenOfSentence: [Int] = []
    /// Sentences in order.
    package var sentences: [Sentence] = []
    /// First sentence of every block, and the number of sentences at the end.
    package var firstSentenceOfBlock: [Int] = []
    /// Token ranges that stand in quotation marks, in order of their start.
    package var quotations: [Range<Int>] = []

    /// Number of tokens.
    package var count: Int { start.count }

    /// Tokens of a sentence.
    package func tokens(of sentence: Int) -> Range<Int> {
        firstTokenOfSentence[sentence]..<firstTokenOfSentence[sentence + 1]
    }

    /// Sentences of a block.
    package func sentences(of block: Int) -> Range<Int> {
        firstSentenceOfBlock[block]..<firstSentenceOfBlock[block + 1]
    }

    /// The bytes that a range of tokens covers, punctuation between them included.
    package func span(of tokens: Range<Int>) -> TextSpan {
        TextSpan(Int(start[tokens.lowerBound]), Int(end[tokens.upperBound - 1]))
    }
}
