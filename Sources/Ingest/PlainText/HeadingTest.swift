/// Judges whether a line of plain text is a heading.
struct HeadingTest {
    /// What makes a line look like a heading, weakest last.
    enum Look: Int, Comparable {
        case sentenceCase, titleCase, capitals

        static func < (a: Look, b: Look) -> Bool { a.rawValue < b.rawValue }
    }

    private let bytes: [UInt8]
    private let words: LineWords

    /// A test over decoded text.
    init(_ bytes: [UInt8], words: LineWords) {
        self.bytes = bytes
        self.words = words
    }

    /// How the line looks like a heading; `nil` when it does not.
    ///
    /// A heading is short, has a letter, and does not end like a sentence or in the middle of one.
    func look(of range: Range<Int>) -> Look? {
        guard !range.isEmpty, range.count <= 240, !isContentsEntry(range) else { return nil }
        switch Letters.ending(of: range, in: bytes) {
        case .sentence: guard bytes[range.upperBound - 1] == 0x3F else { return nil }
        case .comma, .colon: return nil
        case .open: break
        }
        let last = bytes[range.upperBound - 1]
        if last == 0x2D || last == 0x2F || last == 0x26 { return nil }
        return countedLook(of: range)
    }

    /// Whether the first lines of a file may be worded as its title: two words at least and about two lines at most, which
    /// begin like a heading and hold no end of a sentence.
    func isWordingOfTitle(_ range: Range<Int>) -> Bool {
        guard range.count <= 200, Letters.ending(of: range, in: bytes) == .open, !isContentsEntry(range) else {
            return false
        }
        let last = bytes[range.upperBound - 1]
        guard last != 0x2D, last != 0x2F, last != 0x26, startsLikeHeading(range) else { return false }
        let words = bytes[range].split { $0 <= 0x20 }
        guard words.count >= 2, !isDate(range, count: words.count) else { return false }
        // A word of some length before a point is no abbreviation.
        return !zip(words, words.dropFirst()).contains { word, next in
            (word.last == 0x2E && word.count > 5 || word.last == 0x21 || word.last == 0x3F || word.last == 0x3A)
                && Letters.isUpper(bytes, next.startIndex)
        }
    }

    /// Counts words and letters in one pass.
    private func countedLook(of range: Range<Int>) -> Look? {
        var words = 0
        var significant = 0
        var capitalised = 0
        var upper = 0
        var lower = 0
        var index = range.lowerBound
        while index < range.upperBound {
            while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
            guard index < range.upperBound else { break }
            words += 1
            guard words <= 16 else { return nil }
            let start = index
            var firstIsUpper: Bool?
            while index < range.upperBound, bytes[index] > 0x20 {
                let isUpper = Letters.isUpper(bytes, index)
                let isLower = !isUpper && Letters.isLower(bytes, index)
                if isUpper { upper += 1 } else if isLower { lower += 1 }
                if firstIsUpper == nil, isUpper || isLower { firstIsUpper = isUpper }
                index += Self.length(bytes[index])
            }
            if let firstIsUpper, index - start > 3 {
                significant += 1
                if firstIsUpper { capitalised += 1 }
            }
        }
        guard upper > 0, upper + lower >= 3, !isDate(range, count: words) else { return nil }
        if lower == 0 || upper > 8 * lower { return .capitals }
        guard startsLikeHeading(range) else { return nil }
        if significant > 0, capitalised * 5 >= significant * 4 { return .titleCase }
        return words <= 10 ? .sentenceCase : nil
    }

    /// Whether the first character, quotes and brackets aside, is a capital or a digit; one small letter may stand before.
    private func startsLikeHeading(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound, "\"'([*_".utf8.contains(bytes[start]) || bytes[start] == 0xE2 {
            start += Self.length(bytes[start])
        }
        guard start < range.upperBound else { return false }
        if Letters.isUpper(bytes, start) || Letters.isDigit(bytes[start]) { return true }
        // A name that has its capital further on.
        let isFollowed = start + 2 < range.upperBound && Letters.isUpper(bytes, start + 1)
        return isFollowed && (0x61...0x7A).contains(bytes[start]) && Letters.isLetter(bytes, start + 2)
    }

    /// "June 1st, 2011" is no heading.
    private func isDate(_ range: Range<Int>, count: Int) -> Bool {
        guard count <= 5, bytes[range].contains(where: Letters.isDigit) else { return false }
        return bytes[range].split(separator: 0x20).contains { words.months.contains($0) }
    }

    /// A line of a table of contents: leader dots before a page number at the end.
    func isContentsEntry(_ range: Range<Int>) -> Bool {
        var index = range.upperBound
        while index > range.lowerBound, isPageByte(bytes[index - 1]) { index -= 1 }
        var dots = 0
        while index > range.lowerBound {
            if bytes[index - 1] == 0x2E {
                dots += 1
            } else if bytes[index - 1] == 0xA6, index - range.lowerBound >= 3, bytes[index - 2] == 0x80,
                bytes[index - 3] == 0xE2
            {
                dots += 3
                index -= 2
            } else if bytes[index - 1] != 0x20 {
                return false
            }
            if dots >= 5 { return true }
            index -= 1
        }
        return false
    }

    /// A digit, a space, or a letter of a small roman numeral.
    private func isPageByte(_ byte: UInt8) -> Bool {
        Letters.isDigit(byte) || byte == 0x20 || byte == 0x69 || byte == 0x76 || byte == 0x78 || byte == 0x2D
    }

    private static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
