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
        guard let first = parts.first, case .choice(_, let startsOptional) = first, !startsOptional else {
            throw PatternError("may not begin with a gap, a comma or an optional part")
        }
        guard let last = parts.last, case .choice(_, let endsOptional) = last, !endsOptional else {
            throw PatternError("may not end with a gap, a comma or an optional part")
        }
        var drafts = [Draft()]
        for part in parts {
            switch part {
            case .gap(let words):
                for index in drafts.indices { drafts[index].gap += words }
            case .comma:
                for index in drafts.indices { drafts[index].allowsComma = true }
            case .choice(let alternatives, let isOptional):
                let options = try Self.unfold(alternatives, inflector: inflector)
                drafts = drafts.flatMap { draft in options.map { draft.appending($0) } + (isOptional ? [draft] : []) }
                guard drafts.count <= Self.maximumSequences else {
                    throw PatternError("unfolds into more than \(Self.maximumSequences) sequences; split it")
                }
            }
        }
        guard drafts.allSatisfy({ draft in draft.steps.allSatisfy { $0.gap <= Self.maximumGap } }) else {
            throw PatternError("gaps may not add up to more than \(Self.maximumGap) words")
        }
        sequences = drafts.map(\.steps)
    }

    /// A sequence under construction, with the gap that stands before its next step.
    private struct Draft {
        var steps: [Step] = []
        var gap = 0
        var allowsComma = false

        func appending(_ option: [Step]) -> Draft {
            var option = option
            option[0].gap = gap
            option[0].allowsComma = allowsComma
            return Draft(steps: steps + option)
        }
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
            guard prefix.utf8.count >= 4 else {
                throw PatternError("\"\(prefix)*\": a prefix needs four letters or more")
            }
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
