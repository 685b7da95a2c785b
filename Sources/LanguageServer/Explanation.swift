internal import Lexicons
internal import TextModel

/// A finding or a rule in words, as Markdown or as plain text.
struct Explanation {
    let isMarkdown: Bool

    /// Findings at one place: what is wrong, why it matters, by which norms, and how to reword.
    func text(of findings: [Finding], in report: Report) -> String {
        findings.map { finding in
            var parts = [
                "\(strong("\(finding.rule) \(finding.name)")) (\(finding.band.name), score \(finding.score) of 100)",
                plain(finding.message),
            ]
            if !finding.reason.isEmpty { parts.append("\(strong("Why:")) \(plain(finding.reason))") }
            if !finding.missing.isEmpty {
                parts.append("\(strong("Missing:")) \(plain(finding.missing.joined(separator: ", ")))")
            }
            for related in finding.related {
                let words = report.document.string(related.span)
                parts.append("\(strong("\(related.role.rawValue.capitalized):")) \(plain("\"\(words)\""))")
            }
            parts += norms(finding.norms)
            if !finding.remedy.isEmpty { parts.append("\(strong("Reword:")) \(plain(finding.remedy))") }
            return parts.joined(separator: "\n\n")
        }.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n\n")
    }

    /// What the rule book says of a rule.
    func text(of rule: Rule) -> String {
        let description = rule.description
        var parts = [
            "\(strong("\(description.id) \(description.name)")): \(plain(rule.title))", plain(description.summary),
            "\(strong("Why:")) \(plain(description.reason))", "\(strong("Reword:")) \(plain(description.remedy))",
        ]
        parts += norms(description.norms)
        return parts.joined(separator: "\n\n")
    }

    private func norms(_ norms: [String]) -> [String] {
        norms.isEmpty
            ? [] : ["\(strong("Norms:"))\n\n" + norms.map { "- \(plain($0))" }.joined(separator: "\n")]
    }

    private func strong(_ text: String) -> String { isMarkdown ? "**\(plain(text))**" : text }

    /// Words of a draft are no Markdown: signs that would format them are escaped.
    private func plain(_ text: String) -> String {
        guard isMarkdown else { return text }
        var escaped = ""
        for character in text {
            if "\\`*_{}[]<>#|~!&".contains(character) { escaped.append("\\") }
            escaped.append(character == "\n" ? " " : character)
        }
        return escaped
    }
}
