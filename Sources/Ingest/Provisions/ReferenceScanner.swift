/// Moves over a text by words and numbers of provisions.
struct ReferenceScanner {
    /// The text.
    let text: [UInt8]
    /// Next byte.
    var position: Int
    /// Where to stop.
    let end: Int

    /// The next word, wherever it is: letters, with a hyphen within or a period after.
    mutating func nextWord() -> Range<Int>? {
        position = wordStart
        return word()
    }

    /// The word that stands here after at most one space.
    mutating func takeWord() -> Range<Int>? {
        let start = position < end && text[position] == 0x20 ? position + 1 : position
        guard start < end, Self.isWordByte(text[start]) else { return nil }
        position = start
        return word()
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

    /// Where the next word starts.
    private var wordStart: Int {
        let text = text.span
        var index = position
        while index < end, !Self.isWordByte(text[index]) { index += 1 }
        return index
    }

    /// Where the word at hand ends.
    private var wordEnd: Int {
        let text = text.span
        var index = position
        while index < end {
            if !Self.isWordByte(text[index]) {
                guard text[index] == 0x2D, index + 1 < end, Self.isWordByte(text[index + 1]) else { break }
            }
            index += 1
        }
        return index
    }

    private mutating func word() -> Range<Int>? {
        let start = position
        position = wordEnd
        guard position > start else { return nil }
        // The period of "art." belongs to it when a number may follow.
        if position + 1 < end, text[position] == 0x2E, text[position + 1] == 0x20, position - start <= 5 {
            position += 1
        }
        return start..<position
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
