/// A number at the start of a line: "1.", "(a)", "iv)", "2.3", "Article 5", "§ 12", "33B".
struct Enumerator {
    /// How the number is written; siblings are written alike.
    enum Style: Hashable { case dot, parenthesis, brackets, bare, keyword(level: Int) }

    /// One way to read it: "i" is a roman one and the ninth letter.
    struct Reading: Hashable {
        enum Base: Hashable { case decimal(depth: Int), lowerLetter, upperLetter, lowerRoman, upperRoman, named }
        let base: Base
        let ordinal: Int
    }

    /// How it is written.
    let style: Style
    /// What it may mean, the likeliest first.
    let readings: [Reading]
    /// Its bytes as printed.
    let range: Range<Int>
    /// Where the text after it starts.
    let contentStart: Int
}

/// Recognises enumerators.
struct EnumeratorParser {
    private let bytes: [UInt8]
    private let words: LineWords

    /// A parser over decoded text.
    init(_ bytes: [UInt8], words: LineWords) {
        self.bytes = bytes
        self.words = words
    }

    /// The enumerator at the start of `range`; `allowBare` admits a number without point or bracket.
    func enumerator(in range: Range<Int>, allowBare: Bool) -> Enumerator? {
        guard let first = bytes[range].first else { return nil }
        if first == UInt8(ascii: "(") { return bracketed(in: range) }
        if Letters.isDigit(first) { return decimal(in: range, allowBare: allowBare) }
        if (0x61...0x7A).contains(first | 0x20), let short = letters(in: range) { return short }
        return keyword(in: range)
    }

    /// The enumerator at the start of `range`, and those in brackets that follow at once: "1. (1)".
    func enumerators(in range: Range<Int>, allowBare: Bool) -> [Enumerator] {
        guard let first = enumerator(in: range, allowBare: allowBare) else { return [] }
        var all = [first]
        while let last = all.last, all.count < Self.mostAtOnce, last.contentStart < range.upperBound,
            bytes[last.contentStart] == 0x28,
            let next = enumerator(in: last.contentStart..<range.upperBound, allowBare: false)
        {
            all.append(next)
        }
        return all
    }

    private static let mostAtOnce = 4

    /// Whether the line begins with the name of a provision or division and a number.
    func startsWithKeyword(_ range: Range<Int>) -> Bool { keyword(in: range) != nil }

    private func bracketed(in range: Range<Int>) -> Enumerator? {
        let inner = range.lowerBound + 1
        let limit = min(range.upperBound, inner + 8)
        guard let close = bytes[inner..<limit].firstIndex(of: UInt8(ascii: ")")), close > inner else { return nil }
        let word = bytes[inner..<close]
        let readings = Self.readings(of: word)
        guard !readings.isEmpty else { return nil }
        return Enumerator(
            style: .brackets, readings: readings, range: range.lowerBound..<(close + 1),
            contentStart: afterGap(close + 1, range))
    }

