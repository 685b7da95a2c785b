internal import Lexicons
internal import TextModel

/// Turns fired rules into findings and credits of one passage, one finding a rule.
struct FindingWriter: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let block: Int
    private var findings: [Finding] = []
    private var credits: [Credit] = []

    /// So many words before a match, and after it to the end of its clause, may be quoted with it.
    private static let mostBefore = 2
    private static let mostAfter = 8

    init(_ reading: Reading, _ candidates: [Candidate], block: Int) {
        self.reading = reading
        self.candidates = candidates
        self.block = block
    }

    /// A rule about a control.
    mutating func add(
        _ asked: AskedRule, _ weight: RuleCase.Weight, control: Int, facts: ControlFacts, score: ControlScore,
        nearest: (grade: Int, nearest: Int?)?
    ) {
        let own = weight == .score ? score.score : nil
        guard isWanted(asked.rule, weight.band(of: score.band), own) else { return }
        let candidate = candidates[control]
        // A rule on aims that are no recognised ground names such an aim, and not the gravest beside it.
        let doubted = asked.facts.last { fact in facts.doubtfulAims.contains { $0.fact == fact } }
        let aim = facts.doubtfulAims.first { $0.fact == doubted }?.aim ?? facts.aim
        let cue = asked.facts.lazy.compactMap { facts.evidence[$0] }.first
        let shown = shown(candidate, reasons: [facts.aim].compactMap(\.self) + facts.doubtfulAims.map(\.aim))
        write(
            asked.rule, band: weight.band(of: score.band), score: own, span: candidate.mention.span,
            related: [
                related(.control, control), aim.map { related(.value, $0) },
                facts.neighbour.map { related(.counterweight, $0) }, cue.map { related(to: asked.rule, $0) },
            ].compactMap(\.self),
            nearest: nearest.flatMap { distance(candidate, $0) }, factors: score.factors, missing: facts.missing,
            control: reading.lexicon.concepts[candidate.concept], modality: facts.modality, actor: actor(of: candidate),
            confidence: controlConfidence(candidate)
        ) { $0 == .control ? shown : nil }
    }

    /// A rule about a value.
    mutating func add(_ asked: AskedRule, _ weight: RuleCase.Weight, value: Int, nearest: (grade: Int, nearest: Int?)) {
        guard isWanted(asked.rule, weight.band(of: .info), nil) else { return }
        let candidate = candidates[value]
        write(
            asked.rule, band: weight.band(of: .info), score: nil, span: candidate.mention.span,
            related: [related(.value, value), nearest.nearest.map { related(.counterweight, $0) }].compactMap(\.self),
            nearest: distance(candidate, nearest),
            factors: [Factor(name: "isolation", value: Double(nearest.grade), reason: "grade \(nearest.grade) of 5")])
    }

    /// A rule about a counterweight, with the cue that decided.
    mutating func add(_ asked: AskedRule, _ weight: RuleCase.Weight, counterweight: Int, cue: TextSpan?) {
        guard isWanted(asked.rule, weight.band(of: .low), nil) else { return }
        write(
            asked.rule, band: weight.band(of: .low), score: nil, span: candidates[counterweight].mention.span,
            related: [related(.counterweight, counterweight), cue.map { related(to: asked.rule, $0) }]
                .compactMap(\.self))
    }

    /// A rule about the passage; `evidence` says where its facts were seen.
    mutating func add(_ asked: AskedRule, _ weight: RuleCase.Weight, evidence: FactPlaces) {
        guard isWanted(asked.rule, weight.band(of: .low), nil) else { return }
        func first(_ facts: [Fact]) -> TextSpan? { facts.lazy.compactMap { evidence[$0] }.first }
        let cue = first(asked.facts)
        write(
            asked.rule, band: weight.band(of: .low), score: nil, span: cue ?? reading.document.blocks[block].span,
            related: cue.map { [related(to: asked.rule, $0)] } ?? []
        ) { role in
            switch role {
            case .cue: cue
            case .value: first([.value, .tempered])
            case .counterweight: first([.counterweight, .guaranteed, .prohibited])
            case .control: first([.control, .guaranteed])
            case .safeguard: nil
            }
        }
    }

    /// Findings and credits, by place and rule.
    func finish() -> (findings: [Finding], credits: [Credit]) {
        guard findings.count > 1 || credits.count > 1 else { return (findings, credits) }
        // Findings are large: their places are put in order, and each is moved once.
        let order = findings.indices.sorted {
            (findings[$0].span, findings[$0].rule, $0) < (findings[$1].span, findings[$1].rule, $1)
        }
        return (
            order.map { findings[$0] }, credits.sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
        )
    }

    /// Keeps a finding or a credit. The message quotes the words of a role where `place` says, else where the related
    /// words of the role stand.
    private mutating func write(
        _ rule: Rule, band: Band, score: Int?, span: TextSpan, related: [Related], nearest: Finding.Nearest? = nil,
        factors: [Factor] = [], missing: [String] = [], control: Concept? = nil,
        modality: Force.Modality? = nil, actor: TextSpan? = nil, confidence: Double? = nil,
        place: (Related.Role) -> TextSpan? = { _ in nil }
    ) {
        let description = rule.description
        let (message, remedy) = rule.words(modality: modality?.rawValue, control: control?.id) { slot in
            guard let role = Related.Role(rawValue: slot) else { return Self.list(missing) }
            let span = place(role) ?? related.first { $0.role == role }?.span
            return span.map(reading.document.string)
        }
        if description.isCredit {
            credits.append(
                Credit(rule: description.id, name: description.name, message: message, block: block, span: span))
            return
        }
        let own = control?.norms ?? []
        let norms = own.isEmpty ? description.norms : own + description.norms.filter { !own.contains($0) }
        let finding = Finding(
            rule: description.id, name: description.name, band: band, score: middle(of: band, score),
            confidence: confidence ?? genreConfidence, message: message,
            reason: description.reason, remedy: remedy, norms: norms, stance: .asserted,
            block: block,
            span: span, related: related, nearest: nearest, factors: factors, missing: missing,
            coreValues: control?.coreValues ?? [], actor: actor)
        if let old = findings.firstIndex(where: { $0.rule == description.id }) {
            findings[old] = finding
        } else {
            findings.append(finding)
        }
    }

    private func related(_ role: Related.Role, _ candidate: Int) -> Related {
        let mention = candidates[candidate].mention
        return Related(role: role, span: mention.span, label: mention.name)
    }

    private func related(to rule: Rule, _ cue: TextSpan) -> Related {
        Related(role: .cue, span: cue, label: rule.title)
    }

    /// Whether a credit is new to the passage, or a finding graver than what the rule has found in it.
    private func isWanted(_ rule: Rule, _ band: Band, _ score: Int?) -> Bool {
        let id = rule.description.id
        if rule.description.isCredit { return !credits.contains { $0.rule == id } }
        guard band > .none else { return false }
        guard let old = findings.first(where: { $0.rule == id }) else { return true }
        return (old.band, old.score) < (band, middle(of: band, score))
    }

    private func middle(of band: Band, _ score: Int?) -> Int {
        score ?? Self.score(of: band, thresholds: reading.lexicon.scoring.thresholds)
    }

    /// The nearest counterweight as a finding shows it; `nil` when the document has none.
    private func distance(_ candidate: Candidate, _ nearest: (grade: Int, nearest: Int?)) -> Finding.Nearest? {
        nearest.nearest.map { index in
            let other = candidates[index]
            return Finding.Nearest(
                span: other.mention.span, words: candidate.tokens.distance(to: other.tokens), grade: nearest.grade)
        }
    }

    /// The authority or provider that acts, with the article or other small word before its name.
    private func actor(of candidate: Candidate) -> TextSpan? {
        guard let actor = candidate.force.actor,
            [.authority, .judge, .provider].contains(NounClass.allCases[actor.noun])
        else { return nil }
        let before = actor.tokens.lowerBound - 1
        let isJoined =
            before >= 0 && reading.tokens.breakBefore[actor.tokens.lowerBound] == .none
            && reading.traits(before).contains(.functionWord)
        return reading.tokens.span(of: (isJoined ? before : before + 1)..<actor.tokens.upperBound)
    }

    /// How sure the reading of a control is: one part each for a known genre, a named actor, a modal verb in the
    /// clause itself, and a phrase that speaks for itself.
    private func controlConfidence(_ candidate: Candidate) -> Double {
        let signs = [
            reading.kind != .other, candidate.force.actor != nil,
            candidate.force.modalCue != nil && !candidate.force.isInherited,
            candidate.entry.strength == .strong,
        ]
        return 0.5 + 0.5 * Double(signs.count { $0 }) / Double(signs.count)
    }

    /// Without a control, only the genre speaks for the reading.
    private var genreConfidence: Double { reading.kind == .other ? 0.6 : 0.8 }

    /// The names of the first that are missing, as a message lists them.
    private static func list(_ missing: [String]) -> String {
        missing.prefix(Finding.mostNamed).map { $0.prefix(1).lowercased() + $0.dropFirst() }.joined(separator: ", ")
    }

    /// The words of a control as a message quotes them, without those of its reasons, which have words of their own.
    private func shown(_ control: Candidate, reasons: [Int]) -> TextSpan {
        let phrase = phrase(control.tokens)
        let isPlain = !reasons.contains { phrase.overlaps(candidates[$0].mention.span) }
        return isPlain ? phrase : control.mention.span
    }

    /// The words of a match as they can be read: a match begins and ends where it is sure, which may be within a name
    /// ("police" of "municipal police") or before the end of its clause ("publish anything that reflects" badly on us).
    private func phrase(_ match: Range<Int>) -> TextSpan {
        let stream = reading.tokens
        let sentence = stream.tokens(of: stream.sentence(of: match.lowerBound))
        var start = match.lowerBound
        while start > sentence.lowerBound, match.lowerBound - start < Self.mostBefore,
            stream.breakBefore[start] == .none,
            !reading.traits(start - 1).contains(.functionWord)
        {
            start -= 1
        }
        let limit = min(match.upperBound + Self.mostAfter + 1, sentence.upperBound)
        let clauseEnd = (match.upperBound..<limit).first { stream.breakBefore[$0] > .mark }
        var end = clauseEnd ?? (limit == sentence.upperBound ? limit : match.upperBound)
        while end > match.upperBound, reading.traits(end - 1).contains(.functionWord) { end -= 1 }
        return stream.span(of: start..<end)
    }

    /// A score inside a band, for rules that have no score of their own.
    private static func score(of band: Band, thresholds: [Int]) -> Int {
        let floors = [0, 1] + thresholds
        return floors[band.rawValue]
    }
}

extension RuleCase.Weight {
    /// The band that the weight gives; `own` is the band of the subject's score.
    fileprivate func band(of own: Band) -> Band {
        switch self {
        case .fixed(let band): band
        case .score: own
        }
    }
}
