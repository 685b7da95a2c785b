import TextModel

/// A passage broken into rows that fit the terminal, each scalar with its place in the document.
struct ExcerptRows {
    /// A scalar as printed.
    struct Cell {
        let text: String
        let width: Int
        let offset: Int
    }

    /// One row of the passage.
    struct Row {
        var cells: [Cell] = []
        /// Line of the original file on which the row begins, from 1.
        let line: Int
        /// Bytes of the document's text that the row shows.
        var span: TextSpan
    }

    private(set) var rows: [Row] = []

    /// Breaks a block at spaces. Rows of a plain text file also end where the lines of the file end.
    init(block: Block, in dossier: Dossier, width: Int) {
        let keepsLines = dossier.document.format == "text"
        var row = Row(
            line: dossier.line(ofText: block.span.start), span: TextSpan(block.span.start, block.span.start))
        var rowWidth = 0
        for word in Self.words(of: block.span, in: dossier.document) {
            let wordWidth = word.reduce(0) { $0 + $1.width }
            guard let first = word.first else { continue }
            let isSpace = first.text == " "
            let line = keepsLines || row.cells.isEmpty ? dossier.line(ofText: first.offset) : row.line
            let breaksHere = !isSpace && (line != row.line || rowWidth + wordWidth > width)
            if breaksHere, !row.cells.isEmpty {
                append(&row, next: first.offset, line: dossier.line(ofText: first.offset), width: &rowWidth)
            }
            for cell in word {
                if rowWidth + cell.width > width, !isSpace {
                    append(&row, next: cell.offset, line: dossier.line(ofText: cell.offset), width: &rowWidth)
                }
                row.cells.append(cell)
                row.span.end = cell.offset + 1
                rowWidth += cell.width
            }
        }
        append(&row, next: block.span.end, line: row.line, width: &rowWidth)
    }

    private mutating func append(_ row: inout Row, next: Int, line: Int, width: inout Int) {
        row.span.end = next
        while row.cells.last?.text == " " { row.cells.removeLast() }
        if !row.cells.isEmpty { rows.append(row) }
        row = Row(line: line, span: TextSpan(next, next))
        width = 0
    }

    /// Cells of words and of the spaces between them, in turn.
    private static func words(of span: TextSpan, in document: Document) -> [[Cell]] {
        var words: [[Cell]] = []
        var word: [Cell] = []
        var offset = span.start
        for scalar in document.string(span).unicodeScalars {
            let isSpace = scalar == " "
            if isSpace || word.first?.text == " " {
                if !word.isEmpty { words.append(word) }
                word = []
            }
            let text = VisibleText.replacement(for: scalar) ?? String(Character(scalar))
            word.append(Cell(text: text, width: DisplayWidth.of(text), offset: offset))
            offset += UTF8.width(scalar)
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension ExcerptRows.Row {
    /// Columns that the part of `span` on this row takes, from 0; `nil` when none of it is here.
    func columns(of span: TextSpan) -> Range<Int>? {
        var column = 0
        var start: Int?
        var end = 0
        for cell in cells {
            let isCovered = cell.offset >= span.start && cell.offset < span.end
            let isPoint = span.count == 0 && cell.offset == span.start
            if isCovered || isPoint {
                start = start ?? column
                end = column + max(1, cell.width)
            }
            column += cell.width
        }
        return start.map { $0..<max(end, $0 + 1) }
    }

    /// The row's text.
    var text: String { cells.reduce(into: "") { $0 += $1.text } }
}
