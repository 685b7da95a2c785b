/// The footnotes of a page: small print below the text, from the first line that begins with the sign of a note. It stands
/// in the lower half of the page and is no more than the text above it, unlike tables and pages in small print.
struct PDFNotes {
    /// The number of the note that each line belongs to, counted on the page; `nil` for text.
    let notes: [Int?]
    /// Whether there are any.
    var areFound: Bool { notes.contains { $0 != nil } }

    /// Looks through the lines of a page. A note may go on from the page before, where that has some: then it needs no
    /// sign. Quadratic in the lines of small print at most.
    init(_ page: PDFPage, bodySize: Double, goesOn: Bool) {
        let lines = page.lines
        let isSmall = lines.map { $0.size <= 0.92 * bodySize }
        // Small print with text of usual size further down is something else, such as a caption.
        let text = lines.indices.filter { !isSmall[$0] }
        func isFoot(_ line: PDFLine) -> Bool {
            let column = text.filter { lines[$0].left < line.right && line.left < lines[$0].right }
            return !column.isEmpty && column.allSatisfy { lines[$0].bottom <= line.top + 0.5 * line.height }
        }
        var notes = [Int?](repeating: nil, count: lines.count)
        var count = 0
        var last: Int?
        var sign: Int?
        for (index, line) in lines.enumerated() {
            guard isSmall[index], line.top > page.height / 2, page.lines.count <= Self.mostLines, isFoot(line) else {
                last = nil
                sign = nil
                continue
            }
            if let next = Self.sign(line.text), sign.map({ next == 0 || next == $0 + 1 }) ?? true {
                count += 1
                last = count - 1
                sign = next
            } else if last == nil, goesOn {
                count += 1
                last = count - 1
            }
            notes[index] = last
        }
        let lineCount = notes.count { $0 != nil }
        self.notes = lineCount <= text.count ? notes : Array(repeating: nil, count: lines.count)
    }

    private static let mostLines = 1000

    /// The number at the start of a note, 0 for another sign; `nil` where there is none.
    private static func sign(_ text: String) -> Int? {
        let start = text.drop { $0.isWhitespace || "[(".contains($0) }
        if let first = start.first, "*†‡§¶".contains(first) {
            return start.contains(where: \.isLetter) ? 0 : nil
        }
        let digits = start.prefix(while: \.isWholeNumber)
        guard (1...3).contains(digits.count) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
        guard value > 0 else { return nil }
        // A raised number may stand as a line of its own.
        let rest = start.dropFirst(digits.count).drop { $0.isWhitespace || "]).".contains($0) }
        return rest.isEmpty || rest.first?.isWholeNumber == false ? value : nil
    }
}
