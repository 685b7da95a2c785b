internal import Reporting

/// Text broken into lines that fit the terminal, safe to print whatever a document holds.
struct Paragraph {
    /// The lines, each with its line feed.
    let text: String

    /// Breaks at spaces; the first line begins after `indent` spaces, the others after `hanging`.
    ///
    /// A word that is wider than a line stands alone on it.
    init(_ words: String, indent: Int = 0, hanging: Int = 0, width: Int = min(Console.width, 110)) {
        var lines = ""
        var line = String(repeating: " ", count: indent)
        var column = indent
        var isFresh = true
        for word in Self.pieces(of: VisibleText.of(words)) {
            if !isFresh, column + word.count > width, !word.allSatisfy({ $0 == " " }) {
                lines += Self.trimmed(line) + "\n"
                line = String(repeating: " ", count: hanging)
                column = hanging
                isFresh = true
            }
            if isFresh, word.first == " ", !lines.isEmpty { continue }
            line += word
            column += word.count
            isFresh = false
        }
        text = lines + Self.trimmed(line) + "\n"
    }

    /// The text with spaces after it up to a width.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Words and the runs of spaces between them.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = rest.prefix { ($0 == " ") == (first == " ") }
            pieces.append(piece)
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }

    private static func trimmed(_ line: String) -> Substring {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return line
    }
}
