internal import Lexicons

/// The distinct words of one document with what the lexicon knows of each.
///
/// A word is keyed by the hash of its normalised bytes; the lexicon is asked once for each type, so the
/// cost of prefixes and symbol sets does not grow with the text.
package struct WordTypes: Sendable {
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
    }

    private let vocabulary: Vocabulary
    private let language: Language
    private var slots: [UInt32]
    private var hashes: [UInt64] = []
    private(set) var traits: [Traits] = []
    private var firstSymbol: [UInt32] = [0]
    private var symbols: [UInt32] = []

    init(_ lexicon: Lexicon, expectedTypes: Int) {
        vocabulary = lexicon.vocabulary
        language = lexicon.language
        var capacity = 256
        while capacity < expectedTypes * 2 { capacity *= 2 }
        slots = [UInt32](repeating: .max, count: capacity)
    }

    /// Number of distinct words.
    package var count: Int { hashes.count }

    /// Symbols of a word type, ascending.
    package func symbols(of type: Int) -> ArraySlice<UInt32> {
        symbols[Int(firstSymbol[type])..<Int(firstSymbol[type + 1])]
    }

    /// The type with this hash, if the word occurred before.
    @inline(__always)
    func type(hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while true {
            let type = slots[slot]
            if type == .max { return nil }
            if hashes[Int(type)] == hash { return Int(type) }
            slot = (slot + 1) & mask
        }
    }

    /// Adds a new word by its normalised bytes.
    mutating func insert(_ word: ArraySlice<UInt8>, hash: UInt64, isNumber: Bool) -> Int {
        let type = hashes.count
        hashes.append(hash)
        symbols += vocabulary.symbols(of: word, hash: hash, isNumber: isNumber)
        firstSymbol.append(UInt32(symbols.count))
        var traits: Traits = isNumber ? .number : []
        let text = String(decoding: word, as: UTF8.self)
        if language.abbreviations.contains(text) { traits.insert(.abbreviation) }
        if language.starters.contains(text) { traits.insert(.starter) }
        if language.clauseOpeners.contains(text) { traits.insert(.clauseOpener) }
        if language.functionWords.contains(text) { traits.insert(.functionWord) }
        if language.auxiliaries.contains(text) { traits.insert(.auxiliary) }
        if language.coordinators.contains(text) { traits.insert(.coordinator) }
        if language.pastTenses.contains(text) { traits.insert(.pastTense) }
        if language.firstPersons.contains(text) { traits.insert(.firstPerson) }
        if language.initials, text.unicodeScalars.count == 1, !isNumber { traits.insert(.singleLetter) }
        self.traits.append(traits)
        if (type + 1) * 2 > slots.count { grow() } else { place(type) }
        return type
    }

    private mutating func place(_ type: Int) {
        let mask = slots.count - 1
        let hash = hashes[type]
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[slot] != .max { slot = (slot + 1) & mask }
        slots[slot] = UInt32(type)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        for type in hashes.indices { place(type) }
    }
}
