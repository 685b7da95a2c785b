internal import GRDB
internal import Reporting

/// How pages name documents, and where they lead to them.
///
/// A path that begins at the root of a file system says more of a machine than of a document: pages show it from the folder
/// on that all such documents have in common.
struct DocumentNames {
    private struct Entry {
        let title: String?
        let year: Int?
        /// `nil` for a language that pages need not name: the one that the lexicon reads.
        let language: String?
        /// Positions of the passages that the page of the document has; `nil` where it has no page.
        let passages: Set<Int>?
    }

    /// Letters of a title in a line below a passage.
    private static let longestTitle = 90

    /// The common folder with its last slash; empty where there is nothing to leave out.
    private let folder: String
    private let entries: [String: Entry]

    /// Names of a page that stands alone: paths as the store has them.
    init() {
        folder = ""
        entries = [:]
    }

    /// Names of a site of the documents that a filter lets in.
    init(_ database: Database, _ filter: DocumentFilter) throws {
        let (condition, arguments) = filter.condition(onlyJudged: false)
        var passages: [String: Set<Int>] = [:]
        let found = try Row.fetchCursor(
            database,
            sql:
                "SELECT DISTINCT d.path, f.block FROM documents d JOIN finding f ON f.version_id = d.version_id WHERE \(condition)",
            arguments: arguments)
        while let row = try found.next() { passages[row[0], default: []].insert(row[1]) }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.path, d.title, d.year, d.is_judged,
                  CASE WHEN \(VersionFacts.isUnknown) THEN '' WHEN d.language NOT LIKE 'en%' THEN d.language END
                FROM documents d WHERE \(condition)
                """, arguments: arguments)
        var entries: [String: Entry] = [:]
        while let row = try rows.next() {
            let (path, isJudged): (String, Bool) = (row[0], row[3])
            entries[path] = Entry(
                title: row[1], year: row[2], language: row[4], passages: isJudged ? passages[path] ?? [] : nil)
        }
        self.entries = entries
        folder = Self.folder(of: entries.keys)
    }

    /// The folder that all paths from the root of a file system have in common, with its last slash.
    static func folder(of paths: some Sequence<String>) -> String {
        let folders = paths.lazy.filter { $0.hasPrefix("/") }.map { $0.split(separator: "/").dropLast() }
        var common: [Substring]?
        for folder in folders {
            common = common.map { known in zip(known, folder).prefix { $0 == $1 }.map(\.0) } ?? Array(folder)
        }
        return common.map { $0.isEmpty ? "/" : "/\($0.joined(separator: "/"))/" } ?? ""
    }

    /// A path as pages and tables show it.
    func path(_ path: String) -> String { path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path }

    /// The title of a document, or the name of its file.
    func title(of path: String) -> String {
        entries[path]?.title ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Title, not longer than a line, and year, which tells apart what is given each year under one title.
    func datedTitle(of path: String) -> String {
        var title = title(of: path)
        if title.count > Self.longestTitle {
            title = title.prefix(Self.longestTitle).split(separator: " ").dropLast().joined(separator: " ") + " …"
        }
        return title + (entries[path]?.year.map { " (\($0))" } ?? "")
    }

    /// Language of a title or a passage for the attribute `lang`; empty where nobody knows it, `nil` where it is that of the page.
    func language(of path: String) -> String? { entries[path]?.language }

    /// Where the page of a document is, at a passage if it has it; `nil` where there is none.
    func address(of path: String, passage: Int? = nil) -> String? {
        guard let passages = entries[path]?.passages else { return nil }
        let place = passage.flatMap { passages.contains($0) ? "#\(Self.anchor($0))" : nil } ?? ""
        return SiteNames.document(path) + place
    }

    /// Name of a passage on the page of its document.
    static func anchor(_ passage: Int) -> String { "passage-\(passage + 1)" }

    /// A passage with words marked, and below it where it stands, between what else is to be said.
    func write(
        _ text: String, in passage: String, at block: Int, of path: String, before: String = "", after: String = "",
        to html: inout HTMLWriter
    ) {
        html.element("blockquote", ["lang": language(of: path)]) { html in
            html.marked(text, in: passage)
            html.element("cite", ["lang": language(of: path).map { _ in "en" }]) { html in
                html.text(before)
                if let address = address(of: path, passage: block) {
                    html.element("a", ["href": address], text: datedTitle(of: path))
                } else {
                    html.text(self.path(path))
                }
                html.text(", passage \(block + 1)\(after)")
            }
        }
    }
}
