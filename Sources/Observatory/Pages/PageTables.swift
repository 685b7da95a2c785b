internal import Reporting

extension HTMLWriter {
    /// What may be wider than the screen, with a name by which people reach it to scroll.
    mutating func region(_ name: String, _ body: (inout HTMLWriter) -> Void) {
        element("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": name], body)
    }

    /// A table whose first column names the rows and whose others are numbers, or texts. `name` says what it is to those
    /// who do not see its caption.
    mutating func table(
        _ head: [String], _ rows: [[String]], name: String? = nil, caption: String? = nil, areNumbers: Bool = true
    ) {
        region(name ?? caption ?? head.joined(separator: ", ")) { html in
            html.element("table") { html in
                if let caption { html.element("caption", text: caption) }
                html.element("thead") { html in
                    html.element("tr") { html in
                        for (index, name) in head.enumerated() {
                            html.element(
                                "th", ["scope": "col", "class": index > 0 && areNumbers ? "num" : nil], text: name)
                        }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            for (index, cell) in row.enumerated() {
                                if index == 0 {
                                    html.element("th", ["scope": "row"], text: cell)
                                } else {
                                    html.element("td", ["class": areNumbers ? "num" : nil], text: cell)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What the columns of a table hold, for those who ask.
    mutating func columns(_ columns: [(name: String, meaning: String)]) {
        element("details") { html in
            html.element("summary", text: "What the columns hold")
            html.element("dl") { html in
                for column in columns {
                    html.element("dt", text: column.name)
                    html.element("dd", text: column.meaning)
                }
            }
        }
    }
}
