internal import Reporting

/// What all pages of a site share.
struct SiteFrame {
    let tool: ToolInfo
    let groups: [ScorecardGrouping]
    let plan: ScorecardPlan

    /// The pages that every page leads to; `root` leads from the folder of a page to that of the site.
    func links(from root: String) -> [(name: String, address: String)] {
        [
            ("Overview", "\(root)index.html"), ("Year on year", "\(root)trends.html"),
            ("Documents", "\(root)documents.html"),
        ]
            + groups.map { (SiteGroup.title(of: $0), "\(root)\(SiteGroup.file(of: $0))") }
            + [("Left out", "\(root)\(SiteMissing.file)")]
            + [("Rules", "\(root)rules.html"), ("Method", "\(root)method.html")]
    }

    /// A page of the site.
    func page(_ title: String, _ lead: String, root: String = "", notes: [String] = []) -> Page {
        Page(title: title, lead: lead, tool: tool, notes: notes, links: links(from: root), isInteractive: true)
    }
}

extension HTMLWriter {
    /// A table whose rows begin with a link and can be sorted; a search field stands above when asked for.
    mutating func list(_ head: [String], _ rows: [SiteRow], isSearched: Bool = false) {
        if isSearched {
            element("p", ["hidden": ""]) { html in
                html.element("label", ["for": "search"], text: "Search ")
                html.void("input", ["type": "search", "id": "search", "hidden": ""])
                html.element("span", ["id": "found", "role": "status", "class": "soft"], text: "")
            }
        }
        element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": isSearched ? "sort searched" : "sort"]) { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for name in head { html.element("th", ["scope": "col"], text: name) }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            html.element("th", ["scope": "row"]) {
                                $0.element("a", ["href": row.address], text: row.name)
                            }
                            for cell in row.cells { html.element("td", text: cell) }
                        }
                        html.lineBreak()
                    }
                }
            }
        }
    }
}

/// A row of a list: where it leads, and what it says.
struct SiteRow {
    let address: String
    let name: String
    let cells: [String]
}
