/// Where the candidates of every sentence and block lie in the list of all, which is in order of place.
struct CandidateIndex: Sendable {
    /// For every sentence, and the end, how many candidates stand before it.
    private let firstOfSentence: [Int]
    private let firstSentenceOfBlock: [Int]

    /// Linear in sentences and candidates.
    init(_ candidates: [Candidate], in tokens: TokenStream) {
        var firstOfSentence: [Int] = []
        firstOfSentence.reserveCapacity(tokens.sentences.count + 1)
        var next = 0
        for sentence in tokens.sentences.indices {
            while next < candidates.count, candidates[next].sentence < sentence { next += 1 }
            firstOfSentence.append(next)
        }
        self.firstOfSentence = firstOfSentence + [candidates.count]
        firstSentenceOfBlock = tokens.firstSentenceOfBlock
    }

    /// Candidates of a sentence.
    func members(ofSentence sentence: Int) -> Range<Int> {
        firstOfSentence[sentence]..<firstOfSentence[sentence + 1]
    }

    /// Candidates of a block.
    func members(ofBlock block: Int) -> Range<Int> {
        firstOfSentence[firstSentenceOfBlock[block]]..<firstOfSentence[firstSentenceOfBlock[block + 1]]
    }
}
