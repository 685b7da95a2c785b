import Lexicons
import TextModel

@testable import Analysis

/// A lexicon of a few patterns, written in the test that uses it.
struct TinyLexicon {
    /// A concept of a family, with its own keys in YAML and its entries.
    struct Concept {
        let family: String
        let keys: String
        let entries: [String]
        var innocent: [String] = []

        static func value(_ entries: String..., innocent: [String] = []) -> Concept {
            Concept(family: "value", keys: "legitimacy: listed", entries: entries, innocent: innocent)
        }
        static func counterweight(_ entries: String..., innocent: [String] = []) -> Concept {
            Concept(family: "counterweight", keys: "generic: false", entries: entries, innocent: innocent)
        }
        static func control(plain: [String] = [], strong: [String] = [], weak: [String] = [], innocent: [String] = [])
            -> Concept
        {
            let marked = [("strong", strong), ("weak", weak)].flatMap { strength, patterns in
                patterns.map { "{pattern: \"\($0)\", strength: \(strength)}" }
            }
            return Concept(
                family: "control", keys: "intrusiveness: 3\n    touches: []", entries: plain + marked,
                innocent: innocent)
        }
        /// A control in which people act.
        static func conduct(_ pattern: String) -> Concept {
            Concept(
                family: "control", keys: "intrusiveness: 3\n    touches: []",
                entries: ["{pattern: \"\(pattern)\", act: conduct}"])
        }
        static func device(_ role: DeviceRole, _ entries: String...) -> Concept {
            Concept(family: "device", keys: "role: \(role.rawValue)", entries: entries)
        }
        static func noun(_ noun: NounClass, _ entries: String...) -> Concept {
            Concept(family: "noun", keys: "class: \(noun.rawValue)", entries: entries)
        }
    }

    let lexicon: Lexicon

    /// Compiles the concepts; the first is "K0", the second "K1".
    init(_ concepts: Concept...) throws {
        try self.init(concepts)
    }

    init(_ concepts: [Concept]) throws {
        var files = [
            ("pack.yaml", "name: tiny\nversion: 0.0.0\nlicence: none\n"),
            ("profiles/default.yaml", Self.profile),
            (
                "en/language.yaml",
                """
                language: en
                abbreviations: []
                enders: ["."]
                closers: []
                numerals: [three]
                function-words: [the]
                spellings: {isation: [ization]}

                """
            ),
        ]
        for (index, concept) in concepts.enumerated() {
            let entries = concept.entries.map { "      - " + ($0.hasPrefix("{") ? $0 : "\"\($0)\"") }
            let innocent = concept.innocent.map { "      - \"\($0)\"" }
            files.append(
                (
                    "en/k\(index).yaml",
                    """
                    family: \(concept.family)
                    concepts:
                      - id: K\(index)
                        name: k\(index)
                        title: k\(index)
                        \(concept.keys)
                        entries:
                    \(entries.joined(separator: "\n"))
                    \(innocent.isEmpty ? "" : "    innocent:\n" + innocent.joined(separator: "\n"))
                        examples: {find: [], pass: []}

                    """
                ))
        }
        lexicon = try LexiconSource(files: files).compile(sha256: "").lexicon
    }

    /// What the matcher finds in a paragraph: concept and words, by place.
    func found(in text: String) -> [String] {
        let (document, tokens, matches) = matches(in: text)
        return (matches.concepts + matches.devices).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map {
            lexicon.concepts[lexicon.entries[$0.entry].concept].id + " " + document.string(tokens.span(of: $0.tokens))
        }
    }

    /// The document, its words and the matches in it.
    func matches(in text: String) -> (document: Document, tokens: TokenStream, matches: Matches) {
        var builder = DocumentBuilder(source: SourceText(bytes: Array(text.utf8)))
        builder.open(.paragraph)
        builder.append(verbatim: 0..<text.utf8.count)
        let document = builder.finish(path: "x", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
        let segmenter = Segmenter(lexicon)
        let tokens = segmenter.segment(document)
        return (document, tokens, Matcher(lexicon, types: segmenter.types).matches(in: tokens))
    }

    private static let profile = """
        weights: {base: 0.5, intrusiveness: 0.1, value: 0.1, scope: 0.1, discretion: 0.1, legitimacy: 0.1}
        gate: {asserted: 1}
        bindingness: {none: 1}
        mitigation: {cap: 0.5, cap-intrusive: 0.5}
        thresholds: {low: 10, moderate: 30, high: 55, severe: 75}

        """
}
