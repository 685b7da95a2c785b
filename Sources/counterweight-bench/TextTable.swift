/// Rows of text in columns: the first to the left, the others to the right.
struct TextTable {
    private var rows: [[String]]

    /// A table with a header.
    init(header: [String]) { rows = [header] }

    /// Adds a row.
    mutating func add(_ row: [String]) { rows.append(row) }

    /// The table with two spaces between columns.
    var text: String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + padding : padding + row[column]
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
