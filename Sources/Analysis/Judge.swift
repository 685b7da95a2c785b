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
        matcher = Matcher(lexicon, types: segmenter.types)
        rules = RuleMatcher(lexicon.rules)
    }

    /// Whether a stretch of the text is affirmed, or negated, restricted or made to yield by its sentence. The words need
    /// not be in the lexicon. `nil` when no word stands there.
    public func affirms(_ span: TextSpan, in document: Document) -> Bool? {
        let reading = read(document)
        let tokens = reading.tokens
        let covered = (0..<tokens.count).filter { tokens.span(of: $0..<$0 + 1).overlaps(span) }
        guard let first = covered.first, let last = covered.last else { return nil }
        let range = first..<last + 1
        let isForbidden = StanceJudge(reading).candidates().contains {
            range.contains($0.tokens) && $0.family == .control && $0.mention.stance == .prohibited
        }
        return !isForbidden && Polarity(reading).polarity(of: range, in: reading.sentence(of: first)).isAffirmed
    }

    /// Sentences, tokens, matches and genre of a document.
    func read(_ document: Document) -> Reading {
        let tokens = segmenter.segment(document)
        let matches = matcher.matches(in: tokens)
        let kind = GenreDetector(lexicon, types: segmenter.types).kind(of: document, tokens: tokens, matches: matches)
        return Reading(
            document: document, lexicon: lexicon, tokens: tokens, types: segmenter.types, matches: matches, kind: kind)
    }

    /// Judges a document. Pure; linear in the text for a given lexicon.
    public func report(on document: Document) -> Report {
        let reading = read(document)
        let (tokens, kind) = (reading.tokens, reading.kind)
        var candidates = MeasureFolder(reading).folded(StanceJudge(reading).candidates())
        let index = CandidateIndex(candidates, in: tokens)
        let links = Linker(reading, candidates, index).links()
        let grader = IsolationGrader(reading, candidates)
        var nearest = [(grade: Int, nearest: Int?)?](repeating: nil, count: candidates.count)
        for place in candidates.indices where [.value, .control].contains(candidates[place].family) {
            let grade = grader.grade(of: candidates[place])
            nearest[place] = grade
            let isOwnValue = candidates[place].family == .value && candidates[place].mention.isLive
            if isOwnValue { candidates[place].mention.isolation = grade.grade }
        }
        let judge = PassageJudge(reading, candidates, index, links: links, nearest: nearest, matcher: rules)
        var fingerprints = Fingerprints()
        var verdicts: [Verdict] = []
        var findings: [Finding] = []
        var credits: [Credit] = []
        var controls: [(index: Int, facts: FactSet)] = []
        for block in document.blocks.indices where !document.blocks[block].isBoilerplate {
            var judgement = judge.judge(block)
            verdicts.append(judgement.verdict)
            for place in judgement.findings.indices { fingerprints.stamp(&judgement.findings[place], in: document) }
            findings += judgement.findings
            credits += judgement.credits
            controls += judgement.controls
        }
        let mentions = candidates.map(\.mention)
        var profile = Profile(
            mentions: mentions, links: links, verdicts: verdicts, findings: findings, credits: credits,
            words: tokens.count, sentences: tokens.sentences.count)
        ProfileCounter(reading, candidates, controls: controls).complete(&profile)
        let mark = lexicon.standard.mark.map {
            MarkJudge(reading, candidates, controls: controls, standard: $0)
                .mark(findings: findings, ownVoice: profile.ownVoiceSentences)
        }
        return Report(
            document: document, kind: kind, words: tokens.count, sentences: tokens.sentences, mentions: mentions,
            links: links, verdicts: verdicts, findings: findings, credits: credits, profile: profile,
            absences: lexicon.standard.absences(in: profile), mark: mark)
    }
}
