/// The lines of a PDF document as plain text: without running heads and page numbers, column after column, an empty line
/// between paragraphs, a form feed between pages.
struct PDFLayout {
    /// The text.
    private(set) var text: [UInt8] = []
    /// Levels of headings by the number of their line in the text, from 0.
    private(set) var headings: [Int: Int] = [:]
    /// The lines of each footnote, by their numbers in the text.
    private(set) var notes: [Range<Int>] = []

    /// Where the pages begin in the text.
    private var pageStarts: [Int] = []
    private var lineCount = 0
    private let bodySize: Double
    private let pitch: Double

    /// Lays out pages.
    init(_ pages: [PDFPage], words: LineWords) {
        let ordered = pages.map { page in
            var page = page
            page.lines = PDFColumns.ordered(page)
            return page
        }
        let kept = PDFFurniture(ordered, words: words).pages
        bodySize = Self.mostCommon(kept.flatMap { $0.lines.map { ($0.size, $0.text.utf8.count) } }) ?? 10
        pitch =
            Self.mostCommon(
                kept.flatMap { page in
                    zip(page.lines, page.lines.dropFirst()).compactMap { above, below in
                        let distance = below.top - above.top
                        return distance > 0.5 * above.height && distance < 3 * above.height
                            ? (distance, below.text.utf8.count) : nil
                    }
                }) ?? 12
        let levels = headingLevels(kept)
        var hasNotes = false
        for page in kept {
            if !pageStarts.isEmpty { add([0x0C]) }
            pageStarts.append(text.count)
            let found = PDFNotes(page, bodySize: bodySize, goesOn: hasNotes)
            hasNotes = found.areFound
            add(page, notes: found.notes, levels: levels)
        }
    }

    /// The page, from 1, of an offset in the text.
    func page(at offset: Int) -> Int {
        var low = 0
        var high = pageStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pageStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    private mutating func add(_ page: PDFPage, notes numbers: [Int?], levels: [Double: Int]) {
        let edge = page.lines.map(\.right).max() ?? page.width
        var above: PDFLine?
        var openNote: Int?
        for (line, note) in zip(page.lines, numbers) {
            if let note {
                if note != openNote { notes.append(lineCount..<lineCount) }
                notes[notes.count - 1] = notes[notes.count - 1].lowerBound..<(lineCount + 1)
            } else {
                if let above, isBreak(after: above, before: line, edge: line.edge ?? edge) { endLine() }
                above = line
                if let level = level(of: line, levels) { headings[lineCount] = level }
            }
            openNote = note
            // A hyphen that only marks the end of the line looks the same as any other afterwards.
            let words = line.text.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
            add(Array(words.joined(separator: " ").utf8))
            endLine()
        }
    }

    private mutating func endLine() {
        add([0x0A])
    }

    private mutating func add(_ bytes: [UInt8]) {
        text += bytes
        lineCount += bytes.count(where: { $0 == 0x0A || $0 == 0x0C })
    }

    /// Whether a paragraph ends between two lines.
    private func isBreak(after above: PDFLine, before below: PDFLine, edge: Double) -> Bool {
        if abs(above.size - below.size) > 0.08 * max(above.size, below.size) { return !isNoteMark(above, below) }
        if above.isBold != below.isBold, above.isBold || isShort(above, edge) { return true }
        let distance = below.top - above.top
        // The next column, or a line beside this one: whether the sentence goes on decides.
        if distance <= 0 { return Self.endsSentence(above.text) }
        if distance > 1.35 * max(pitch, above.height * 0.9) { return true }
        if below.left > above.left + bodySize, Self.endsSentence(above.text) { return true }
        return isShort(above, edge) && Self.endsSentence(above.text)
    }

    /// A raised number in the middle of a line comes as a line of its own.
    private func isNoteMark(_ above: PDFLine, _ below: PDFLine) -> Bool {
        let isOneLine = above.top < below.bottom && below.top < above.bottom
        return isOneLine && (above.text.count <= 3 || below.text.count <= 3)
    }

    private func isShort(_ line: PDFLine, _ edge: Double) -> Bool { line.right < edge - 6 * bodySize }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.reversed().first(where: { !$0.isWhitespace && !"\"'”’)]".contains($0) }) else {
            return true
        }
        return ".:;?!".contains(last)
    }

    // MARK: Headings

    /// Sizes clearly above that of the text are levels, the largest first; bold text of about the same size is one more.
    private func headingLevels(_ pages: [PDFPage]) -> [Double: Int] {
        let large = pages.flatMap { $0.lines.filter { $0.size > (($0.isBold ? 1.1 : 1.25) * bodySize) } }
        let sizes = Set(large.map { ($0.size * 2).rounded() / 2 })
        var levels: [Double: Int] = [:]
        for (index, size) in sizes.sorted(by: >).enumerated() { levels[size] = min(5, index + 1) }
        return levels
    }

    private func level(of line: PDFLine, _ levels: [Double: Int]) -> Int? {
        let text = line.text.utf8.count
        guard text <= 200, line.text.contains(where: \.isLetter) else { return nil }
        let isLarge = line.size > (line.isBold ? 1.1 : 1.25) * bodySize
        guard line.size > 1.5 * bodySize || !Self.endsSentence(line.text) else { return nil }
        if isLarge, let level = levels[(line.size * 2).rounded() / 2] { return level }
        guard line.isBold, text <= 120 else { return nil }
        return min(6, (levels.values.max() ?? 1) + 1)
    }

    /// The value that most text has, with values rounded to halves.
    private static func mostCommon(_ values: [(Double, Int)]) -> Double? {
        var weights: [Double: Int] = [:]
        for (value, weight) in values { weights[(value * 2).rounded() / 2, default: 0] += weight }
        return weights.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
