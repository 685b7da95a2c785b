import TextModel

/// Goes through the lines of a plain text and makes blocks of its paragraphs.
struct PlainTextAssembler {
    /// The document so far.
    var builder: DocumentBuilder

    let bytes: [UInt8]
    let words: LineWords
    let lines: [TextLine]
    let markers: MarkerParser
    let speakers: SpeakerTurns
    let finder: ParagraphFinder
    let headings: HeadingTest
    let hyphens: Hyphenation
    let bareNumbers: BareNumbers
    let isMail: Bool

    var provisions = EnumeratorStack()
    var items: [(indent: Int, bullet: UInt8, block: Int, stem: Int?)] = []
    var speaker: String?
    /// The block before, when it introduces what follows: it ends in a colon or dash.
    var stem: Int?
    var lastIsHeading = false
    /// Levels of headings by line, where the layout of the file shows them.
    var knownHeadings: [Int: Int] = [:]
    /// Whether the layout of the file shows what is a heading.
    var isLaidOut = false
    /// Lines of footnotes, where the layout of the file shows them.
    var notes: [Range<Int>] = []
    var lastIsProvision = false

    /// A paragraph: its lines, and where the text of the first one starts.
    struct Paragraph {
        var lines: [Int]
        var contentStart: Int
    }

    init(decoded: DecodedText, words: LineWords, lines: [TextLine], speakers: SpeakerTurns, isMail: Bool) {
        builder = DocumentBuilder(source: decoded.source)
        builder.notes = decoded.notes
        bytes = decoded.source.bytes
        self.words = words
        self.lines = lines
        self.isMail = isMail
        self.speakers = speakers
        markers = MarkerParser(bytes: bytes, words: words, speakers: speakers)
        headings = HeadingTest(bytes, words: words)
        finder = ParagraphFinder(lines: lines, bytes: bytes, markers: markers, headings: headings)
        hyphens = Hyphenation(lines: lines, bytes: bytes, words: words)
        bareNumbers = BareNumbers(lines: lines, bytes: bytes, words: words)
    }

    /// Makes all blocks.
    mutating func run() {
        var index = 0
        var waiting = notes[...]
        while index < lines.count {
            if lines[index].isBlank || lines[index].isFurniture {
                index += 1
            } else {
                index = block(from: index)
            }
            while let note = waiting.first, note.lowerBound < index {
                waiting.removeFirst()
                self.note(note)
            }
        }
    }

    /// Makes a block of a footnote. What follows it follows what stood before it.
    private mutating func note(_ range: Range<Int>) {
        let own = range.filter { lines.indices.contains($0) && !lines[$0].isBlank }
        guard let first = own.first, let last = own.last else { return }
        let state = (stem, lastIsHeading, lastIsProvision)
        // The sign of the note, a number or a star; it may stand alone on its line.
        let start = Int(lines[first].start)
        let end = Int(lines[first].end)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let sign = text.prefix { $0.isWholeNumber || "[]().*†‡§¶".contains($0) }
        let signEnd = start + sign.utf8.count
        let digits = sign.count { $0.isWholeNumber }
        let hasSign = (1...3).contains(digits) || digits == 0 && sign.contains { "*†‡§¶".contains($0) }
        let isAlone = hasSign && signEnd == end && first != last
        var found = Paragraph(lines: isAlone ? Array(own.dropFirst()) : own, contentStart: hasSign ? signEnd : start)
        if isAlone { found.contentStart = Int(lines[found.lines[0]].start) }
        emit(found, .note, number: hasSign ? start..<signEnd : nil)
        (stem, lastIsHeading, lastIsProvision) = state
    }

