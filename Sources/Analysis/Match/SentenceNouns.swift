/// The noun phrases of one sentence, by their first word counted from its start.
struct SentenceNouns {
    /// One noun phrase; words are counted from the start of the sentence.
    struct Phrase {
        let noun: Int
        let start: Int
        let end: Int
    }

    /// Noun phrases, ascending by their first word.
    private(set) var phrases: [Phrase] = []
    /// First phrase at every word, or -1.
    private var first: [Int16] = []

    /// Takes the phrases of another sentence with so many words; they ascend by their first word.
    mutating func begin(words: Int) {
        for phrase in phrases { first[phrase.start] = -1 }
        phrases.removeAll(keepingCapacity: true)
        while first.count < words { first.append(-1) }
    }

    /// Adds the next phrase; phrases ascend by their first word.
    mutating func add(_ noun: Int, start: Int, end: Int) {
        if first[start] < 0 { first[start] = Int16(truncatingIfNeeded: phrases.count) }
        phrases.append(Phrase(noun: noun, start: start, end: end))
    }

    /// Phrases that begin at a word.
    @inline(__always)
    func starting(at word: Int) -> Range<Int> {
        let start = Int(first[word])
        guard start >= 0 else { return 0..<0 }
        var end = start
        while end < phrases.count, phrases[end].start == word { end += 1 }
        return start..<end
    }

    /// Word after the longest phrase of a class at a word, if there is one.
    func end(of noun: Int, at word: Int) -> Int? {
        for index in starting(at: word) where phrases[index].noun == noun { return phrases[index].end }
        return nil
    }
}
