/// Terminal text in pieces of one colour each; everything that is added is made visible first.
struct StyledText {
    private(set) var pieces: [(text: String, ink: Ink)] = []

    init() {}
    init(_ text: String, _ ink: Ink = .plain) { add(text, ink) }

    var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    mutating func add(_ text: String, _ ink: Ink = .plain) {
        guard !text.isEmpty else { return }
        pieces.append((VisibleText.of(text), ink))
    }

    /// The text as one string.
    func rendered(inColour: Bool) -> String {
        guard inColour else { return pieces.reduce(into: "") { $0 += $1.text } }
        return runs.reduce(into: "") { $0 += $1.ink.paint($1.text) }
    }

    /// Pieces with neighbours of one colour joined, across the spaces between them.
    private var runs: [(text: String, ink: Ink)] {
        var runs: [(text: String, ink: Ink)] = []
        var spaces = ""
        for piece in pieces {
            if piece.ink == .plain, piece.text.allSatisfy({ $0 == " " }) {
                spaces += piece.text
            } else if let last = runs.last, last.ink == piece.ink {
                runs[runs.count - 1].text += spaces + piece.text
                spaces = ""
            } else {
                if !spaces.isEmpty { runs.append((spaces, .plain)) }
                runs.append(piece)
                spaces = ""
            }
        }
        if !spaces.isEmpty { runs.append((spaces, .plain)) }
        return runs
    }

    /// Breaks the text at spaces into lines of at most `width` columns; the lines after the first are
    /// indented. A word that is wider than a line stands alone on one.
    func wrapped(to width: Int, hanging: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        var lineWidth = 0
        var hasWords = false
        for word in words {
            let wordWidth = word.text.width
            if hasWords, lineWidth + word.spaces + wordWidth > width {
                lines.append(line)
                line = StyledText(String(repeating: " ", count: hanging))
                lineWidth = hanging
            } else {
                line.add(String(repeating: " ", count: word.spaces))
                lineWidth += word.spaces
            }
            line.pieces.append(contentsOf: word.text.pieces)
            lineWidth += wordWidth
            hasWords = true
        }
        if hasWords { lines.append(line) }
        return lines
    }

    /// Words with the number of spaces before each; a word may have several colours.
    private var words: [(spaces: Int, text: StyledText)] {
        var words: [(spaces: Int, text: StyledText)] = []
        var spaces = 0
        var isInside = false
        for piece in pieces {
            for part in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 {
                    spaces += 1
                    isInside = false
                }
                guard !part.element.isEmpty else { continue }
                if !isInside {
                    words.append((spaces, StyledText()))
                    spaces = 0
                    isInside = true
                }
                words[words.count - 1].text.pieces.append((String(part.element), piece.ink))
            }
        }
        return words
    }
}
