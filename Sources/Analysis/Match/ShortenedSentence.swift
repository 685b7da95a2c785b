internal import Lexicons

/// A sentence without what commas insert after an auxiliary, so that a phrase is found around it: "the paper may, by order
/// of the prefect, be suspended".
struct ShortenedSentence {
    /// The words that are left; nothing stands before the first one after an insertion.
    private(set) var words: [Token] = []
    /// Where each of them stands in the whole sentence.
    private var places: [Int] = []

    /// So many words an insertion has at most.
    private static let longestInsertion = 14

    /// Reads over the insertions of a sentence, its range of all tokens; `false` when it has none. Linear in its words.
    mutating func shorten(_ range: Range<Int>, of tokens: Span<Token>, _ traits: FlatList<WordTypes.Traits>) -> Bool {
        words.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var next = range.lowerBound
        var copied = next
        while next < range.upperBound {
            guard tokens[next].breakBefore == .comma, next > range.lowerBound,
                traits[tokens[next - 1].type].contains(.auxiliary),
                let end = Self.end(of: next, before: range.upperBound, tokens)
            else {
                next += 1
                continue
            }
            copy(copied..<next, of: tokens, from: range.lowerBound)
            places.append(end - range.lowerBound)
            words.append(tokens[end].following)
            copied = end + 1
            next = end + 1
        }
        guard !words.isEmpty else { return false }
        copy(copied..<range.upperBound, of: tokens, from: range.lowerBound)
        return true
    }

    /// Where a match in the shortened sentence stands in the whole one; `nil` when it reads over nothing.
    func whole(_ found: TrieWalk.Found) -> TrieWalk.Found? {
        let (start, last) = (places[found.start], places[found.end - 1])
        guard last - start > found.end - 1 - found.start else { return nil }
        return TrieWalk.Found(entry: found.entry, start: start, end: last + 1)
    }

    private mutating func copy(_ range: Range<Int>, of tokens: Span<Token>, from start: Int) {
        for index in range {
            places.append(index - start)
            words.append(tokens[index])
        }
    }

    /// The word after the comma that closes an insertion, if one does.
    private static func end(of start: Int, before limit: Int, _ tokens: Span<Token>) -> Int? {
        var next = start + 1
        while next < limit, next - start <= longestInsertion {
            if tokens[next].breakBefore == .comma { return next }
            if tokens[next].breakBefore > .comma { return nil }
            next += 1
        }
        return nil
    }
}
