internal import Reporting

/// Tables of plain text, as wide as they are told.
enum TextColumns {
    /// A cell filled up with spaces to a width; one that is too wide is cut, with a sign for it.
    static func cell(_ text: String, _ width: Int, right: Bool = false) -> String {
        let visible = VisibleText.of(text)
        var shown = visible
        if DisplayWidth.of(shown) > width {
            while DisplayWidth.of(shown) > width - 1 { shown.removeLast() }
            shown += "…"
        }
        let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(shown)))
        return right ? space + shown : shown + space
    }

    /// A row of cells with two spaces between them, without spaces at its end.
    static func row(_ cells: [(text: String, width: Int, right: Bool)]) -> String {
        var line = cells.map { cell($0.text, $0.width, right: $0.right) }.joined(separator: "  ")
        while line.hasSuffix(" ") { line.removeLast() }
        return line + "\n"
    }

    /// Text broken at spaces into lines of a width, each with the same space before it.
    static func paragraph(_ text: String, width: Int = 80, indent: Int = 0, hanging: Int? = nil) -> String {
        let words = VisibleText.of(text).split(whereSeparator: { $0 == " " || $0 == "\n" })
        var result = ""
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in words {
            if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                result += line + "\n"
                line = String(repeating: " ", count: hanging ?? indent)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return isEmpty ? result : result + line + "\n"
    }

    /// A text as a quotation of so many characters around a phrase, marked where it was shortened.
    static func excerpt(_ text: String, around phrase: String, limit: Int) -> String {
        let characters = Array(text)
        guard characters.count > limit else { return text }
        let place = text.range(of: phrase).map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        let start = max(0, min(place - (limit - phrase.count) / 2, characters.count - limit))
        let end = min(characters.count, start + limit)
        return (start > 0 ? "… " : "") + String(characters[start..<end]).trimmingSpaces()
            + (end < characters.count ? " …" : "")
    }
}

extension String {
    /// Without spaces at either end.
    func trimmingSpaces() -> String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
