/// Judges whether a line of plain text is a heading.
struct HeadingTest {
    /// What makes a line look like a heading, weakest last.
    enum Look: Int, Comparable {
        case sentenceCase, titleCase, capitals

        static func < (a: Look, b: Look) -> Bool { a.rawValue < b.rawValue }
    }

    private let bytes: [UInt8]

    /// A test over decoded text.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

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
        let words = bytes[range].split(separator: 0x20)
        guard words.count <= 16, !isDate(words) else { return nil }
        return look(of: words)
    }

    private func look(of words: [ArraySlice<UInt8>]) -> Look? {
        var significant = 0
        var capitalised = 0
        var upper = 0
        var lower = 0
        for word in words {
            var index = word.startIndex
            while index < word.endIndex, !Letters.isLetter(bytes, index) { index += Self.length(bytes[index]) }
            guard index < word.endIndex else { continue }
            let isUpper = Letters.isUpper(bytes, index)
            if word.endIndex - index > 3 {
                significant += 1
                if isUpper { capitalised += 1 }
            }
            while index < word.endIndex {
                if Letters.isUpper(bytes, index) { upper += 1 } else if Letters.isLower(bytes, index) { lower += 1 }
                index += Self.length(bytes[index])
            }
        }
        guard upper > 0, let first = words.first?.startIndex, upper + lower >= 3 else { return nil }
        if lower == 0 || upper > 8 * lower { return .capitals }
        var start = first
        while start < words[0].endIndex, "\"'([*_".utf8.contains(bytes[start]) || bytes[start] == 0xE2 { start += Self.length(bytes[start]) }
        guard start < words[0].endIndex, Letters.isUpper(bytes, start) || Letters.isDigit(bytes[start]) else { return nil }
        if significant > 0, capitalised * 5 >= significant * 4 { return .titleCase }
        return words.count <= 10 ? .sentenceCase : nil
    }

    /// "June 1st, 2011" is no heading.
    private func isDate(_ words: [ArraySlice<UInt8>]) -> Bool {
        words.count <= 5 && words.contains { StructuralWords.months.contains($0) }
            && words.contains { Letters.isDigit($0[$0.startIndex]) }
    }

    /// A line of a table of contents: leader dots before a page number.
    func isContentsEntry(_ range: Range<Int>) -> Bool {
        var dots = 0
        for index in range {
            let byte = bytes[index]
            if byte == 0x2E || byte == 0xA6 && index >= 2 && bytes[index - 1] == 0x80 {
                dots += byte == 0x2E ? 1 : 3
                if dots >= 5 { return true }
            } else if byte != 0x20, byte != 0xE2, byte != 0x80 {
                dots = 0
            }
        }
        return false
    }

    private static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
