public import Lexicons
public import TextModel

/// The pipeline from a document to its report: segment, match, stance, relate, balance, risk.
public struct Judge: Sendable {
    private let lexicon: Lexicon
    private let segmenter: Segmenter
    private let needed: NeededMatches
    private let rules: RuleMatcher

    /// Prepares a lexicon. Keep the judge: preparing costs more than a short document.
    public init(_ lexicon: Lexicon) { self.init(lexicon, standalone: StandaloneRoles.roles(of: lexicon.rules)) }

    /// A judge that matches everything, whatever is read of it; slower, and with the same reports.
    package static func matchingEverything(_ lexicon: Lexicon) -> Judge { Judge(lexicon, standalone: nil) }

    private init(_ lexicon: Lexicon, standalone: Set<DeviceRole>?) {
        self.lexicon = lexicon
        segmenter = Segmenter(lexicon)
        needed = NeededMatches(
            lexicon, types: segmenter.types, matcher: Matcher(lexicon, types: segmenter.types), standalone: standalone)
        rules = RuleMatcher(lexicon.rules)
    }

    /// Number of matches that judging a document takes, without judging it; for measurements.
    package func matchCount(of document: Document, _ tokens: TokenStream) -> Int {
        let matches = needed.matches(of: document, tokens).matches
        return matches.concepts.count + matches.devices.count + matches.genres.count
    }

    /// Judges a document. Pure; linear in the text for a given lexicon.
    public func report(on document: Document) -> Report {
        let tokens = segmenter.segment(document)
        let found = needed.matches(of: document, tokens)
        let reading = Reading(
            document: document, lexicon: lexicon, tokens: tokens, types: segmenter.types, matches: found.matches,
            kind: found.kind)
        var candidates = MeasureFolder(reading).folded(StanceJudge(reading).candidates())
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
            guard found.isJudged[block] else {
                verdicts.append(.nothing(in: block))
                continue
            }
            let judgement = judge.judge(block, members: members[block] ?? [])
            verdicts.append(judgement.verdict)
            findings += judgement.findings.map { fingerprints.stamp($0, in: document) }
            credits += judgement.credits
        }
        return Report(
            document: document, kind: found.kind, words: tokens.count, sentences: tokens.sentences,
            mentions: candidates.map(\.mention), links: links, verdicts: verdicts, findings: findings, credits: credits)
    }
}

extension Verdict {
    /// The verdict on a passage that holds nothing to judge.
    fileprivate static func nothing(in block: Int) -> Verdict {
        Verdict(block: block, stance: .other, band: .none, score: 0, rules: [], credits: [])
    }
}
