internal import Lexicons

/// Reads words from the bytes of a block.
enum WordReader {
    /// A word as read.
    struct Word {
        let start: Int
        let end: Int
        /// Byte after the part that tells what word it is: a possessive ending is left out.
        let normalEnd: Int
        /// Hash of the normalised word.
        let hash: UInt64
        /// Whether lower-casing ASCII letters is all that normalising does.
        let isSimple: Bool
    }

    /// An electronic address has at most this many bytes after its first period.
    private static let longestAddress = 64

    /// The word that begins with the letter or digit at `start`; the block ends at `limit`.
    @inline(__always)
    static func word(in text: Span<UInt8>, at start: Int, limit: Int) -> Word {
        var index = start
        var hash = Vocabulary.seed
        while index < limit, (text[index] | 0x20) &- 0x61 < 26 {
            hash = Vocabulary.step(hash, text[index] | 0x20)
            index += 1
        }
        if index == limit || text[index] == 0x20 {
            return Word(start: start, end: index, normalEnd: index, hash: hash, isSimple: true)
        }
        return rest(in: text, from: start, at: index, hash: hash, limit: limit)
    }

    /// Goes on with a word after its leading ASCII letters.
    @inline(never)
    private static func rest(in text: Span<UInt8>, from start: Int, at place: Int, hash: UInt64, limit: Int) -> Word {
        var index = place
        var hash = hash
        var normalEnd = -1
        var simple = true
        scan: while index < limit {
            let byte = text[index]
            if byte < 0x80 {
                switch CharacterClass.ascii(byte) {
                case .letter:
                    hash = Vocabulary.step(hash, byte | 0x20)
                    index += 1
                case .digit:
                    hash = Vocabulary.step(hash, byte)
                    index += 1
                case .apostrophe:
                    guard continues(in: text, at: index + 1, limit) else { break scan }
                    if isPossessive(in: text, at: index + 1, limit) {
                        normalEnd = index
                        index += 2
                        break scan
                    }
                    hash = Vocabulary.step(hash, 0x27)
                    index += 1
                case .period:
                    guard continues(in: text, at: index + 1, limit), !isSentenceGlued(in: text, at: index + 1, limit)
                    else { break scan }
                    hash = Vocabulary.step(hash, byte)
                    index += 1
                case .comma:
                    guard groupsDigits(in: text, at: index, limit) else { break scan }
                    hash = Vocabulary.step(hash, byte)
                    index += 1
                default: break scan
                }
            } else {
                let (scalar, length) = decode(text, at: index)
                switch CharacterClass(scalar) {
                case .letter, .digit:
                    simple = false
                    lowered(scalar) { hash = Vocabulary.step(hash, $0) }
                case .ignorable:
                    simple = false
                case .apostrophe:
                    guard continues(in: text, at: index + length, limit) else { break scan }
                    simple = false
                    if isPossessive(in: text, at: index + length, limit) {
                        normalEnd = index
                        index += length + 1
                        break scan
                    }
                    hash = Vocabulary.step(hash, 0x27)
                default: break scan
                }
                index += length
            }
        }
        return Word(
            start: start, end: index, normalEnd: normalEnd >= 0 ? normalEnd : index, hash: hash, isSimple: simple)
    }

