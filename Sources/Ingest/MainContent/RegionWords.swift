import TextModel

/// What elements of a page say about themselves, in class, id, role or name, as small numbers.
///
/// A number stands for one word, so that a word which a page uses for its text, against custom, can be told and ignored.
/// Zero is no word. An object, since all pages share it.
final class RegionWords: Sendable {
    /// What each number says; the first ones are the reasons themselves, for elements and roles that need no word.
    let reasons: [Boilerplate?]

    private let isSubject: [Bool]
    private let slots: [(hash: UInt64, word: UInt16)]
    private let mask: Int

    /// Makes the words ready.
    init(_ words: StructuralWords) {
        var reasons: [Boilerplate?] = [nil]
        reasons += Boilerplate.allCases
        var isSubject = [Bool](repeating: false, count: reasons.count)
        let subjects = Set(words.subjects)
        let count = words.regions.values.reduce(0) { $0 + $1.count }
        var size = 64
        while size < count * 4 { size *= 2 }
        var slots = [(hash: UInt64, word: UInt16)](repeating: (0, 0), count: size)
        for reason in Boilerplate.allCases {
            for word in words.regions[reason] ?? [] where reasons.count < Int(UInt16.max) {
                let hash = WordSet.hash(Array(word.utf8)[...])
                var slot = Int(truncatingIfNeeded: hash) & (size - 1)
                while slots[slot].word != 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = (hash, UInt16(reasons.count))
                reasons.append(reason)
                isSubject.append(subjects.contains(word))
            }
        }
        self.reasons = reasons
        self.isSubject = isSubject
        self.slots = slots
        mask = size - 1
    }

    /// The number that stands for a reason itself.
    static func word(for reason: Boilerplate) -> UInt16 {
        UInt16((Boilerplate.allCases.firstIndex(of: reason) ?? 0) + 1)
    }

    /// The first known word of a class: parts between signs, digits and capitals ("site-nav", "siteNav"), or a name as a
    /// whole ("wp-block-latest-posts").
    func word(inClass name: Span<UInt8>) -> UInt16 {
        var parts = 0
        let word = word(in: name, parts: &parts)
        return word == 0 && parts > 1 ? self.word(ofWhole: name) : word
    }

    /// The known word of an id. A long id, and one with a word that texts are about, is the anchor of a section.
    func word(inID name: Span<UInt8>) -> UInt16 {
        var parts = 0
        let word = word(in: name, parts: &parts)
        guard word == 0 || parts > 3 || isSubject[Int(word)] else { return word }
        return parts > 1 ? self.word(ofWhole: name) : 0
    }

    /// Whether a word tells what lies over a page, and no text bears it: a dialog, or the name of a product that asks for
    /// consent.
    func isOverlay(_ word: UInt16) -> Bool {
        word == Self.word(for: .promotion) || reasons[Int(word)] == .cookies && !isSubject[Int(word)]
    }

    /// The known name that is written with signs, among names between white space.
    private func word(ofWhole names: Span<UInt8>) -> UInt16 {
        var hash = WordSet.seed
        var hasSign = false
        for index in 0...names.count {
            if index < names.count, names[index] > 0x20 {
                hash = WordSet.step(hash, names[index])
                hasSign = hasSign || names[index] == 0x2D || names[index] == 0x5F
                continue
            }
            if hasSign {
                let word = word(hash)
                if word != 0 { return word }
            }
            hash = WordSet.seed
            hasSign = false
        }
        return 0
    }

    private func word(in name: Span<UInt8>, parts: inout Int) -> UInt16 {
        var found: UInt16 = 0
        var hash = WordSet.seed
        var length = 0
        var wasLower = false
        for index in 0..<name.count {
            let byte = name[index]
            let isLower = byte >= 0x61 && byte <= 0x7A
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if length > 0, !isLower && !isUpper || isUpper && wasLower {
                if found == 0 { found = word(hash) }
                parts += 1
                hash = WordSet.seed
                length = 0
            }
            if isLower || isUpper {
                hash = WordSet.step(hash, byte)
                length += 1
            }
            wasLower = isLower
        }
        guard length > 0 else { return found }
        parts += 1
        return found == 0 ? word(hash) : found
    }

    private func word(_ hash: UInt64) -> UInt16 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].word != 0 {
            if slots[slot].hash == hash { return slots[slot].word }
            slot = (slot + 1) & mask
        }
        return 0
    }
}
