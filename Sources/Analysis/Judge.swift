public import Lexicons
public import TextModel

/// The pipeline from a document to its report: segment, match, stance, relate, balance, risk.
public struct Judge: Sendable {
    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let matcher: Matcher
    private let rules: RuleMatcher

    /// Prepares a lexicon. Keep the judge: preparing costs more than a short document.
    public init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        segmenter = Segmenter(lexicon)
        matcher = Matcher(lexicon)
        rules = RuleMatcher(lexicon.rules)
    }

    /// Whether a stretch of the text is affirmed, or negated, restricted or made to yield by its sentence. The words need
    /// not be in the lexicon. `nil` when no word stands there.
    public func affirms(_ span: TextSpan, in document: Document) -> Bool? {
        let reading = reading(of: document)
        let tokens = reading.tokens
        let covered = (0..<tokens.count).filter {
            Int(tokens.start[$0]) < span.end && span.start < Int(tokens.end[$0])
        }
        guard let first = covered.first, let last = covered.last else { return nil }
        let range = first..<last + 1
        let isForbidden = StanceJudge(reading).candidates().contains {
            range.contains($0.tokens) && $0.family == .control && $0.mention.stance == .prohibited
        }
        return !isForbidden && Polarity(reading).polarity(of: range, in: reading.sentence(of: first)).isAffirmed
    }

    private func reading(of document: Document) -> Reading {
        let (tokens, types) = segmenter.segment(document)
        let matches = matcher.matches(in: tokens, types: types)
        let kind = GenreDetector(lexicon).kind(of: document, tokens: tokens, matches: matches)
        return Reading(
            document: document, lexicon: lexicon, tokens: tokens, types: types, matches: matches, kind: kind)
    }

    /// Judges a document. Pure; linear in the text for a given lexicon.
    public func report(on document: Document) -> Report {
        let reading = reading(of: document)
        var candidates = StanceJudge(reading).candidates()
        let links = Linker(reading, candidates).links()
        let grader = IsolationGrader(reading, candidates)
        var nearest: [Int: (grade: Int, nearest: Int?)] = [:]
        for index in candidates.indices where [.value, .control].contains(candidates[index].family) {
            let grade = grader.grade(of: candidates[index])
            nearest[index] = grade
            let isOwnValue = candidates[index].family == .value && candidates[index].mention.isLive
            if isOwnValue { candidates[index].mention.isolation = grade.grade }
        }
        let judge = PassageJudge(reading, candidates, links: links, nearest: nearest, matcher: rules)
        let members = Dictionary(grouping: candidates.indices) { candidates[$0].block }
        var fingerprints = Fingerprints()
        var verdicts: [Verdict] = []
        var findings: [Finding] = []
        var credits: [Credit] = []
        for block in document.blocks.indices where !document.blocks[block].isBoilerplate {
            let judgement = judge.judge(block, members: members[block] ?? [])
            verdicts.append(judgement.verdict)
            findings += judgement.findings.map { fingerprints.stamp($0, in: document) }
            credits += judgement.credits
        }
        return Report(
            document: document, kind: reading.kind, words: reading.tokens.count, sentences: reading.tokens.sentences,
            mentions: candidates.map(\.mention), links: links, verdicts: verdicts, findings: findings, credits: credits)
    }
}
