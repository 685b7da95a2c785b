/// Takes running heads, running feet and page numbers off the pages of a PDF document.
///
/// Such a line stands near the upper or lower edge and comes back on other pages at the same height, digits aside; a line
/// that is only a page number goes wherever it stands near an edge.
struct PDFFurniture {
    /// The pages without furniture.
    let pages: [PDFPage]

    private struct Key: Hashable {
        let text: String
        let height: Int
    }

    /// Looks through the pages.
    init(_ pages: [PDFPage], words: LineWords) {
        var counts: [Key: Set<Int>] = [:]
        for (number, page) in pages.enumerated() {
            for line in page.lines where Self.isNearEdge(line, of: page) {
                for key in Self.keys(line) { counts[key, default: []].insert(number) }
            }
        }
        let needed = min(3, max(2, (pages.count + 1) / 2))
        self.pages = pages.map { page in
            var page = page
            let whole = page
            page.lines.removeAll { line in
                guard Self.isNearEdge(line, of: whole) else { return false }
                if Self.isPageNumber(line, of: whole, words: words) { return true }
                return Self.keys(line).contains { (counts[$0]?.count ?? 0) >= needed }
            }
            return page
        }
    }

    private static func isNearEdge(_ line: PDFLine, of page: PDFPage) -> Bool {
        line.bottom < 0.12 * page.height || line.top > 0.88 * page.height
    }

    /// The line without digits at its height, and at the height beside it, since rounding may part two that are equal.
    private static func keys(_ line: PDFLine) -> [Key] {
        let text = line.text.filter { !$0.isNumber && !$0.isWhitespace }.lowercased()
        let height = Int((line.top / 4).rounded(.down))
        return text.isEmpty ? [] : [Key(text: text, height: height), Key(text: text, height: height + 1)]
    }

    private static func isPageNumber(_ line: PDFLine, of page: PDFPage, words: LineWords) -> Bool {
        let bytes = Array(line.text.utf8)
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return true
        }
        switch PageNumber(start..<(end + 1), in: bytes, words: words) {
        case .labelled?: return true
        // A number within the text, such as that of a footnote, has other text beside it.
        case .bare?:
            return !page.lines.contains {
                $0 != line && $0.top < line.bottom && line.top < $0.bottom && $0.text.count > 3
            }
        case nil: return false
        }
    }
}
