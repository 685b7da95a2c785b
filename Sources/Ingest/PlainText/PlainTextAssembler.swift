import TextModel

/// Goes through the lines of a plain text and makes blocks of its paragraphs.
struct PlainTextAssembler {
    /// The document so far.
    var builder: DocumentBuilder

    private let bytes: [UInt8]
    private let lines: [TextLine]
    private let markers: MarkerParser
    private let finder: ParagraphFinder
    private let headings: HeadingTest
    private let hyphens: Hyphenation
    private let bareNumbers: BareNumbers
    private let isMail: Bool

    private var provisions = EnumeratorStack()
    private var items: [(indent: Int, bullet: UInt8, block: Int, stem: Int?)] = []
    private var speaker: String?
    /// The block before, when it introduces what follows: it ends in a colon or dash.
    private var stem: Int?
    private var lastIsHeading = false
    private var lastIsProvision = false

    /// A paragraph: its lines, and where the text of the first one starts.
    private struct Paragraph {
        var lines: [Int]
        var contentStart: Int
    }

    init(decoded: DecodedText, lines: [TextLine], speakers: SpeakerTurns, isMail: Bool) {
        builder = DocumentBuilder(source: decoded.source)
        builder.notes = decoded.notes
        bytes = decoded.source.bytes
        self.lines = lines
        self.isMail = isMail
        markers = MarkerParser(bytes: bytes, speakers: speakers)
        finder = ParagraphFinder(lines: lines, bytes: bytes, markers: markers)
        headings = HeadingTest(bytes)
        hyphens = Hyphenation(lines: lines, bytes: bytes)
        bareNumbers = BareNumbers(lines: lines, bytes: bytes)
    }

    /// Makes all blocks.
    mutating func run() {
        var index = 0
        while index < lines.count {
            if lines[index].isBlank || lines[index].isFurniture {
                index += 1
            } else {
                index = block(from: index)
            }
        }
    }

    /// Makes the block that starts at line `index`; returns the line after it.
    private mutating func block(from index: Int) -> Int {
        let line = lines[index]
        let marker = markers.marker(in: line.range, allowBare: bareNumbers.accepts(index))
        switch marker.kind {
        case .rule: return index + 1
        case .fence: return code(from: index)
        case .hash(let level):
            emit(paragraph(from: index, at: marker.contentStart, single: true), .heading, level: level)
            endLists()
            return index + 1
        case .speaker(let name):
            speaker = String(decoding: bytes[name], as: UTF8.self)
            endLists()
            guard marker.contentStart < Int(line.end) else { return index + 1 }
            return text(from: index, at: marker.contentStart)
        case .bullet: return item(from: index, at: marker.contentStart)
        case .enumerated(let all): return provision(all, from: index, at: marker.contentStart)
        case .none: return headingOrText(from: index)
        }
    }

    // MARK: Headings and running text

    private mutating func headingOrText(from index: Int) -> Int {
        let found = paragraph(from: index, at: Int(lines[index].start))
        guard let last = found.lines.last else { return index + 1 }
        if found.lines.count == 1, headings.isContentsEntry(lines[index].range) {
            emit(found, .paragraph, isBoilerplate: true)
            return last + 1
        }
        if let underline = underlineLevel(after: last), found.lines.count <= 2 {
            emit(found, .heading, level: underline)
            endLists()
            return last + 2
        }
        if builder.count == 0, isTitle(found) {
            emit(found, .title)
            return last + 1
        }
        if let level = headingLevel(of: found) {
            emit(found, .heading, level: level)
            endLists()
            return last + 1
        }
        return text(found)
    }

    /// The first line of a file is its title when it looks like a heading, even with a full stop at its end.
    private func isTitle(_ found: Paragraph) -> Bool {
        guard found.lines.count <= 3, let last = found.lines.last, lines[last].quoteDepth == 0 else { return false }
        guard found.lines.count == 1 || last + 1 == lines.count || lines[last + 1].isBlank else { return false }
        var end = Int(lines[last].end)
        if bytes[end - 1] == UInt8(ascii: "."), end - found.contentStart <= 100 { end -= 1 }
        return (headings.look(of: found.contentStart..<end) ?? .sentenceCase) >= .titleCase
    }

    private mutating func text(from index: Int, at start: Int) -> Int { text(paragraph(from: index, at: start)) }

