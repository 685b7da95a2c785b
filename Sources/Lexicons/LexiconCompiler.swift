internal import TextModel
internal import Yams

/// Turns the YAML of a lexicon into a ``Lexicon``.
struct LexiconCompiler {
    private let sha256: String
    private let removed: Set<String>
    private var problems: [LexiconError.Problem] = []
    private var concepts: [Concept] = []
    private var entries: [Entry] = []
    private var examples: [ConceptExamples] = []
    private var rules: [Rule] = []
    private var named: [NamedID] = []
    private var places: [String: String] = [:]
    private var seenPatterns: [String: String] = [:]
    private var nouns = AutomatonBuilder()
    private var phrases = AutomatonBuilder()
    private var symbols = SymbolTable()
    private var inflector = Inflector(irregular: [:])

    /// `removed` are ids of concepts that an overlay took out; other files may still name them.
    init(sha256: String, removed: Set<String>) {
        self.sha256 = sha256
        self.removed = removed
    }

    mutating func compile(
        _ files: [(path: String, text: String)]
    ) throws(LexiconError) -> (lexicon: Lexicon, examples: [ConceptExamples]) {
        var language: Language?
        var scoring: Scoring?
        var version: String?
        var structure = StructuralWords()
        var standard = DocumentStandard()
        for file in files where file.path.hasSuffix("/language.yaml") {
            language = read(file) { LanguageReader.read($0, with: &$1) }.map { read in
                inflector = read.inflector
                return read.language
            }
        }
        for file in files {
            if file.path == "pack.yaml" {
                version = read(file) { PackReader.version($0, with: &$1) }
            } else if file.path == "structure.yaml" {
                structure = read(file) { StructureReader.read($0, with: &$1) } ?? structure
            } else if file.path == "document.yaml" {
                standard = read(file) { DocumentStandardReader.read($0, with: &$1) } ?? standard
            } else if file.path == "scorecard.yaml" {
                // It judges no document, so the compiled lexicon goes without it; it is checked all the same.
                _ = read(file) { ScorecardStandardReader.read($0, with: &$1) }
            } else if file.path.hasPrefix("profiles/") {
                if file.path == "profiles/default.yaml" { scoring = read(file) { ScoringReader.read($0, with: &$1) } }
            } else if file.path.hasPrefix("rules/") {
                if let rule = read(file, RuleReader.read) { add(rule, from: file.path) }
            } else if !file.path.hasSuffix("/language.yaml") {
                compileConcepts(file)
            }
        }
        for (name, isThere) in [
            ("pack.yaml", version != nil), ("profiles/default.yaml", scoring != nil),
            ("language.yaml", language != nil),
        ] where !isThere && !problems.contains(where: { $0.file.hasSuffix(name) }) {
            problems.append(.init(file: name, line: 0, column: 0, message: "file is missing from the lexicon"))
        }
        let known = KnownIDs(concepts, rules, removed: removed)
        // What could not be read would be missed where it is named.
        if problems.isEmpty { problems = named.filter { !known.contains($0) }.map(\.problem) }
        guard problems.isEmpty, let language, let scoring, let version else { throw LexiconError(problems: problems) }
        if let message = symbols.problem {
            throw LexiconError(problems: [.init(file: "pack.yaml", line: 0, column: 0, message: message)])
        }
        let (types, typeSymbols) = WordTypePlanner.plan(Vocabulary(symbols, numerals: language.numerals), language)
        let lexicon = Lexicon(
            version: version, sha256: sha256, concepts: concepts, entries: EntryList(entries),
            rules: rules.sorted { RuleOrder.key($0.description.id) < RuleOrder.key($1.description.id) },
            scoring: scoring, standard: standard, structure: structure,
            language: language, types: types, nouns: WalkPlanner.plan(nouns.build(), for: typeSymbols),
            phrases: WalkPlanner.plan(phrases.build(), for: typeSymbols))
        return (lexicon, examples)
    }

