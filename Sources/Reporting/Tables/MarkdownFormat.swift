import TextModel

/// A summary in GitHub-flavoured Markdown, for a comment on a draft or the summary page of a CI job.
struct MarkdownFormat: Formatter {
    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        let dossiers = results.reports.map { Dossier($0, minimumBand: options.minimumBand) }
        var text = "# \(Wording.pageTitle)\n\n"
        text += totals(of: dossiers, results, options) + "\n"
        text += table(
            [Wording.bandColumn, Wording.count],
            Tally.bands(of: dossiers).map { [$0.band.name, String($0.count)] })
        text += table(
            [Wording.rule, Wording.count],
            Tally.rules(of: dossiers).map { ["\($0.id) \($0.name)", String($0.count)] })
        for dossier in dossiers where !dossier.findings.isEmpty { text += section(dossier) }
        if !results.failures.isEmpty {
            text += "\n## \(Wording.unreadFiles)\n\n"
            for failure in results.failures {
                text += "- \(Self.code(failure.path)): \(Self.escaped(failure.message))\n"
            }
        }
        text += "\n\(Self.escaped(Wording.noCertificate)) "
        text += Self.escaped(Wording.lexicon(results.tool.lexiconVersion, results.tool.lexiconHash)) + "\n"
        return Array(text.utf8)
    }

    private func totals(of dossiers: [Dossier], _ results: Results, _ options: ReportingOptions) -> String {
        var parts = [
            Wording.documents(dossiers.count), Wording.findings(dossiers.reduce(0) { $0 + $1.findings.count }),
        ]
        let hidden = dossiers.reduce(0) { $0 + $1.hidden }
        if hidden > 0 { parts.append(Wording.hidden(hidden, below: options.minimumBand)) }
        let inactive = dossiers.reduce(0) { $0 + $1.inactive }
        if inactive > 0 { parts.append(Wording.inactive(inactive)) }
        let dismissed = dossiers.reduce(0) { $0 + $1.dismissed.count }
        if dismissed > 0 { parts.append(Wording.dismissed(dismissed)) }
        if !results.failures.isEmpty { parts.append(Wording.unread(results.failures.count)) }
        return parts.joined(separator: ", ") + ".\n"
    }

    private func section(_ dossier: Dossier) -> String {
        "\n## \(Self.code(dossier.document.path))\n"
            + table(
                [Wording.bandColumn, Wording.rule, Wording.placeColumn, Wording.wordsColumn, Wording.messageColumn],
                dossier.findings.map { finding in
                    let start = dossier.location(of: finding.span).start
                    let words = Wording.shortened(dossier.document.string(finding.span), to: 80)
                    return [
                        finding.band.name, "\(finding.rule) \(finding.name)", "\(start.line):\(start.column)", words,
                        finding.message,
                    ]
                })
    }

    private func table(_ columns: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        return "\n" + line(columns.map(Self.escaped)) + line(columns.map { _ in "---" })
            + rows.map { line($0.map(Self.escaped)) }.joined()
    }

    /// Text that shows as it is: no markup, no HTML, no end of a table row.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "&", "~", "@", "!", "$":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\n", "\r": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A path in a code span that no backtick in it can end.
    private static func code(_ path: String) -> String {
        var longest = 0
        var run = 0
        for scalar in path.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let padding = longest > 0 ? " " : ""
        let line = path.split(whereSeparator: \.isNewline).joined(separator: " ")
        return fence + padding + line + padding + fence
    }
}
