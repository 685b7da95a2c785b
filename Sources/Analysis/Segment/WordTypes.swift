internal import Lexicons

/// All kinds of words that a lexicon can tell apart, with what it knows of each.
///
/// Made once for a lexicon: its own words, one type for every prefix, and one each for the letters, numbers and
/// other words that it does not know. So a word of a document costs one look and nothing is kept of it. A word is
/// told by the hash of its normalised bytes.
package final class WordTypes: Sendable {
    /// What sentence splitting needs to know of a word.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16
        static let abbreviation = Traits(rawValue: 1)
        static let starter = Traits(rawValue: 2)
        static let singleLetter = Traits(rawValue: 4)
        static let number = Traits(rawValue: 8)
        static let functionWord = Traits(rawValue: 16)
        static let clauseOpener = Traits(rawValue: 32)
        static let auxiliary = Traits(rawValue: 64)
        static let coordinator = Traits(rawValue: 128)
        static let pastTense = Traits(rawValue: 256)
        static let firstPerson = Traits(rawValue: 512)
        static let infinitiveMarker = Traits(rawValue: 1024)
        static let thirdPerson = Traits(rawValue: 2048)
        static let conversational = Traits(rawValue: 4096)
    }

    /// Traits by type.
    let traits: [Traits]
    /// Words of the lexicon by hash.
    let table: WordTable
    /// Prefixes of the lexicon.
    let prefixes: PrefixTable
    /// Type of an unknown word. Those of an unknown letter, an unknown number and the prefixes follow it.
    private let plain: Int
    /// Which list of symbols every type has; many types have the same.
    let list: [UInt32]
    private let firstSymbol: [UInt32]
    private let symbols: [UInt32]

    /// Types of all words of a lexicon. Linear in its words.
    init(_ lexicon: Lexicon) {
        let vocabulary = lexicon.vocabulary
        let language = lexicon.language
        let lists: [(words: Set<String>, trait: Traits)] = [
            (language.abbreviations, .abbreviation), (language.starters, .starter),
            (language.clauseOpeners, .clauseOpener), (language.functionWords, .functionWord),
            (language.auxiliaries, .auxiliary),
            (language.coordinators, .coordinator), (language.pastTenses, .pastTense),
            (language.firstPersons, .firstPerson), (language.infinitiveMarkers, .infinitiveMarker),
            (language.thirdPersons, .thirdPerson), (language.conversational, .conversational),
        ]
        let prefixes = PrefixTable(vocabulary)
        let words = vocabulary.hashes.count + lists.reduce(0) { $0 + $1.words.count }
        var table = WordTable(capacity: words)
        var traits: [Traits] = []
        var list: [UInt32] = []
        var firstSymbol: [UInt32] = [0]
        var symbols: [UInt32] = []
        symbols.reserveCapacity(vocabulary.symbols.count)
        var known = WordTable(capacity: words + prefixes.count)
        func add(_ own: ArraySlice<UInt32>) {
            let place = known.insert(WordTable.hash(own))
            list.append(UInt32(place))
            guard place == firstSymbol.count - 1 else { return }
            symbols += own
            firstSymbol.append(UInt32(symbols.count))
        }
        func add(_ word: ArraySlice<UInt8>, hash: UInt64, own: ArraySlice<UInt32>) {
            let isNumber = word.first.map(Self.isDigit) ?? false
            if !isNumber, prefixes.longest(of: word) == nil {
                add(own)
            } else {
                add(vocabulary.symbols(of: word, hash: hash, isNumber: isNumber)[...])
            }
            traits.append(Self.traits(of: word, in: language))
        }
        for index in vocabulary.hashes.indices where table.insert(vocabulary.hashes[index]) == traits.count {
            add(vocabulary.spelling(of: index), hash: vocabulary.hashes[index], own: vocabulary.symbols(ofWord: index))
        }
        for list in lists {
            for word in list.words {
                let bytes = Array(word.utf8)
                let hash = Vocabulary.hash(bytes)
                let type = table.insert(hash)
                // What the vocabulary does not know has no symbols of its own.
                if type == traits.count { add(bytes[...], hash: hash, own: []) }
                traits[type].insert(list.trait)
            }
        }
        plain = traits.count
        traits += [[], language.initials ? .singleLetter : [], .number]
        add([])
        add([])
        add([Vocabulary.numberSymbol])
        for prefix in 0..<prefixes.count {
            let spelling = prefixes.spelling(of: prefix)
            let isNumber = spelling.first.map(Self.isDigit) ?? false
            // No word of the lexicon has the hash 0, so these are the symbols of the prefixes alone.
            add(vocabulary.symbols(of: spelling, hash: 0, isNumber: isNumber)[...])
            traits.append(isNumber ? .number : [])
        }
        self.table = table
        self.prefixes = prefixes
        self.traits = traits
        self.list = list
        self.firstSymbol = firstSymbol
        self.symbols = symbols
    }

    /// Number of types.
    package var count: Int { traits.count }

    /// Number of different lists of symbols.
    var listCount: Int { firstSymbol.count - 1 }

    /// Symbols of a list, ascending.
    func symbols(ofList list: Int) -> ArraySlice<UInt32> {
        symbols[Int(firstSymbol[list])..<Int(firstSymbol[list + 1])]
    }

    /// Type of a word that is not in the table and begins with no prefix.
    @inline(__always)
    func unknown(isNumber: Bool, isLetter: Bool) -> Int { plain + (isNumber ? 2 : isLetter ? 1 : 0) }

    /// Type of a word that is not in the table, by its normalised bytes.
    func unknown(_ word: some RandomAccessCollection<UInt8>) -> Int {
        if let prefix = prefixes.longest(of: word) { return plain + 3 + prefix }
        return unknown(
            isNumber: word.first.map(Self.isDigit) ?? false,
            isLetter: word.first.map { word.count == Self.length($0) } ?? false)
    }

    private static func traits(of word: ArraySlice<UInt8>, in language: Language) -> Traits {
        guard let first = word.first else { return [] }
        if isDigit(first) { return .number }
        return language.initials && word.count == length(first) ? .singleLetter : []
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
