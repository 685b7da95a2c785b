internal import Reporting

/// A column of a list.
struct SiteColumn {
    let name: String
    /// Numbers stand at the right, and the greatest comes first when they are sorted.
    var isNumber = false
    /// Whether the rows come sorted by it, the greatest first.
    var isSorted = false
}

/// A row of a list: where it leads, and what it says.
struct SiteRow {
    /// A field, with the number by which it is sorted where that is not what it says.
    struct Cell: ExpressibleByStringLiteral {
        let text: String
        var rank: Int?

        init(_ text: String, rank: Int? = nil) {
            self.text = text
            self.rank = rank
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    /// `nil` where there is no page to lead to.
    let address: String?
    let name: String
    /// Language of the name, as the attribute `lang` has it.
    var language: String?
    /// What stands below the name.
    var note: String?
    let cells: [Cell]
}

extension HTMLWriter {
    /// A table whose rows begin with a link and can be sorted; a search field stands above when asked for.
    mutating func list(_ name: String, _ columns: [SiteColumn], _ rows: [SiteRow], isSearched: Bool = false) {
        if isSearched {
            element("p", ["hidden": "", "class": "search"]) { html in
                html.element("label", ["for": "search"], text: "Search by any word of a row ")
                html.void("input", ["type": "search", "id": "search", "hidden": ""])
                html.element("span", ["id": "found", "role": "status", "class": "soft"], text: "")
            }
        }
        region(name) { html in
            html.element("table", ["class": isSearched ? "sort searched" : "sort"]) { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for column in columns {
                            html.element(
                                "th",
                                [
                                    "scope": "col", "class": column.isNumber ? "num" : nil,
                                    "aria-sort": column.isSorted ? "descending" : nil,
                                ], text: column.name)
                        }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { $0.write(row, columns) }
                        html.lineBreak()
                    }
                }
            }
        }
    }

    private mutating func write(_ row: SiteRow, _ columns: [SiteColumn]) {
        element("th", ["scope": "row"]) { html in
            let direction = row.language.map { _ in "auto" }
            html.element(
                row.address == nil ? "span" : "a", ["href": row.address, "lang": row.language, "dir": direction],
                text: row.name)
            if let note = row.note { html.element("span", ["class": "note"], text: note) }
        }
        for (cell, column) in zip(row.cells, columns.dropFirst()) {
            element(
                "td", ["class": column.isNumber ? "num" : nil, "data-sort": cell.rank.map { String($0) }],
                text: cell.text)
        }
    }
}
