/// Places the labels of an excerpt below the words that they name.
///
/// The rightmost label stands beside its underline when there is room and the underline is all its
/// own. The others go below, each in
/// the first row where it touches no other, with bars that lead up to their words:
///
///     For freedom from harm, the Authority may block any site
///         -----------------                    ^^^^^ CW04, control: blocking
///         value: harm
struct LabelLayout {
    /// An underline on one row.
    struct Underline {
        let columns: Range<Int>
        let glyph: Character
        let ink: Ink
        /// Empty on the rows after the first that a span covers.
        let label: String
    }

    private struct Piece {
        let columns: Range<Int>
        let text: String
        let ink: Ink
    }

    private var rows: [[Piece]] = []
    private let width: Int

    /// Lays out underlines; those that come first are drawn over the later ones.
    init(_ underlines: [Underline], width: Int) {
        self.width = width
        rows = [Self.line(of: underlines)]
        let labelled = underlines.filter { !$0.label.isEmpty }
            .sorted {
                ($0.columns.lowerBound, $0.columns.upperBound) < (
                    $1.columns.lowerBound, $1.columns.upperBound
                )
            }
        for underline in labelled.reversed() {
            let sharing = underlines.count { $0.columns.overlaps(underline.columns) }
            place(underline, isAlone: sharing == 1)
        }
    }

    /// The underline row and the label rows.
    var lines: [StyledText] {
        rows.map { row in
            var line = StyledText()
            var column = 0
            for piece in row.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound })
            where piece.columns.lowerBound >= column {
                line.add(String(repeating: " ", count: piece.columns.lowerBound - column))
                line.add(piece.text, piece.ink)
                column = piece.columns.upperBound
            }
            return line
        }
    }

    private mutating func place(_ underline: Underline, isAlone: Bool) {
        let label = Self.cut(underline.label, to: width)
        let length = DisplayWidth.of(label)
        let lineEnd = rows[0].map(\.columns.upperBound).max() ?? 0
        if isAlone, underline.columns.upperBound == lineEnd, lineEnd + 1 + length <= width {
            rows[0].append(
                Piece(columns: (lineEnd + 1)..<(lineEnd + 1 + length), text: label, ink: underline.ink))
            return
        }
        let column = min(underline.columns.lowerBound, max(0, width - length))
        let extent = column..<(column + length)
        let bar = underline.columns.lowerBound..<(underline.columns.lowerBound + 1)
        var row = 1
        while row < rows.count, !isFree(extent, in: row) { row += 1 }
        while rows.count <= row { rows.append([]) }
        for above in 1..<row where isFree(bar, in: above, gap: 0) {
            rows[above].append(Piece(columns: bar, text: "|", ink: underline.ink))
        }
        rows[row].append(Piece(columns: extent, text: label, ink: underline.ink))
    }

    private func isFree(_ columns: Range<Int>, in row: Int, gap: Int = 2) -> Bool {
        rows[row].allSatisfy {
            $0.columns.upperBound + gap <= columns.lowerBound
                || columns.upperBound + gap <= $0.columns.lowerBound
        }
    }

    private static func line(of underlines: [Underline]) -> [Piece] {
        let end = underlines.map(\.columns.upperBound).max() ?? 0
        var cells = [(glyph: Character, ink: Ink)?](repeating: nil, count: end)
        for underline in underlines.reversed() {
            for column in underline.columns { cells[column] = (underline.glyph, underline.ink) }
        }
        var pieces: [Piece] = []
        for (column, cell) in cells.enumerated() {
            guard let cell else { continue }
            if let last = pieces.last, last.columns.upperBound == column, last.ink == cell.ink {
                let columns = last.columns.lowerBound..<(column + 1)
                pieces[pieces.count - 1] = Piece(
                    columns: columns, text: last.text + String(cell.glyph), ink: last.ink)
            } else {
                pieces.append(Piece(columns: column..<(column + 1), text: String(cell.glyph), ink: cell.ink))
            }
        }
        return pieces
    }

    private static func cut(_ label: String, to width: Int) -> String {
        let visible = VisibleText.of(label)
        let limit = min(width, 44)
        guard DisplayWidth.of(visible) > limit else { return visible }
        var result = ""
        var used = 0
        for scalar in visible.unicodeScalars {
            used += DisplayWidth.of(scalar)
            if used >= limit { break }
            result.unicodeScalars.append(scalar)
        }
        return result + "…"
    }
}
