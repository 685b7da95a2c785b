package import Reporting
internal import TextModel

/// A comparison as one page of HTML: sums, definitions, and every passage that came, went or changed.
package struct ComparisonPage {
    private let comparison: DraftComparison
    private let tool: ToolInfo

    /// The page of a comparison.
    package init(_ comparison: DraftComparison, tool: ToolInfo) {
        self.comparison = comparison
        self.tool = tool
    }

    /// The page, UTF-8.
    package var html: [UInt8] {
        let page = Page(
            title: "What changed",
            lead: "\(comparison.old.document.path) → \(comparison.new.document.path)", tool: tool,
            notes: [
                "Passages with the same words are anchors. Between them, passages that share most words are taken for the same passage, changed. A passage that is at least three quarters the same elsewhere was moved. Both texts are judged by the same lexicon and program."
            ])
        return page.html { html in
            html.element("section", ["aria-labelledby": "sums"]) { html in
                html.element("h2", ["id": "sums"], text: "In short")
                html.element("ul") { html in
                    for line in ComparisonWording.summary(comparison) { html.element("li", text: line) }
                }
            }
            if !comparison.definitions.isEmpty {
                html.element("section", ["aria-labelledby": "definitions"]) { html in
                    html.element("h2", ["id": "definitions"], text: "Definitions")
                    for change in comparison.definitions {
                        html.element("h3", text: change.term)
                        html.element("blockquote") { $0.changes(from: change.old ?? "", to: change.new ?? "") }
                    }
                }
            }
            writePassages(
                "matters", "Values, controls and safeguards", comparison.passages.filter(\.matters), to: &html)
            writePassages(
                "other", "Other changes", comparison.passages.filter { !$0.matters && $0.kind != .unchanged }, to: &html
            )
        }
    }

    private func writePassages(
        _ id: String, _ title: String, _ passages: [DraftComparison.Passage], to html: inout HTMLWriter
    ) {
        html.element("section", ["aria-labelledby": id]) { html in
            html.element("h2", ["id": id], text: title)
            if passages.isEmpty { html.element("p", ["class": "none"], text: "None.") }
            for passage in passages {
                html.element("h3", text: ComparisonWording.head(of: passage))
                let notes = ComparisonWording.notes(on: passage)
                if !notes.isEmpty {
                    html.element("ul") { html in
                        for note in notes { html.element("li", text: note) }
                    }
                }
                html.element("blockquote") { $0.changes(from: passage.oldText, to: passage.newText) }
            }
        }
    }
}

extension HTMLWriter {
    /// Words that went and came, as deletions and insertions.
    mutating func changes(from old: String, to new: String) {
        for (index, piece) in WordChanges(from: old, to: new).pieces.enumerated() {
            if index > 0 { text(" ") }
            switch piece.kind {
            case .kept: text(piece.text)
            case .removed: element("del", text: piece.text)
            case .added: element("ins", text: piece.text)
            }
        }
    }
}
