import TextModel

/// Workflow commands of GitHub Actions, which become annotations of the changed lines.
///
/// GitHub shows ten annotations of each level for a step, so the ten worst of each are written and a last line
/// counts the others. Files that could not be read come first.
struct GitHubFormat: Formatter {
    private static let limit = 10

    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var lines: [String] = []
        for failure in results.failures {
            lines.append(
                "::error file=\(property(failure.path)),title=\(property(Wording.unreadInput))::\(data(failure.message))"
            )
        }
        let dossiers = results.reports.map { Dossier($0, minimumBand: options.minimumBand) }
        let all = dossiers.flatMap { dossier in dossier.findings.map { (finding: $0, dossier: dossier) } }
        var omitted: [String] = []
        for severity in Severity.allCases {
            let level = all.filter { Severity($0.finding.band) == severity }
            let worst = level.indices.sorted {
                Dossier.isWorse(level[$0].finding, level[$1].finding)
                    || !Dossier.isWorse(level[$1].finding, level[$0].finding) && $0 < $1
            }
            lines += worst.prefix(Self.limit).map { line(level[$0].finding, level[$0].dossier, severity) }
            if level.count > Self.limit {
                omitted.append(Wording.counted(level.count - Self.limit, "more \(severity.gitHubCommand)"))
            }
        }
        if !omitted.isEmpty { lines.append(Wording.omitted(omitted)) }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private func line(_ finding: Finding, _ dossier: Dossier, _ severity: Severity) -> String {
        let place = dossier.location(of: finding.span)
        let properties = [
            ("file", dossier.document.path), ("line", String(place.start.line)), ("endLine", String(place.end.line)),
            ("col", String(place.start.column)), ("endColumn", String(place.end.column)),
            ("title", "\(finding.rule) \(finding.name) [\(finding.band.name)]"),
        ]
        let list = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        return "::\(severity.gitHubCommand) \(list)::\(data(finding.message))"
    }

    private func data(_ text: String) -> String {
        escaped(text, also: [:])
    }

    private func property(_ text: String) -> String {
        escaped(text, also: [":": "%3A", ",": "%2C"])
    }

    private func escaped(_ text: String, also more: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default:
                if let code = more[scalar] { result += code } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}

extension Severity {
    /// Its workflow command.
    fileprivate var gitHubCommand: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }
}
