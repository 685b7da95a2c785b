package import Lexicons
package import TextModel
internal import Yams

/// Suppressions by fingerprint, for texts that cannot be edited.
///
/// ```yaml
/// suppressions:
///   - fingerprint: 0f3a…
///     reason: agreed with counsel on 4 May
/// ```
package struct SuppressionFile: Sendable {
    /// One decision.
    package struct Entry: Sendable, Hashable {
        /// Fingerprint of the finding.
        package let fingerprint: String
        /// Path of the document, when the decision is for one document only.
        package let path: String?
        /// Why.
        package let reason: String
        /// Line of the entry.
        package let line: Int
    }

    /// Path of the file.
    package let path: String
    /// The decisions in the order of the file.
    package let entries: [Entry]

    /// Reads a file's text.
    /// - Throws: ``LexiconError`` with every problem: a missing reason, an unknown key.
    package init(text: String, path: String) throws(LexiconError) {
        var yaml = StrictYAML(file: path)
        var entries: [Entry] = []
        if let root = yaml.parse(text), var mapping = yaml.mapping(root, what: "a file of suppressions") {
            let list = yaml.required("suppressions", in: &mapping).map { yaml.nodes($0, what: "suppressions") } ?? []
            for node in list {
                guard var inner = yaml.mapping(node, what: "a suppression") else { continue }
                let fingerprint = yaml.string("fingerprint", in: &inner)
                let reason = yaml.string("reason", in: &inner)
                let document = yaml.optional("path", in: &inner).flatMap { yaml.string($0, what: "path") }
                yaml.finish(inner)
                guard let fingerprint, let reason else { continue }
                entries.append(
                    Entry(fingerprint: fingerprint, path: document, reason: reason, line: node.mark?.line ?? 0))
            }
            yaml.finish(mapping)
        }
        guard yaml.problems.isEmpty else { throw LexiconError(problems: yaml.problems) }
        self.path = path
        self.entries = entries
    }

    /// The report with what the file suppresses marked; the lines of entries that covered something go to `used`.
    package func applied(to report: Report, used: inout Set<Int>) -> Report {
        var findings = report.findings
        let path = FilePath.normalised(report.document.path)
        for index in findings.indices where findings[index].suppression == nil {
            let finding = findings[index]
            guard
                let entry = entries.first(where: {
                    $0.fingerprint == finding.fingerprint && ($0.path.map(FilePath.normalised) ?? path) == path
                })
            else { continue }
            used.insert(entry.line)
            findings[index].suppression = Suppression(kind: .external, reason: entry.reason)
        }
        return report.replacing(findings: findings)
    }
}
