internal import Lexicons
internal import TextModel

/// The score of a control written out with its numbers, so that a reader can compute it again.
struct ScoreFormula {
    let finding: Finding
    let scoring: Scoring

    /// "88 = 100 · 1 · 1 · (0.4 + 0.2·0.8 + …) · (1 − 0)"; `nil` for a finding whose score is that of its band.
    var text: String? {
        var factors: [String: Double] = [:]
        for factor in finding.factors { factors[factor.name] = factor.value }
        guard let gate = factors["stance"], let binding = factors["bindingness"], let mitigation = factors["mitigation"]
        else { return nil }
        let terms = [
            (scoring.intrusiveness, "intrusiveness"), (scoring.value, "value-link"), (scoring.scope, "scope"),
            (scoring.discretion, "discretion"), (scoring.legitimacy, "aim"),
        ]
        let sum = terms.reduce(scoring.base) { $0 + $1.0 * factors[$1.1, default: 0] }
        let raw = 100 * gate * binding * sum * (1 - mitigation)
        let inner = terms.map { "\(Self.number($0.0))·\(Self.number(factors[$0.1, default: 0]))" }.joined(
            separator: " + ")
        var text = "100 · \(Self.number(gate)) · \(Self.number(binding)) · (\(Self.number(scoring.base)) + \(inner))"
        text += " · (1 − \(Self.number(mitigation))) = \(Self.number(raw))"
        let rounded = min(100, max(0, Int(raw.rounded())))
        if rounded != finding.score { text += ", limited to \(finding.score) by stance, genre or the rule's own band" }
        return text
    }

    /// With two decimals at most.
    static func number(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let sign = value < 0 && hundredths > 0 ? "−" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return "\(sign)\(whole)." + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))
    }
}
