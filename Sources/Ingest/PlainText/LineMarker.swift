/// What begins a line of plain text.
struct LineMarker {
    enum Kind {
        case none
        case bullet
        case enumerated([Enumerator])
        case hash(level: Int)
        case speaker(Range<Int>)
        /// A line of dashes or the like.
        case rule
        /// A fence of code.
        case fence
    }

    /// What it is.
    var kind: Kind
    /// Where the text after it starts.
    var contentStart: Int

    var isNone: Bool { if case .none = kind { true } else { false } }
}

/// Recognises what begins a line.
struct MarkerParser {
    private let bytes: [UInt8]
    private let enumerators: EnumeratorParser
    private let speakers: SpeakerTurns

    init(bytes: [UInt8], words: LineWords, speakers: SpeakerTurns) {
        self.bytes = bytes
        enumerators = EnumeratorParser(bytes, words: words)
        self.speakers = speakers
    }

    /// The marker at the start of `range`. `allowBare` admits numbers without point or bracket.
    func marker(in range: Range<Int>, allowBare: Bool) -> LineMarker {
        guard let first = bytes[range].first else { return LineMarker(kind: .none, contentStart: range.lowerBound) }
        if speakers.areFound, let turn = speakers.turn(in: range) {
            return LineMarker(kind: .speaker(turn.name), contentStart: turn.contentStart)
        }
        switch first {
        case 0x23:
            if let hash = hash(in: range) { return hash }
        case 0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x60, 0x2B:
            if let line = ruleOrFence(in: range) { return line }
        default: break
        }
        if let start = bulletEnd(in: range) { return LineMarker(kind: .bullet, contentStart: start) }
        let numbers = enumerators.enumerators(in: range, allowBare: allowBare)
        guard let last = numbers.last else { return LineMarker(kind: .none, contentStart: range.lowerBound) }
        return LineMarker(kind: .enumerated(numbers), contentStart: last.contentStart)
    }

    private func hash(in range: Range<Int>) -> LineMarker? {
        let count = bytes[range].prefix { $0 == 0x23 }.count
        let after = range.lowerBound + count
        guard count <= 6 else { return nil }
        if after == range.upperBound { return LineMarker(kind: .rule, contentStart: after) }
        guard bytes[after] == 0x20 else { return nil }
        return LineMarker(kind: .hash(level: count), contentStart: skipSpace(after, range))
    }

    private func ruleOrFence(in range: Range<Int>) -> LineMarker? {
        let first = bytes[range.lowerBound]
        let run = bytes[range].prefix { $0 == first }.count
        if run >= 3, first == 0x60 || first == 0x7E, run == range.count || first == 0x60 {
            return LineMarker(kind: .fence, contentStart: range.upperBound)
        }
        let isRule =
            bytes[range].allSatisfy { $0 == first || $0 == 0x20 } && bytes[range].filter { $0 == first }.count >= 3
        return isRule ? LineMarker(kind: .rule, contentStart: range.upperBound) : nil
    }

    // MARK: Bullets

    /// After a bullet and white space. Several bullets may follow each other: "- o Other".
    private func bulletEnd(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        var found: Int?
        while index < range.upperBound, let length = bulletLength(at: index, range), found == nil || length == 1 {
            let after = index + length
            guard after == range.upperBound || bytes[after] <= 0x20 || bytes[after] == 0xC2 else { break }
            index = skipSpace(after, range)
            found = index
        }
        return found
    }

    private func bulletLength(at index: Int, _ range: Range<Int>) -> Int? {
        switch bytes[index] {
        case 0x2D, 0x2A, 0x2B: return 1
        case 0x6F: return index + 1 < range.upperBound && bytes[index + 1] <= 0x20 ? 1 : nil
        case 0xC2: return bytes[index + 1] == 0xB7 ? 2 : nil
        case 0xE2, 0xE3, 0xEF:
            return Self.bullets.contains(Letters.scalar(in: bytes, at: index)) || isSymbolFont(index) ? 3 : nil
        default: return nil
        }
    }

    /// Bullets of symbol fonts come through as private-use characters.
    private func isSymbolFont(_ index: Int) -> Bool {
        (0xF000...0xF0FF).contains(Letters.scalar(in: bytes, at: index).value)
    }

    private static let bullets: Set<Unicode.Scalar> = [
        "•", "‣", "▪", "◦", "○", "●", "■", "□", "–", "—", "⁃", "∙", "➢", "➤", "►", "▶", "▸", "✓", "✔", "★", "◆", "◇",
        "❖", "▫", "・", "※",
    ]

    private func skipSpace(_ index: Int, _ range: Range<Int>) -> Int {
        var next = index
        while next < range.upperBound {
            if bytes[next] <= 0x20 {
                next += 1
            } else if bytes[next] == 0xC2, next + 1 < range.upperBound, bytes[next + 1] == 0xA0 {
                next += 2
            } else {
                break
            }
        }
        return next
    }
}
