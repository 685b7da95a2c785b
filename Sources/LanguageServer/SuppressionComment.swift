internal import TextModel

/// Where and how a comment in a draft suppresses what stands in a passage.
struct SuppressionComment {
    private static let formats: Set<String> = ["html", "xml", "markdown"]

    /// Offset in the draft at which it goes in.
    let offset: Int
    private let before: String
    private let after: String

    /// Finds a place from which `ignore-next` reaches the passage of a finding; `nil` where the format knows no
    /// comments.
    init?(for finding: Finding, in text: JudgedText, of buffer: TextBuffer) {
        let document = text.report.document
        guard Self.formats.contains(document.format) else { return nil }
        let start = text.passageStart(of: finding)
        guard document.format == "markdown", document.blocks[finding.block].kind != .tableCell else {
            (offset, before, after) = (start, "", "")
            return
        }
        // In Markdown a line that begins with a comment is no text at all, so the comment may not stand before the
        // words on their own line; and a line of its own between two items would end their list.
        let line = buffer.line(around: start)
        let previous = line.lowerBound > 0 ? buffer.line(around: line.lowerBound - 1) : nil
        if document.blocks[finding.block].kind == .listItem, let previous, !previous.isEmpty {
            (offset, before, after) = (previous.upperBound, " ", "")
        } else {
            (offset, before, after) = (line.lowerBound, "", "\n")
        }
    }

    /// The comment for a rule, or for `all`.
    func text(rule: String, reason: String) -> String {
        "\(before)<!-- counterweight ignore-next \(rule): \(reason) -->\(after)"
    }
}
