/// How office programs write a number of a list.
enum ListNumber {
    /// The way of writing that a format names.
    enum Style { case decimal, zeroDecimal, lowerLetter, upperLetter, lowerRoman, upperRoman, ordinal, none }

    /// The number in that way. Letters go on as aa, bb; roman numerals end at 3999.
    static func text(_ value: Int, style: Style) -> String {
        switch style {
        case .none: ""
        case .decimal: String(value)
        case .zeroDecimal: value < 10 ? "0\(value)" : String(value)
        case .lowerLetter: letters(value)
        case .upperLetter: letters(value).uppercased()
        case .lowerRoman: roman(value)
        case .upperRoman: roman(value).uppercased()
        case .ordinal: "\(value)."
        }
    }

    private static func letters(_ value: Int) -> String {
        guard value > 0, value <= 26 * 20, let scalar = Unicode.Scalar(0x61 + UInt32((value - 1) % 26)) else {
            return String(value)
        }
        return String(repeating: Character(scalar), count: (value - 1) / 26 + 1)
    }

    private static func roman(_ value: Int) -> String {
        guard (1..<4000).contains(value) else { return String(value) }
        let parts: [(Int, String)] = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var text = ""
        for (size, letters) in parts {
            while rest >= size {
                text += letters
                rest -= size
            }
        }
        return text
    }
}