    /// Parses one file and hands its root to `body`; problems are kept.
    private mutating func read<T>(
        _ file: (path: String, text: String), _ body: (Node, inout StrictYAML) -> T?
    ) -> T? {
        var yaml = StrictYAML(file: file.path)
        let result = yaml.parse(file.text).flatMap { body($0, &yaml) }
        problems += yaml.problems
        named += yaml.named
        return result
    }

    private mutating func add(_ rule: Rule, from file: String) {
        if let other = places.updateValue(file, forKey: rule.description.id) {
            problems.append(
                .init(file: file, line: 0, column: 0, message: "id \(rule.description.id) is already in \(other)"))
        }
        rules.append(rule)
    }

    private mutating func compileConcepts(_ file: (path: String, text: String)) {
        var yaml = StrictYAML(file: file.path)
        if let root = yaml.parse(file.text), var mapping = yaml.mapping(root, what: "a lexicon file") {
            let family: ConceptReader.FileFamily? = yaml.choice("family", in: &mapping, default: nil)
            let list = yaml.required("concepts", in: &mapping).map { yaml.nodes($0, what: "concepts") } ?? []
            yaml.finish(mapping)
            if let family {
                for node in list { addConcept(node, family: family, with: &yaml) }
            }
        }
        problems += yaml.problems
        named += yaml.named
    }

    private mutating func addConcept(_ node: Node, family: ConceptReader.FileFamily, with yaml: inout StrictYAML) {
        guard let read = ConceptReader.read(node, family: family, with: &yaml) else { return }
        let place = "\(yaml.file):\(node.mark?.line ?? 0)"
        if let other = places.updateValue(place, forKey: read.concept.id) {
            yaml.report("id \(read.concept.id) is already at \(other)", at: node)
        }
        let index = concepts.count
        concepts.append(read.concept)
        examples.append(read.examples)
        for draft in read.entries { addEntry(draft, of: index, family: family, with: &yaml) }
    }

    private mutating func addEntry(
        _ draft: ConceptReader.DraftEntry, of concept: Int, family: ConceptReader.FileFamily,
        with yaml: inout StrictYAML
    ) {
        let pattern: Pattern
        do throws(PatternError) {
            pattern = try Pattern(draft.pattern, inflecting: inflector)
        } catch {
            yaml.report("pattern \"\(draft.pattern)\": \(error.message)", at: draft.node)
            return
        }
        let key = Self.duplicateKey(draft, concept: concepts[concept], family: family)
        let place = "\(yaml.file):\(draft.node.mark?.line ?? 0)"
        if let other = seenPatterns.updateValue(place, forKey: key) {
            yaml.report("pattern \"\(draft.pattern)\" is already at \(other); this one is dead", at: draft.node)
            return
        }
        if case .noun(let own) = concepts[concept].kind,
            pattern.sequences.contains(where: { $0.contains { if case .noun = $0.target { true } else { false } } })
        {
            yaml.report("a pattern of class @\(own.rawValue) may not use a class itself", at: draft.node)
            return
        }
        let entry = Entry(
            concept: concept, isInnocent: draft.isInnocent, act: draft.act, strength: draft.strength,
            scope: draft.scope,
            intrusiveness: draft.intrusiveness, spelling: FlatList(Array(draft.pattern.utf8)))
        entries.append(entry)
        if family == .noun {
            nouns.insert(pattern, entry: entries.count - 1, numbering: &symbols)
        } else {
            phrases.insert(pattern, entry: entries.count - 1, numbering: &symbols)
        }
    }

    /// Two patterns of one family are duplicates; devices may share words across roles, nouns across classes.
    private static func duplicateKey(
        _ draft: ConceptReader.DraftEntry, concept: Concept, family: ConceptReader.FileFamily
    ) -> String {
        let group = [.device, .noun, .genre].contains(family) ? concept.id : family.rawValue
        return group + "\u{1F}" + draft.pattern.lowercased()
    }
}

/// Order of rule ids: CW before P, then by number.
enum RuleOrder {
    static func key(_ id: String) -> String {
        let letters = id.prefix { $0.isLetter }
        let digits = id.dropFirst(letters.count)
        return letters + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
