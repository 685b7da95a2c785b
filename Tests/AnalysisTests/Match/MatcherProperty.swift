import TestSupport
import Testing
import TextModel

@testable import Analysis
@testable import Lexicons

/// The matcher against a plain recursion over the sequences that a pattern unfolds to.
struct MatcherProperty {
    @Test(arguments: 1...150 as ClosedRange<UInt64>)
    func findsWhatAPlainSearchFinds(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let pattern = Self.pattern(&random)
        let lexicon = try TinyLexicon(.value(pattern), .noun(.authority, "cc", "cc dd", "ee aa"))
        let sequences = try Pattern(pattern, inflecting: Inflector(irregular: [:])).sequences
        for _ in 0..<12 {
            let words = (0..<random.number(1...24)).map { _ in NaiveSearch.Word.random(&random) }
            let text = NaiveSearch.text(words)
            let (_, tokens, matches) = lexicon.matches(in: text)
            try #require(tokens.count == words.count, "the text was cut into other words: \(text)")
            let expected = NaiveSearch(words).matches(of: sequences)
            #expect(matches.concepts.map(\.tokens) == expected, "\(pattern) in \(text)")
        }
    }

    /// A pattern of up to five parts with every sign of the notation.
    private static func pattern(_ random: inout SeededGenerator) -> String {
        var parts: [String] = [random.pick(["aa", "bb", "cc", "[aa|bb dd]", "@authority", "abcd*", "bb+"])]
        for _ in 0..<random.number(0...4) {
            parts.append(
                random.pick([
                    "aa", "bb", "[cc|dd ee]", "[bb|dd]?", "ee?", "@authority", "@number", "<1>", "<2>", ",", ", [dd]?",
                    "<3>",
                ]))
        }
        parts.append(random.pick(["aa", "dd", "[ee|aa bb]", "@number", "@authority"]))
        return parts.joined(separator: " ")
    }
}

/// Words with the marks before them, searched by trying every sequence at every word.
private struct NaiveSearch {
    struct Word {
        let spelling: String
        let breakBefore: TokenStream.Break

        static func random(_ random: inout SeededGenerator) -> Word {
            Word(
                spelling: random.pick(["aa", "bb", "cc", "dd", "ee", "abcdef", "bbs", "7", "three", "xx"]),
                breakBefore: random.pick([
                    .none, .none, .none, .none, .none, .none, .mark, .comma, .comma, .clause, .sentence,
                ]))
        }
    }

    private let words: [Word]
    private let nouns: [Range<Int>]
    private static let nounPhrases = [["cc"], ["cc", "dd"], ["ee", "aa"]]

    init(_ words: [Word]) {
        self.words = words
        var found: [Range<Int>] = []
        for start in words.indices {
            for phrase in Self.nounPhrases where start + phrase.count <= words.count {
                let range = start..<(start + phrase.count)
                let isTogether = range.dropFirst().allSatisfy { words[$0].breakBefore <= .mark }
                if isTogether, words[range].map(\.spelling) == phrase { found.append(range) }
            }
        }
        nouns = Self.longest(found)
    }

    /// The text whose words these are. A sentence begins with a capital.
    static func text(_ words: [Word]) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            let mark =
                switch word.breakBefore {
                case .none: " "
                case .mark: " ("
                case .comma: ", "
                case .clause: "; "
                case .sentence: "! "
                }
            let isFirst = index == 0 || word.breakBefore == .sentence
            text +=
                (index == 0 ? "" : mark)
                + (isFirst ? word.spelling.prefix(1).uppercased() + word.spelling.dropFirst() : word.spelling)
        }
        return text
    }

    func matches(of sequences: [[Pattern.Step]]) -> [Range<Int>] {
        Self.longest(
            words.indices.flatMap { start in
                ends(of: sequences, from: start).map { start..<$0 }
            })
    }

    /// Ends of every match that begins at a word.
    private func ends(of sequences: [[Pattern.Step]], from start: Int) -> [Int] {
        let grouped = Dictionary(grouping: sequences) { $0[0].target }
        return grouped.flatMap { target, group -> [Int] in
            guard let next = end(of: target, at: start) else { return [] }
            return continuations(of: group.map { Array($0.dropFirst()) }, at: next)
        }
    }

    /// Sequences with the same next step go on together, at the nearest word that leads one of them to its end.
    private func continuations(of sequences: [[Pattern.Step]], at position: Int) -> [Int] {
        var found = sequences.contains(where: \.isEmpty) ? [position] : []
        for (step, group) in Dictionary(grouping: sequences.filter { !$0.isEmpty }, by: { $0[0] }) {
            let allowed: TokenStream.Break = step.gap > 0 || step.allowsComma ? .comma : .mark
            for word in position...(position + step.gap) {
                guard word < words.count, words[word].breakBefore <= allowed else { break }
                guard let next = end(of: step.target, at: word) else { continue }
                let ends = continuations(of: group.map { Array($0.dropFirst()) }, at: next)
                found += ends
                if !ends.isEmpty { break }
            }
        }
        return found
    }

    private func end(of target: Pattern.Target, at word: Int) -> Int? {
        let spelling = words[word].spelling
        switch target {
        case .words(let forms): return forms.contains(spelling) ? word + 1 : nil
        case .prefix(let prefix): return spelling.hasPrefix(prefix) ? word + 1 : nil
        case .number: return spelling == "7" || spelling == "three" ? word + 1 : nil
        case .noun(let noun): return noun == .authority ? nouns.first { $0.lowerBound == word }?.upperBound : nil
        }
    }

    /// The longest, then the earliest, none overlapping another.
    private static func longest(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        for range in Set(ranges).sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) })
        where !kept.contains(where: range.overlaps) {
            kept.append(range)
        }
        return kept.sorted { $0.lowerBound < $1.lowerBound }
    }
}
