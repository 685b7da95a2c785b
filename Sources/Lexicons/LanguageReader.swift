internal import Yams

/// Reads `language.yaml`: what the segmenter and the inflector must know of a language.
enum LanguageReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> (language: Language, inflector: Inflector)? {
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
        let auxiliaries = yaml.strings("auxiliaries", in: &mapping)
        let coordinators = yaml.strings("coordinators", in: &mapping)
        let pastTenses = yaml.strings("past-tenses", in: &mapping)
        let firstPersons = yaml.strings("first-persons", in: &mapping)
        let thirdPersons = yaml.strings("third-persons", in: &mapping)
        let conversational = yaml.strings("conversational", in: &mapping)
        let infinitiveMarkers = yaml.strings("infinitive-markers", in: &mapping)
        let irregular = table("irregular", in: &mapping, with: &yaml)
        let spellings = table("spellings", in: &mapping, with: &yaml)
        yaml.finish(mapping)
        guard let tag else { return nil }
        let language = Language(
            tag: tag, abbreviations: Set(abbreviations.map(withoutPeriod)),
            starters: Set(starters.map { $0.lowercased() }),
            initials: initials, enders: scalars(enders), closers: scalars(closers),
            functionWords: Set(functionWords.map { $0.lowercased() }),
            clauseOpeners: Set(clauseOpeners.map { $0.lowercased() }),
            auxiliaries: Set(auxiliaries.map { $0.lowercased() }),
            coordinators: Set(coordinators.map { $0.lowercased() }),
            pastTenses: Set(pastTenses.map { $0.lowercased() }),
            firstPersons: Set(firstPersons.map { $0.lowercased() }),
            thirdPersons: Set(thirdPersons.map { $0.lowercased() }),
            conversational: Set(conversational.map { $0.lowercased() }),
            infinitiveMarkers: Set(infinitiveMarkers.map { $0.lowercased() }), numerals: numerals)
        return (language, Inflector(irregular: irregular, spellings: spellings))
    }

    /// A mapping of texts to lists of texts.
    private static func table(
        _ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [String: [String]] {
        guard let node = yaml.optional(key, in: &mapping), let rows = yaml.mapping(node, what: key) else { return [:] }
        var table: [String: [String]] = [:]
        for (name, list) in rows.node {
            guard let name = yaml.string(name, what: key) else { continue }
            table[name] = yaml.nodes(list, what: name).compactMap { yaml.string($0, what: name) }
        }
        return table
    }

    private static func withoutPeriod(_ abbreviation: String) -> String {
        let lowered = abbreviation.lowercased()
        return lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
    }

    private static func scalars(_ texts: [String]) -> Set<Unicode.Scalar> {
        Set(texts.flatMap(\.unicodeScalars))
    }
}
