/// Finds lines that belong to the printed page and not to the text: page numbers and running heads.
///
/// A bare number is a page number when a form feed is near, or when numbers one more or less stand about a page away.
/// A short line is a running head when it comes back at least three times (digits aside), a page apart, and mostly next to
/// a page number or a form feed: a heading that only repeats, such as "Penalty", stays.
struct PageFurniture {
    private let bytes: [UInt8]
    private let words: LineWords
    private let enumerators: EnumeratorParser
    private var lines: [TextLine]
    private var isBoundary: [Bool]

    private static let pageDistance = 12...250

    /// Marks furniture in `lines`.
    static func mark(_ lines: inout [TextLine], in bytes: [UInt8], words: LineWords) {
        guard lines.count > 3 else { return }
        var furniture = PageFurniture(bytes: bytes, words: words, lines: lines)
        furniture.findPageNumbers()
        guard furniture.isBoundary.contains(true) else { return }
        furniture.findRunningHeads()
        lines = furniture.lines
    }

    private init(bytes: [UInt8], words: LineWords, lines: [TextLine]) {
        self.bytes = bytes
        self.words = words
        enumerators = EnumeratorParser(bytes, words: words)
        self.lines = lines
        isBoundary = lines.map(\.startsPage)
    }

    // MARK: Page numbers

    private mutating func findPageNumbers() {
        var bare: [(line: Int, value: Int)] = []
        for index in lines.indices where !lines[index].isBlank && lines[index].width <= 80 {
            switch PageNumber(lines[index].range, in: bytes, words: words) {
            case .labelled?: markFurniture(index)
            case .bare(let value)?: bare.append((index, value))
            case nil: break
            }
        }
        for (position, candidate) in bare.enumerated() {
            if hasFormFeed(near: candidate.line) || (isIsolated(candidate.line) && hasNeighbour(bare, at: position)) {
                markFurniture(candidate.line)
            }
        }
    }

    private mutating func markFurniture(_ index: Int) {
        lines[index].isFurniture = true
        isBoundary[index] = true
    }

    private func isIsolated(_ index: Int) -> Bool {
        (index == 0 || lines[index - 1].isBlank || lines[index - 1].isFurniture)
            && (index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].startsPage)
    }

    private func hasFormFeed(near index: Int) -> Bool {
        if lines[index].startsPage { return true }
        return textLines(from: index, step: 1).contains { lines[$0].startsPage }
            || textLines(from: index, step: -1).contains { lines[$0].startsPage }
    }

    /// The next one or two lines with text, with the blank lines on the way.
    private func textLines(from index: Int, step: Int) -> [Int] {
        var found: [Int] = []
        var seen = 0
        var next = index + step
        while lines.indices.contains(next), seen < 2, abs(next - index) <= 8 {
            found.append(next)
            if !lines[next].isBlank { seen += 1 }
            next += step
        }
        return found
    }

    private func hasNeighbour(_ bare: [(line: Int, value: Int)], at position: Int) -> Bool {
        let own = bare[position]
        func fits(_ other: (line: Int, value: Int), _ difference: Int) -> Bool {
            other.value == own.value + difference && Self.pageDistance.contains(abs(other.line - own.line))
        }
        for offset in 1...4 {
            if position + offset < bare.count, fits(bare[position + offset], 1) { return true }
            if position >= offset, fits(bare[position - offset], -1) { return true }
        }
        return false
    }

    // MARK: Running heads

    private mutating func findRunningHeads() {
        var places: [UInt64: [Int]] = [:]
        for index in lines.indices where isCandidate(index) { places[key(index), default: []].append(index) }
        for indices in places.values where indices.count >= 3 {
            let gaps = zip(indices.dropFirst(), indices).map { $0 - $1 }
            guard gaps.filter({ $0 >= 10 }).count * 2 >= gaps.count else { continue }
            let near = indices.filter { isNearBoundary($0) }
            guard near.count * 5 >= indices.count * 3, near.count >= 3 else { continue }
            for index in near { lines[index].isFurniture = true }
        }
    }

    private func isCandidate(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isBlank, !line.isFurniture, line.width <= 100, isNearBoundary(index) else { return false }
        return !enumerators.startsWithKeyword(line.range)
    }

    private func isNearBoundary(_ index: Int) -> Bool {
        if isBoundary[index] { return true }
        for step in [-1, 1] {
            var next = index + step
            var texts = 0
            while lines.indices.contains(next), texts < 2, abs(next - index) <= 8 {
                if isBoundary[next] { return true }
                if !lines[next].isBlank, !lines[next].isFurniture { texts += 1 }
                next += step
            }
        }
        return false
    }

    /// The line without digits and white space.
    private func key(_ index: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes[lines[index].range] where byte > 0x20 && !Letters.isDigit(byte) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}

