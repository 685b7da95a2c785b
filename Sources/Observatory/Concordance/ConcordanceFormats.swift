package import Reporting

/// Concordance lines for readers and programs.
package struct ConcordanceFormats {
    private let lines: [ConcordanceLine]
    private let subject: String

    /// Writes lines about a subject as it was asked for.
    package init(_ lines: [ConcordanceLine], subject: String) {
        self.lines = lines
        self.subject = subject
    }

    /// Nodes below each other for a terminal of a width; paths stand above when the lines are in order of place. Without a
    /// width nothing is cut: a file is as wide as its window of words.
    package func text(width: Int?, groupsByPath: Bool) -> String {
        func widest(_ part: KeyPath<ConcordanceLine, String>) -> Int {
            lines.map { DisplayWidth.of(VisibleText.of($0[keyPath: part])) }.max() ?? 0
        }
        let note = lines.contains { $0.stance != nil } ? 12 : 0
        let place = groupsByPath ? 6 : 22
        let node = min(max(widest(\.node), 4), width.map { max($0 / 5, 8) } ?? .max)
        let sides =
            width.map { width -> (Int, Int) in
                let side = max((width - node - note - place - 8) / 2, 8)
                return (side, side)
            } ?? (widest(\.left), widest(\.right))
        var text = ""
        var path: String?
        for line in lines {
            if groupsByPath, line.path != path { text += "\(VisibleText.of(line.path))\n" }
            path = line.path
            let name =
                groupsByPath ? "\(line.block + 1)" : "\(line.path.split(separator: "/").last ?? ""):\(line.block + 1)"
            let stance = line.stance.map { "\($0) \(line.isolation.map { String($0) } ?? "")" } ?? ""
            text += TextColumns.row([
                (name, place, groupsByPath), (Self.tail(line.left, sides.0), sides.0, true), (line.node, node, false),
                (Self.head(line.right, sides.1), sides.1, false), (stance, note, false),
            ])
        }
        return text
    }

    /// A row for each use, with the columns of quanteda's `kwic` first.
    package var csv: [UInt8] {
        var table = CSVTable(
            columns: "docname,from,to,pre,keyword,post,pattern,passage,year,concept,stance,live,isolation")
        for line in lines {
            table.add([
                line.path, CSVTable.integer(line.from), CSVTable.integer(line.to), line.left, line.node, line.right,
                subject, CSVTable.integer(line.block + 1), CSVTable.integer(line.year), line.concept, line.stance,
                CSVTable.flag(line.isLive), CSVTable.integer(line.isolation),
            ])
        }
        return table.bytes
    }

    /// One JSON object a line.
    package var jsonLines: [UInt8] {
        var json = JSONWriter(isIndented: false)
        for line in lines {
            json.object { json in
                json.string("path", line.path)
                json.integer("year", line.year)
                json.integer("block", line.block)
                json.integer("from", line.from)
                json.integer("to", line.to)
                json.string("left", line.left)
                json.string("node", line.node)
                json.string("right", line.right)
                json.string("concept", line.concept)
                json.string("stance", line.stance)
                if let isLive = line.isLive { json.boolean("live", isLive) } else { json.null("live") }
                json.integer("isolation", line.isolation)
            }
            json.endLine()
        }
        return json.bytes
    }

    /// One page.
    package func html(tool: ToolInfo) -> [UInt8] {
        let page = Page(
            title: "\(subject) in context", lead: "\(Figures.count(lines.count)) uses.", tool: tool,
            notes: [
                "Isolation grades: 0 a counterweight in the same clause, 1 in the sentence, 2 in the passage, 3 in the section, 4 elsewhere in the document, 5 nowhere."
            ])
        return page.html { html in
            html.region("Uses in context") { html in
                html.element("table", ["class": "kwic"]) { html in
                    html.element("thead") { html in
                        html.element("tr") { html in
                            for name in ["Left", "Node", "Right", "Stance", "Grade", "Document"] {
                                html.element("th", ["scope": "col", "class": name == "Left" ? "l" : nil], text: name)
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for line in lines { Self.write(line, to: &html) }
                    }
                }
            }
        }
    }

    private static func write(_ line: ConcordanceLine, to html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("td", ["class": "l"], text: line.left)
            html.element("td", ["class": "node"], text: line.node)
            html.element("td", ["class": "r"], text: line.right)
            html.element("td", text: line.stance ?? "")
            html.element("td", text: line.isolation.map { String($0) } ?? "")
            html.element("td", text: "\(line.path), passage \(line.block + 1)")
        }
        html.lineBreak()
    }

    /// The end of a text, cut at its start.
    private static func tail(_ text: String, _ width: Int) -> String {
        text.count > width ? "…" + text.suffix(width - 1) : text
    }

    private static func head(_ text: String, _ width: Int) -> String {
        text.count > width ? text.prefix(width - 1) + "…" : text
    }
}
