internal import Reporting
package import TextModel

/// The decisions of reviewers, for the findings of a run.
///
/// Where reviewers agree that a finding does not stand, it is put away; where they agree on another band, it gets that
/// band. What they dispute stays as the program judged it.
package struct FindingDecisions: Sendable {
    /// Decisions that hold, in order of time, as they were written; comments and added passages change no finding.
    private let events: [DecisionEvent]
    private let name: @Sendable (String) -> String

    /// Takes decisions; `name` gives every path one name, however it was written.
    package init(_ file: DecisionFile, name: @escaping @Sendable (String) -> String) {
        self.name = name
        let undone = DecisionEvent.takenBack(in: file.events)
        events = file.events.filter { $0.decides && !undone.contains($0.id) }
    }

    /// The reports of a run in their order, with what was decided, and the decisions that have no certain place in them.
    ///
    /// All reports of a run are needed at once, since a decision may belong to a document that has another path now.
    /// `hash` gives the hash of the bytes of a document's file, where it is known. Linear in findings and decisions, but
    /// for the findings that are looked through for each decision without a place.
    package func applied(
        to reports: [Report], hash: (Document) -> String?
    ) -> (reports: [Report], orphans: [DecisionEvent]) {
        var targets: [AnchorTarget] = []
        var hashes: [String: String] = [:]
        for report in reports {
            let path = name(report.document.path)
            let hash = hash(report.document) ?? ""
            hashes[path] = hash
            targets += report.findings.map { finding in
                let quote = Quote(of: finding.span, in: report.document)
                return AnchorTarget(
                    subject: Self.subject(finding, in: path), hash: hash,
                    quote: QuoteSelector(exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix))
            }
        }
        let named = events.map { $0.moved(to: name($0.path), hash: $0.hash) }
        let (placed, _, orphans) = Anchoring(targets, documents: hashes).place(named)
        let byPath = Dictionary(grouping: placed, by: \.path)
        let decided = reports.map { report in
            let path = name(report.document.path)
            return byPath[path].map { Self.applied($0, to: report, in: path) } ?? report
        }
        let lost = Set(orphans.map(\.event.id))
        return (decided, events.filter { lost.contains($0.id) })
    }

    private static func applied(_ events: [DecisionEvent], to report: Report, in path: String) -> Report {
        let entries = Dictionary(ReviewState(events).entries.map { ($0.subject, $0) }) { first, _ in first }
        var findings = report.findings
        for index in findings.indices {
            guard let entry = entries[subject(findings[index], in: path)] else { continue }
            let outcome = entry.outcome(of: findings[index].band)
            findings[index].review = outcome
            if outcome.judged != nil, let band = entry.chosenBand { findings[index].band = band }
            guard outcome.state == .dismissed, findings[index].suppression == nil else { continue }
            findings[index].suppression = Suppression(kind: .external, reason: outcome.words)
        }
        return report.replacing(findings: findings)
    }

    private static func subject(_ finding: Finding, in path: String) -> DecisionEvent.Subject {
        DecisionEvent.Subject(path: path, rule: finding.rule, fingerprint: finding.fingerprint)
    }
}

extension ReviewState.Entry {
    /// What reviewers made of a finding to which the program gave a band.
    fileprivate func outcome(of band: Band) -> ReviewOutcome {
        let said = latest.sorted { $0.key < $1.key }.map { reviewer, event in
            let isAccepted = opinions[reviewer]?.isAccepted == true
            let name = event.kind == .band ? event.band?.name : nil
            return ReviewOutcome.Opinion(
                reviewer: reviewer, name: name ?? (isAccepted ? "accepted" : "dismissed"), reason: event.why)
        }
        let state: ReviewOutcome.State =
            switch settled {
            case true?: .accepted
            case false?: .dismissed
            case nil: .disputed
            }
        return ReviewOutcome(
            state: state, opinions: said, judged: chosenBand.flatMap { $0 == band ? nil : band })
    }
}
