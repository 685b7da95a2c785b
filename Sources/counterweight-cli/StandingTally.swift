internal import TextModel

/// Counts the findings that do not count, and what reviewers made of the others.
struct StandingTally {
    private var inactive = 0
    private var dismissed = 0
    private var disputed = 0
    private var corrected = 0
    /// How many findings each reviewer dismissed of those that are dismissed.
    private var dismissals: [String: Int] = [:]

    /// Counts the findings of a report.
    mutating func add(_ report: Report) {
        for finding in report.findings {
            if !finding.isActive, !finding.isDismissed { inactive += 1 }
            guard let review = finding.review else { continue }
            switch review.state {
            case .dismissed:
                dismissed += 1
                for opinion in review.opinions { dismissals[opinion.reviewer, default: 0] += 1 }
            case .disputed: disputed += 1
            case .accepted: if review.judged != nil { corrected += 1 }
            }
        }
    }

    /// What a user should know, one sentence each; nothing of what there is none of.
    var notes: [String] {
        var notes: [String] = []
        if inactive > 0 {
            notes.append(
                inactive == 1
                    ? "1 finding is suppressed or known and does not count"
                    : "\(inactive) findings are suppressed or known and do not count")
        }
        if dismissed > 0 {
            let names = dismissals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            notes.append(
                dismissed == 1
                    ? "1 finding was dismissed by reviewers (\(names)) and does not count"
                    : "\(dismissed) findings were dismissed by reviewers (\(names)) and do not count")
        }
        if disputed > 0 {
            notes.append(
                disputed == 1
                    ? "1 finding is disputed by reviewers and counts"
                    : "\(disputed) findings are disputed by reviewers and count")
        }
        if corrected > 0 {
            notes.append(
                corrected == 1
                    ? "1 finding has the band that reviewers gave it"
                    : "\(corrected) findings have the band that reviewers gave them")
        }
        return notes
    }
}
