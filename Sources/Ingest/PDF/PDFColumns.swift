/// Puts the lines of a page that is set in columns into reading order.
///
/// A gutter is a place that lines stand on both sides of, at the same height, and that none of them crosses. It holds for
/// a band of the page, between lines that do cross it, such as a title over all columns. Columns hold running text: their
/// lines fill them, and gaps between paragraphs do not stand side by side, as those between the rows of a table do. Where
/// there is no gutter, the order stays as it came.
struct PDFColumns {
    /// The lines in reading order. At most quadratic in the lines of a page, of which a page has few.
    static func ordered(_ page: PDFPage) -> [PDFLine] {
        guard (2 * fewestRows...mostLines).contains(page.lines.count), let parted = parted(page.lines, depth: 0) else {
            return whole(page.lines)
        }
        return whole(parted)
    }

    /// Lines with their pieces.
    private static func whole(_ lines: [PDFLine]) -> [PDFLine] {
        var found: [[PDFLine]] = []
        for line in lines {
            if line.isPiece, let last = found.last?.last, last.top < line.bottom, line.top < last.bottom {
                found[found.count - 1].append(line)
            } else {
                found.append([line])
            }
        }
        return found.compactMap { PDFLine.joined($0) }
    }

    private static let fewestRows = 4
    private static let mostLines = 1000
    private static let deepest = 3

    /// The lines, column after column; `nil` where there is no gutter.
    private static func parted(_ lines: [PDFLine], depth: Int) -> [PDFLine]? {
        guard depth < deepest else { return nil }
        var best: (rows: Int, bands: [Band])?
        for place in gutters(lines) {
            let bands = bands(of: lines, at: place)
            let rows = bands.reduce(0) { $0 + $1.rows }
            if rows > best?.rows ?? 0 { best = (rows, bands) }
        }
        guard let best else { return nil }
        return best.bands.flatMap { band in
            guard band.rows > 0 else { return band.all.map { lines[$0] } }
            return [band.left, band.right].flatMap { side -> [PDFLine] in
                let column = side.map { lines[$0] }
                return parted(column, depth: depth + 1) ?? Rows(column).joined
            }
        }
    }

    /// Left edges that several lines share: a column may begin at one.
    private static func gutters(_ lines: [PDFLine]) -> [Double] {
        var counts: [Int: Int] = [:]
        for line in lines { counts[Int(line.left.rounded()), default: 0] += 1 }
        let shared = counts.filter { $0.value >= fewestRows }.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        return shared.prefix(8).map { Double($0.key) - 2 }
    }

    // MARK: Bands

    /// Lines between two that cross the gutter, by their numbers, or lines that are not parted.
    private struct Band {
        var left: [Int] = []
        var right: [Int] = []
        var all: [Int] = []
        /// Rows with text on both sides; none where the lines are not parted.
        var rows = 0
    }

    /// The bands of a page from top to bottom.
    private static func bands(of lines: [PDFLine], at place: Double) -> [Band] {
        var found: [Band] = []
        var band = Band()
        var loose: [Int] = []
        func close() {
            band.rows = rows(of: band, lines)
            if band.rows == 0 {
                loose += band.all
            } else {
                if !loose.isEmpty { found.append(Band(all: loose.sorted())) }
                loose = []
                found.append(band)
            }
            band = Band()
        }
        let downwards = lines.indices.sorted {
            (lines[$0].top + lines[$0].bottom, $0) < (lines[$1].top + lines[$1].bottom, $1)
        }
        for index in downwards {
            if lines[index].left >= place {
                band.right.append(index)
                band.all.append(index)
            } else if lines[index].right <= place + 1 {
                band.left.append(index)
                band.all.append(index)
            } else {
                close()
                loose.append(index)
            }
        }
        close()
        if !loose.isEmpty { found.append(Band(all: loose.sorted())) }
        return found
    }

    /// Rows that have text on both sides, if the sides are columns of running text; otherwise 0.
    private static func rows(of band: Band, _ lines: [PDFLine]) -> Int {
        guard band.left.count >= fewestRows, band.right.count >= fewestRows else { return 0 }
        let sides = [Rows(band.left.map { lines[$0] }), Rows(band.right.map { lines[$0] })]
        let width = sides.map(\.width).reduce(0, +)
        guard sides.allSatisfy({ $0.width > 0.2 * width && $0.isText }) else { return 0 }
        let beside = sides[0].rows.count { row in sides[1].rows.contains { $0.top < row.bottom && row.top < $0.bottom }
        }
        guard beside >= fewestRows, beside >= 3 * commonParts(sides) else { return 0 }
        return beside
    }

    /// Parts that gaps across both columns cut a band into, as far down as both have text: rows of a table, where there are
    /// many.
    private static func commonParts(_ sides: [Rows]) -> Int {
        let gap = (sides.map(\.gap).max() ?? 0) + 2
        let end = sides.map { $0.rows.map(\.bottom).max() ?? 0 }.min() ?? 0
        var parts = 1
        var bottom = -Double.infinity
        for row in sides.flatMap(\.rows).sorted(by: { $0.top < $1.top }) where row.top < end {
            if bottom > -Double.infinity, row.top - bottom > gap { parts += 1 }
            bottom = max(bottom, row.bottom)
        }
        return parts
    }
}

/// The rows of a column.
private struct Rows {
    /// Rows from top to bottom; the pieces of each are one line.
    private(set) var rows: [PDFLine] = []
    private let left: Double
    private let right: Double
    /// How much of each row has text.
    private var fill: [Double] = []

    var width: Double { right - left }

    init(_ lines: [PDFLine]) {
        left = lines.map(\.left).min() ?? 0
        right = lines.map(\.right).max() ?? 0
        var open: [PDFLine] = []
        for line in lines.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            let middle = (line.top + line.bottom) / 2
            let isBelow = open.map(\.bottom).max().map { middle > $0 } ?? false
            // Lines above each other are no pieces of one, whatever tall letter stands beside them.
            if isBelow || open.contains(where: { $0.left + 1 < line.right && line.left + 1 < $0.right }) {
                close(&open)
            }
            open.append(line)
        }
        close(&open)
    }

    private mutating func close(_ open: inout [PDFLine]) {
        let pieces = open.sorted { $0.left < $1.left }
        open = []
        guard var row = PDFLine.joined(pieces) else { return }
        row.edge = right
        row.isPiece = false
        rows.append(row)
        fill.append(pieces.reduce(0) { $0 + $1.right - $1.left } / max(1, right - left))
    }

    /// The rows, which know the edge of their column.
    var joined: [PDFLine] { rows }

    /// Whether most rows are filled with text.
    var isText: Bool {
        let letters = rows.reduce(0) { $0 + $1.text.count }
        return letters >= 15 * rows.count && Self.median(fill) >= 0.5
    }

    /// White space between two lines of a paragraph, even where each stands by itself.
    var gap: Double {
        min(
            Self.median(zip(rows, rows.dropFirst()).map { $1.top - $0.bottom }),
            1.5 * Self.median(rows.map { $0.bottom - $0.top }))
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
