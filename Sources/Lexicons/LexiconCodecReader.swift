internal import TextModel

/// Takes a compiled lexicon apart; believes nothing.
struct LexiconCodecReader {
    let bytes: [UInt8]
    var offset = 0
    /// The string table: bytes, and where each text ends in them. A text becomes a string when it is asked for.
    var textBytes: [UInt8] = []
    var textEnds: [UInt32] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The lexicon whose string table begins here; it must end with the bytes.
    mutating func lexicon() throws(LexiconCodecError) -> Lexicon {
        try readTexts()
        let version = try text()
        let sha256 = try text()
        let concepts = try list { (reader) throws(LexiconCodecError) in try reader.concept() }
        let entries = try list { (reader) throws(LexiconCodecError) in try reader.entry(concepts: concepts.count) }
        let rules = try list { (reader) throws(LexiconCodecError) in try reader.rule() }
        let lexicon = Lexicon(
            version: version, sha256: sha256, concepts: concepts, entries: entries, rules: rules,
            scoring: try scoring(), standard: try standard(), structure: try structure(), language: try language(),
            vocabulary: try vocabulary(),
            nouns: try automaton(entries: entries.count), phrases: try automaton(entries: entries.count))
        guard offset == bytes.count else { throw LexiconCodecError("is longer than its content") }
        return lexicon
    }

    private mutating func readTexts() throws(LexiconCodecError) {
        textEnds = try words()
        let size = Int(textEnds.last ?? 0)
        guard LexiconCodecCheck.isAscending(textEnds), size <= bytes.count - offset else {
            throw LexiconCodecError("has a string table out of order")
        }
        textBytes = Array(bytes[offset..<(offset + size)])
        offset += size
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

    private mutating func entry(concepts: Int) throws(LexiconCodecError) -> Entry {
        let concept = Int(try word())
        guard concept < concepts else { throw LexiconCodecError("has a pattern of a concept that is not there") }
        let isInnocent = try flag()
        let act: ControlAct = try choice()
        let strength: EntryStrength = try choice()
        let scope: CueScope = try choice()
        let intrusiveness = Int(try byte(from: 0, to: 5))
        return Entry(
            concept: concept, isInnocent: isInnocent, act: act, strength: strength, scope: scope,
            intrusiveness: intrusiveness == 0 ? nil : intrusiveness, spelling: try spelling())
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

    private mutating func vocabulary() throws(LexiconCodecError) -> Vocabulary {
        let vocabulary = Vocabulary(
            hashes: try list { (reader) throws(LexiconCodecError) in try reader.long() }, firstByte: try words(),
            bytes: try byteList(), firstSymbol: try words(), symbols: try words(), prefixBytes: try byteList(),
            firstPrefixByte: try words(), prefixSymbols: try words())
        guard LexiconCodecCheck.isSound(vocabulary) else { throw LexiconCodecError("has a vocabulary out of order") }
        return vocabulary
    }

    private mutating func automaton(entries: Int) throws(LexiconCodecError) -> Automaton {
        let automaton = Automaton(
            firstEdge: try words(), symbol: try words(), gap: try byteList(), allowsComma: try byteList(),
            child: try words(), firstAccept: try words(), accept: try words())
        guard LexiconCodecCheck.isSound(automaton, entries: entries) else {
            throw LexiconCodecError("has an automaton out of order")
        }
        return automaton
    }
}