    private func decimal(in range: Range<Int>, allowBare: Bool) -> Enumerator? {
        var index = range.lowerBound
        var depth = 0
        var ordinal = 0
        while index < range.upperBound, Letters.isDigit(bytes[index]) {
            var value = 0
            let start = index
            while index < range.upperBound, Letters.isDigit(bytes[index]), index - start < 4 {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            guard index - start <= 3 else { return nil }
            ordinal = value
            depth += 1
            // Another level follows only when a digit comes after the point.
            guard index + 1 < range.upperBound, bytes[index] == 0x2E, Letters.isDigit(bytes[index + 1]) else { break }
            index += 1
        }
        let beforeSuffix = index
        while index < range.upperBound, index - beforeSuffix < 2, (0x41...0x5A).contains(bytes[index]) { index += 1 }
        let hasSuffix = index > beforeSuffix
        let reading = [Enumerator.Reading(base: .decimal(depth: depth), ordinal: ordinal)]
        let next = index < range.upperBound ? bytes[index] : 0x20
        if next == 0x2E || next == 0x29 {
            guard isGap(index + 1, range) else { return nil }
            return Enumerator(
                style: next == 0x2E ? .dot : .parenthesis, readings: reading, range: range.lowerBound..<(index + 1),
                contentStart: afterGap(index + 1, range))
        }
        guard isGap(index, range) else { return nil }
        let content = afterGap(index, range)
        let isLikely = depth > 1 || hasSuffix || allowBare
        guard isLikely, content < range.upperBound, Letters.isUpper(bytes, content) || bytes[content] >= 0x80 else {
            return nil
        }
        return Enumerator(
            style: depth > 1 ? .dot : .bare, readings: reading, range: range.lowerBound..<index, contentStart: content)
    }

    /// "a)", "b.", "iv.", "IV)": letters with a point or bracket.
    private func letters(in range: Range<Int>) -> Enumerator? {
        var index = range.lowerBound
        while index < range.upperBound, index - range.lowerBound < 7, (0x61...0x7A).contains(bytes[index] | 0x20) {
            index += 1
        }
        guard index < range.upperBound, bytes[index] == 0x2E || bytes[index] == 0x29, isGap(index + 1, range) else {
            return nil
        }
        let readings = Self.readings(of: bytes[range.lowerBound..<index])
        guard !readings.isEmpty else { return nil }
        return Enumerator(
            style: bytes[index] == 0x2E ? .dot : .parenthesis, readings: readings,
            range: range.lowerBound..<(index + 1),
            contentStart: afterGap(index + 1, range))
    }

    private func keyword(in range: Range<Int>) -> Enumerator? {
        var wordEnd = range.lowerBound
        while wordEnd < range.upperBound, wordEnd - range.lowerBound < 40, bytes[wordEnd] > 0x20,
            !Letters.isDigit(bytes[wordEnd])
        {
            wordEnd += 1
        }
        let word = bytes[range.lowerBound..<wordEnd]
        guard !word.isEmpty, wordEnd < range.upperBound else { return nil }
        let first = afterGap(wordEnd, range)
        guard first < range.upperBound, isNumberStart(bytes[first]), let level = words.level(of: word) else {
            return nil
        }
        var end = first
        while end < range.upperBound, isNumberByte(bytes[end]) { end += 1 }
        var number = bytes[first..<end]
        if number.first == 0x28, number.last != 0x29 { return nil }
        while let last = number.last, last == 0x2E || last == 0x2D { number = number.dropLast() }
        guard let ordinal = Self.ordinal(number),
            isGap(end, range) || ":,".utf8.contains(bytes[end]) || bytes[end] >= 0x80
        else {
            return nil
        }
        var content = end
        while content < range.upperBound,
            bytes[content] <= 0x20 || ".:-".utf8.contains(bytes[content]) || isDash(content)
        {
            content += isDash(content) ? 3 : 1
        }
        // "Section 4 of the Act" is the middle of a sentence.
        guard content >= range.upperBound || !Letters.isLower(bytes, content) || ".:".utf8.contains(bytes[end]) else {
            return nil
        }
        return Enumerator(
            style: .keyword(level: level), readings: [Enumerator.Reading(base: .named, ordinal: ordinal)],
            range: range.lowerBound..<(first + number.count), contentStart: min(content, range.upperBound))
    }

    private static func ordinal(_ number: ArraySlice<UInt8>) -> Int? {
        let core = number.drop { $0 == 0x28 }.prefix { $0 != 0x29 }
        let digits = core.prefix(while: Letters.isDigit)
        if !digits.isEmpty { return digits.count <= 5 ? Int(String(decoding: digits, as: UTF8.self)) : nil }
        if let roman = Numeral.roman(core), core.first.map({ $0 < 0x60 }) == true || core.count > 1 { return roman }
        return core.count == 1 && core.allSatisfy { (0x41...0x5A).contains($0) } ? Numeral.letter(core) : nil
    }

    private static func readings(of word: ArraySlice<UInt8>) -> [Enumerator.Reading] {
        let digits = word.prefix(while: Letters.isDigit)
        if !digits.isEmpty {
            let rest = word.dropFirst(digits.count)
            guard digits.count <= 3, rest.count <= 2, rest.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
                return []
            }
            return [
                Enumerator.Reading(base: .decimal(depth: 1), ordinal: Int(String(decoding: digits, as: UTF8.self)) ?? 0)
            ]
        }
        var readings: [Enumerator.Reading] = []
        let isUpper = word.first.map { $0 < 0x60 } ?? false
        if let letter = Numeral.letter(word) {
            readings.append(.init(base: isUpper ? .upperLetter : .lowerLetter, ordinal: letter))
        }
        if let roman = Numeral.roman(word), roman < 60 {
            readings.append(.init(base: isUpper ? .upperRoman : .lowerRoman, ordinal: roman))
        }
        return readings
    }

    /// Whether a number may begin so: most second words of a line do not.
    private func isNumberStart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x28, 0x41...0x5A, 0x69, 0x76, 0x78, 0x6C: true
        default: false
        }
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        Letters.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E || byte == 0x2D || byte == 0x28
            || byte == 0x29
    }

    private func isDash(_ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && (0x92...0x95).contains(bytes[index + 2])
    }

    private func isGap(_ index: Int, _ range: Range<Int>) -> Bool {
        index >= range.upperBound || bytes[index] <= 0x20 || isDash(index) || bytes[index] == 0xC2
            || bytes[index] == 0x2D
            || bytes[index] == 0x28
    }

    /// After white space, and after the dash of "2.—(1)".
    private func afterGap(_ index: Int, _ range: Range<Int>) -> Int {
        var next = index
        while next < range.upperBound {
            if bytes[next] <= 0x20 {
                next += 1
            } else if bytes[next] == 0xC2, next + 1 < range.upperBound, bytes[next + 1] == 0xA0 {
                next += 2
            } else if isDash(next), next + 3 < range.upperBound, bytes[next + 3] == 0x28 {
                next += 3
            } else {
                break
            }
        }
        return next
    }
}
