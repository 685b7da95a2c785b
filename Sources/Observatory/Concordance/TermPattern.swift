/// A term to look for: words in a row, where `*` stands for any letters of a word. Case does not matter, nor whether an
/// apostrophe is straight or curled.
package struct TermPattern: Sendable, Hashable {
    private let words: [String]

    /// Reads a term; `nil` when there is no word in it.
    package init?(_ text: String) {
        words = text.lowercased().replacing("’", with: "'").split { $0 == " " || $0 == "\n" }.map(String.init)
        guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else { return nil }
    }

    /// Ranges of bytes of a text where the term stands; none overlaps another.
    package func ranges(in text: String) -> [Range<Int>] {
        let tokens = Self.tokens(of: text)
        var found: [Range<Int>] = []
        var index = 0
        while index + words.count <= tokens.count {
            let isHere = words.indices.allSatisfy { Self.matches(words[$0][...], tokens[index + $0].word[...]) }
            if isHere {
                found.append(tokens[index].range.lowerBound..<tokens[index + words.count - 1].range.upperBound)
                index += words.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The term as a query of the full-text index, which gives passages that may have it; `nil` where the index cannot
    /// help: a star elsewhere than at the end.
    var indexQuery: String? {
        let isPrefix = words.last?.hasSuffix("*") == true
        let phrase = words.joined(separator: " ").dropLast(isPrefix ? 1 : 0)
        guard !phrase.contains("*"), phrase.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return "\"\(phrase.replacing("\"", with: "\"\""))\"" + (isPrefix ? " *" : "")
    }

    private static func tokens(of text: String) -> [(word: String, range: Range<Int>)] {
        var tokens: [(word: String, range: Range<Int>)] = []
        var word = ""
        var start = 0
        var offset = 0
        func isPart(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || !word.isEmpty && "-'’".contains(character)
        }
        for character in text {
            let length = character.utf8.count
            if isPart(character) {
                if word.isEmpty { start = offset }
                word += character.lowercased()
            } else if !word.isEmpty {
                tokens.append((word, start..<offset))
                word = ""
            }
            offset += length
        }
        if !word.isEmpty { tokens.append((word, start..<offset)) }
        return tokens.map { token in
            // A hyphen or apostrophe at the end is punctuation.
            let trimmed = token.word.reversed().prefix { "-'’".contains($0) }
            let bytes = trimmed.reduce(0) { $0 + $1.utf8.count }
            return (
                String(token.word.dropLast(trimmed.count)).replacing("’", with: "'"),
                token.range.lowerBound..<(token.range.upperBound - bytes)
            )
        }
    }

    private static func matches(_ pattern: Substring, _ word: Substring) -> Bool {
        guard let star = pattern.firstIndex(of: "*") else { return pattern == word }
        let head = pattern[..<star]
        guard word.hasPrefix(head) else { return false }
        let rest = pattern[pattern.index(after: star)...]
        var tail = word.dropFirst(head.count)
        while true {
            if matches(rest, tail) { return true }
            guard !tail.isEmpty else { return false }
            tail = tail.dropFirst()
        }
    }
}
