/// Reads the notation of ``Pattern`` into parts.
struct PatternParser {
    enum Word: Equatable {
        case exact(String)
        case inflected(String)
        case prefix(String)
        case slot(String)
    }

    enum Part: Equatable {
        case choice([[Word]], isOptional: Bool)
        case gap(Int)
        case comma
    }

    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func parts() throws(PatternError) -> [Part] {
        var parts: [Part] = []
        while true {
            skipSpaces()
            guard let next = rest.first else { break }
            switch next {
            case "[": parts.append(try bracket())
            case "…": rest.removeFirst(); parts.append(.gap(6))
            case "~": rest.removeFirst(); parts.append(.gap(12))
            case "<": parts.append(try numberedGap())
            case ",": rest.removeFirst(); parts.append(.comma)
            default: parts += try plainWords()
            }
        }
        guard !parts.isEmpty else { throw PatternError("is empty") }
        return parts
    }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    private mutating func numberedGap() throws(PatternError) -> Part {
        rest.removeFirst()
        let digits = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard rest.first == ">", let words = Int(digits), (1...Pattern.maximumGap).contains(words) else {
            throw PatternError("a gap is written <1> to <\(Pattern.maximumGap)>")
        }
        rest.removeFirst()
        return .gap(words)
    }

    private mutating func bracket() throws(PatternError) -> Part {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "]") else { throw PatternError("\"[\" has no \"]\"") }
        let inside = rest[..<end]
        rest = rest[rest.index(after: end)...]
        var inflects = false
        var isOptional = false
        while let mark = rest.first, mark == "+" || mark == "?" {
            if mark == "+" { inflects = true } else { isOptional = true }
            rest.removeFirst()
        }
        var alternatives: [[Word]] = []
        for alternative in inside.split(separator: "|", omittingEmptySubsequences: false) {
            var words: [Word] = []
            for token in alternative.split(separator: " ") { words += try Self.words(of: token) }
            guard !words.isEmpty else {
                throw PatternError("an alternative in [\(inside)] is empty; write [\u{2026}]? for optional parts")
            }
            if inflects, case .exact(let base) = words[words.count - 1] { words[words.count - 1] = .inflected(base) }
            alternatives.append(words)
        }
        return .choice(alternatives, isOptional: isOptional)
    }

    private mutating func plainWords() throws(PatternError) -> [Part] {
        var token = rest.prefix { !" \t[<…~,".contains($0) }
        rest = rest.dropFirst(token.count)
        let isOptional = token.last == "?"
        if isOptional { token = token.dropLast() }
        let words = try Self.words(of: token)
        if isOptional { return [.choice([words], isOptional: true)] }
        return words.map { .choice([[$0]], isOptional: false) }
    }

    /// The words of one blank-separated token: hyphens split, marks belong to the last word.
    private static func words(of token: Substring) throws(PatternError) -> [Word] {
        if token.first == "@" { return [.slot(String(token.dropFirst()))] }
        var body = token
        let mark = body.last
        if mark == "+" || mark == "*" { body = body.dropLast() }
        let pieces = body.split(separator: "-").map { $0.lowercased() }
        guard let last = pieces.last else { throw PatternError("\"\(token)\" has no letters") }
        for piece in pieces {
            guard
                piece.unicodeScalars.allSatisfy({
                    $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "'" || $0 == "."
                })
            else {
                throw PatternError("\"\(piece)\" holds a sign that is neither letter nor digit; see the table of signs")
            }
        }
        var words = pieces.dropLast().map(Word.exact)
        switch mark {
        case "+": words.append(.inflected(last))
        case "*": words.append(.prefix(last))
        default: words.append(.exact(last))
        }
        return words
    }
}
