/// Decides whether a text is a transcript and recognises the labels of its speakers.
///
/// "NAME:", ">> NAME:", "**Name:**" and "### Name:" may be labels; "Note:" and "Date:" look the same. So a way of writing
/// counts only when the file as a whole supports it: several turns, of some length, by speakers that come back. Brackets in
/// a label hold a party, an office or a name, with commas; two labels that differ in nothing else are one speaker's.
struct SpeakerTurns {
    /// How a label is written.
    private enum Style: Int, CaseIterable { case arrows, bold, hash, capitals, plain }

    /// What speaks for a style.
    private struct Count {
        var turns = 0
        var inLine = 0
        var text = 0
        var labels: [UInt64: Int] = [:]
        /// Labels of more than one word.
        var fullNames: Set<UInt64> = []
    }

    /// Whether the file has turns of speech.
    var areFound: Bool { !styles.isEmpty }

    private let bytes: [UInt8]
    private var styles: Set<Style> = []
    /// Starts of lines that begin in bold, where the format tells.
    private let boldStarts: Set<Int>
    private static let longestLabel = 160
    private static let longestBareLabel = 100

    /// Looks through all lines. Where most texts are no transcripts, half of the labels need more than one word.
    init(lines: [TextLine], bytes: [UInt8], boldStarts: Set<Int> = [], needsFullNames: Bool = false) {
        self.bytes = bytes
        self.boldStarts = boldStarts
        var counts: [Style: Count] = [:]
        var previousIsBlank = true
        var paragraphs = 0
        for (index, line) in lines.enumerated() {
            defer { previousIsBlank = line.isBlank }
            if previousIsBlank, !line.isBlank { paragraphs += 1 }
            guard !line.isBlank, let (style, turn) = label(in: line.range) else { continue }
            guard previousIsBlank || style == .arrows || style == .capitals else { continue }
            var count = counts[style] ?? Count()
            count.turns += 1
            let rest = line.range.upperBound - turn.contentStart
            if rest > 0 { count.inLine += 1 }
            count.text += rest > 0 ? rest : Self.nextText(lines, after: index)
            let name = WordSet.hash(bareName(turn.name)[...])
            count.labels[name, default: 0] += 1
            if bytes[turn.name].contains(0x20) { count.fullNames.insert(name) }
            counts[style] = count
        }
        for (style, count) in counts where Self.isPlausible(style, count, paragraphs: paragraphs) {
            if needsFullNames, count.fullNames.count * 2 < count.labels.count { continue }
            styles.insert(style)
        }
    }

    /// The speaker's name and the start of what is said, if the line begins a turn.
    func turn(in range: Range<Int>) -> (name: Range<Int>, contentStart: Int)? {
        guard let (style, turn) = label(in: range), styles.contains(style) else { return nil }
        return turn
    }

    /// Whether a line in a transcript begins like a turn whose label is written another way than those of the others: then
    /// nobody knows who speaks.
    func endsTurn(_ range: Range<Int>) -> Bool {
        guard areFound, let (style, turn) = label(in: range), !styles.contains(style) else { return false }
        return style != .plain || bytes[turn.name].contains(0x20)
    }

    private static func nextText(_ lines: [TextLine], after index: Int) -> Int {
        lines[(index + 1)...].prefix(3).first { !$0.isBlank }.map { Int($0.width) } ?? 0
    }

    private static func isPlausible(_ style: Style, _ count: Count, paragraphs: Int) -> Bool {
        // In a transcript turns are common; elsewhere a few labels repeat.
        guard style == .arrows || count.turns * 7 >= paragraphs else { return false }
        let back = count.labels.values.filter { $0 > 1 }
        let mostComeBack = count.labels.count >= 2 && back.reduce(0, +) * 2 >= count.turns && !back.isEmpty
        let average = count.text / count.turns
        switch style {
        case .arrows: return true
        case .bold, .hash: return count.turns >= 3 && average >= 20 && mostComeBack
        case .capitals:
            return count.turns >= 2 && average >= 20 && count.inLine * 2 > count.turns
                && (mostComeBack || count.labels.count == count.turns && count.turns < 4)
        case .plain:
            return count.turns >= 4 && average >= 60 && count.inLine * 2 > count.turns && mostComeBack
                && back.count >= 2
        }
    }

    // MARK: Labels

