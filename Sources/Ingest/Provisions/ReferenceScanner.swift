import TextModel

/// Moves over a text by words and numbers of provisions.
struct ReferenceScanner {
    /// The text.
    let text: [UInt8]
    /// Next byte.
    var position: Int
    /// Where to stop.
    let end: Int

    /// The next word with one of these beginnings: letters, with a hyphen within or a period after.
    mutating func nextWord(beginning beginnings: BytePairs) -> Range<Int>? {
        let found = wordAhead(beginning: beginnings)
        position = found?.upperBound ?? end
        return found
    }

    private func wordAhead(beginning beginnings: BytePairs) -> Range<Int>? {
        let text = text.span
        // What begins with the last byte begins with a pair that lies half outside.
        let limit = min(end + 1, text.count)
        var index = position
        while let place = beginnings.firstPlace(in: text, from: index, before: limit) {
            index = place + 1
            guard Self.isWordByte(text[place]), !isWithinWord(place) else { continue }
            return word(from: place)
        }
        return nil
    }

    /// Whether the byte at `place` goes on with a word.
    private func isWithinWord(_ place: Int) -> Bool {
        guard place > position else { return false }
        if Self.isWordByte(text[place - 1]) { return true }
        return text[place - 1] == 0x2D && place - 1 > position && Self.isWordByte(text[place - 2])
    }

    /// The word before `place` and after `start`, whatever signs and digits lie between.
    func word(before place: Int, after start: Int) -> Range<Int>? {
        var index = place
        while index > start, !Self.isWordByte(text[index - 1]) { index -= 1 }
        guard index > start else { return nil }
        while index > start,
            Self.isWordByte(text[index - 1])
                || text[index - 1] == 0x2D && index - 1 > start && Self.isWordByte(text[index - 2])
        {
            index -= 1
        }
        return word(from: index)
    }

    /// The word that stands here after at most one space.
    mutating func takeWord() -> Range<Int>? {
        let start = position < end && text[position] == 0x20 ? position + 1 : position
        guard start < end, Self.isWordByte(text[start]) else { return nil }
        let word = word(from: start)
        position = word.upperBound
        return word
    }

    /// The number that stands here after at most one space, taken apart: "9(2)(b)", "(a)", "22A", "IV".
    mutating func takeNumber() -> [String]? {
        var index = position < end && text[position] == 0x20 ? position + 1 : position
        let start = index
        // "SEC(2011)" is a name: brackets follow a space or a number.
        if index == position, index < end, text[index] == 0x28, index > 0, ProvisionNumber.isLetter(text[index - 1]) {
            return nil
        }
        if index < end, ProvisionNumber.isDigit(text[index]) || isRoman(at: index) {
            while index < end, ProvisionNumber.isAlphanumeric(text[index]) { index += 1 }
        }
        while let close = bracketEnd(at: index) { index = close }
        guard index > start else { return nil }
        // A letter or digit right after is no number: "section 4th-century".
        let parts = ProvisionNumber.parts(of: Array(text[start..<index]))
        guard !parts.isEmpty else { return nil }
        position = index
        return parts
    }

    /// Takes a comma.
    mutating func takeComma() -> Bool {
        guard position < end, text[position] == 0x2C else { return false }
        position += 1
        return true
    }

    /// Takes a hyphen or dash between numbers.
    mutating func takeDash() -> Bool {
        if position < end, text[position] == 0x2D {
            position += 1
            return true
        }
        guard position + 2 < end, text[position] == 0xE2, text[position + 1] == 0x80,
            text[position + 2] == 0x93 || text[position + 2] == 0x94
        else { return false }
        position += 3
        return true
    }

    /// The word that begins at `start`. The period of "art." belongs to it when a number may follow.
    func word(from start: Int) -> Range<Int> {
        let wordEnd = wordEnd(from: start)
        let hasPeriod = wordEnd + 1 < end && text[wordEnd] == 0x2E && text[wordEnd + 1] == 0x20 && wordEnd - start <= 5
        return start..<(hasPeriod ? wordEnd + 1 : wordEnd)
    }

    /// Where the word that begins at `start` ends.
    @inline(__always)
    private func wordEnd(from start: Int) -> Int {
        let text = text.span
        var index = start
        while index < end {
            if !Self.isWordByte(text[index]) {
                guard text[index] == 0x2D, index + 1 < end, Self.isWordByte(text[index + 1]) else { break }
            }
            index += 1
        }
        return index
    }

    /// ASCII letters, and what is not ASCII but for dashes and quotation marks.
    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte != 0xE2
    }

    private func bracketEnd(at index: Int) -> Int? {
        guard index < end, text[index] == 0x28 else { return nil }
        var close = index + 1
        while close < end, close - index <= 6, ProvisionNumber.isAlphanumeric(text[close]) { close += 1 }
        return close < end && text[close] == 0x29 && close > index + 1 ? close + 1 : nil
    }

    private func isRoman(at index: Int) -> Bool {
        var next = index
        while next < end, [0x49, 0x56, 0x58, 0x4C, 0x43].contains(text[next]) { next += 1 }
        return next > index && next - index <= 6 && (next == end || !ProvisionNumber.isAlphanumeric(text[next]))
    }
}
