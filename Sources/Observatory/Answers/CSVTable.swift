/// A table of comma-separated values, made row by row.
struct CSVTable {
    private var text: String

    /// A table with so named columns.
    init(columns: String) { text = columns + "\n" }

    /// Adds a row; what is not known is empty.
    mutating func add(_ cells: [String?]) {
        text += cells.map { DelimitedText.field($0 ?? "") }.joined(separator: ",") + "\n"
    }

    /// The table, UTF-8.
    var bytes: [UInt8] { Array(text.utf8) }

    /// A number as a cell, with all its digits.
    static func number(_ value: Double?) -> String? { value.map { String(describing: $0) } }

    /// A whole number as a cell.
    static func integer(_ value: Int?) -> String? { value.map { String($0) } }

    /// Yes or no as a cell.
    static func flag(_ value: Bool?) -> String? { value.map { $0 ? "1" : "0" } }
}
