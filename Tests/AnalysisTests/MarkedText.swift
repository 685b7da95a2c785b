/// A text in which places are marked with `[[…]]`; the marks are taken out.
struct MarkedText {
    /// The text without the marks.
    private(set) var text = ""
    /// The marked places as UTF-8 offsets, in order.
    private(set) var marks: [Range<Int>] = []

    init(_ marked: String) {
        var rest = marked[...]
        while let open = rest.firstRange(of: "[[") {
            text += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "]]") else { break }
            let start = text.utf8.count
            text += rest[..<close.lowerBound]
            marks.append(start..<text.utf8.count)
            rest = rest[close.upperBound...]
        }
        text += rest
    }

    /// The words of the marks.
    var words: [String] { marks.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }
}
