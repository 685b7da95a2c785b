internal import Lexicons
public import TextModel

/// Offers wording for findings, and only wording that has been judged.
///
/// A rule's templates are filled with the words of the finding; the passage with the new words is judged again in its
/// surroundings, and the suggestion stands only when the rule no longer fires and no passage around gets a rule that
/// it did not have, or a higher band. Where no template holds, the finding keeps no suggestion: its remedy is advice.
///
/// The cost is a few judgements of a few paragraphs for each finding; ask only where the wording is shown.
public struct RemedyWriter: Sendable {
    private let analyzer: Analyzer
    /// A rule may fire again on the next open word of a sentence; so many times words are replaced before giving up.
    private static let rounds = 5
    /// More gaps than these leave no sentence to read.
    private static let mostPlaceholders = 2

    /// Writes with the templates of the analyzer's lexicon.
    public init(_ analyzer: Analyzer) { self.analyzer = analyzer }

    /// The report with suggestions for its findings at a band or above, in all passages or in some blocks only.
    public func report(_ report: Report, from band: Band = .info, in blocks: Set<Int>? = nil) -> Report {
        report.replacing(findings: suggesting(for: report.findings, in: report, from: band, blocks: blocks))
    }

    /// These findings of a report, with suggestions for those at a band or above, in all passages or in some blocks only.
    public func suggesting(
        for findings: [Finding], in report: Report, from band: Band = .info, blocks: Set<Int>? = nil
    ) -> [Finding] {
        var window: PassageWindow?
        // A suggestion silences its rule in the whole passage, so that all findings of the rule there share it.
        var known: [String: Suggestion?] = [:]
        return findings.map { finding in
            guard finding.band >= band, blocks?.contains(finding.block) != false,
                let rule = analyzer.lexicon.rule(finding.rule), !rule.rewordings.isEmpty
            else { return finding }
            if window?.block != finding.block {
                window = PassageWindow(of: finding.block, in: report, by: analyzer)
                known = [:]
            }
            var finding = finding
            if let suggestion = known[finding.rule] {
                finding.suggestion = suggestion
            } else {
                finding.suggestion = window.flatMap { suggestion(for: finding, in: $0, report.document) }
                known[finding.rule] = .some(finding.suggestion)
            }
            return finding
        }
    }

    private func suggestion(for finding: Finding, in window: PassageWindow, _ document: Document) -> Suggestion? {
        for rewording in analyzer.lexicon.rule(finding.rule)?.rewordings ?? [] {
            guard let redraft = redraft(finding, by: rewording, in: window) else { continue }
            let suggestion = redraft.suggestion(at: document.blocks[finding.block].span.start)
            let gaps = suggestion.edits.reduce(0) { $0 + $1.replacement.count { $0 == "[" } }
            if gaps <= Self.mostPlaceholders, suggestion.edits.allSatisfy({ isPlain($0.span, in: document) }) {
                return suggestion
            }
        }
        return nil
    }

    /// Applies a template until the rule is silent; `nil` when it does not get there, or does harm on the way.
    private func redraft(_ finding: Finding, by rewording: Rewording, in window: PassageWindow) -> Redraft? {
        var redraft = Redraft(window.text)
        var judged = window.judged
        for round in 0..<Self.rounds {
            guard let own = judged.findings.first(where: { $0.rule == finding.rule && $0.block == window.index }) else {
                return round > 0 && judged.isNoWorse(than: window.judged) ? redraft : nil
            }
            let filler = RewordingFiller(own, in: judged, at: window.index, analyzer.lexicon)
            guard filler.apply(rewording, to: &redraft, isFirst: round == 0) else { return nil }
            judged = window.judging(redraft.bytes)
        }
        return nil
    }

    /// Whether a span can be replaced in the file without touching markup: its bytes are its text.
    private func isPlain(_ span: TextSpan, in document: Document) -> Bool {
        guard span.count > 0 else { return true }
        let source = document.source.bytes[document.map.source(of: span)]
        return !source.contains(0x3C)
    }
}
