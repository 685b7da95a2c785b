import TextModel

/// The words of a passage as the terminal shows them, with underlines and labels.
///
/// A passage of more than a few rows is shown only around what is underlined; `...` stands for the rest.
struct Excerpt {
    /// Something to underline.
    struct Mark {
        let span: TextSpan
        /// `nil` for the words that a finding is about, else what they are to it.
        let role: Related.Role?
        /// Band of the worst finding that is about the words, or `none`.
        var band = Band.none
        var label: String
    }

    let block: Block
    let marks: [Mark]
    let dossier: Dossier
    /// Columns for line numbers.
    let gutter: Int
    /// Columns of the terminal.
    let width: Int

    private static let rowsShownWhole = 5

    /// The excerpt line by line, each with its gutter.
    var lines: [StyledText] {
        let room = max(16, width - gutter - 3)
        let rows = ExcerptRows(block: block, in: dossier, width: room).rows
        let shown = visibleRows(of: rows)
        var lines = [gutterLine(nil)]
        var lastLine: Int?
        var lastRow = -1
        for index in shown {
            if index > lastRow + 1 { lines.append(elision) }
            let number = rows[index].line == lastLine && index == lastRow + 1 ? nil : rows[index].line
            lines.append(gutterLine(number, StyledText(rows[index].text)))
            for line in LabelLayout(underlines(on: rows[index]), width: room).lines where !line.pieces.isEmpty {
                lines.append(gutterLine(nil, line))
            }
            lastLine = rows[index].line
            lastRow = index
        }
        if let last = shown.last, last < rows.count - 1 { lines.append(elision) }
        lines.append(gutterLine(nil))
        return lines
    }

    private var elision: StyledText { StyledText("...", .gutter) }

    private func gutterLine(_ number: Int?, _ text: StyledText = StyledText()) -> StyledText {
        var line = StyledText()
        let digits = number.map { String($0) } ?? ""
        line.add(String(repeating: " ", count: max(0, gutter - digits.count)) + digits + " |", .gutter)
        if !text.pieces.isEmpty { line.add(" ") }
        for piece in text.pieces { line.add(piece.text, piece.ink) }
        return line
    }

    /// Indices of the rows to show: those with marks, one on either side, and no gap of a single row.
    private func visibleRows(of rows: [ExcerptRows.Row]) -> [Int] {
        guard rows.count > Self.rowsShownWhole else { return Array(rows.indices) }
        let marked = rows.indices.filter { index in
            marks.contains { rows[index].columns(of: $0.span) != nil }
        }
        var isShown = [Bool](repeating: false, count: rows.count)
        for index in marked {
            for near in max(0, index - 1)...min(rows.count - 1, index + 1) { isShown[near] = true }
        }
        for index in rows.indices.dropFirst().dropLast() where isShown[index - 1] && isShown[index + 1] {
            isShown[index] = true
        }
        return rows.indices.filter { isShown[$0] }
    }

    /// Underlines of a row, the words of findings first.
    private func underlines(on row: ExcerptRows.Row) -> [LabelLayout.Underline] {
        marks.compactMap { mark in
            guard let columns = row.columns(of: mark.span) else { return nil }
            let startsHere = row.span.start <= mark.span.start
            return LabelLayout.Underline(
                columns: columns, glyph: mark.role == nil ? "^" : "-",
                ink: mark.role.map { .role($0) } ?? .band(mark.band), label: startsHere ? mark.label : "")
        }
    }
}