    /// Makes the block that starts at line `index`; returns the line after it.
    mutating func block(from index: Int) -> Int {
        let line = lines[index]
        if let level = knownHeadings[index] { return heading(from: index, level: level) }
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

    // MARK: Blocks

    /// A heading that the layout shows: as many lines as have its level and no line between them.
    private mutating func heading(from index: Int, level: Int) -> Int {
        var last = index
        while last + 1 < lines.count, last - index < 4, knownHeadings[last + 1] == level, !lines[last + 1].isBlank {
            last += 1
        }
        var found = Paragraph(lines: Array(index...last), contentStart: Int(lines[index].start))
        var number: Range<Int>?
        if case .enumerated(let all) = markers.marker(in: lines[index].range, allowBare: true).kind, let end = all.last,
            let start = all.first, end.contentStart < Int(lines[index].end)
        {
            number = start.range.lowerBound..<end.range.upperBound
            found.contentStart = end.contentStart
        }
        let isTitle = builder.count == 0 && level == 1 && number == nil
        emit(found, isTitle ? .title : .heading, number: number, level: isTitle ? 0 : level)
        endLists()
        return last + 1
    }

    func paragraph(from index: Int, at start: Int, single: Bool = false) -> Paragraph {
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

    mutating func code(from index: Int) -> Int {
        var end = index + 1
        while end < lines.count {
            if !lines[end].isBlank, case .fence = markers.marker(in: lines[end].range, allowBare: false).kind { break }
            end += 1
        }
        let inner = ((index + 1)..<end).filter { !lines[$0].isBlank && !lines[$0].isFurniture }
        if let first = inner.first { emit(Paragraph(lines: inner, contentStart: Int(lines[first].start)), .code) }
        return end + 1
    }

    mutating func endLists() {
        provisions.reset()
        items.removeAll()
        stem = nil
    }

    @discardableResult
    mutating func emit(
        _ found: Paragraph, _ kind: Block.Kind, number: Range<Int>? = nil, level: Int = 0, parent: Int? = nil,
        isQuoted: Bool = false, isBoilerplate: Bool = false
    ) -> Int {
        guard let first = found.lines.first, let last = found.lines.last else { return builder.count }
        let isQuote = lines[first].quoteDepth > 0
        let printed = number.map { bytes[$0].split { $0 <= 0x20 } }.map {
            String(decoding: Array($0.joined(separator: [0x20])), as: UTF8.self)
        }
        let quoteKind: Block.Kind = kind == .paragraph ? (isMail ? .email : .quote) : kind
        builder.open(
            isQuote ? quoteKind : kind, number: printed, level: level, parent: parent,
            speaker: kind == .heading || kind == .title ? nil : speaker, isQuoted: isQuoted || isQuote,
            isBoilerplate: isBoilerplate)
        appendText(of: found)
        let block = builder.close() ?? max(0, builder.count - 1)
        lastIsHeading = kind == .heading || kind == .title
        lastIsProvision = kind == .provision
        stem = Letters.introduces(upTo: Int(lines[last].end), in: bytes) ? block : nil
        return block
    }

    /// Lines that simply follow each other are added as one range; a hyphen at the end, a page that turns and a quote
    /// mark interrupt it.
    mutating func appendText(of found: Paragraph) {
        var start = found.contentStart
        for (position, index) in found.lines.enumerated() {
            let end = Int(lines[index].end)
            guard position + 1 < found.lines.count else {
                builder.append(verbatim: start..<end)
                return
            }
            let next = found.lines[position + 1]
            let nextStart = Int(lines[next].start)
            let isSpan = Hyphenation.endsInSpan(lines[index], before: lines[next], bytes)
            if isSpan || Hyphenation.endsInHyphen(lines[index], bytes) {
                let isBreak = !isSpan && hyphens.isBreak(at: index, before: next, lines: lines, bytes: bytes)
                let hyphen = (end - Hyphenation.hyphenLength(lines[index], bytes))..<end
                // A soft hyphen that turns out to be one of a compound is seen from now on.
                let isSoft = bytes[hyphen].elementsEqual([0xC2, 0xAD])
                builder.append(verbatim: start..<(isBreak || isSoft ? hyphen.lowerBound : end))
                if isSoft, !isBreak { builder.append([0x2D], standingFor: hyphen) }
                start = nextStart
            } else if next != index + 1 || lines[next].quoteDepth > 0 {
                builder.append(verbatim: start..<end)
                builder.appendSpace(standingFor: end..<nextStart)
                start = nextStart
            }
        }
    }
}
