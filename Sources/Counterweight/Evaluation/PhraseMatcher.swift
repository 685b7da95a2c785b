/// Compares phrases that two readers marked in the same passage.
enum PhraseMatcher {
    /// Counts over all passages; every predicted phrase is matched at most once, the first that fits.
    static func compare<Phrase>(
        _ pairs: [(gold: [Phrase], predicted: [Phrase])], phrase: (Phrase) -> String,
        isRight: (Phrase, Phrase) -> Bool
    ) -> Evaluation.Phrases {
        var result = Evaluation.Phrases()
        for pair in pairs {
            var rest = pair.predicted
            for wanted in pair.gold {
                guard let index = rest.firstIndex(where: { overlap(phrase(wanted), phrase($0)) }) else {
                    result.accuracy.misses += 1
                    continue
                }
                result.accuracy.hits += 1
                if isRight(wanted, rest[index]) { result.rightAttributes += 1 }
                rest.remove(at: index)
            }
            result.accuracy.falseAlarms += rest.count
        }
        return result
    }

    /// Whether one phrase holds the other, or both share half of the words of the shorter.
    static func overlap(_ a: String, _ b: String) -> Bool {
        let (first, second) = (normal(a), normal(b))
        guard !first.isEmpty, !second.isEmpty else { return false }
        if contains(first, second) || contains(second, first) { return true }
        let (left, right) = (words(first), words(second))
        return 2 * left.intersection(right).count >= min(left.count, right.count)
    }

    /// Lower case, without white space at the ends.
    private static func normal(_ text: String) -> [Unicode.Scalar] {
        let scalars = Array(text.lowercased().unicodeScalars)
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return [] }
        return Array(scalars[first...last])
    }

    private static func words(_ scalars: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
        Set(scalars.split(whereSeparator: \.properties.isWhitespace).map(Array.init))
    }

    private static func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
