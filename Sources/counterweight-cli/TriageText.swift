internal import Review

/// Decisions as a terminal shows them.
struct TriageText {
    let state: ReviewState

    init(_ state: ReviewState) { self.state = state }

    /// Findings with their decisions, added passages and the precision of each rule.
    func list(onlyDisputed: Bool) -> String {
        var text = ""
        let entries = onlyDisputed ? state.entries.filter(\.isDisputed) : state.entries
        for entry in entries { text += Self.entry(entry) }
        guard !onlyDisputed else { return text + "\(entries.count) disputed findings\n" }
        for event in state.additions {
            text +=
                "\(event.path): \(event.rule) added by \(event.reviewer): \(Self.words(event.selector?.exact ?? ""))\n"
        }
        text += "\(state.entries.count) findings, \(entries.filter(\.isDisputed).count) disputed, "
        text += "\(state.additions.count) passages added, by \(state.reviewers.count) reviewers\n"
        return text + precision(RulePrecision(state))
    }

    /// How often the findings of each rule stand.
    func precision(_ precision: RulePrecision) -> String {
        var text = ""
        for (rule, counts) in precision.byRule.sorted(by: { $0.key < $1.key }) { text += Self.line(rule, counts) }
        return precision.byRule.count > 1 ? text + Self.line("all", precision.all) : text
    }

    /// How far reviewers agree, and where they do not.
    func agreement(_ agreement: ReviewAgreement) -> String {
        var text = ""
        for pair in agreement.pairs {
            let table = pair.table
            text += "\(pair.reviewers.first) and \(pair.reviewers.second): \(table.total) findings decided by both, "
            text += "\(table.agreed) alike; agreement \(Self.figure(Estimate(table.agreed, of: table.total))), "
            text += "Cohen's kappa \(Self.figure(table.kappa))\n"
        }
        let units = agreement.alpha.units.count
        if units > 0 {
            text +=
                "all reviewers: Krippendorff's alpha \(Self.figure(agreement.alpha.estimate)) over \(units) findings\n"
        } else {
            text += "no finding was decided by two reviewers: nothing is known of their agreement\n"
        }
        text += agreement.disputed.isEmpty ? "no finding is disputed\n" : "to settle, \(agreement.disputed.count):\n"
        for entry in agreement.disputed { text += Self.entry(entry) }
        return text
    }

    /// Decisions without a place, with both texts.
    static func orphans(_ orphans: [Anchoring.Orphan]) -> String {
        var text = "\(orphans.count) decisions have no certain place:\n"
        for orphan in orphans {
            text += line(orphan.event) + "\n"
            if orphan.candidates.isEmpty { text += "  nothing like it is left\n" }
            for candidate in orphan.candidates.prefix(3) {
                text +=
                    "  may be \(candidate.subject.path)#\(candidate.subject.fingerprint): \(words(candidate.quote.exact))\n"
            }
            if orphan.candidates.count > 3 { text += "  and \(orphan.candidates.count - 3) more places\n" }
        }
        return text
    }

    /// A decision in one line, with the words that it is about.
    static func line(_ event: DecisionEvent) -> String {
        "\(event.path): \(event.rule) \(event.kind.rawValue) by \(event.reviewer): \(words(event.selector?.exact ?? ""))"
    }

    private static func entry(_ entry: ReviewState.Entry) -> String {
        let mark = entry.isDisputed ? "! " : ""
        var text =
            "\(mark)\(entry.subject.path)#\(entry.subject.fingerprint): \(entry.subject.rule) \(words(entry.words))\n"
        for (reviewer, event) in entry.latest.sorted(by: { $0.key < $1.key }) {
            let opinion = entry.opinions[reviewer]?.name ?? event.kind.rawValue
            text += "    \(reviewer), \(event.at): \(opinion)\(event.why.isEmpty ? "" : " (\(event.why))")\n"
        }
        for event in entry.comments { text += "    \(event.reviewer), \(event.at): \(event.text)\n" }
        return text
    }

    private static func line(_ rule: String, _ counts: RulePrecision.Counts) -> String {
        "\(rule): precision \(figure(counts.precision)), \(counts.accepted) accepted, \(counts.agreed) right but wanted, \(counts.dismissed) dismissed, "
            + "\(counts.disputed) disputed, \(counts.added) added\n"
    }

    private static func words(_ text: String) -> String {
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "\"\(folded.count > 100 ? folded.prefix(99) + "…" : folded[...])\""
    }

    /// A figure with its interval.
    static func figure(_ estimate: Estimate?) -> String {
        guard let estimate else { return "unknown" }
        return "\(decimals(estimate.value)) (95% interval \(decimals(estimate.low)) to \(decimals(estimate.high)))"
    }

    private static func decimals(_ number: Double) -> String {
        let hundredths = Int((number.magnitude * 100).rounded())
        let sign = number < 0 && hundredths > 0 ? "-" : ""
        return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
