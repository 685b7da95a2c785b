internal import TextModel

/// How many findings a document has, as its page, the lists and the table of findings agree on.
struct FindingCount: Comparable {
    /// Those that reviewers did not dismiss.
    private(set) var all = 0
    /// Those among them that are severe enough for figures.
    private(set) var counted = 0
    /// Those that reviewers dismissed.
    private(set) var dismissed = 0
    /// The worst band of those that were not dismissed.
    private(set) var worst = Band.none

    /// Counts findings by their bands and what reviewers decided.
    init(_ findings: [(band: String, decision: String)], _ plan: ScorecardPlan) {
        for finding in findings {
            guard finding.decision != "dismissed" else {
                dismissed += 1
                continue
            }
            let band = Band(name: finding.band) ?? .none
            all += 1
            if band >= plan.standard.findingsFrom { counted += 1 }
            worst = max(worst, band)
        }
    }

    /// What figures count of them, in words.
    func wording(_ plan: ScorecardPlan) -> String {
        var text = "\(Figures.count(counted)) of band \(plan.countedFindings), as figures count them."
        if dismissed > 0 { text += " Dismissed by reviewers and counted nowhere: \(Figures.count(dismissed))." }
        return text
    }

    /// By the worst band, then by what figures count, then by all.
    static func < (left: Self, right: Self) -> Bool {
        (left.worst, left.counted, left.all) < (right.worst, right.counted, right.all)
    }
}
