import TextModel

/// The last lines of terminal text: what was read, what was found, what was done well.
struct TerminalSummary {
    let dossiers: [Dossier]
    let failures: Int
    let options: ReportingOptions

    var lines: [StyledText] {
        var lines = options.verbose ? creditLines : []
        lines += documentLines
        lines += read.wrapped(to: options.width, hanging: 4)
        lines += found.wrapped(to: options.width, hanging: 4)
        let credits = Tally.credits(of: dossiers)
        if !credits.isEmpty {
            let names = credits.map { "\($0.count) \($0.id) \($0.name)" }.joined(separator: ", ")
            let total = credits.reduce(0) { $0 + $1.count }
            lines += StyledText("\(Wording.credits(total)): \(names)").wrapped(to: options.width, hanging: 4)
        }
        if failures > 0 { lines.append(StyledText(Wording.unread(failures), .band(.severe))) }
        lines += StyledText(Wording.noCertificate, .dim).wrapped(to: options.width, hanging: 0)
        return lines
    }

    /// Every document with a finding in one line, or every document at length when that was asked for.
    private var documentLines: [StyledText] {
        guard !options.profile else {
            return dossiers.flatMap { ProfileLines(dossier: $0, width: options.width).all + [StyledText()] }
        }
        let told = dossiers.filter { !$0.findings.isEmpty }
        var lines = told.flatMap { ProfileLines(dossier: $0, width: options.width).line }
        if !lines.isEmpty { lines.append(StyledText()) }
        return lines
    }

    private var read: StyledText {
        let passages = dossiers.reduce(0) { $0 + $1.report.verdicts.count }
        let words = dossiers.reduce(0) { $0 + $1.report.words }
        return StyledText(
            [Wording.documents(dossiers.count), Wording.passages(passages), Wording.wordCount(words)]
                .joined(separator: ", "))
    }

    private var found: StyledText {
        let bands = Tally.bands(of: dossiers)
        let total = bands.reduce(0) { $0 + $1.count }
        var text = StyledText(total == 0 ? Wording.noFindings : Wording.findings(total))
        for (index, entry) in bands.enumerated() {
            text.add(index == 0 ? ": " : ", ")
            text.add("\(entry.count) \(entry.band.name)", .band(entry.band))
        }
        let hidden = dossiers.reduce(0) { $0 + $1.hidden }
        if hidden > 0 { text.add(" (\(Wording.hidden(hidden, below: options.minimumBand)))") }
        let inactive = dossiers.reduce(0) { $0 + $1.inactive }
        if inactive > 0 { text.add(" (\(Wording.inactive(inactive)))") }
        return text
    }

    private var creditLines: [StyledText] {
        var lines: [StyledText] = []
        for dossier in dossiers {
            for credit in dossier.report.credits {
                let start = dossier.location(of: credit.span).start
                var text = StyledText("\(dossier.document.path):\(start.line):\(start.column):", .path)
                text.add(" ")
                text.add("\(credit.rule) \(credit.name)", .rule)
                text.add("  \(credit.message)")
                lines += text.wrapped(to: options.width, hanging: 4)
            }
        }
        if !lines.isEmpty { lines.append(StyledText()) }
        return lines
    }
}