    private func label(in range: Range<Int>) -> (Style, (name: Range<Int>, contentStart: Int))? {
        var start = range.lowerBound
        var style = Style.plain
        switch bytes[start] {
        case 0x3E:
            guard bytes[range].starts(with: [0x3E, 0x3E]) else { return nil }
            style = .arrows
            while start < range.upperBound, bytes[start] == 0x3E || bytes[start] == 0x20 { start += 1 }
        case 0x2A:
            guard bytes[range].starts(with: [0x2A, 0x2A]) else { return nil }
            style = .bold
            start += 2
        case 0x23:
            style = .hash
            while start < range.upperBound, bytes[start] == 0x23 || bytes[start] == 0x20 { start += 1 }
        default: break
        }
        guard start < range.upperBound, beginsName(start),
            let colon = colon(in: start..<min(range.upperBound, start + Self.longestLabel)), isName(start..<colon)
        else { return nil }
        var content = colon + 1
        if style == .bold {
            let closesFirst = bytes[start..<colon].suffix(2).elementsEqual([0x2A, 0x2A])
            guard closesFirst || bytes[content..<range.upperBound].starts(with: [0x2A, 0x2A]) else { return nil }
            if !closesFirst { content += 2 }
        }
        guard content >= range.upperBound || bytes[content] <= 0x20 || bytes[content] == 0xC2 else { return nil }
        if style == .hash, content < range.upperBound { return nil }
        if style == .plain, boldStarts.contains(start) {
            style = .bold
        } else if style == .plain, isCapitals(start..<colon) {
            style = .capitals
        }
        while content < range.upperBound, bytes[content] <= 0x20 { content += 1 }
        var end = colon
        while end > start, bytes[end - 1] == 0x2A || bytes[end - 1] <= 0x20 { end -= 1 }
        return (style, (start..<end, content))
    }

    /// The first colon outside brackets.
    private func colon(in range: Range<Int>) -> Int? {
        guard bytes.span.extracting(range).firstIndex(of: 0x3A, from: 0) != nil else { return nil }
        var depth = 0
        for index in range {
            switch bytes[index] {
            case 0x28: depth += 1
            case 0x29: depth -= 1
            case 0x3A where depth <= 0: return index
            case 0x3A where depth > 0: return nil
            default: break
            }
        }
        return nil
    }

    /// Whether a name may begin at a place.
    private func beginsName(_ place: Int) -> Bool { Letters.isUpper(bytes, place) || bytes[place] >= 0xE0 }

    /// The words of a label outside brackets.
    private func bareName(_ range: Range<Int>) -> [UInt8] {
        var depth = 0
        var name: [UInt8] = []
        for index in range {
            if bytes[index] == 0x28 { depth += 1 }
            if depth == 0, bytes[index] > 0x20 || name.last ?? 0x20 > 0x20 { name.append(bytes[index]) }
            if bytes[index] == 0x29 { depth -= 1 }
        }
        while let last = name.last, last <= 0x20 { name.removeLast() }
        return name
    }

    /// Up to twelve words and what stands in brackets; most words have a capital, and no digits. A label of more than six
    /// words names an office and has a person's name in brackets, or commas.
    private func isName(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, beginsName(range.lowerBound) else { return false }
        let name = bareName(range)
        let hasBrackets = name.count < range.count && bytes[range].contains(0x28)
        guard hasBrackets || range.count <= Self.longestBareLabel else { return false }
        let words = name.split { $0 == 0x20 || $0 == 0x2C }
        guard !words.isEmpty, words.count <= (hasBrackets || name.contains(0x2C) ? 12 : 6) else { return false }
        let capitals = words.filter { Letters.isUpper(name, $0.startIndex) || $0[$0.startIndex] >= 0xE0 }
        guard capitals.count * 2 > words.count, hasBrackets || words.count - capitals.count <= 2 else { return false }
        // What follows a comma is another name, an office or a party.
        let parts = name.split(separator: 0x2C)
        let beginsSmall = parts.dropFirst().contains { part in
            part.first { $0 > 0x20 }.map { (0x61...0x7A).contains($0) } ?? true
        }
        guard !beginsSmall else { return false }
        return name.allSatisfy { !Letters.isDigit($0) && !";!?/\"<>=[]{}@#".utf8.contains($0) }
    }

    private func isCapitals(_ range: Range<Int>) -> Bool {
        let name = bareName(range)
        return name.allSatisfy { !(0x61...0x7A).contains($0) } && name.filter { (0x41...0x5A).contains($0) }.count >= 2
    }
}
