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
        let scanner = SuppressionScanner(document.source.bytes, knownRules: rules)
        guard !scanner.comments.isEmpty || !scanner.problems.isEmpty else { return report }

        var findings = report.findings
        var notes = scanner.problems.map { note($0.code, $0.message, at: $0.offset, in: document) }
        for comment in scanner.comments {
            let covered = findings.indices.filter {
                comment.covers(rule: findings[$0].rule) && reaches(comment, findings[$0], in: document)
            }
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

    private func reaches(_ comment: SuppressionComment, _ finding: Finding, in document: Document) -> Bool {
        switch comment.reach {
        case .file: return true
        case .phrase(let phrase): return PhraseText.folded(document.string(finding.span)).contains(phrase)
        case .range(let end):
            let start = document.map.source(of: document.blocks[finding.block].span).lowerBound
            return start >= comment.place.upperBound && start < end
        case .next: return finding.block == block(after: comment.place.upperBound, in: document)
        }
    }

    /// The first block that begins at or after an offset of the decoded file.
    private func block(after offset: Int, in document: Document) -> Int? {
        document.blocks.indices.first { document.map.source(of: document.blocks[$0].span).lowerBound >= offset }
    }

    private func note(_ code: String, _ message: String, at offset: Int, in document: Document) -> Note {
        Note(code: code, message: message, offset: document.source.original(offset))
    }
}
