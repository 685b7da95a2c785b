internal import Lexicons
internal import TextModel

/// The byte loop of ``Segmenter``.
struct BlockScanner {
    /// What stands between the word just read and the next.
    private struct Gap {
        var strength = TokenStream.Break.none
        /// Byte after the sentence end, when a sign that may end a sentence was seen.
        var sentenceEnd: Int?
        var isPeriod = false
        var isEllipsis = false
        var hasSpace = false
        var hasOpening = false
    }

    /// Words after which a sentence is cut at the next comma, and at twice as many anywhere.
    private static let longestSentence = 400
    /// An electronic address has at most this many bytes after its first period.
    private static let longestAddress = 64

    private let text: [UInt8]
    private let ascii = CharacterClass.ascii
    private var tokens = TokenStream()
    private var types: WordTypes
    private var gap = Gap()
    private var block = 0
    private var blockEnd = 0
    private var sentenceStart = 0
    private var sentenceFirstToken = 0
    private var openQuotes: [(token: Int, sign: UInt32)] = []

    init(_ text: [UInt8], lexicon: Lexicon) {
        self.text = text
        types = WordTypes(lexicon, expectedTypes: min(1 << 16, text.count / 60))
        let expected = text.count / 6 + 8
        tokens.start.reserveCapacity(expected)
        tokens.end.reserveCapacity(expected)
        tokens.type.reserveCapacity(expected)
        tokens.breakBefore.reserveCapacity(expected)
        tokens.isCapitalised.reserveCapacity(expected)
    }

    mutating func finish() -> (tokens: TokenStream, types: WordTypes) {
        tokens.firstSentenceOfBlock.append(tokens.sentences.count)
        tokens.firstTokenOfSentence.append(tokens.count)
        tokens.quotations.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return (tokens, types)
    }

    mutating func scan(_ span: TextSpan, block: Int) {
        self.block = block
        blockEnd = span.end
        tokens.firstSentenceOfBlock.append(tokens.sentences.count)
        openQuotes.removeAll(keepingCapacity: true)
        sentenceStart = span.start
        sentenceFirstToken = tokens.count
        gap = Gap(strength: .sentence)
        var index = span.start
        while index < span.end {
            let byte = text[index]
            if byte < 0x80 {
                let kind = ascii[Int(byte)]
                if kind == .letter || kind == .digit {
                    index = readWord(at: index)
                } else {
                    separate(kind, value: UInt32(byte), from: index, to: index + 1)
                    index += 1
                }
            } else {
                let (scalar, length) = decode(at: index)
                let kind = CharacterClass(scalar)
                if kind == .letter || kind == .digit {
                    index = readWord(at: index)
                } else {
                    separate(kind, value: scalar.value, from: index, to: index + length)
                    index += length
                }
            }
        }
        endSentence(at: span.end)
    }

    // MARK: Between words

    private mutating func separate(_ kind: CharacterClass, value: UInt32, from: Int, to: Int) {
        switch kind {
        case .space:
            gap.hasSpace = true
        case .period, .ender:
            if gap.sentenceEnd == nil || !gap.hasSpace || !gap.isPeriod {
                gap.isEllipsis = (kind == .period && gap.isPeriod && !gap.hasSpace) || value == 0x2026
                gap.isPeriod = kind == .period || value == 0x2026
            } else {
                gap.isEllipsis = true
            }
            gap.sentenceEnd = to
            gap.hasSpace = false
        case .comma:
            strengthen(.comma)
            gap.sentenceEnd = nil
        case .clause:
            strengthen(.clause)
            gap.sentenceEnd = nil
        case .quote:
            quote(value)
            closeOrOpen(isClosing: !gap.hasSpace, to: to)
        case .apostrophe:
            closeOrOpen(isClosing: !gap.hasSpace, to: to)
        case .closeBracket:
            // "[...]" marks an omission and ends nothing.
            if gap.hasOpening, gap.isEllipsis { gap.sentenceEnd = nil }
            closeOrOpen(isClosing: true, to: to)
        case .openBracket:
            closeOrOpen(isClosing: false, to: to)
        case .other where value == 0x2D && gap.hasSpace:
            strengthen(.clause)
        case .letter, .digit, .ignorable, .other:
            break
        }
    }

