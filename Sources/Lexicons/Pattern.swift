/// A phrase pattern: words with inflection, alternatives, optional parts, bounded gaps and noun-class slots.
///
/// | written | means |
/// |---|---|
/// | `word` | that form; hyphens split words |
/// | `word+` | every inflection |
/// | `word*` | every word with that prefix, of four letters or more |
/// | `[a\|b c]`, `[a\|b]+`, `[a\|b]?`, `word?` | alternatives, inflected alternatives, optional parts |
/// | `@class`, `@number` | a noun phrase of a class, a number |
/// | `…`, `~`, `<n>` | a gap of up to 6, 12, n words |
/// | `,` | a comma may stand here |
///
/// A pattern compiles to a few sequences of steps; a step is one word out of a set, or a slot.
struct Pattern {
    /// What one step matches.
    enum Target: Hashable {
        case words(Set<String>)
        case prefix(String)
        case noun(NounClass)
        case number
    }

    /// One step: skip up to `gap` words, then match the target.
    struct Step: Hashable {
        var gap: Int
        var allowsComma: Bool
        var target: Target
    }

    /// All sequences that the pattern stands for; every one is a match of the pattern.
    let sequences: [[Step]]

    /// Gaps longer than this are refused: matching would no longer be bounded in practice.
    static let maximumGap = 12
    /// A pattern that unfolds into more sequences than this is refused.
    static let maximumSequences = 512

    /// Parses and unfolds a pattern.
    ///
    /// - Throws: ``PatternError`` with what is wrong and what is allowed.
    init(_ text: String, inflecting inflector: Inflector) throws(PatternError) {
        var parser = PatternParser(text)
        let parts = try parser.parts()
        var sequences: [[Step]] = [[]]
        var gap = 0
        var comma = false
        for part in parts {
            switch part {
            case .gap(let words): gap += words
            case .comma: comma = true
            case .choice(let alternatives, let isOptional):
                var options = try Self.unfold(alternatives, inflector: inflector)
                for index in options.indices where !options[index].isEmpty {
                    options[index][0].gap = gap
                    options[index][0].allowsComma = comma
                }
                if isOptional {
                    guard gap == 0 else { throw PatternError("a gap stands before an optional part; write two patterns") }
                    options.append([])
                }
                sequences = sequences.flatMap { head in options.map { head + $0 } }
                guard sequences.count <= Self.maximumSequences else {
                    throw PatternError("unfolds into more than \(Self.maximumSequences) sequences; split it")
                }
                gap = 0
                comma = false
            }
        }
        guard gap == 0, !comma else { throw PatternError("may not end with a gap or a comma") }
        guard let first = parts.first, case .choice(_, let startsOptional) = first, !startsOptional else {
            throw PatternError("may not begin with a gap, a comma or an optional part")
        }
        if case .choice(_, true)? = parts.last { throw PatternError("may not end with an optional part") }
        self.sequences = sequences
    }

    private static func unfold(
        _ alternatives: [[PatternParser.Word]], inflector: Inflector
    ) throws(PatternError) -> [[Step]] {
        var single: Set<String> = []
        var sequences: [[Step]] = []
        for alternative in alternatives {
            var steps: [Step] = []
            for word in alternative {
                steps.append(Step(gap: 0, allowsComma: false, target: try target(of: word, inflector: inflector)))
            }
            if steps.count == 1, case .words(let forms) = steps[0].target {
                single.formUnion(forms)
            } else {
                sequences.append(steps)
            }
        }
        if !single.isEmpty { sequences.append([Step(gap: 0, allowsComma: false, target: .words(single))]) }
        return sequences
    }

    private static func target(
        of word: PatternParser.Word, inflector: Inflector
    ) throws(PatternError) -> Target {
        switch word {
        case .exact(let form): return .words(inflector.spellings(of: form))
        case .inflected(let base): return .words(inflector.forms(of: base))
        case .prefix(let prefix):
            guard prefix.utf8.count >= 4 else { throw PatternError("\"\(prefix)*\": a prefix needs four letters or more") }
            return .prefix(prefix)
        case .slot("number"): return .number
        case .slot(let name):
            guard let noun = NounClass(rawValue: name) else {
                let known = NounClass.allCases.map { "@" + $0.rawValue } + ["@number"]
                throw PatternError("unknown class @\(name); known: \(known.joined(separator: " "))")
            }
            return .noun(noun)
        }
    }
}

/// What is wrong with a pattern.
struct PatternError: Error {
    let message: String
    init(_ message: String) { self.message = message }
}
