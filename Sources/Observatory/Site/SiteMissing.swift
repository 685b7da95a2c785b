internal import GRDB
internal import Reporting

/// The page of the documents that figures leave out, and why.
struct SiteMissing {
    /// A document that was found and is in no figure, or is in them with a doubt.
    struct Entry: Hashable {
        let path: String
        let title: String?
        let year: Int?
        let country: String?
        let reason: String
    }

    /// File of the page.
    static let file = "left-out.html"

    /// Documents that no figure counts, by path.
    let unread: [Entry]
    /// Documents that are counted although their language is not known, by path.
    let doubtful: [Entry]

    /// Finds the documents among those that a filter lets in.
    init(_ database: Database, _ filter: DocumentFilter) throws {
        let (condition, arguments) = filter.condition(onlyJudged: false)
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT path, title, year, country, is_judged, error, version_id IS NOT NULL, language FROM documents d
                WHERE \(condition) AND (NOT is_judged OR \(VersionFacts.isUnknown)) ORDER BY path
                """, arguments: arguments)
        func entries(isJudged: Bool) -> [Entry] {
            rows.filter { ($0[4] as Bool) == isJudged }.map { row in
                let (error, isRead, language): (String?, Bool, String?) = (row[5], row[6], row[7])
                let reason =
                    if isJudged {
                        "judged, though its language is not known"
                    } else if isRead {
                        "is in \(language ?? "another language"), which the lexicon does not read"
                    } else {
                        error ?? "was not read yet"
                    }
                return Entry(path: row[0], title: row[1], year: row[2], country: row[3], reason: reason)
            }
        }
        unread = entries(isJudged: false)
        doubtful = entries(isJudged: true)
    }

    /// The page.
    func html(in frame: SiteFrame) -> [UInt8] {
        let page = frame.page(
            "Left out",
            "What was found and is in no figure, or in figures with a doubt, and why: a figure about the other documents says nothing of what it leaves out.",
            file: Self.file)
        return page.html { html in
            for (title, id, entries) in [
                ("In no figure", "unread", unread), ("In figures, of unknown language", "doubtful", doubtful),
            ] {
                html.element("section", ["aria-labelledby": id]) { html in
                    html.element("h2", ["id": id], text: "\(title): \(Figures.documents(entries.count))")
                    guard !entries.isEmpty else { return }
                    html.list(
                        title,
                        ["Title", "Why", "Year", "Country"].map { SiteColumn(name: $0, isNumber: $0 == "Year") },
                        entries.map { entry in
                            SiteRow(
                                address: frame.names.address(of: entry.path), name: frame.names.title(of: entry.path),
                                language: frame.names.language(of: entry.path), note: frame.names.path(entry.path),
                                cells: [
                                    SiteRow.Cell(entry.reason), SiteRow.Cell(entry.year.map { String($0) } ?? ""),
                                    SiteRow.Cell(entry.country ?? ""),
                                ])
                        })
                }
            }
        }
    }

    /// The same as CSV.
    func csv(_ names: DocumentNames) -> [UInt8] {
        var table = CSVTable(columns: "path,title,year,country,counted,reason")
        for (entries, isCounted) in [(unread, false), (doubtful, true)] {
            for entry in entries {
                table.add([
                    names.path(entry.path), entry.title, CSVTable.integer(entry.year), entry.country,
                    CSVTable.flag(isCounted), entry.reason,
                ])
            }
        }
        return table.bytes
    }
}
