internal import GRDB
internal import Reporting

/// The pages of documents, and the rows that lead to them.
struct SiteDocuments {
    /// Rows of documents by the subject that they belong to.
    struct Rows {
        fileprivate var rows: [ScorecardGrouping: [String: [SiteRow]]] = [:]

        subscript(subject: String, of grouping: ScorecardGrouping) -> [SiteRow] { rows[grouping]?[subject] ?? [] }
    }

    static let head = ["Title", "Year", "Country", "Words", "Worst band", "Findings", "Path"]

    let frame: SiteFrame
    let groups: [SiteGroup]
    let store: Store
    let filter: DocumentFilter

    /// Writes the list of documents, a page for each, and the table of findings.
    /// - Throws: ``StoreError``, or what the sink throws.
    func write(to sink: SiteMaker.Sink) throws -> Rows {
        try store.database.read { database in
            let findings = try database.makeStatement(
                sql: """
                    SELECT rule, name, band, score, text, passage, message, block, coalesce(decision, ''), is_copy
                    FROM findings WHERE version_id = ? ORDER BY block, position
                    """)
            var rows: [SiteRow] = []
            var bySubject = Rows()
            var table = "path,year,country,rule,band,score,passage,text,message,decision,is_copy\n"
            try store.forEachDocument(filter, in: database) { document in
                let found = try Row.fetchAll(findings, arguments: [document.version])
                let counted = countedBands(of: found)
                let worst = frame.plan.countedBands.last(where: counted.contains) ?? "none"
                let row = SiteRow(
                    address: SiteNames.document(document.path), name: Self.name(of: document),
                    cells: [
                        document.year.map { String($0) } ?? "", document.country ?? "",
                        Figures.count(document.words), worst, Figures.count(counted.count), document.path,
                    ])
                rows.append(row)
                for group in groups {
                    bySubject.rows[group.grouping, default: [:]][group.grouping.subject(of: document), default: []]
                        .append(row)
                }
                for finding in found { table += Self.line(finding, of: document) }
                try sink(SiteNames.document(document.path), page(of: document, found))
            }
            let list = frame.page(
                "Documents", "\(Figures.documents(rows.count)) judged. Search by any word of a row.")
            try sink("documents.html", list.html { $0.list(Self.head, rows, isSearched: true) })
            try sink("data/findings.csv", Array(table.utf8))
            return bySubject
        }
    }

    /// The bands of the findings that count: severe enough, and not dismissed by reviewers.
    private func countedBands(of findings: [Row]) -> [String] {
        let counted = frame.plan.countedBands
        return findings.compactMap { finding in
            let (band, decision): (String, String) = (finding[2], finding[8])
            return decision != "dismissed" && counted.contains(band) ? band : nil
        }
    }

    /// Title of a document, or the name of its file.
    private static func name(of document: StoredDocument) -> String {
        document.title ?? document.path.split(separator: "/").last.map(String.init) ?? document.path
    }

    private static func line(_ finding: Row, of document: StoredDocument) -> String {
        let (rule, band, score, text): (String, String, Int, String) = (finding[0], finding[2], finding[3], finding[4])
        let (message, block, decision, isCopy): (String, Int, String, Bool) = (
            finding[6], finding[7], finding[8], finding[9]
        )
        return [
            document.path, document.year.map { String($0) } ?? "", document.country ?? "", rule, band, String(score),
            String(block + 1), text, message, decision, isCopy ? "1" : "0",
        ].map(DelimitedText.field).joined(separator: ",") + "\n"
    }

    private func page(of document: StoredDocument, _ findings: [Row]) -> [UInt8] {
        let facts = [
            document.path, document.date ?? document.year.map { String($0) }, document.country, document.body,
            document.collection, document.kind, "\(Figures.count(document.words)) words", document.address,
        ]
        let page = frame.page(
            Self.name(of: document), facts.compactMap { $0 }.joined(separator: " · "), root: "../")
        return page.html { html in
            html.element("section", ["aria-labelledby": "findings"]) { html in
                let count = countedBands(of: findings).count
                html.element("h2", ["id": "findings"], text: "\(Figures.count(count)) findings")
                if findings.isEmpty { html.element("p", ["class": "none"], text: "None.") }
                if count < findings.count {
                    html.element(
                        "p", ["class": "soft"],
                        text:
                            "And \(Figures.count(findings.count - count)) that do not count: below \(frame.plan.countedBands.first ?? ""), or dismissed by reviewers."
                    )
                }
                // Findings come by passage, which is shown once below all of its own.
                for own in findings.chunked(by: { $0[7] as Int == $1[7] as Int }) { Self.write(own, to: &html) }
            }
        }
    }

    /// The findings of one passage, then the passage with their words marked.
    private static func write(_ findings: [Row], to html: inout HTMLWriter) {
        guard let first = findings.first else { return }
        for finding in findings {
            let (rule, name, band, score): (String, String, String, Int) = (
                finding[0], finding[1], finding[2], finding[3]
            )
            let (message, decision): (String, String) = (finding[6], finding[8])
            html.element("h3") { html in
                html.element("a", ["href": "../rule-\(rule).html"], text: "\(rule) \(name)")
                html.text(", \(band) \(score)")
                if !decision.isEmpty { html.element("span", ["class": "soft"], text: ", reviewed: \(decision)") }
            }
            html.element("p", text: message)
        }
        let (passage, block, isCopy): (String, Int, Bool) = (first[5], first[7], first[9])
        html.element("blockquote") { html in
            html.marked(findings.map { $0[4] }, in: passage)
            html.element("cite", text: "passage \(block + 1)" + (isCopy ? ", copied from another document" : ""))
        }
    }
}

extension Array {
    /// Neighbours that belong together.
    fileprivate func chunked(by belongs: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { chunks, element in
            if let last = chunks.last?.last, belongs(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
    }
}
