import TextModel

/// The last lines of terminal text: what was read, what was found, what was done well.
///
/// It is counted document by document and keeps no document.
struct TerminalSummary {
    private let options: ReportingOptions
    private var documents = 0
    private var passages = 0
    private var words = 0
    private var hidden = 0
    private var inactive = 0
    private var dismissed = 0
    private var bands: [Band: Int] = [:]
    private var credits: [String: (name: String, count: Int)] = [:]
    private var creditLines: [StyledText] = []
    private var documentLines: [StyledText] = []

    /// The summary of nothing.
    init(options: ReportingOptions) { self.options = options }

    /// Counts a document.
    mutating func add(_ dossier: Dossier) {
        documents += 1
        passages += dossier.report.verdicts.count
        words += dossier.report.words
        hidden += dossier.hidden
        inactive += dossier.inactive
        dismissed += dossier.dismissed.count
        for finding in dossier.findings { bands[finding.band, default: 0] += 1 }
        for credit in dossier.report.credits { credits[credit.rule, default: (credit.name, 0)].count += 1 }
        if options.verbose { creditLines += lines(ofCredits: dossier) }
        let profile = ProfileLines(dossier: dossier, width: options.width)
        if options.profile {
            documentLines += profile.all + [StyledText()]
        } else if !dossier.findings.isEmpty {
            documentLines += profile.line
        }
    }

    /// The lines, when so many files could not be read.
    func lines(failures: Int) -> [StyledText] {
        var lines = creditLines.isEmpty ? [] : creditLines + [StyledText()]
        lines += documentLines
        if !options.profile, !documentLines.isEmpty { lines.append(StyledText()) }
        lines += read.wrapped(to: options.width, hanging: 4)
        lines += found.wrapped(to: options.width, hanging: 4)
        if !credits.isEmpty {
            let sorted = credits.sorted { $0.key < $1.key }
            let names = sorted.map { "\($0.value.count) \($0.key) \($0.value.name)" }.joined(separator: ", ")
            let total = sorted.reduce(0) { $0 + $1.value.count }
            lines += StyledText("\(Wording.credits(total)): \(names)").wrapped(to: options.width, hanging: 4)
        }
        if failures > 0 { lines.append(StyledText(Wording.unread(failures), .band(.severe))) }
        lines += StyledText(Wording.noCertificate, .dim).wrapped(to: options.width, hanging: 0)
        return lines
    }

    private var read: StyledText {
        StyledText(
            [Wording.documents(documents), Wording.passages(passages), Wording.wordCount(words)]
                .joined(separator: ", "))
    }

    private var found: StyledText {
        let sorted = bands.sorted { $0.key > $1.key }
        let total = sorted.reduce(0) { $0 + $1.value }
        var text = StyledText(total == 0 ? Wording.noFindings : Wording.findings(total))
        for (index, entry) in sorted.enumerated() {
            text.add(index == 0 ? ": " : ", ")
            text.add("\(entry.value) \(entry.key.name)", .band(entry.key))
        }
        if hidden > 0 { text.add(" (\(Wording.hidden(hidden, below: options.minimumBand)))") }
        if inactive > 0 { text.add(" (\(Wording.inactive(inactive)))") }
        if dismissed > 0 { text.add(" (\(Wording.dismissed(dismissed)))") }
        return text
    }

    private func lines(ofCredits dossier: Dossier) -> [StyledText] {
        dossier.report.credits.flatMap { credit in
            let start = dossier.location(of: credit.span).start
            var text = StyledText("\(dossier.document.path):\(start.line):\(start.column):", .path)
            text.add(" ")
            text.add("\(credit.rule) \(credit.name)", .rule)
            text.add("  \(credit.message)")
            return text.wrapped(to: options.width, hanging: 4)
        }
    }
}