    private mutating func text(_ found: Paragraph) -> Int {
        guard let first = found.lines.first, let last = found.lines.last else { return 0 }
        let isWrote = isMail && QuotedMail.endsInWrote(lines[last], bytes)
        let isIndented = !items.isEmpty && lines[first].indent > (items.last?.indent ?? 0) && !lines[first].isBlank
        if !isIndented { items.removeAll() }
        let kind: Block.Kind = isWrote ? .email : speaker == nil ? .paragraph : .speech
        // Text right below a provision, without a blank line, is the provision's own.
        let follows = lastIsProvision && first > 0 && !lines[first - 1].isBlank ? provisions.innermostBlock : nil
        emit(found, kind, parent: isIndented ? items.last?.block : follows, isQuoted: isWrote)
        return last + 1
    }

    private func underlineLevel(after index: Int) -> Int? {
        guard index + 1 < lines.count, !lines[index + 1].isBlank else { return nil }
        guard case .rule = markers.marker(in: lines[index + 1].range, allowBare: false).kind else { return nil }
        switch bytes[Int(lines[index + 1].start)] {
        case 0x3D: return 1
        case 0x2D where !bytes[lines[index + 1].range].contains(0x20): return 2
        default: return nil
        }
    }

    /// The level of a heading without number; `nil` for running text.
    private func headingLevel(of found: Paragraph) -> Int? {
        guard found.lines.count <= 3, let first = found.lines.first, let last = found.lines.last else { return nil }
        let range = found.contentStart..<Int(lines[last].end)
        guard lines[first].quoteDepth == 0, let look = headings.look(of: range) else { return nil }
        let isApart = first == 0 || lines[first - 1].isBlank || lines[first - 1].isFurniture || lines[first].startsPage
            || Letters.ending(of: lines[first - 1].range, in: bytes) != .open || lastIsHeading
        guard isApart, stem == nil || look == .capitals else { return nil }
        let next = finder.nextLine(after: last)
        switch look {
        case .capitals: return 1
        case .titleCase: return next == nil && builder.count > 0 ? nil : 2
        case .sentenceCase:
            guard found.lines.count == 1, let next, next.blanks > 0 else { return nil }
            let following = lines[next.line]
            guard Int(following.width) > 60 || Letters.ending(of: following.range, in: bytes) == .sentence else { return nil }
            return range.count <= 70 && items.isEmpty ? 3 : nil
        }
    }

    // MARK: Items and provisions

    private mutating func item(from index: Int, at start: Int) -> Int {
        let line = lines[index]
        let (first, content) = contentLine(from: index, at: start)
        guard let first else { return index + 1 }
        // The last byte tells bullets of several bytes apart.
        let bullet = bytes[Int(line.start)] < 0x80 ? bytes[Int(line.start)] : bytes[min(Int(line.start) + 2, Int(line.end) - 1)]
        let indent = Int(line.indent)
        while let last = items.last, last.indent > indent { items.removeLast() }
        if let last = items.last, last.indent == indent, last.bullet != bullet,
            let known = items.firstIndex(where: { $0.bullet == bullet })
        {
            items.removeLast(items.count - known - 1)
        }
        let isSibling = items.last.map { $0.indent == indent && $0.bullet == bullet } ?? false
        let parent = isSibling ? items.last?.stem : items.last?.block ?? stem ?? provisions.innermostBlock
        if isSibling { items.removeLast() }
        let found = paragraph(from: first, at: content)
        let block = emit(found, .listItem, level: items.count + 1, parent: parent)
        items.append((indent, bullet, block, parent))
        return (found.lines.last ?? index) + 1
    }

    private mutating func provision(_ all: [Enumerator], from index: Int, at start: Int) -> Int {
        guard let first = all.first, let last = all.last else { return index + 1 }
        let number = first.range.lowerBound..<last.range.upperBound
        if start >= Int(lines[index].end) { return loneNumber(all, number: number, at: index) }
        let found = paragraph(from: index, at: start)
        let end = found.lines.last ?? index
        if headings.isContentsEntry(start..<Int(lines[end].end)) {
            emit(found, .paragraph, number: number, isBoilerplate: true)
            return end + 1
        }
        if all.count == 1, let level = numberedHeadingLevel(first, found) {
            emit(found, .heading, number: number, level: level)
            endLists()
            return end + 1
        }
        emitProvision(all, found, number: number)
        return end + 1
    }

