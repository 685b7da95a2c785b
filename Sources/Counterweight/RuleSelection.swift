internal import Lexicons
public import TextModel

/// Which rules and credits count, as a caller selects and ignores them.
///
/// A name is a whole id or the beginning of ids: `CW01`, `CW0`, `P`. Case is ignored. With nothing selected every
/// rule counts; what is ignored never does.
public struct RuleSelection: Sendable {
    /// A name that begins no rule.
    public struct UnknownRule: Error, Sendable, Hashable {
        /// The name as given.
        public let name: String
        /// The rule that was probably meant.
        public let suggestion: String?
    }

    /// Ids that count.
    public let ids: Set<String>
    private let isComplete: Bool

    /// Chooses among `known` ids.
    /// - Throws: ``UnknownRule`` for the first name that is the beginning of no known id.
    public init(selecting selected: [String], ignoring ignored: [String], among known: [String])
        throws(UnknownRule)
    {
        var chosen: Set<String> = selected.isEmpty ? Set(known) : []
        for name in selected { chosen.formUnion(try Self.ids(of: name, among: known)) }
        for name in ignored { chosen.subtract(try Self.ids(of: name, among: known)) }
        ids = chosen
        isComplete = selected.isEmpty && ignored.isEmpty
    }

    /// The report with only these rules and credits; bands and scores of verdicts follow from what is left.
    public func applied(to report: Report) -> Report {
        guard !isComplete else { return report }
        let findings = report.findings.filter { ids.contains($0.rule) }
        let byBlock = Dictionary(grouping: findings, by: \.block)
        let verdicts = report.verdicts.map { verdict in
            let worst = byBlock[verdict.block]?.max { ($0.band, $0.score) < ($1.band, $1.score) }
            return Verdict(
                block: verdict.block, stance: verdict.stance, band: worst?.band ?? .none,
                score: worst?.score ?? 0,
                rules: verdict.rules.filter(ids.contains), credits: verdict.credits.filter(ids.contains))
        }
        return report.replacing(
            findings: findings, verdicts: verdicts, credits: report.credits.filter { ids.contains($0.rule) })
    }

    private static func ids(of name: String, among known: [String]) throws(UnknownRule) -> [String] {
        let wanted = name.uppercased()
        if known.contains(wanted) { return [wanted] }
        let matches = known.filter { !wanted.isEmpty && $0.hasPrefix(wanted) }
        guard !matches.isEmpty else {
            throw UnknownRule(name: name, suggestion: NearestName(among: known).nearest(to: name))
        }
        return matches
    }
}
