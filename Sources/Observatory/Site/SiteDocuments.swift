internal import GRDB
internal import Reporting

/// The pages of documents, and the rows that lead to them.
struct SiteDocuments {
    /// Rows of documents by the subject that they belong to.
    struct Rows {
        fileprivate var rows: [ScorecardGrouping: [String: [SiteRow]]] = [:]

        subscript(subject: String, of grouping: ScorecardGrouping) -> [SiteRow] { rows[grouping]?[subject] ?? [] }
    }

    /// File of the list.
    static let file = "documents.html"

    let frame: SiteFrame
    let groups: [SiteGroup]
    let store: Store
    let filter: DocumentFilter

    /// Columns of a list of documents. It comes sorted by the worst band.
    static func columns(_ plan: ScorecardPlan) -> [SiteColumn] {
        [
            SiteColumn(name: "Title"), SiteColumn(name: "Worst band", isSorted: true),
            SiteColumn(name: "Findings", isNumber: true),
            SiteColumn(name: "Of band \(plan.countedFindings)", isNumber: true),
            SiteColumn(name: "Year", isNumber: true), SiteColumn(name: "Country"),
            SiteColumn(name: "Words", isNumber: true),
        ]
    }

    /// What is counted as a finding, and what figures count of them.
    static func wording(_ plan: ScorecardPlan) -> String {
        "Findings are those that reviewers did not dismiss, each time where clauses are copied; figures over time count those of band \(plan.countedFindings), every copied clause once. The worst band is that of any finding."
    }

    /// Writes the list of documents, a page for each, and the table of findings.
    /// - Throws: ``StoreError``, or what the sink throws.
    func write(to sink: SiteMaker.Sink) throws -> Rows {
        try store.database.read { database in
            let findings = try database.makeStatement(
                sql: """
                    SELECT rule, name, band, score, text, passage, message, block, coalesce(decision, ''), is_copy
                    FROM findings WHERE version_id = ? ORDER BY block, position
                    """)
            var listed: [(count: FindingCount, row: SiteRow, subjects: [String])] = []
            var table = "path,year,country,rule,band,score,passage,text,message,decision,is_copy\n"
            try store.forEachDocument(filter, in: database) { document in
                let found = try Row.fetchAll(findings, arguments: [document.version])
                let count = FindingCount(found.map { ($0[2], $0[8]) }, frame.plan)
                listed.append((count, row(of: document, count), groups.map { $0.grouping.subject(of: document) }))
                for finding in found { table += line(finding, of: document) }
                try sink(SiteNames.document(document.path), page(of: document, found, count))
            }
            // Sorting keeps the order of equals, which is that of their paths.
            let sorted = listed.enumerated().sorted {
                ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
            }.map(\.element)
            var bySubject = Rows()
            for item in sorted {
                for (group, subject) in zip(groups, item.subjects) {
                    bySubject.rows[group.grouping, default: [:]][subject, default: []].append(item.row)
                }
            }
            let list = frame.page(
                "Documents",
                "\(Figures.documents(listed.count)) judged, those with the worst findings first. \(Self.wording(frame.plan))",
                file: Self.file)
            try sink(
                Self.file,
                list.html { $0.list("Documents", Self.columns(frame.plan), sorted.map(\.row), isSearched: true) })
            try sink("data/findings.csv", Array(table.utf8))
            return bySubject
        }
    }

    private func row(of document: StoredDocument, _ count: FindingCount) -> SiteRow {
        SiteRow(
            address: SiteNames.document(document.path), name: frame.names.title(of: document.path),
            language: frame.names.language(of: document.path), note: frame.names.path(document.path),
            cells: [
                SiteRow.Cell(count.worst.name, rank: count.worst.rawValue), SiteRow.Cell(Figures.count(count.all)),
                SiteRow.Cell(Figures.count(count.counted)), SiteRow.Cell(document.year.map { String($0) } ?? ""),
                SiteRow.Cell(document.country ?? ""), SiteRow.Cell(Figures.count(document.words)),
            ])
    }

    private func line(_ finding: Row, of document: StoredDocument) -> String {
        let (rule, band, score, text): (String, String, Int, String) = (finding[0], finding[2], finding[3], finding[4])
        let (message, block, decision, isCopy): (String, Int, String, Bool) = (
            finding[6], finding[7], finding[8], finding[9]
        )
        return [
            frame.names.path(document.path), document.year.map { String($0) } ?? "", document.country ?? "", rule, band,
            String(score),
            String(block + 1), text, message, decision, isCopy ? "1" : "0",
        ].map(DelimitedText.field).joined(separator: ",") + "\n"
    }

    private func page(of document: StoredDocument, _ findings: [Row], _ count: FindingCount) -> [UInt8] {
        let page = frame.page(
            frame.names.title(of: document.path), "Every finding of this document, passage by passage.", file: "",
            kind: document.year.map { String($0) }, language: frame.names.language(of: document.path), root: "../")
        return page.html { html in
            write(factsOf: document, to: &html)
            html.element("section", ["aria-labelledby": "findings"]) { html in
                html.element(
                    "h2", ["id": "findings"], text: "\(Figures.count(count.all)) finding\(count.all == 1 ? "" : "s")")
                html.element("p", ["class": "soft"], text: count.wording(frame.plan))
                // Findings come by passage, which is shown once below all of its own.
                for own in findings.chunked(by: { $0[7] as Int == $1[7] as Int }) {
                    write(own, of: document, to: &html)
                }
            }
        }
    }

    /// What is known of a document, with links to the pages of what it belongs to.
    private func write(factsOf document: StoredDocument, to html: inout HTMLWriter) {
        html.element("p", ["class": "soft"]) { html in
            html.text(frame.names.path(document.path))
            if let date = document.date, date != document.year.map({ String($0) }) { html.text(" · \(date)") }
            for group in groups where group.grouping.subject(of: document) != group.grouping.missing {
                let subject = group.grouping.subject(of: document)
                html.text(" · ")
                html.element(
                    "a", ["href": "../\(SiteNames.file(group.grouping.rawValue, subject))"], text: subject)
            }
            for fact in [document.kind, "\(Figures.count(document.words)) words", document.address] {
                if let fact { html.text(" · \(fact)") }
            }
        }
    }

    /// The findings of one passage, then the passage with their words marked.
    private func write(_ findings: [Row], of document: StoredDocument, to html: inout HTMLWriter) {
        guard let first = findings.first else { return }
        let (passage, block, isCopy): (String, Int, Bool) = (first[5], first[7], first[9])
        for (index, finding) in findings.enumerated() {
            let (rule, name, band, score): (String, String, String, Int) = (
                finding[0], finding[1], finding[2], finding[3]
            )
            let (message, decision): (String, String) = (finding[6], finding[8])
            html.element("h3", ["id": index == 0 ? DocumentNames.anchor(block) : nil]) { html in
                html.element("a", ["href": "../rule-\(rule).html"], text: "\(rule) \(name)")
                html.text(", \(band) \(score)")
                if !decision.isEmpty { html.element("span", ["class": "soft"], text: ", reviewed: \(decision)") }
            }
            html.element("p", text: message)
        }
        let language = frame.names.language(of: document.path)
        html.element("blockquote", ["lang": language]) { html in
            html.marked(findings.map { $0[4] }, in: passage)
            html.element(
                "cite", ["lang": language.map { _ in "en" }],
                text: "passage \(block + 1)" + (isCopy ? ", copied from another document" : ""))
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