    private mutating func strengthen(_ strength: TokenStream.Break) {
        if gap.strength < strength { gap.strength = strength }
    }

    private mutating func closeOrOpen(isClosing: Bool, to: Int) {
        strengthen(.mark)
        if isClosing, gap.sentenceEnd != nil, !gap.hasSpace { gap.sentenceEnd = to }
        if !isClosing { gap.hasOpening = true }
    }

    /// Pairs quotation marks inside a block; an odd one is ignored.
    private mutating func quote(_ sign: UInt32) {
        let closers: [UInt32: UInt32] = [0x201D: 0x201C, 0xBB: 0xAB, 0x203A: 0x2039, 0x300D: 0x300C, 0x300F: 0x300E]
        if sign == 0x22 || closers[sign] != nil {
            let opener = sign == 0x22 ? sign : closers[sign]
            if let position = openQuotes.lastIndex(where: { $0.sign == opener }) {
                let open = openQuotes[position]
                openQuotes.removeSubrange(position...)
                if tokens.count > open.token { tokens.quotations.append(open.token..<tokens.count) }
                return
            }
            if sign != 0x22 { return }
        }
        openQuotes.append((tokens.count, sign))
    }

    // MARK: Words

    private mutating func readWord(at wordStart: Int) -> Int {
        var index = wordStart
        var hash = Vocabulary.seed
        var normalEnd = -1
        var simple = true
        scan: while index < blockEnd {
            let byte = text[index]
            if byte < 0x80 {
                switch ascii[Int(byte)] {
                case .letter:
                    let upper = byte & 0x20 == 0
                    if upper, index > wordStart + 1, text[index - 1] == 0x2E, isSentenceGlued(at: index) {
                        index -= 1
                        break scan
                    }
                    hash = Vocabulary.step(hash, byte | 0x20)
                    index += 1
                case .digit:
                    hash = Vocabulary.step(hash, byte)
                    index += 1
                case .apostrophe:
                    guard continues(after: index + 1) else { break scan }
                    if isPossessive(at: index + 1) {
                        normalEnd = index
                        index += 2
                        break scan
                    }
                    hash = Vocabulary.step(hash, 0x27)
                    index += 1
                case .period:
                    guard continues(after: index + 1), !isSentenceGlued(at: index + 1) else { break scan }
                    hash = Vocabulary.step(hash, byte)
                    index += 1
                default: break scan
                }
            } else {
                let (scalar, length) = decode(at: index)
                switch CharacterClass(scalar) {
                case .letter, .digit:
                    simple = false
                    for byte in scalar.properties.lowercaseMapping.utf8 { hash = Vocabulary.step(hash, byte) }
                case .ignorable:
                    simple = false
                case .apostrophe:
                    guard continues(after: index + length) else { break scan }
                    simple = false
                    if isPossessive(at: index + length) {
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
        let end = normalEnd >= 0 ? normalEnd : index
        add(
            wordStart, index, hash: hash,
            type: types.type(hash: hash) ?? newType(wordStart, end, hash: hash, isSimple: simple))
        return index
    }

    private mutating func newType(_ start: Int, _ end: Int, hash: UInt64, isSimple: Bool) -> Int {
        let isNumber = ascii.indices.contains(Int(text[start])) && ascii[Int(text[start])] == .digit
        var normal: [UInt8] = []
        var index = start
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                normal.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = decode(at: index)
            switch CharacterClass(scalar) {
            case .ignorable: break
            case .apostrophe: normal.append(0x27)
            default: normal += scalar.properties.lowercaseMapping.utf8
            }
            index += length
        }
        return types.insert(normal[...], hash: hash, isNumber: isNumber)
    }

    private mutating func add(_ start: Int, _ end: Int, hash: UInt64, type: Int) {
        if let sentenceEnd = gap.sentenceEnd, tokens.count > sentenceFirstToken, endsSentence(before: start, type: type)
        {
            endSentence(at: sentenceEnd)
            gap.strength = .sentence
        }
        let length = tokens.count - sentenceFirstToken
        if length >= Self.longestSentence, gap.strength >= .comma || length >= 2 * Self.longestSentence {
            // No reader holds so long a sentence in mind; cutting it keeps the work on a sentence bounded.
            endSentence(at: Int(tokens.end[tokens.count - 1]))
            gap.strength = .sentence
        }
        tokens.start.append(UInt32(start))
        tokens.end.append(UInt32(end))
        tokens.type.append(UInt32(type))
        tokens.breakBefore.append(gap.strength)
        tokens.isCapitalised.append(isCapital(at: start))
        gap = Gap()
    }

    private mutating func endSentence(at end: Int) {
        guard tokens.count > sentenceFirstToken || end > sentenceStart else { return }
        var start = sentenceStart
        while start < end, text[start] == 0x20 { start += 1 }
        var trimmed = end
        while trimmed > start, text[trimmed - 1] == 0x20 { trimmed -= 1 }
        sentenceStart = end
        guard trimmed > start else { return }
        tokens.sentences.append(Sentence(span: TextSpan(start, trimmed), block: block))
        tokens.firstTokenOfSentence.append(sentenceFirstToken)
        sentenceFirstToken = tokens.count
    }

    /// Whether the gap before the word at `start` ends the sentence.
    private func endsSentence(before start: Int, type: Int) -> Bool {
        let next = types.traits[type]
        let startsLow = !isCapital(at: start) && !next.contains(.number)
        let glued = !gap.hasSpace && !gap.hasOpening
        if glued && !isCapital(at: start) { return false }
        guard gap.isPeriod else { return !startsLow }
        if startsLow { return false }
        if gap.isEllipsis { return isCapital(at: start) }
        let previous = types.traits[Int(tokens.type[tokens.count - 1])]
        let isFirstWord = tokens.count - 1 == sentenceFirstToken
        if isFirstWord, previous.contains(.number) || previous.contains(.singleLetter) { return false }
        if previous.contains(.abbreviation) {
            // A title after "a.m." goes on; after "P.M." it begins a sentence.
            let isTitle = next.contains(.abbreviation)
            return next.contains(.starter) && (!isTitle || tokens.isCapitalised[tokens.count - 1])
        }
        if previous.contains(.singleLetter), tokens.isCapitalised[tokens.count - 1] { return next.contains(.starter) }
        return true
    }

    // MARK: Looking around

    private func continues(after index: Int) -> Bool {
        guard index < blockEnd else { return false }
        let byte = text[index]
        if byte < 0x80 { return ascii[Int(byte)] == .letter || ascii[Int(byte)] == .digit }
        return CharacterClass(decode(at: index).0) == .letter
    }

    /// Whether an apostrophe is followed by a possessive s that ends the word.
    private func isPossessive(at index: Int) -> Bool {
        text[index] | 0x20 == UInt8(ascii: "s") && !continues(after: index + 1)
    }

    /// Whether "word.Next" lacks the space between two sentences: a capital and a small letter after two small ones
    /// or a digit, and no address.
    private func isSentenceGlued(at index: Int) -> Bool {
        guard index >= 3, index + 2 < blockEnd else { return false }
        let isLower: (UInt8) -> Bool = { (0x61...0x7A).contains($0) }
        let followsWord = isLower(text[index - 2]) && isLower(text[index - 3])
        let followsNumber = (0x30...0x39).contains(text[index - 2]) && isLower(text[index + 2])
        guard followsWord || followsNumber, (0x41...0x5A).contains(text[index]),
            isLower(text[index + 1]) || text[index + 1] == 0x20
        else { return false }
        return !text[index..<min(blockEnd, index + Self.longestAddress)].prefix { $0 > 0x20 }.contains(
            UInt8(ascii: "@"))
    }

    private func isCapital(at index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        let scalar = decode(at: index).0
        return scalar.properties.isUppercase || !scalar.properties.isCased
    }

    private func decode(at index: Int) -> (Unicode.Scalar, Int) {
        let first = text[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
