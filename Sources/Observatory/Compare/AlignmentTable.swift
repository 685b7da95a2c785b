/// The table of an alignment: for each pair of positions the best sum of likeness from there to the end.
///
/// Of a table with more cells than the limit, only a band around the diagonal is kept and filled. The band holds a way
/// from the beginning to the end, whatever the shape of the table.
struct AlignmentTable {
    private let rows: Int
    private let columns: Int
    /// The first column that is kept of each row.
    private let firsts: [Int]
    /// Where the cells of each row begin; the last one is the number of cells.
    private let offsets: [Int]
    private var best: [Double]
    private var isPair: [Bool]

    /// A table for some passages on both sides, with about twice as many cells as `limit` at most.
    init(rows: Int, columns: Int, limit: Int) {
        self.rows = rows
        self.columns = columns
        // How far from the diagonal the band goes.
        let reach = rows * columns <= limit ? columns : limit / max(rows, columns)
        var firsts: [Int] = []
        var offsets = [0]
        for row in 0...rows {
            let first = max(0, row * columns / rows - reach)
            let last = min(columns, (row + 1) * columns / rows + reach)
            firsts.append(first)
            offsets.append(offsets[row] + last - first + 1)
        }
        self.firsts = firsts
        self.offsets = offsets
        best = Array(repeating: 0, count: offsets[rows + 1])
        isPair = Array(repeating: false, count: offsets[rows + 1])
    }

    /// Number of cells that are kept.
    var count: Int { best.count }

    /// Fills the table from its end; `likeness` gives `nil` for passages that are no pair.
    mutating func fill(_ likeness: (Int, Int) -> Double?) {
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for cell in (offsets[row]..<offsets[row + 1]).reversed() {
                let column = firsts[row] + cell - offsets[row]
                guard column < columns else { continue }
                let skip = max(value(row + 1, column), value(row, column + 1))
                best[cell] = skip
                let after = value(row + 1, column + 1)
                guard after >= 0, let likeness = likeness(row, column), likeness + after > skip else { continue }
                best[cell] = likeness + after
                isPair[cell] = true
            }
        }
    }

    /// The best way: pairs of positions in order, and positions of one side alone.
    var way: [(row: Int?, column: Int?)] {
        var way: [(row: Int?, column: Int?)] = []
        var (row, column) = (0, 0)
        while row < rows || column < columns {
            if let cell = cell(row, column), isPair[cell] {
                way.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if value(row + 1, column) >= value(row, column + 1) {
                way.append((row, nil))
                row += 1
            } else {
                way.append((nil, column))
                column += 1
            }
        }
        return way
    }

    /// The sum at a place; below zero outside of what is kept.
    private func value(_ row: Int, _ column: Int) -> Double { cell(row, column).map { best[$0] } ?? -1 }

    private func cell(_ row: Int, _ column: Int) -> Int? {
        guard row <= rows, column >= firsts[row] else { return nil }
        let cell = offsets[row] + column - firsts[row]
        return cell < offsets[row + 1] ? cell : nil
    }
}
