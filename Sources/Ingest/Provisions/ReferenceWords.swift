import TextModel

/// The words of references made ready for looking up the bytes of a text.
final class ReferenceWords: Sendable {
    /// What a word of a reference means.
    enum Meaning {
        /// A provision of the first rank, by its place among the short forms.
        case provision(Int)
        /// A part of a provision.
        case part
        case preceding, following, this
        /// Between two numbers: both are meant.
        case and
        /// Between two numbers: all from the first to the last are meant.
        case through
        /// After a part: what it belongs to follows.
        case of
    }

    /// Short forms in which lawyers cite provisions.
    let shortForms: [String]

    private let meanings: [Meaning]
    private let table: HashTable
    /// With what words begin that name a rank. Nearly every word of a text is dismissed by that.
    let beginnings: BytePairs

    /// Makes the words ready.
    init(_ words: StructuralWords) {
        shortForms = words.citations.compactMap(\.first)
        var meanings: [UInt64: Meaning] = [:]
        func add(_ words: some Sequence<String>, _ meaning: Meaning) {
            for word in words { meanings[WordSet.hash(Array(word.utf8)[...])] = meaning }
        }
        add(words.subdivisions, .part)
        for (index, forms) in words.citations.enumerated() { add(forms.dropFirst(), .provision(index)) }
        add(words.preceding, .preceding)
        add(words.following, .following)
        add(words.this, .this)
        add(words.referenceJoiners, .and)
        add(words.referenceRanges, .through)
        add(words.referenceOwners, .of)
        var beginnings = BytePairs()
        for word in words.subdivisions + words.citations.flatMap({ $0.dropFirst() }) {
            let bytes = Array(word.utf8)
            // One letter or sign is followed by whatever follows it in a text.
            let seconds = bytes.count > 1 ? bytes[1]...bytes[1] : 0...UInt8.max
            for second in seconds { beginnings.insert(bytes[0], second) }
        }
        self.beginnings = beginnings
        self.meanings = Array(meanings.values)
        table = HashTable(Dictionary(uniqueKeysWithValues: zip(meanings.keys, Int32(0)...)))
    }

    /// What the bytes mean, in any case of ASCII letters.
    func meaning(of word: ArraySlice<UInt8>) -> Meaning? {
        guard word.count <= 20 else { return nil }
        // A period after a short word may be that of an abbreviation or the end of the sentence.
        var place = table.value(of: WordSet.hash(word))
        if place < 0, word.last == 0x2E { place = table.value(of: WordSet.hash(word.dropLast())) }
        return place < 0 ? nil : meanings[Int(place)]
    }

    /// The place of the short form for a word, when it names a provision of the first rank.
    func provision(_ word: ArraySlice<UInt8>) -> Int? {
        if case .provision(let index) = meaning(of: word) { return index }
        return nil
    }
}
