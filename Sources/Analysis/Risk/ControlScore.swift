internal import Lexicons
internal import TextModel

/// The score of one control with every factor.
///
/// `100 · G · B · (base + wI·I/5 + wV·V + wS·S + wD·D + wL·L) · (1 − M)`
struct ControlScore: Sendable {
    /// 0 to 100.
    let score: Int
    /// Band of the score.
    let band: Band
    /// Factors in the order of the formula.
    let factors: [Factor]

    /// Scores a control; the result is never above `cap`, which stance and genre set.
    init(_ facts: ControlFacts, stance: Stance, cap: Band, scoring: Scoring) {
        let gate = scoring.gate[stance.rawValue, default: 0]
        let binding = scoring.bindingness[facts.modality.rawValue, default: scoring.bindingness["none", default: 0]]
        let intrusive = Double(facts.intrusiveness) / 5
        let mitigationCap = facts.intrusiveness == 5 ? scoring.mitigationCapIntrusive : scoring.mitigationCap
        let mitigation = facts.facts.contains(.safeguardRemoved) ? 0 : min(mitigationCap, facts.mitigation)
        let sum = scoring.base + scoring.intrusiveness * intrusive + scoring.value * facts.value + scoring.scope * facts.scope
            + scoring.discretion * facts.discretion + scoring.legitimacy * facts.legitimacy
        let raw = 100 * gate * binding * sum * (1 - mitigation)
        let limit = cap < .severe ? ([0, 1] + scoring.thresholds)[cap.rawValue + 1] - 1 : 100
        score = min(limit, max(0, Int(raw.rounded())))
        band = Self.band(of: score, thresholds: scoring.thresholds)
        factors = [
            Factor(name: "stance", value: gate, reason: stance.rawValue),
            Factor(name: "bindingness", value: binding, reason: facts.modality.rawValue),
            Factor(name: "intrusiveness", value: intrusive, reason: "\(facts.intrusiveness) of 5"),
            Factor(name: "value-link", value: facts.value, reason: facts.valueReason),
            Factor(name: "scope", value: facts.scope, reason: facts.scopeReason),
            Factor(name: "discretion", value: facts.discretion, reason: facts.discretionReason),
            Factor(name: "aim", value: facts.legitimacy, reason: facts.aimReason),
            Factor(name: "mitigation", value: mitigation, reason: facts.mitigationReason),
        ]
    }

    static func band(of score: Int, thresholds: [Int]) -> Band {
        var band = Band.none
        for (threshold, next) in zip(thresholds, [Band.low, .moderate, .high, .severe]) where score >= threshold { band = next }
        return band
    }
}
