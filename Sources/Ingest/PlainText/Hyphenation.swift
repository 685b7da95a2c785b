import TextModel

/// Decides what a hyphen at the end of a line is: a break within a word, or part of a compound.
///
/// The document decides: if it writes "cyber-attack" within a line and never "cyberattack", the hyphen stays. Where it
/// writes neither, words that are data decide: "self-" and "-based" keep their hyphen. Otherwise the halves are joined
/// without it, which is right for most line ends.
struct Hyphenation {
    private let parts: LineWords
    private var seen: Set<UInt64> = []

    /// Surveys a text for the words that its line ends could make. Looks at the hyphens within lines first: where none of
    /// the compounds stands in the text, which is usual, that is all.
    init(lines: [TextLine], bytes: [UInt8], words parts: LineWords) {
        self.parts = parts
        var ends: [Words] = []
        var likely: Set<UInt64> = []
        for index in lines.indices.dropLast() where Self.endsInHyphen(lines[index], bytes) {
            guard let words = Self.words(lines, index, bytes) else { continue }
            ends.append(words)
            if Self.isCompound(words, parts) { likely.insert(words.hyphened) }
        }
        guard !ends.isEmpty else { return }
        seen = Self.compounds(in: bytes.span, among: Set(ends.map(\.hyphened)))
        let doubtful = ends.filter { seen.contains($0.hyphened) || likely.contains($0.hyphened) }
        if !doubtful.isEmpty { seen.formUnion(Self.words(in: bytes.span, among: doubtful)) }
    }

    /// Those of the compounds, by hash, that stand in a text.
    private static func compounds(in text: Span<UInt8>, among wanted: Set<UInt64>) -> Set<UInt64> {
        var found: Set<UInt64> = []
        var place = 0
        while let hyphen = text.firstIndex(of: 0x2D, from: place) {
            place = hyphen + 1
            guard hyphen > 0, place < text.count, isWordByte(text[hyphen - 1]), isWordByte(text[place]) else {
                continue
            }
            var start = hyphen
            while start > 0, isWordByte(text[start - 1]) || text[start - 1] == 0x2D { start -= 1 }
            while text[start] == 0x2D { start += 1 }
            let run = run(in: text, from: start)
            if wanted.contains(run.hash) { found.insert(run.hash) }
            place = run.end
        }
        return found
    }

    /// Those of the words without hyphen, by hash, that stand in a text.
    private static func words(in text: Span<UInt8>, among wanted: [Words]) -> Set<UInt64> {
        let hashes = Set(wanted.map(\.joined))
        var beginnings = BytePairs()
        for words in wanted { beginnings.insert(words.beginning.0, words.beginning.1) }
        var found: Set<UInt64> = []
        var index = 0
        while let place = beginnings.firstPlace(in: text, from: index, before: text.count) {
            index = place + 1
            guard place == 0 || !isWordByte(text[place - 1]) && text[place - 1] != 0x2D else { continue }
            let run = run(in: text, from: place)
            if hashes.contains(run.hash) { found.insert(run.hash) }
            index = max(index, run.end)
        }
        return found
    }

    /// The hash and the end of the letters and hyphens from `start` on.
    private static func run(in text: Span<UInt8>, from start: Int) -> (hash: UInt64, end: Int) {
        var hash = WordSet.seed
        var index = start
        while index < text.count, isWordByte(text[index]) || text[index] == 0x2D {
            hash = WordSet.step(hash, text[index])
            index += 1
        }
        return (hash, index)
    }

    /// Whether the hyphen at the end of line `index` goes when `next` follows.
    func isBreak(at index: Int, before next: Int, lines: [TextLine], bytes: [UInt8]) -> Bool {
        guard Letters.isLower(bytes, Int(lines[next].start)) else { return false }
        guard let words = Self.words(lines, index, next, bytes) else { return true }
        if seen.contains(words.joined) { return true }
        return !seen.contains(words.hyphened) && !Self.isCompound(words, parts)
    }

