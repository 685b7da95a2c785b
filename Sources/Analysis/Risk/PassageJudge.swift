internal import Lexicons
internal import TextModel

/// Judges one passage: asks the rules about its controls, values, counterweights and the passage itself.
struct PassageJudge: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let index: CandidateIndex
    private let links: LinkIndex
    private let nearest: [(grade: Int, nearest: Int?)?]
    private let matcher: RuleMatcher
    private let passageStance: PassageStance
    /// The procedural safeguards that a control may lack which does not say which ones it needs.
    private let procedures: [Procedure]
    /// All safeguards, for the controls that do.
    private let safeguards: [Procedure]

    init(
        _ reading: Reading, _ candidates: [Candidate], _ index: CandidateIndex, links: [Link],
        nearest: [(grade: Int, nearest: Int?)?], matcher: RuleMatcher
    ) {
        self.reading = reading
        self.candidates = candidates
        self.index = index
        self.links = LinkIndex(links)
        self.nearest = nearest
        self.matcher = matcher
        var (procedures, safeguards): ([Procedure], [Procedure]) = ([], [])
        for concept in reading.lexicon.concepts {
            guard case .safeguard(let tier, _, let limits) = concept.kind else { continue }
            safeguards.append(Procedure(id: concept.id, title: concept.title))
            if tier == 3, limits.isEmpty { procedures.append(safeguards[safeguards.count - 1]) }
        }
        (self.procedures, self.safeguards) = (procedures, safeguards)
        passageStance = PassageStance(reading, candidates)
    }

    /// Verdict, findings and credits of a block, and the facts of its controls.
    func judge(_ block: Int) -> (
        verdict: Verdict, findings: [Finding], credits: [Credit], controls: [(index: Int, facts: FactSet)]
    ) {
        let members = index.members(ofBlock: block)
        var controls: [(index: Int, facts: FactSet)] = []
        let passage = PassageFacts(block: block, reading: reading, candidates: candidates, members: members)
        var writer = FindingWriter(reading, candidates, block: block)
        var safeguarded = Band.none
        for place in members {
            switch candidates[place].family {
            case .control:
                let beside = index.members(ofSentence: candidates[place].sentence)
                controls.append((place, judgeControl(place, beside, passage, &writer)))
                // An asserted control is never below low, however well it is safeguarded; one that is only weighed
                // neither, unless the same sentence says what would limit it.
                let mention = candidates[place].mention
                let isLimited = beside.contains {
                    candidates[$0].mention.isLive && [.safeguard, .counterweight].contains(candidates[$0].family)
                }
                let isWeighed = mention.stance == .option && !isLimited
                if mention.stance == .asserted || isWeighed, !isOwnRule(candidates[place], passage) {
                    safeguarded = .low
                }
            case .value: judgeValue(place, passage, &writer)
            case .counterweight: judgeCounterweight(place, passage, &writer)
            case .safeguard: break
            }
        }
        for (rule, weight) in matcher.fired(on: .passage, facts: passage.facts) {
            writer.add(rule, weight, evidence: passage.evidence)
        }
        var (findings, credits) = writer.finish()
        let stance = passageStance.stance(of: block, members: members, isFound: !findings.isEmpty)
        for place in findings.indices { findings[place].stance = stance }
        let worst = findings.lazy.map { (band: $0.band, score: $0.score) }.max { $0 < $1 }
        let verdict = Verdict(
            block: block, stance: stance, band: max(worst?.band ?? .none, safeguarded),
            score: max(worst?.score ?? 0, safeguarded > .none ? reading.lexicon.scoring.thresholds[0] : 0),
            rules: findings.map(\.rule).sorted(), credits: credits.map(\.rule).sorted())
        return (verdict, findings, credits, controls)
    }

    /// Asks the rules about a control; gives back its facts.
    private func judgeControl(
        _ index: Int, _ members: Range<Int>, _ passage: PassageFacts, _ writer: inout FindingWriter
    ) -> FactSet {
        let candidate = candidates[index]
        let facts = ControlFacts(
            of: index, candidates, members: members, links: links.links(to: index), passage: passage, reading: reading,
            procedures: procedures(for: candidate))
        let isOwnRule = isOwnRule(candidate, passage)
        let score = ControlScore(
            facts, stance: candidate.mention.stance, cap: cap(candidate.mention.stance, passage, isOwnRule: isOwnRule),
            scoring: reading.lexicon.scoring)
        var all = facts.facts
        if isOwnRule { all.insert(.terms) }
        if passage.facts.contains(.heading) { all.insert(.heading) }
        for (rule, weight) in matcher.fired(
            on: .control, facts: all, concept: candidate.mention.concept, aims: facts.aims)
        {
            writer.add(rule, weight, control: index, facts: facts, score: score, nearest: nearest[index])
        }
        return facts.facts
    }

    /// The safeguards that a control may lack, the most important first.
    private func procedures(for candidate: Candidate) -> [Procedure] {
        let needs = reading.lexicon.concepts[candidate.concept].needs
        return needs.isEmpty ? procedures : needs.compactMap { id in safeguards.first { $0.id == id } }
    }

    /// Whether a platform reserves a measure to itself: words that are strong alone, in a sentence that names an authority,
    /// say that it is made to act, and so does an authority's request to take something down.
    private func isOwnRule(_ candidate: Candidate, _ passage: PassageFacts) -> Bool {
        guard passage.facts.contains(.terms) else { return false }
        let namesAuthority = reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .authority
        }
        return (candidate.entry.strength != .strong || !namesAuthority) && !reading.isMadeToTakeDown(candidate)
    }

    /// The codebook's limits: an option is at most moderate; a report, a heading and a platform's own terms at most low.
    private func cap(_ stance: Stance, _ passage: PassageFacts, isOwnRule: Bool) -> Band {
        if passage.facts.contains(.heading) || isOwnRule || stance == .reported { return .low }
        return stance == .option ? .moderate : .severe
    }

    private func judgeValue(_ index: Int, _ passage: PassageFacts, _ writer: inout FindingWriter) {
        let candidate = candidates[index]
        guard let grade = nearest[index] else { return }
        var facts = passage.facts.intersection([
            .threat, .absolutist, .control, .asserted, .heading, .terms, .defined, .companionNear, .evidence, .vague,
            .discretion,
        ])
        if candidate.mention.isLive { facts.insert(.ownVoice) }
        // What takes a right beside the value back leaves no balance.
        for (role, fact) in [
            (DeviceRole.subordination, Fact.subordinated), (.clawback, .clawedBack), (.reservation, .reserved),
        ] where reading.cues[candidate.sentence].contains(where: { $0.role == role }) {
            facts.insert(fact)
        }
        facts.insert(grade.grade >= 3 ? .isolated : .balanced)
        if reading.definition(by: candidate) == nil { facts.remove(.defined) }
        let around = reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .netobj && $0.tokens.distance(to: candidate.tokens) <= 3
        }
        if around { facts.insert(.network) }
        for (rule, weight) in matcher.fired(on: .value, facts: facts, concept: candidate.mention.concept) {
            writer.add(rule, weight, value: index, nearest: grade)
        }
    }

    private func judgeCounterweight(_ index: Int, _ passage: PassageFacts, _ writer: inout FindingWriter) {
        let candidate = candidates[index]
        var facts = passage.facts.intersection([.control, .asserted, .value, .tempered, .heading, .terms, .safeguarded])
        if candidate.mention.isLive { facts.insert(.live) }
        var cue: TextSpan?
        if candidate.isSubordinated {
            facts.insert(.subordinated)
            cue = candidate.mention.cues.last?.span
        }
        let cues = reading.cues[candidate.sentence]
        for (role, fact) in [
            (DeviceRole.clawback, Fact.clawedBack), (.reservation, .reserved), (.absolutist, .absolute),
            (.doubleNegation, .opened), (.universal, .universal),
        ] {
            guard let found = cues.first(where: { $0.role == role && !isFreedom($0, candidate.sentence) }) else {
                continue
            }
            facts.insert(fact)
            if cue == nil { cue = reading.tokens.span(of: found.tokens) }
        }
        for (rule, weight) in matcher.fired(on: .counterweight, facts: facts, concept: candidate.mention.concept) {
            writer.add(rule, weight, counterweight: index, cue: cue)
        }
    }

    /// Whether a double negation leaves people free: "journalists may not be prevented from". A right yields where it
    /// leaves an authority free.
    private func isFreedom(_ cue: CueMatch, _ sentence: Int) -> Bool {
        cue.role == .doubleNegation
            && reading.nouns(of: sentence).contains {
                NounClass.allCases[$0.noun] == .user && $0.tokens.upperBound <= cue.tokens.lowerBound
                    && $0.tokens.distance(to: cue.tokens) <= 1
            }
    }
}

/// Links by their second mention.
struct LinkIndex: Sendable {
    private let byTarget: [Int: [Link]]

    init(_ links: [Link]) { byTarget = Dictionary(grouping: links, by: \.to) }

    func links(to index: Int) -> [Link] { byTarget[index] ?? [] }
}
