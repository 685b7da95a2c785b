/// Words of a passage with their counts.
struct WordBag {
    /// The passage in lower case.
    let text: String
    /// Number of its words.
    let total: Int
    /// Its words by their numbers, ascending, and how often each is there.
    private let counts: [(word: Int, count: Int)]

    /// Counts the words of a text; equal words have equal numbers in all bags that share `numbers`.
    init(_ text: String, numbers: inout [Substring: Int]) {
        self.text = text.lowercased()
        var counts: [Int: Int] = [:]
        var total = 0
        for word in self.text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            let number = numbers[word] ?? numbers.count
            numbers[word] = number
            counts[number, default: 0] += 1
            total += 1
        }
        self.total = total
        self.counts = counts.map { (word: $0.key, count: $0.value) }.sorted { $0.word < $1.word }
    }

    /// Twice the common words over all words of both.
    func likeness(_ other: WordBag) -> Double {
        guard total + other.total > 0 else { return 0 }
        var common = 0
        var (i, j) = (0, 0)
        while i < counts.count, j < other.counts.count {
            let (a, b) = (counts[i], other.counts[j])
            if a.word == b.word { common += min(a.count, b.count) }
            if a.word <= b.word { i += 1 }
            if b.word <= a.word { j += 1 }
        }
        return Double(2 * common) / Double(total + other.total)
    }
}
