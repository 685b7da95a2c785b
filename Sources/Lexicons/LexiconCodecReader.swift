internal import TextModel

/// Takes a compiled lexicon apart; believes nothing.
struct LexiconCodecReader {
    let bytes: SharedBytes
    var offset = 0
    /// The string table.
    var texts = FlatTexts([])

    init(_ bytes: SharedBytes) { self.bytes = bytes }

    /// The lexicon whose string table begins here; it must end with the bytes.
    mutating func lexicon() throws(LexiconCodecError) -> Lexicon {
        texts = try flatTexts()
        let version = try text()
        let sha256 = try text()
        let concepts = try list { (reader) throws(LexiconCodecError) in try reader.concept() }
        let entries = try entries(concepts: concepts.count)
        let rules = try list { (reader) throws(LexiconCodecError) in try reader.rule() }
        let (scoring, standard, structure) = (try scoring(), try standard(), try structure())
        let language = try language()
        let types = try types()
        let lexicon = Lexicon(
            version: version, sha256: sha256, concepts: concepts, entries: entries, rules: rules,
            scoring: scoring, standard: standard, structure: structure, language: language, types: types,
            nouns: try plan(entries: entries.count, types: types.count),
            phrases: try plan(entries: entries.count, types: types.count))
        guard offset == bytes.count else { throw LexiconCodecError("is longer than its content") }
        return lexicon
    }

    private mutating func concept() throws(LexiconCodecError) -> Concept {
        Concept(
            id: try text(), name: try text(), title: try text(), kind: try kind(), norms: try textList(),
            needs: try textList())
    }

    private mutating func kind() throws(LexiconCodecError) -> ConceptKind {
        switch try byte() {
        case 0: return .value(try choice())
        case 1: return .counterweight(isGeneric: try flag())
        case 2:
            return .control(
                intrusiveness: Int(try byte(from: 1, to: 5)),
                touches: try list { (reader) throws(LexiconCodecError) in try reader.choice() })
        case 3: return .safeguard(tier: Int(try byte(from: 0, to: 3)), weight: try fraction(), limits: try textList())
        case 4: return .noun(try choice())
        case 5: return .device(try choice())
        case 6: return .genre(try choice())
        case let other: throw LexiconCodecError("has a concept of the unknown kind \(other)")
        }
    }

    private mutating func rule() throws(LexiconCodecError) -> Rule {
        let description = RuleDescription(
            id: try text(), name: try text(), summary: try text(), reason: try text(), remedy: try text(),
            norms: try textList(), isCredit: try flag())
        return Rule(
            description: description, title: try text(), message: try text(),
            cases: try list { (reader) throws(LexiconCodecError) in try reader.ruleCase() }, find: try textList(),
            pass: try textList(), advice: try list { (reader) throws(LexiconCodecError) in try reader.advice() },
            rewordings: try list { (reader) throws(LexiconCodecError) in try reader.rewording() })
    }

    private mutating func ruleCase() throws(LexiconCodecError) -> RuleCase {
        let subject: RuleSubject = try choice()
        let number = Int(try byte())
        let weight = number == 0 ? RuleCase.Weight.score : Band(rawValue: number - 1).map(RuleCase.Weight.fixed)
        guard let weight else { throw LexiconCodecError("has a rule with an unknown band") }
        return RuleCase(
            subject: subject, weight: weight, all: try facts(), any: try facts(), none: try facts(),
            concepts: try textList(), aims: try textList())
    }

    private mutating func scoring() throws(LexiconCodecError) -> Scoring {
        let numbers = [
            try fraction(), try fraction(), try fraction(), try fraction(), try fraction(), try fraction(),
            try fraction(),
            try fraction(),
        ]
        let gate = try table()
        let bindingness = try table()
        let thresholds = try list { (reader) throws(LexiconCodecError) in Int(try reader.byte(from: 0, to: 100)) }
        guard thresholds.count == 4 else { throw LexiconCodecError("has \(thresholds.count) thresholds, not 4") }
        return Scoring(
            base: numbers[0], intrusiveness: numbers[1], value: numbers[2], scope: numbers[3], discretion: numbers[4],
            legitimacy: numbers[5], gate: gate, bindingness: bindingness, mitigationCap: numbers[6],
            mitigationCapIntrusive: numbers[7], thresholds: thresholds)
    }

    private mutating func structure() throws(LexiconCodecError) -> StructuralWords {
        var words = StructuralWords()
        words.parts = try textList()
        words.chapters = try textList()
        words.divisions = try textList()
        words.provisions = try textList()
        words.pages = try textList()
        words.pageJoiners = try textList()
        words.months = try textList()
        words.messageOpeners = try textList()
        words.mailFields = try textList()
        words.compoundBeginnings = try textList()
        words.compoundEndings = try textList()
        words.wordEndings = try textList()
        for reason in Boilerplate.allCases {
            let list = try textList()
            if !list.isEmpty { words.regions[reason] = list }
        }
        words.subjects = try textList()
        words.citations = try list { (reader) throws(LexiconCodecError) in try reader.textList() }
        words.alphabets = try list { (reader) throws(LexiconCodecError) in try reader.textList() }
        words.subdivisions = try textList()
        words.preceding = try textList()
        words.following = try textList()
        words.this = try textList()
        words.referenceJoiners = try textList()
        words.referenceRanges = try textList()
        words.referenceOwners = try textList()
        return words
    }

    private mutating func language() throws(LexiconCodecError) -> Language {
        let tag = try text()
        let initials = try flag()
        let abbreviations = Set(try textList())
        let starters = Set(try textList())
        let functionWords = Set(try textList())
        let clauseOpeners = Set(try textList())
        let auxiliaries = Set(try textList())
        let coordinators = Set(try textList())
        let pastTenses = Set(try textList())
        let firstPersons = Set(try textList())
        let thirdPersons = Set(try textList())
        let conversational = Set(try textList())
        let infinitiveMarkers = Set(try textList())
        let enders = try signs()
        let closers = try signs()
        return Language(
            tag: tag, abbreviations: abbreviations, starters: starters, initials: initials, enders: enders,
            closers: closers, functionWords: functionWords, clauseOpeners: clauseOpeners, auxiliaries: auxiliaries,
            coordinators: coordinators, pastTenses: pastTenses, firstPersons: firstPersons,
            thirdPersons: thirdPersons, conversational: conversational, infinitiveMarkers: infinitiveMarkers,
            numerals: try textList())
    }
}