    /// Whether the halves look like those of a compound: by their words, or since no word is cut after its first letter.
    private static func isCompound(_ words: Words, _ parts: LineWords) -> Bool {
        let hyphen = words.first.lastIndex(of: 0x2D)
        let last = hyphen.map { words.first[($0 + 1)...] } ?? words.first[...]
        if last.count == 1, last.allSatisfy({ $0 < 0x80 }) { return true }
        if parts.compoundEndings.contains(words.second) { return true }
        guard !parts.wordEndings.contains(words.second) else { return false }
        return parts.compoundBeginnings.contains(last)
            || hyphen.map { parts.compoundBeginnings.contains(words.first[$0...]) } ?? false
    }

    /// Whether a line ends in a letter and a hyphen; a soft hyphen counts.
    static func endsInHyphen(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        let length = hyphenLength(line, bytes)
        let end = Int(line.end) - length
        guard length > 0, end > Int(line.start) else { return false }
        return Letters.isLetter(bytes, Letters.characterStart(in: bytes, before: end))
    }

    /// Whether a span of numbers goes on after a line: "2019-" / "2021".
    static func endsInSpan(_ line: TextLine, before next: TextLine, _ bytes: [UInt8]) -> Bool {
        let end = Int(line.end) - max(hyphenLength(line, bytes), dashLength(line, bytes))
        return end < Int(line.end) && end > Int(line.start) && Letters.isDigit(bytes[end - 1]) && !next.isBlank
            && Letters.isDigit(bytes[Int(next.start)])
    }

    /// Bytes of the dash that a span of numbers has: U+2013.
    private static func dashLength(_ line: TextLine, _ bytes: [UInt8]) -> Int {
        line.range.count > 3 && bytes[..<Int(line.end)].suffix(3).elementsEqual([0xE2, 0x80, 0x93]) ? 3 : 0
    }

    /// Bytes of the hyphen at the end of a line: "-", U+2010, U+2011 or a soft hyphen.
    static func hyphenLength(_ line: TextLine, _ bytes: [UInt8]) -> Int {
        let end = Int(line.end)
        guard line.end > line.start else { return 0 }
        if bytes[end - 1] == 0x2D { return 1 }
        if line.range.count > 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xAD { return 2 }
        if line.range.count > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
            bytes[end - 1] == 0x90 || bytes[end - 1] == 0x91
        {
            return 3
        }
        return 0
    }

    /// The word across a line end, without and with its hyphen.
    private struct Words {
        let joined: UInt64
        let hyphened: UInt64
        let first: [UInt8]
        let second: ArraySlice<UInt8>
        /// First bytes of the word without hyphen.
        let beginning: (UInt8, UInt8)

        init(_ first: [UInt8], _ second: ArraySlice<UInt8>) {
            (self.first, self.second) = (first, second)
            let (joined, hyphened) = (first + second, first + [0x2D] + second)
            self.joined = WordSet.hash(joined[...])
            self.hyphened = WordSet.hash(hyphened[...])
            beginning = (joined[0], joined[1])
        }
    }

    private static func words(_ lines: [TextLine], _ index: Int, _ bytes: [UInt8]) -> Words? {
        var next = index + 1
        while next < lines.count, next < index + 20, lines[next].isBlank || lines[next].isFurniture { next += 1 }
        return next < lines.count && !lines[next].isBlank && !lines[next].isFurniture
            ? words(lines, index, next, bytes) : nil
    }

    private static func words(_ lines: [TextLine], _ index: Int, _ next: Int, _ bytes: [UInt8]) -> Words? {
        let end = Int(lines[index].end) - hyphenLength(lines[index], bytes)
        var start = end
        while start > Int(lines[index].start), isWordByte(bytes[start - 1]) || bytes[start - 1] == 0x2D { start -= 1 }
        var after = Int(lines[next].start)
        while after < Int(lines[next].end), isWordByte(bytes[after]) { after += 1 }
        let first = Array(bytes[start..<end])
        let second = bytes[Int(lines[next].start)..<after]
        guard !first.isEmpty, !second.isEmpty, first.count + second.count < 40 else { return nil }
        return Words(first, second)
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
