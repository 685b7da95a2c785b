/// Decides whether a line continues the paragraph of the line before.
///
/// In a hard-wrapped text a paragraph goes on while its lines are full; where each line is a paragraph, only a line that
/// breaks off in mid-sentence goes on. What counts as full is learnt from the neighbouring lines, since columns differ.
struct ParagraphFinder {
    private let lines: [TextLine]
    private let bytes: [UInt8]
    private let markers: MarkerParser
    private let headings: HeadingTest
    private let typicalWidth: Int

    /// Lines longer than this are paragraphs and not wrapped at some column.
    static let widestColumn = 180

    init(lines: [TextLine], bytes: [UInt8], markers: MarkerParser, headings: HeadingTest) {
        self.lines = lines
        self.bytes = bytes
        self.markers = markers
        self.headings = headings
        typicalWidth = Self.typicalWidth(lines)
    }

    /// The width that nine of ten longer lines do not exceed.
    private static func typicalWidth(_ lines: [TextLine]) -> Int {
        var counts = [Int](repeating: 0, count: 1001)
        var total = 0
        for line in lines where line.width > 20 && !line.isFurniture {
            counts[min(1000, Int(line.width))] += 1
            total += 1
        }
        var seen = 0
        for (width, count) in counts.enumerated() {
            seen += count
            if seen * 10 >= total * 9 { return max(40, width) }
        }
        return 80
    }

    /// The width of a full line around `index`: the longest within eight lines that no blank line parts from it.
    func columnWidth(around index: Int) -> Int {
        var width = Int(lines[index].width)
        var count = 1
        for step in [-1, 1] {
            var next = index + step
            while lines.indices.contains(next), abs(next - index) <= 8, !lines[next].isBlank {
                width = max(width, Int(lines[next].width))
                count += 1
                next += step
            }
        }
        return count >= 3 ? width : max(width, typicalWidth)
    }

    /// The next line with text of its own after `index`, and what stands in between.
    func nextLine(after index: Int) -> (line: Int, blanks: Int, hasFurniture: Bool)? {
        var next = index + 1
        var blanks = 0
        var hasFurniture = false
        while next < lines.count {
            if lines[next].isFurniture {
                hasFurniture = true
            } else if lines[next].isBlank {
                blanks += 1
            } else {
                return (next, blanks, hasFurniture || lines[next].startsPage)
            }
            if lines[next].startsPage { hasFurniture = true }
            next += 1
        }
        return nil
    }

    /// Whether line `next` goes on with the paragraph that line `index` belongs to.
    func continues(_ index: Int, with next: (line: Int, blanks: Int, hasFurniture: Bool), isFirst: Bool) -> Bool {
        let line = lines[index]
        let following = lines[next.line]
        guard line.quoteDepth == following.quoteDepth else { return false }
        let start = Int(following.start)
        let startsLower =
            Letters.isLower(bytes, start)
            || (bytes[start] == 0x28 && start + 1 < Int(following.end) && Letters.isLetter(bytes, start + 1))
        let ending = Letters.ending(of: line.range, in: bytes)
        let column = columnWidth(around: index)
        let isWrapped = column <= Self.widestColumn
        guard !headings.isContentsEntry(line.range), !headings.isContentsEntry(following.range) else { return false }
        if next.blanks > 0 || next.hasFurniture {
            guard ending == .open || ending == .comma, next.hasFurniture || next.blanks <= 2 else { return false }
            guard beginsNothing(next.line, after: index, ending: ending, isBlankBefore: true) else { return false }
            if startsLower { return Int(line.width) * 2 >= column || ending == .comma || next.hasFurniture }
            guard next.hasFurniture, isWrapped, Int(line.width) * 4 >= column * 3 else { return false }
            return headings.look(of: line.range) == nil || !isFirst
        }
        guard beginsNothing(next.line, after: index, ending: ending, isBlankBefore: false) else { return false }
        if startsLower { return ending != .sentence || (isWrapped && Int(line.width) * 2 >= column) }
        if Hyphenation.endsInSpan(line, before: following, bytes) { return true }
        if !isWrapped { return false }
        let isFull = Int(line.width) * 4 >= column * 3
        if ending == .sentence || ending == .colon { return isFull && following.indent < line.indent + 2 }
        if isFirst, let look = headings.look(of: line.range) {
            if look == .capitals, headings.look(of: following.range) != .capitals { return false }
            if Int(line.width) * 5 < column * 3, look >= .titleCase {
                return headings.look(of: following.range) == look && !isFollowedByText(next.line)
            }
        }
        return Int(line.width) * 2 >= column || ending == .comma
    }

    private func isFollowedByText(_ index: Int) -> Bool {
        index + 1 < lines.count && !lines[index + 1].isBlank
    }

    /// Whether a line begins no item, provision, heading or turn. A number in the middle of a sentence begins nothing.
    private func beginsNothing(_ index: Int, after previous: Int, ending: Letters.Ending, isBlankBefore: Bool) -> Bool {
        let marker = markers.marker(in: lines[index].range, allowBare: false)
        switch marker.kind {
        case .none: return true
        case .bullet:
            // "o" and a dash may stand within a sentence.
            let first = bytes[Int(lines[index].start)]
            return first == 0x6F && !isBlankBefore && ending == .open && lines[index].indent <= lines[previous].indent
        case .hash, .speaker, .rule, .fence: return false
        case .enumerated(let all):
            guard !isBlankBefore, ending == .open, marker.contentStart < Int(lines[index].end) else { return false }
            let isFull = Int(lines[previous].width) * 4 >= columnWidth(around: previous) * 3
            // "… as provided in section" / "(3) of that Act": a full line before, and the sentence goes on after.
            return isFull && all.count == 1 && Letters.isLower(bytes, marker.contentStart)
                && !isListed(all[0], after: previous)
        }
    }

    /// Letters in brackets begin lower-case items of a list more often than they go on with a sentence; a letter with a
    /// point does so after the item before it.
    private func isListed(_ enumerator: Enumerator, after previous: Int) -> Bool {
        guard let reading = enumerator.readings.first, reading.base != .decimal(depth: 1) else { return false }
        if enumerator.style == .brackets { return true }
        var index = previous
        while index >= 0, previous - index < Self.longestItem, !lines[index].isBlank {
            if case .enumerated(let all) = markers.marker(in: lines[index].range, allowBare: false).kind {
                return all.contains { item in
                    item.style == enumerator.style
                        && item.readings.contains { own in
                            enumerator.readings.contains { $0.base == own.base && $0.ordinal == own.ordinal + 1 }
                        }
                }
            }
            index -= 1
        }
        return false
    }

    /// Lines that an item of a list is looked for.
    private static let longestItem = 20
}
