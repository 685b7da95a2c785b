internal import Yams

/// Reads `language.yaml`: what the segmenter and the inflector must know of a language.
enum LanguageReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> (language: Language, irregular: [String: [String]])? {
        guard var mapping = yaml.mapping(node, what: "a language file") else { return nil }
        let tag = yaml.string("language", in: &mapping)
        let abbreviations = yaml.strings("abbreviations", in: &mapping, isRequired: true)
        let initials = yaml.flag("initials", in: &mapping, default: true)
        let enders = yaml.strings("enders", in: &mapping, isRequired: true)
        let closers = yaml.strings("closers", in: &mapping, isRequired: true)
        let numerals = yaml.strings("numerals", in: &mapping)
        let starters = yaml.strings("starters", in: &mapping)
        let functionWords = yaml.strings("function-words", in: &mapping)
        let clauseOpeners = yaml.strings("clause-openers", in: &mapping)
        var irregular: [String: [String]] = [:]
        if let table = yaml.optional("irregular", in: &mapping), let words = yaml.mapping(table, what: "irregular") {
            for (key, forms) in words.node {
                guard let base = yaml.string(key, what: "irregular") else { continue }
                irregular[base] = yaml.nodes(forms, what: base).compactMap { yaml.string($0, what: base) }
            }
        }
        yaml.finish(mapping)
        guard let tag else { return nil }
        let language = Language(
            tag: tag, abbreviations: Set(abbreviations.map(withoutPeriod)), starters: Set(starters.map { $0.lowercased() }),
            initials: initials, enders: scalars(enders), closers: scalars(closers),
            functionWords: Set(functionWords.map { $0.lowercased() }),
            clauseOpeners: Set(clauseOpeners.map { $0.lowercased() }), numerals: numerals)
        return (language, irregular)
    }

    private static func withoutPeriod(_ abbreviation: String) -> String {
        let lowered = abbreviation.lowercased()
        return lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
    }

    private static func scalars(_ texts: [String]) -> Set<Unicode.Scalar> {
        Set(texts.flatMap(\.unicodeScalars))
    }
}