    private mutating func emitProvision(_ all: [Enumerator], _ found: Paragraph, number: Range<Int>) {
        items.removeAll()
        var place = provisions.place(of: all[0], stem: stem)
        let block = builder.count
        let introduced = stem
        for enumerator in all {
            place = provisions.place(of: enumerator, stem: introduced)
            provisions.enter(enumerator, block: block, stem: introduced)
        }
        emit(found, .provision, number: number, level: place.level, parent: place.parent.flatMap { $0 == block ? nil : $0 })
    }

    /// A number alone on its line belongs to the next paragraph: to its heading, or to its text.
    private mutating func loneNumber(_ all: [Enumerator], number: Range<Int>, at index: Int) -> Int {
        let next = finder.nextLine(after: index)
        if let next, next.blanks <= 2, lines[next.line].quoteDepth == lines[index].quoteDepth {
            let marker = markers.marker(in: lines[next.line].range, allowBare: false)
            let found = paragraph(from: next.line, at: Int(lines[next.line].start))
            let end = found.lines.last ?? next.line
            if case .keyword(let level) = all[0].style {
                if marker.isNone, headings.look(of: found.contentStart..<Int(lines[end].end)) != nil {
                    emit(found, .heading, number: number, level: level)
                    endLists()
                    return end + 1
                }
            } else if marker.isNone {
                return provisionAfterLoneNumber(all, found, number: number)
            } else if case .enumerated(let more) = marker.kind, more[0].style == .brackets, marker.contentStart < Int(lines[next.line].end) {
                let inner = paragraph(from: next.line, at: marker.contentStart)
                emitProvision(all + more, inner, number: number)
                return (inner.lines.last ?? next.line) + 1
            }
        }
        let found = Paragraph(lines: [index], contentStart: Int(lines[index].start))
        if case .keyword(let level) = all[0].style {
            emit(found, .heading, level: level)
            endLists()
        } else {
            emit(found, .paragraph)
        }
        return index + 1
    }

    private mutating func provisionAfterLoneNumber(_ all: [Enumerator], _ found: Paragraph, number: Range<Int>) -> Int {
        let end = found.lines.last ?? 0
        if headings.isContentsEntry(found.contentStart..<Int(lines[end].end)) {
            emit(found, .paragraph, number: number, isBoilerplate: true)
        } else if all.count == 1, let level = numberedHeadingLevel(all[0], found) {
            emit(found, .heading, number: number, level: level)
            endLists()
        } else {
            emitProvision(all, found, number: number)
        }
        return end + 1
    }

    /// The level of a numbered heading; `nil` when the numbered text is a provision or an item.
    private func numberedHeadingLevel(_ enumerator: Enumerator, _ found: Paragraph) -> Int? {
        guard found.lines.count <= 2, let first = found.lines.first, let last = found.lines.last else { return nil }
        guard let look = headings.look(of: found.contentStart..<Int(lines[last].end)) else { return nil }
        if case .keyword(let level) = enumerator.style { return level }
        guard case .decimal(let depth) = enumerator.readings[0].base else {
            let isRomanOrLetter = enumerator.style == .dot && look >= .titleCase && enumerator.readings[0].base != .lowerLetter
            return isRomanOrLetter && isFollowedByParagraph(last) ? 1 : nil
        }
        guard enumerator.style != .brackets else { return nil }
        guard depth > 1 || isFollowedByParagraph(last) || look == .capitals else { return nil }
        guard look >= .titleCase || (found.lines.count == 1 && lines[first].width <= 80) else { return nil }
        return min(6, depth)
    }

    /// Whether text follows, and not the next number: then the line is a heading and not an item.
    private func isFollowedByParagraph(_ index: Int) -> Bool {
        guard let next = finder.nextLine(after: index) else { return false }
        guard next.blanks > 0 || lines[next.line].width > 60 else { return false }
        switch markers.marker(in: lines[next.line].range, allowBare: bareNumbers.accepts(next.line)).kind {
        case .none, .bullet: return true
        case .enumerated(let all):
            if case .decimal(let depth) = all[0].readings[0].base { return depth > 1 || all[0].style == .brackets }
            return all[0].style == .brackets
        default: return false
        }
    }

