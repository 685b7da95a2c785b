package import TextModel

/// Applies the instructions in a document's own comments to its report.
///
/// Plain text has no comments. Instructions that are not followed, or that cover no finding, become notes of the
/// document.
package struct CommentSuppression: Sendable {
    private static let formats: Set<String> = ["html", "xml", "markdown"]
    private let rules: [String]

    /// Takes the ids of all rules.
    package init(rules: [String]) { self.rules = rules }

    /// The report with what the comments suppress marked.
    package func applied(to report: Report) -> Report {
        let document = report.document
        guard Self.formats.contains(document.format) else { return report }
        let scanner = SuppressionScanner(document, knownRules: rules)
        guard !scanner.comments.isEmpty || !scanner.problems.isEmpty else { return report }

        var findings = report.findings
        var notes = scanner.problems.map { note($0.code, $0.message, at: $0.offset, in: document) }
        let reach = SuppressionReach(scanner.comments, to: findings, in: document)
        for comment in scanner.comments {
            let covered = reach.findings(of: comment)
            for index in covered where findings[index].suppression == nil {
                findings[index].suppression = Suppression(kind: .inSource, reason: comment.reason)
            }
            if covered.isEmpty {
                notes.append(
                    note(
                        "suppression-unused", "suppression: covers no finding; take it out",
                        at: comment.place.lowerBound,
                        in: document))
            }
        }
        return report.replacing(findings: findings, adding: notes)
    }

    private func note(_ code: String, _ message: String, at offset: Int, in document: Document) -> Note {
        Note(code: code, message: message, offset: document.source.original(offset))
    }
}
