/// Which symbols every type of word has; many types have the same.
struct TypeSymbols {
    /// List of symbols of every type.
    private(set) var list: [UInt32] = []
    private var firstSymbol: [UInt32] = [0]
    private var symbols: [UInt32] = []
    private var known: WordTable

    /// Room for so many types.
    init(capacity: Int) { known = WordTable(capacity: capacity) }

    /// Number of different lists.
    var listCount: Int { firstSymbol.count - 1 }

    /// Symbols of a list, ascending.
    func symbols(ofList list: Int) -> ArraySlice<UInt32> {
        symbols[Int(firstSymbol[list])..<Int(firstSymbol[list + 1])]
    }

    /// Adds the next type.
    mutating func add(_ own: some Collection<UInt32>) {
        let place = known.insert(WordTable.hash(own))
        list.append(UInt32(place))
        guard place == listCount else { return }
        symbols += own
        firstSymbol.append(UInt32(symbols.count))
    }
}

/// Makes the types of all words of a lexicon. Linear in its words.
struct WordTypePlanner {
    private let vocabulary: Vocabulary
    private let language: Language
    private let prefixes: PrefixTable
    private var table: WordTable
    private var traits: [WordTypes.Traits] = []
    private var symbols: TypeSymbols

    /// The types, and the symbols by which walks are planned for them.
    static func plan(_ vocabulary: Vocabulary, _ language: Language) -> (types: WordTypes, symbols: TypeSymbols) {
        var planner = WordTypePlanner(vocabulary, language)
        planner.addWords()
        let hashes = planner.table.hashes
        planner.addUnknown()
        return (
            WordTypes(
                traits: FlatList(planner.traits), slots: FlatList(planner.table.slots), hashes: FlatList(hashes),
                prefixes: planner.prefixes),
            planner.symbols
        )
    }

    private init(_ vocabulary: Vocabulary, _ language: Language) {
        self.vocabulary = vocabulary
        self.language = language
        prefixes = PrefixTable(
            FlatTexts(bytes: FlatList(vocabulary.prefixBytes), firstByte: FlatList(vocabulary.firstPrefixByte)))
        let words = vocabulary.hashes.count + Self.lists(of: language).reduce(0) { $0 + $1.words.count }
        table = WordTable(capacity: words)
        symbols = TypeSymbols(capacity: words + prefixes.count + WordTypes.unknownTypes)
    }

    private static func lists(of language: Language) -> [(words: Set<String>, trait: WordTypes.Traits)] {
        [
            (language.abbreviations, .abbreviation), (language.starters, .starter),
            (language.clauseOpeners, .clauseOpener), (language.functionWords, .functionWord),
            (language.auxiliaries, .auxiliary),
            (language.coordinators, .coordinator), (language.pastTenses, .pastTense),
            (language.firstPersons, .firstPerson), (language.infinitiveMarkers, .infinitiveMarker),
            (language.thirdPersons, .thirdPerson), (language.conversational, .conversational),
        ]
    }

    private mutating func addWords() {
        for index in vocabulary.hashes.indices where table.insert(vocabulary.hashes[index]) == traits.count {
            add(vocabulary.spelling(of: index), hash: vocabulary.hashes[index], own: vocabulary.symbols(ofWord: index))
        }
        for list in Self.lists(of: language) {
            for word in list.words.sorted() {
                let bytes = Array(word.utf8)
                let hash = Vocabulary.hash(bytes)
                let type = table.insert(hash)
                // What the vocabulary does not know has no symbols of its own.
                if type == traits.count { add(bytes[...], hash: hash, own: []) }
                traits[type].insert(list.trait)
            }
        }
    }

    private mutating func add(_ word: ArraySlice<UInt8>, hash: UInt64, own: ArraySlice<UInt32>) {
        let isNumber = word.first.map(WordTypes.isDigit) ?? false
        if !isNumber, prefixes.longest(of: word) == nil {
            symbols.add(own)
        } else {
            symbols.add(vocabulary.symbols(of: word, hash: hash, isNumber: isNumber))
        }
        traits.append(Self.traits(of: word, in: language))
    }

    private mutating func addUnknown() {
        traits += [[], language.initials ? .singleLetter : [], .number]
        symbols.add([])
        symbols.add([])
        symbols.add([Vocabulary.numberSymbol])
        for prefix in 0..<prefixes.count {
            let spelling = vocabulary.prefix(prefix)
            let isNumber = spelling.first.map(WordTypes.isDigit) ?? false
            // No word of the lexicon has the hash 0, so these are the symbols of the prefixes alone.
            symbols.add(vocabulary.symbols(of: spelling, hash: 0, isNumber: isNumber))
            traits.append(isNumber ? .number : [])
        }
    }

    private static func traits(of word: ArraySlice<UInt8>, in language: Language) -> WordTypes.Traits {
        guard let first = word.first else { return [] }
        if WordTypes.isDigit(first) { return .number }
        return language.initials && word.count == WordTypes.length(first) ? .singleLetter : []
    }
}
