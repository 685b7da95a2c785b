internal import FlyingFox
internal import GRDB
internal import Reporting

/// Passages that hold the words that were asked for, best first.
struct SearchPage {
    private static let step = 20

    let library: Library
    let frame: PageFrame

    private struct Hit: Sendable {
        let path: String
        let text: String
    }

    func page(_ words: String, from start: String) async throws -> HTTPResponse {
        let offset = max(0, min(Int(start) ?? 0, 100_000))
        let query = Self.query(words)
        let hits: [Hit] =
            query.isEmpty
            ? []
            : try await library.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT d.path, snippet(block_text, 0, char(2), char(3), '…', 40) AS text
                        FROM block_text JOIN block b ON b.id = block_text.rowid
                        JOIN document d ON d.version_id = b.version_id AND d.error IS NULL AND NOT d.is_forgotten
                        WHERE block_text MATCH ? ORDER BY rank LIMIT ? OFFSET ?
                        """, arguments: [query, Self.step + 1, offset]
                ).map { Hit(path: $0["path"], text: $0["text"]) }
            }
        return frame.page("Search") { html in
            html.element("p", text: hits.isEmpty ? "Nothing found for “\(words)”." : "Passages with “\(words)”:")
            for hit in hits.prefix(Self.step) {
                html.element("blockquote", ["dir": "auto"]) { Self.write(hit.text, to: &$0) }
                html.element("p") { $0.link(DocumentPages.place(of: hit.path), hit.path) }
            }
            if hits.count > Self.step {
                let next = "/search?q=\(FormFields.encoded(words))&from=\(offset + Self.step)"
                html.element("p") { $0.link(next, "More passages") }
            }
        }
    }

    /// Every word as a quoted phrase, so that no sign of the query language means anything.
    static func query(_ words: String) -> String {
        words.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
            .prefix(20)
            .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " ")
    }

    private static func write(_ text: String, to html: inout HTMLWriter) {
        var isMarked = false
        for piece in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\u{2}" || $0 == "\u{3}" }) {
            if isMarked { html.element("mark", text: String(piece)) } else { html.text(String(piece)) }
            isMarked.toggle()
        }
    }
}