    /// Whether a comma stands between a digit and a group of three: "1,243".
    private static func groupsDigits(in text: Span<UInt8>, at comma: Int, _ limit: Int) -> Bool {
        guard comma > 0, comma + 3 < limit, isDigit(text[comma - 1]) else { return false }
        return isDigit(text[comma + 1]) && isDigit(text[comma + 2]) && isDigit(text[comma + 3])
            && !(comma + 4 < limit && isDigit(text[comma + 4]))
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Type of a word that is not in the table of its lexicon.
    @inline(__always)
    static func unknownType(of word: Word, in text: Span<UInt8>, _ types: WordTypes) -> Int {
        let count = word.normalEnd - word.start
        if word.isSimple {
            let first = text[word.start]
            if count < PrefixTable.head {
                return types.unknown(isNumber: first &- 0x30 < 10, isLetter: count == 1)
            }
            let mayHavePrefix = types.prefixes.mayBegin(
                first | 0x20, text[word.start + 1] | 0x20, text[word.start + 2] | 0x20, text[word.start + 3] | 0x20)
            if !mayHavePrefix { return types.unknown(isNumber: first &- 0x30 < 10, isLetter: false) }
        }
        return types.unknown(normal(word, in: text))
    }

    /// The normalised bytes of a word.
    @inline(never)
    private static func normal(_ word: Word, in text: Span<UInt8>) -> [UInt8] {
        var normal: [UInt8] = []
        normal.reserveCapacity(word.normalEnd - word.start + 4)
        var index = word.start
        while index < word.normalEnd {
            let byte = text[index]
            if byte < 0x80 {
                normal.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = decode(text, at: index)
            switch CharacterClass(scalar) {
            case .ignorable: break
            case .apostrophe: normal.append(0x27)
            default: lowered(scalar) { normal.append($0) }
            }
            index += length
        }
        return normal
    }

    // MARK: Looking around

    /// Whether the character at a place is a capital, or has no case and so may begin a sentence.
    @inline(__always)
    static func isCapital(in text: Span<UInt8>, at index: Int) -> Bool {
        let byte = text[index]
        return byte < 0x80 ? byte &- 0x41 < 26 : isWideCapital(in: text, at: index)
    }

    @inline(never)
    private static func isWideCapital(in text: Span<UInt8>, at index: Int) -> Bool {
        let scalar = decode(text, at: index).0
        return scalar.properties.isUppercase || !scalar.properties.isCased
    }

    private static func continues(in text: Span<UInt8>, at index: Int, _ limit: Int) -> Bool {
        guard index < limit else { return false }
        let byte = text[index]
        if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        return CharacterClass(decode(text, at: index).0) == .letter
    }

    /// Whether an apostrophe is followed by a possessive s that ends the word.
    private static func isPossessive(in text: Span<UInt8>, at index: Int, _ limit: Int) -> Bool {
        text[index] | 0x20 == UInt8(ascii: "s") && !continues(in: text, at: index + 1, limit)
    }

    /// Whether "word.Next" lacks the space between two sentences: a capital and a small letter after two small ones
    /// or a digit, and no address.
    private static func isSentenceGlued(in text: Span<UInt8>, at index: Int, _ limit: Int) -> Bool {
        guard index >= 3, index + 2 < limit else { return false }
        let isLower: (UInt8) -> Bool = { $0 &- 0x61 < 26 }
        let followsWord = isLower(text[index - 2]) && isLower(text[index - 3])
        let followsNumber = text[index - 2] &- 0x30 < 10 && isLower(text[index + 2])
        guard followsWord || followsNumber, text[index] &- 0x41 < 26,
            isLower(text[index + 1]) || text[index + 1] == 0x20
        else { return false }
        var next = index
        while next < min(limit, index + longestAddress), text[next] > 0x20 {
            if text[next] == UInt8(ascii: "@") { return false }
            next += 1
        }
        return true
    }

    /// The scalar at a place beyond ASCII, and its length in bytes.
    static func decode(_ text: Span<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let first = text[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Hands over the bytes of a lower-cased scalar; letters of Western Europe without asking the Unicode tables.
    @inline(__always)
    private static func lowered(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        if (0xDF...0xFF).contains(scalar.value) || (0xC0...0xDE).contains(scalar.value) && scalar.value != 0xD7 {
            let small = scalar.value | 0x20
            body(0xC3)
            body(UInt8(0x80 | (scalar.value >= 0xDF ? scalar.value : small) & 0x3F))
        } else {
            for byte in scalar.properties.lowercaseMapping.utf8 { body(byte) }
        }
    }
}