    /// The line where the text of a marker stands: the marker's own, or the next when the marker is alone.
    private func contentLine(from index: Int, at start: Int) -> (Int?, Int) {
        if start < Int(lines[index].end) { return (index, start) }
        guard let next = finder.nextLine(after: index), next.blanks <= 2 else { return (nil, start) }
        guard markers.marker(in: lines[next.line].range, allowBare: false).isNone else { return (nil, start) }
        return (next.line, Int(lines[next.line].start))
    }

    // MARK: Blocks

    private func paragraph(from index: Int, at start: Int, single: Bool = false) -> Paragraph {
        var found = Paragraph(lines: [index], contentStart: start)
        var last = index
        while !single, let next = finder.nextLine(after: last),
            finder.continues(last, with: next, isFirst: found.lines.count == 1 && start == Int(lines[index].start))
        {
            found.lines.append(next.line)
            last = next.line
        }
        return found
    }

    private mutating func code(from index: Int) -> Int {
        var end = index + 1
        while end < lines.count {
            if !lines[end].isBlank, case .fence = markers.marker(in: lines[end].range, allowBare: false).kind { break }
            end += 1
        }
        let inner = ((index + 1)..<end).filter { !lines[$0].isBlank && !lines[$0].isFurniture }
        if let first = inner.first { emit(Paragraph(lines: inner, contentStart: Int(lines[first].start)), .code) }
        return end + 1
    }

    private mutating func endLists() {
        provisions.reset()
        items.removeAll()
        stem = nil
    }

    @discardableResult
    private mutating func emit(
        _ found: Paragraph, _ kind: Block.Kind, number: Range<Int>? = nil, level: Int = 0, parent: Int? = nil,
        isQuoted: Bool = false, isBoilerplate: Bool = false
    ) -> Int {
        guard let first = found.lines.first, let last = found.lines.last else { return builder.count }
        let isQuote = lines[first].quoteDepth > 0
        let printed = number.map { bytes[$0].split { $0 <= 0x20 } }.map { String(decoding: Array($0.joined(separator: [0x20])), as: UTF8.self) }
        let quoteKind: Block.Kind = kind == .paragraph ? (isMail ? .email : .quote) : kind
        builder.open(
            isQuote ? quoteKind : kind, number: printed, level: level, parent: parent,
            speaker: kind == .heading || kind == .title ? nil : speaker, isQuoted: isQuoted || isQuote, isBoilerplate: isBoilerplate)
        appendText(of: found)
        let block = builder.close() ?? max(0, builder.count - 1)
        lastIsHeading = kind == .heading || kind == .title
        lastIsProvision = kind == .provision
        stem = introduces(Int(lines[last].end)) ? block : nil
        return block
    }

    /// Lines that simply follow each other are added as one range; a hyphen at the end, a page that turns and a quote
    /// mark interrupt it.
    private mutating func appendText(of found: Paragraph) {
        var start = found.contentStart
        for (position, index) in found.lines.enumerated() {
            let end = Int(lines[index].end)
            guard position + 1 < found.lines.count else {
                builder.append(verbatim: start..<end)
                return
            }
            let next = found.lines[position + 1]
            let nextStart = Int(lines[next].start)
            if Hyphenation.endsInHyphen(lines[index], bytes) {
                let isBreak = hyphens.isBreak(at: index, before: next, lines: lines, bytes: bytes)
                builder.append(verbatim: start..<(isBreak ? end - Hyphenation.hyphenLength(lines[index], bytes) : end))
                start = nextStart
            } else if next != index + 1 || lines[next].quoteDepth > 0 {
                builder.append(verbatim: start..<end)
                builder.appendSpace(standingFor: end..<nextStart)
                start = nextStart
            }
        }
    }

    /// Whether text that ends at `end` introduces a list: a colon, or a dash.
    private func introduces(_ end: Int) -> Bool {
        guard end > 0 else { return false }
        if bytes[end - 1] == UInt8(ascii: ":") { return true }
        let dashes: [[UInt8]] = [[0xE2, 0x80, 0x94], [0xE2, 0x80, 0x93], [0x2D, 0x2D], [0xEF, 0xBC, 0x9A], [0x3A, 0x2D]]
        return dashes.contains { end >= $0.count && bytes[(end - $0.count)..<end].elementsEqual($0) }
    }
}
