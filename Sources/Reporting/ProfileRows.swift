import TextModel

/// A profile as named rows of text, for every format that people read.
struct ProfileRows {
    let profile: Profile

    /// Rates of shorter texts say nothing.
    private static let sentencesForRates = 30

    /// One row: a name, what is to be said, and what follows below it.
    struct Row {
        let name: String
        let text: String
        var details: [String] = []
    }

    var rows: [Row] {
        var rows = [
            Row(name: Wording.ownVoice, text: Wording.ownVoice(profile.ownVoiceSentences, of: profile.sentences))
        ]
        rows.append(Row(name: Wording.values, text: total(profile.valuesByConcept)))
        if profile.values > 0 {
            let grades = (0...5).filter { profile.isolation[$0] > 0 }.map {
                "\(Wording.grouped(profile.isolation[$0])) \(Wording.grade($0))"
            }
            rows.append(Row(name: Wording.isolation, text: grades.joined(separator: ", ")))
        }
        if profile.companions.total > 0 {
            rows.append(Row(name: Wording.companions, text: Wording.companions(profile.companions)))
        }
        rows.append(Row(name: Wording.counterweights, text: total(profile.counterweightsByConcept)))
        rows += controls
        if !profile.openTerms.isEmpty {
            let kinds = sorted(profile.openTerms).map { "\(Wording.grouped($0.count)) \($0.key)" }
            rows.append(
                Row(
                    name: Wording.openTerms,
                    text: Wording.openTerms(kinds.joined(separator: ", "), beside: profile.openTermsAtControls)))
        }
        return rows + findings
    }

    private var controls: [Row] {
        var row = Row(name: Wording.controls, text: Wording.none)
        if profile.controls > 0 { row = Row(name: Wording.controls, text: Wording.coverage(profile.coverage)) }
        row.details = sorted(profile.controlsByConcept.mapValues(\.asserted)).map { entry in
            let coverage = profile.controlsByConcept[entry.key] ?? Profile.Coverage()
            return "\(entry.key) \(profile.titles[entry.key] ?? ""): \(Wording.coverage(coverage))"
        }
        let others = Stance.allCases.filter { $0 != .asserted && profile.controlsByStance[$0, default: 0] > 0 }
        if !others.isEmpty {
            row.details.append(
                others.map { "\(Wording.grouped(profile.controlsByStance[$0, default: 0])) \($0.rawValue)" }.joined(
                    separator: ", "))
        }
        var rows = [row]
        let touched = CoreValue.allCases.filter { profile.controlsByCoreValue[$0, default: 0] > 0 }
        if !touched.isEmpty {
            let text = touched.map { "\($0.rawValue) \(Wording.grouped(profile.controlsByCoreValue[$0, default: 0]))" }
            rows.append(Row(name: Wording.coreValuesTouched, text: text.joined(separator: ", ")))
        }
        return rows
    }

    private var findings: [Row] {
        let byBand = profile.findingsByBand
        guard !byBand.isEmpty else { return [Row(name: Wording.findingsRow, text: Wording.none)] }
        let bands = Band.allCases.reversed().compactMap { band in
            byBand[band].map { "\(Wording.grouped($0)) \(band.name)" }
        }
        let rules = profile.findings.sorted { $0.key < $1.key }.map { rule, counts in
            let parts = Band.allCases.reversed().filter { counts[$0.rawValue] > 0 }.map {
                "\(Wording.grouped(counts[$0.rawValue])) \($0.name)"
            }
            return "\(rule) \(parts.joined(separator: ", "))"
        }
        let hasRates = profile.ownVoiceSentences >= Self.sentencesForRates
        return [
            Row(
                name: Wording.findingsRow, text: bands.joined(separator: ", "), details: [rules.joined(separator: "; ")]
            ),
            Row(name: Wording.worstRow, text: "\(profile.band.name), \(Wording.score(profile.score))"),
            Row(
                name: Wording.density,
                text: Wording.density(
                    profile.findings(from: .moderate),
                    sentences: hasRates ? profile.perThousandSentences(from: .moderate) : nil,
                    words: hasRates ? profile.perThousandWords(from: .moderate) : nil)),
        ]
    }

    private func total(_ counts: [String: Int]) -> String {
        guard !counts.isEmpty else { return Wording.none }
        let names = sorted(counts).map { "\(Wording.grouped($0.count)) \(profile.titles[$0.key] ?? $0.key)" }
        return "\(Wording.grouped(counts.values.reduce(0, +))): \(names.joined(separator: ", "))"
    }

    private func sorted(_ counts: [String: Int]) -> [(key: String, count: Int)] {
        counts.map { (key: $0.key, count: $0.value) }.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }
}
