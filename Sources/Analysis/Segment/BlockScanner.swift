internal import Lexicons
internal import TextModel

/// The byte loop of ``Segmenter``.
struct BlockScanner {
    /// Words after which a sentence is cut at the next comma, and at twice as many anywhere.
    private static let longestSentence = 400

    private let types: WordTypes
    private var tokens = TokenStream()
    private var gap = WordGap()
    private var block = 0
    private var sentenceStart = 0
    private var sentenceFirstToken = 0
    private let lists: InlineList
    /// Where items of a list within the block begin, the next one last.
    private var itemStarts: [Int] = []
    private var openQuotes: [(token: Int, sign: UInt32)] = []

    init(_ types: WordTypes, lists: InlineList, expectedBytes: Int, blocks: Int) {
        self.types = types
        self.lists = lists
        tokens.list.reserveCapacity(expectedBytes / 6 + 8)
        tokens.firstSentenceOfBlock.reserveCapacity(blocks + 1)
    }

    mutating func finish() -> TokenStream {
        tokens.firstSentenceOfBlock.append(tokens.sentences.count)
        tokens.firstTokenOfSentence.append(tokens.count)
        tokens.quotations.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return tokens
    }

    mutating func scan(_ text: Span<UInt8>, _ span: TextSpan, block: Int) {
        self.block = block
        tokens.firstSentenceOfBlock.append(tokens.sentences.count)
        openQuotes.removeAll(keepingCapacity: true)
        sentenceStart = span.start
        sentenceFirstToken = tokens.count
        gap = WordGap(strength: .sentence)
        itemStarts = lists.itemStarts(in: text, span.range).reversed()
        let (table, hashes) = (types.slots, types.hashes)
        var index = span.start
        while index < span.end {
            let byte = text[index]
            if byte == 0x20 {
                gap.hasSpace = true
                index += 1
            } else if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
                index = add(WordReader.word(in: text, at: index, limit: span.end), text, table.span, hashes.span)
            } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/"),
                let end = addressEnd(at: index, text, span)
            {
                index = end
            } else if byte < 0x80 {
                separate(CharacterClass.ascii(byte), value: UInt32(byte), to: index + 1)
                index += 1
            } else {
                let (scalar, length) = WordReader.decode(text, at: index)
                let kind = CharacterClass(scalar)
                if kind == .letter || kind == .digit {
                    index = add(WordReader.word(in: text, at: index, limit: span.end), text, table.span, hashes.span)
                } else {
                    separate(kind, value: scalar.value, to: index + length)
                    index += length
                }
            }
        }
        endSentence(at: span.end, in: text)
    }

    // MARK: Between words

    private mutating func separate(_ kind: CharacterClass, value: UInt32, to: Int) {
        switch kind {
        case .quote:
            quote(value)
            gap.closeOrOpen(isClosing: !gap.hasSpace, to: to)
        default: gap.add(kind, value: value, to: to)
        }
    }

    /// So many quotation marks wait for their other half at a time; what is open longer is taken for odd.
    private static let mostOpenQuotes = 32

    /// Pairs quotation marks inside a block; an odd one is ignored.
    private mutating func quote(_ sign: UInt32) {
        let opener: UInt32? =
            switch sign {
            case 0x22: 0x22
            case 0x201D: 0x201C
            case 0xBB: 0xAB
            case 0x203A: 0x2039
            case 0x300D, 0x300F: sign - 1
            default: nil
            }
        if let opener {
            if let position = openQuotes.lastIndex(where: { $0.sign == opener }) {
                let open = openQuotes[position]
                openQuotes.removeSubrange(position...)
                if tokens.count > open.token { tokens.quotations.append(open.token..<tokens.count) }
                return
            }
            if sign != 0x22 { return }
        }
        if openQuotes.count == Self.mostOpenQuotes { openQuotes.removeFirst() }
        openQuotes.append((tokens.count, sign))
    }

    // MARK: Words

    /// Adds a word after ending the sentence before it where the gap says so; returns where the word ends.
    @inline(__always)
    private mutating func add(
        _ word: WordReader.Word, _ text: Span<UInt8>, _ slots: Span<WordTypes.Slot>, _ hashes: Span<UInt64>
    ) -> Int {
        let mayBeLabel = word.end < text.count && (text[word.end] != 0x20 || gap.strength == .clause)
        if mayBeLabel, let end = skipLabel(word, text) { return end }
        var type = WordTypes.type(word.hash, in: slots, hashes) ?? WordReader.unknownType(of: word, in: text, types)
        let isCapitalised = WordReader.isCapital(in: text, at: word.start)
        // "US" is a name and no pronoun.
        if isCapitalised, types.traits[type].contains(.firstPerson), word.end - word.start > 1,
            WordReader.isCapital(in: text, at: word.start + 1)
        {
            type = types.unknown(isNumber: false, isLetter: false)
        }
        if let item = itemStarts.last, word.start >= item {
            itemStarts.removeLast()
            endSentence(at: item, in: text)
            gap.strength = .sentence
        } else if gap.sentenceEnd >= 0, tokens.count > sentenceFirstToken,
            endsSentence(before: type, isCapitalised: isCapitalised, isNumbered: Self.isNumbered(word, in: text))
        {
            endSentence(at: gap.sentenceEnd, in: text)
            gap.strength = .sentence
        }
        let length = tokens.count - sentenceFirstToken
        if length >= Self.longestSentence, gap.strength >= .comma || length >= 2 * Self.longestSentence {
            // No reader holds so long a sentence in mind; cutting it keeps the work on a sentence bounded.
            endSentence(at: Int(tokens.list[tokens.count - 1].end), in: text)
            gap.strength = .sentence
        }
        tokens.list.append(
            Token(
                start: word.start, end: word.end, type: type, breakBefore: gap.strength,
                isCapitalised: isCapitalised))
        gap = WordGap()
        return word.end
    }

    /// Leaves out the number of an item within the sentence; the first item goes on with the words before it. Returns
    /// where it ends.
    @inline(never)
    private mutating func skipLabel(_ word: WordReader.Word, _ text: Span<UInt8>) -> Int? {
        guard tokens.count > sentenceFirstToken, gap.sentenceEnd < 0, itemStarts.last.map({ word.start < $0 }) ?? true
        else { return nil }
        let last = tokens.list[tokens.count - 1]
        let follows =
            gap.strength >= .comma
            || last.breakBefore >= .comma && types.traits[last.type].contains(.coordinator)
        guard follows, let label = ListLabel(word, in: text, after: gap.strength) else { return nil }
        if label.isFirst, tokens.leads[block] == nil {
            tokens.leads[block] = .init(sentence: tokens.sentences.count, tokens: sentenceFirstToken..<tokens.count)
        }
        gap = WordGap(strength: label.isFirst ? .comma : gap.strength, hasSpace: true)
        return label.end
    }

    /// Lets the word before `index` grow to the address that it begins; returns where that ends.
    @inline(never)
    private mutating func addressEnd(at index: Int, _ text: Span<UInt8>, _ span: TextSpan) -> Int? {
        guard let word = tokens.list.last, Int(word.start) >= span.start,
            let end = WebAddress.end(after: word, at: index, in: text, limit: span.end)
        else { return nil }
        tokens.list[tokens.count - 1] = Token(
            start: Int(word.start), end: end, type: types.unknown(isNumber: false, isLetter: false),
            breakBefore: word.breakBefore, isCapitalised: word.isCapitalised)
        return end
    }

    private mutating func endSentence(at end: Int, in text: Span<UInt8>) {
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

    /// Whether a period and a number follow the word.
    private static func isNumbered(_ word: WordReader.Word, in text: Span<UInt8>) -> Bool {
        word.end + 2 < text.count && text[word.end] == 0x2E && text[word.end + 1] == 0x20
            && (0x30...0x39).contains(text[word.end + 2])
    }

    /// Whether the gap before a word ends the sentence.
    private func endsSentence(before type: Int, isCapitalised: Bool, isNumbered: Bool) -> Bool {
        let next = types.traits[type]
        let startsLow = !isCapitalised && !next.contains(.number)
        let glued = !gap.hasSpace && !gap.hasOpening
        if glued && !isCapitalised { return false }
        guard gap.isPeriod else { return !startsLow }
        if startsLow { return false }
        // "I" is written large wherever it stands.
        if gap.isEllipsis { return isCapitalised && !next.contains(.singleLetter) }
        let last = tokens.list[tokens.count - 1]
        let previous = types.traits[last.type]
        let isFirstWord = tokens.count - 1 == sentenceFirstToken
        if isFirstWord, previous.contains(.number) || previous.contains(.singleLetter) { return false }
        // "App. No. 5": an abbreviation before a number, though it is spelled like a word that begins sentences.
        if isNumbered, next.contains(.abbreviation) {
            return !previous.contains(.abbreviation) && !previous.contains(.singleLetter)
        }
        if previous.contains(.abbreviation) {
            // A title after "a.m." goes on; after "P.M." it begins a sentence.
            let isTitle = next.contains(.abbreviation)
            return next.contains(.starter) && (!isTitle || last.isCapitalised)
        }
        if previous.contains(.singleLetter), last.isCapitalised { return next.contains(.starter) }
        return true
    }
}
