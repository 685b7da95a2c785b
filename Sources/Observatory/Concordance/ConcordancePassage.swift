internal import TextModel

/// A passage as concordance lines cut it up: its words are found once, however many uses stand in it.
struct ConcordancePassage {
    /// Text as bytes.
    let bytes: [UInt8]
    /// Where its words stand: what white space sets apart.
    private let words: [Range<Int>]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var words: [Range<Int>] = []
        var start = 0
        var offset = 0
        for character in text {
            let end = offset + character.utf8.count
            if character == " " || character == "\n" {
                if start < offset { words.append(start..<offset) }
                start = end
            }
            offset = end
        }
        if start < offset { words.append(start..<offset) }
        self.words = words
    }

    /// Number of words that begin before an offset.
    func count(before offset: Int) -> Int { words.partitioningIndex { $0.lowerBound >= offset } }

    /// The first words of a range up to a limit; those at its ends as far as they lie in it.
    func words(in range: Range<Int>, first limit: Int = .max) -> [String] {
        text(indices(in: range).prefix(limit), in: range)
    }

    /// The last words of a range up to a limit.
    func words(in range: Range<Int>, last limit: Int) -> [String] {
        text(indices(in: range).suffix(limit), in: range)
    }

    private func indices(in range: Range<Int>) -> Range<Int> {
        let next = count(before: range.lowerBound)
        let first = next > 0 && words[next - 1].upperBound > range.lowerBound ? next - 1 : next
        return first..<max(first, count(before: range.upperBound))
    }

    private func text(_ indices: Range<Int>, in range: Range<Int>) -> [String] {
        words[indices].map { String(decoding: bytes[$0.clamped(to: range)], as: UTF8.self) }
    }
}

/// The passage of the last use; uses come passage by passage.
struct ConcordancePassages {
    private var last: (path: String, block: Int, passage: ConcordancePassage)?
    /// How many passages were cut up.
    private(set) var count = 0

    /// A passage, whose text is asked for only when it is another one than before.
    mutating func passage(_ block: Int, of path: String, _ text: () -> String) -> ConcordancePassage {
        if let last, last.block == block, last.path == path { return last.passage }
        let passage = ConcordancePassage(text())
        last = (path, block, passage)
        count += 1
        return passage
    }
}
