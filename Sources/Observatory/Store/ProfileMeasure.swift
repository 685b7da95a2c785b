internal import TextModel

/// One count over a version, under the name by which the `profile` table keeps it.
///
/// Every value can be added over documents. A measure that is zero is left out, but for own-voice sentences, and so is what a query on the other
/// tables tells as well, such as the mentions of a concept.
struct ProfileMeasure: Hashable {
    /// What is counted: "findings", "isolation".
    let name: String
    /// Which of them: a rule, a grade, a band; empty where there is only one.
    let key: String
    /// How many.
    let value: Double

    /// Every measure of a report, in order of names and keys.
    static func all(of report: Report) -> [ProfileMeasure] {
        let profile = report.profile
        var measures: [ProfileMeasure] = []
        func add(_ name: String, _ key: String, _ count: Int) {
            if count != 0 { measures.append(ProfileMeasure(name: name, key: key, value: Double(count))) }
        }
        // Zero is said here: a version without this row was judged before it was counted.
        measures.append(
            ProfileMeasure(name: "own-voice-sentences", key: "", value: Double(profile.ownVoiceSentences)))
        add("companions", "passage", profile.companions.inPassage)
        add("companions", "section", profile.companions.inSection)
        add("companions", "none", profile.companions.none)
        for (kind, count) in profile.openTerms { add("open-terms", kind, count) }
        add("open-terms-at-controls", "", profile.openTermsAtControls)
        add("values", "", profile.values)
        add("counterweights", "", profile.counterweights)
        add("controls", "", profile.controls)
        add("safeguarded-controls", "", profile.safeguardedControls)
        for (grade, count) in profile.isolation.enumerated() { add("isolation", String(grade), count) }
        for (band, count) in profile.findingsByBand { add("findings-by-band", band.name, count) }
        for (rule, count) in profile.findingsByRule { add("findings-by-rule", rule, count) }
        for (rule, count) in profile.creditsByRule { add("credits", rule, count) }
        var stances: [String: Int] = [:]
        for verdict in report.verdicts { stances[verdict.stance.rawValue, default: 0] += 1 }
        for (stance, count) in stances { add("passages-by-stance", stance, count) }
        return measures.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }
}