/// A line that is nothing but a page number.
enum PageNumber {
    /// Marked as one: "Page 3 of 10", "- 4 -", "3 | Page".
    case labelled
    /// A number alone, arabic or roman, which may be something else.
    case bare(Int)

    /// The page number that the bytes are; `nil` when they are something else.
    init?(_ range: Range<Int>, in bytes: [UInt8], words known: LineWords) {
        guard Self.isPossible(range, in: bytes), Self.beginsLikeOne(range, in: bytes, words: known) else { return nil }
        var words = bytes[range].split { $0 <= 0x20 }
        let dashes = words.count
        words = words.filter {
            !$0.allSatisfy { "-|~*[]()".utf8.contains($0) } && !($0.starts(with: [0xE2, 0x80]) && $0.count == 3)
        }
        let hadDashes = words.count < dashes || (words.first?.first == 0x2D && words.last?.last == 0x2D)
        let trimmed = words.map { $0.drop { $0 == 0x2D }.prefix { $0 != 0x2D } }.filter { !$0.isEmpty }
        let spaced = trimmed.filter { $0.count == 1 }.count
        if spaced >= 4, let last = trimmed.first, last.allSatisfy(Letters.isDigit) {
            let letters = trimmed.dropFirst().flatMap { $0 }
            if known.pages.contains(letters[...]) {
                self = .labelled
                return
            }
        }
        let label = trimmed.filter { known.pages.contains($0) || known.pageJoiners.contains($0) }
        let rest = trimmed.filter { !(known.pages.contains($0) || known.pageJoiners.contains($0)) }
        guard let first = rest.first, let value = Self.value(first) else { return nil }
        if !label.isEmpty, rest.count <= 2, rest.allSatisfy({ Self.value($0) != nil }), trimmed.count <= 4 {
            self = .labelled
        } else if label.isEmpty, rest.count == 1 {
            if hadDashes { self = .labelled } else { self = .bare(value) }
        } else {
            return nil
        }
    }

    /// Few letters, and a digit or a roman numeral: cheap, because every line is asked.
    private static func isPossible(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard range.count <= 80 else { return false }
        let text = bytes.span
        var letters = 0
        var hasDigit = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte > 0x40, byte < 0xE2 {
                letters += 1
                if letters > 20 { return false }
            } else if byte &- 0x30 < 10 {
                hasDigit = true
            }
            index += 1
        }
        return hasDigit || letters <= 8
    }

    /// Whether the first word, dashes aside, is a number or stands around page numbers.
    private static func beginsLikeOne(_ range: Range<Int>, in bytes: [UInt8], words: LineWords) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let word = bytes[index..<range.upperBound].prefix { $0 > 0x20 }
            let core = word.drop { $0 == 0x2D }.prefix { $0 != 0x2D }
            let isDash = word.isEmpty || core.isEmpty || word.allSatisfy { "|~*[]()-".utf8.contains($0) }
            if !isDash, word.count != 3 || !word.starts(with: [0xE2, 0x80]) {
                return value(core) != nil || core.allSatisfy(Letters.isDigit) || words.pages.contains(core)
                    || words.pageJoiners.contains(core)
            }
            index = word.endIndex + 1
        }
        return false
    }

    private static func value(_ word: ArraySlice<UInt8>) -> Int? {
        if word.allSatisfy(Letters.isDigit) {
            return word.count <= 4 ? Int(String(decoding: word, as: UTF8.self)) : nil
        }
        return Numeral.roman(word).flatMap { $0 < 100 ? $0 : nil }
    }
}
