package import TextModel

/// The words of a document: a token is an index.
///
/// Punctuation is no token; what stands between two words is kept as the break before the second.
package struct TokenStream: Sendable {
    /// What stands before a token, from nothing to the end of a sentence.
    package enum Break: UInt8, Sendable, Comparable {
        case none, mark, comma, clause, sentence

        package static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
    }

    /// All tokens in order.
    package var list: [Token] = []
    /// First token of every sentence, and the number of tokens at the end.
    package var firstTokenOfSentence: [Int] = []
    /// Sentences in order.
    package var sentences: [Sentence] = []
    /// First sentence of every block, and the number of sentences at the end.
    package var firstSentenceOfBlock: [Int] = []
    /// What stands before the first item of a list within a block, by block.
    package var leads: [Int: Lead] = [:]
    /// Token ranges that stand in quotation marks, in order of their start.
    package var quotations: [Range<Int>] = []

    /// The words that a list within a block hangs on.
    package struct Lead: Sendable {
        let sentence: Int
        let tokens: Range<Int>
    }

    /// Number of tokens.
    package var count: Int { list.count }
    /// Word type of every token, an index into ``WordTypes``.
    package var type: Types { Types(list: list) }
    /// Break before every token.
    package var breakBefore: Breaks { Breaks(list: list) }
    /// Whether a token begins with a capital.
    package var isCapitalised: Capitals { Capitals(list: list) }

    /// Tokens of a sentence.
    package func tokens(of sentence: Int) -> Range<Int> {
        firstTokenOfSentence[sentence]..<firstTokenOfSentence[sentence + 1]
    }

    /// Sentences of a block.
    package func sentences(of block: Int) -> Range<Int> {
        firstSentenceOfBlock[block]..<firstSentenceOfBlock[block + 1]
    }

    /// Quotations of a block. Logarithmic in all quotations, of which none spans two blocks.
    package func quotations(of block: Int) -> ArraySlice<Range<Int>> {
        let sentences = sentences(of: block)
        let first = firstTokenOfSentence[sentences.lowerBound]
        let end = firstTokenOfSentence[sentences.upperBound]
        func place(of token: Int) -> Int {
            var low = 0
            var high = quotations.count
            while low < high {
                let middle = (low + high) / 2
                if quotations[middle].lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return quotations[place(of: first)..<place(of: end)]
    }

    /// The bytes that a range of tokens covers, punctuation between them included.
    package func span(of tokens: Range<Int>) -> TextSpan {
        TextSpan(Int(list[tokens.lowerBound].start), Int(list[tokens.upperBound - 1].end))
    }
}

extension TokenStream {
    /// Word types by token.
    package struct Types {
        fileprivate let list: [Token]
        package subscript(token: Int) -> Int { list[token].type }
    }

    /// Breaks by token.
    package struct Breaks {
        fileprivate let list: [Token]
        package subscript(token: Int) -> Break { list[token].breakBefore }
    }

    /// Capitals by token.
    package struct Capitals {
        fileprivate let list: [Token]
        package subscript(token: Int) -> Bool { list[token].isCapitalised }
    }
}
