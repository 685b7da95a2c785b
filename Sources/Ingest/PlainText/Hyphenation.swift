/// Decides what a hyphen at the end of a line is: a break within a word, or part of a compound.
///
/// The document decides: if it writes "cyber-attack" within a line and never "cyberattack", the hyphen stays. Otherwise the
/// halves are joined without it, which is right for most line ends.
struct Hyphenation {
    private var seen: Set<UInt64> = []

    /// Surveys a text for the words that its line ends could make: one pass, none when no line ends in a hyphen.
    init(lines: [TextLine], bytes: [UInt8]) {
        var wanted: Set<UInt64> = []
        var beginnings = [Bool](repeating: false, count: 1 << 16)
        for index in lines.indices.dropLast() where Self.endsInHyphen(lines[index], bytes) {
            guard let words = Self.words(lines, index, bytes) else { continue }
            wanted.insert(words.joined)
            wanted.insert(words.hyphened)
            beginnings[words.joinedBeginning] = true
            beginnings[words.hyphenedBeginning] = true
        }
        guard !wanted.isEmpty else { return }
        let (text, begins) = (bytes.span, beginnings.span)
        for line in lines where !line.isBlank {
            let end = Int(line.end)
            var index = Int(line.start)
            var isInWord = false
            while index < end {
                let byte = text[index]
                // Nearly every word is dismissed by its first two bytes.
                let isWord = Self.isWordByte(byte)
                if isWord, !isInWord, index + 1 < end, begins[Self.beginning(byte, text[index + 1])] {
                    var hash = WordSet.seed
                    while index < end, Self.isWordByte(text[index]) || text[index] == 0x2D {
                        hash = WordSet.step(hash, text[index])
                        index += 1
                    }
                    if wanted.contains(hash) { seen.insert(hash) }
                    isInWord = false
                } else {
                    isInWord = isWord || isInWord && byte == 0x2D
                    index += 1
                }
            }
        }
    }

    /// Whether the hyphen at the end of line `index` goes when `next` follows.
    func isBreak(at index: Int, before next: Int, lines: [TextLine], bytes: [UInt8]) -> Bool {
        guard Letters.isLower(bytes, Int(lines[next].start)) else { return false }
        guard let words = Self.words(lines, index, next, bytes) else { return true }
        return seen.contains(words.joined) || !seen.contains(words.hyphened)
    }

    /// Whether a line ends in a letter and a hyphen; a soft hyphen counts.
    static func endsInHyphen(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
        let length = hyphenLength(line, bytes)
        let end = Int(line.end) - length
        guard length > 0, end > Int(line.start) else { return false }
        return Letters.isLetter(bytes, Letters.characterStart(in: bytes, before: end))
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
        let joinedBeginning: Int
        let hyphenedBeginning: Int

        init(_ first: [UInt8], _ second: ArraySlice<UInt8>) {
            let (joined, hyphened) = (first + second, first + [0x2D] + second)
            self.joined = WordSet.hash(joined[...])
            self.hyphened = WordSet.hash(hyphened[...])
            joinedBeginning = Hyphenation.beginning(joined[0], joined[1])
            hyphenedBeginning = Hyphenation.beginning(hyphened[0], hyphened[1])
        }
    }

    /// A number for the first two bytes of a word, in any case.
    @inline(__always)
    private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first | 0x20) << 8 | Int(second | 0x20)
    }

    private static func words(_ lines: [TextLine], _ index: Int, _ bytes: [UInt8]) -> Words? {
        var next = index + 1
        while next < lines.count, next < index + 4, lines[next].isBlank { next += 1 }
        return next < lines.count && !lines[next].isBlank ? words(lines, index, next, bytes) : nil
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
