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
        _ rule: Rule, _ weight: RuleCase.Weight, control: Int, facts: ControlFacts, score: ControlScore,
        nearest: (grade: Int, nearest: Int?)?
    ) {
        let band = weight.band(of: score.band)
        guard isWanted(rule, band, weight == .score ? score.score : nil) else { return }
        let candidate = candidates[control]
        var related = [Related(role: .control, span: candidate.mention.span, label: candidate.mention.name)]
        let missing = facts.missing.prefix(Finding.mostNamed).map { $0.prefix(1).lowercased() + $0.dropFirst() }
        // The reason of a control has words of its own in a message.
        let aims = [facts.aim].compactMap { $0 } + facts.doubtfulAims.values
        let phrase = phrase(candidate.tokens)
        let isPlain = !aims.contains { phrase.overlaps(candidates[$0].mention.span) }
        var words = [
            "control": quote(isPlain ? phrase : candidate.mention.span), "missing": missing.joined(separator: ", "),
        ]
        // A rule on aims that are no recognised ground names such an aim, and not the gravest beside it.
        let doubted = rule.cases.lazy.flatMap { $0.all + $0.any }.compactMap { facts.doubtfulAims[$0] }.last
        if let aim = doubted ?? facts.aim {
            related.append(
                Related(role: .value, span: candidates[aim].mention.span, label: candidates[aim].mention.name))
            words["value"] = quote(candidates[aim].mention.span)
        }
        if let neighbour = facts.neighbour {
            related.append(
                Related(
                    role: .counterweight, span: candidates[neighbour].mention.span,
                    label: candidates[neighbour].mention.name))
            words["counterweight"] = quote(candidates[neighbour].mention.span)
        }
        let shown = rule.cases.flatMap { $0.all + $0.any }.first { facts.evidence[$0] != nil }
        if let shown, let span = facts.evidence[shown] {
            related.append(Related(role: .cue, span: span, label: rule.title))
            words["cue"] = quote(span)
        }
        write(
            rule, band: band, score: weight == .score ? score.score : nil, span: candidate.mention.span,
            related: related,
            nearest: nearest.flatMap { distance(candidate, $0) }, factors: score.factors, missing: facts.missing,
            control: reading.lexicon.concepts[candidate.concept], modality: facts.modality, actor: actor(of: candidate),
            confidence: controlConfidence(candidate), words: words)
    }

    /// A rule about a value.
    mutating func add(_ rule: Rule, _ weight: RuleCase.Weight, value: Int, nearest: (grade: Int, nearest: Int?)) {
        guard isWanted(rule, weight.band(of: .info), nil) else { return }
        let candidate = candidates[value]
        var related = [Related(role: .value, span: candidate.mention.span, label: candidate.mention.name)]
        var words = ["value": quote(candidate.mention.span)]
        if let index = nearest.nearest {
            let other = candidates[index]
            related.append(Related(role: .counterweight, span: other.mention.span, label: other.mention.name))
            words["counterweight"] = quote(other.mention.span)
        }
        write(
            rule, band: weight.band(of: .info), score: nil, span: candidate.mention.span, related: related,
            nearest: distance(candidate, nearest),
            factors: [Factor(name: "isolation", value: Double(nearest.grade), reason: "grade \(nearest.grade) of 5")],
            words: words)
    }

    /// A rule about a counterweight, with the cue that decided.
    mutating func add(_ rule: Rule, _ weight: RuleCase.Weight, counterweight: Int, cue: TextSpan?) {
        guard isWanted(rule, weight.band(of: .low), nil) else { return }
        let candidate = candidates[counterweight]
        var related = [Related(role: .counterweight, span: candidate.mention.span, label: candidate.mention.name)]
        var words = ["counterweight": quote(candidate.mention.span)]
        if let cue {
            related.append(Related(role: .cue, span: cue, label: rule.title))
            words["cue"] = quote(cue)
        }
        write(
            rule, band: weight.band(of: .low), score: nil, span: candidate.mention.span, related: related, words: words)
    }

    /// A rule about the passage; `evidence` says where its facts were seen.
    mutating func add(_ rule: Rule, _ weight: RuleCase.Weight, evidence: [Fact: TextSpan]) {
        guard isWanted(rule, weight.band(of: .low), nil) else { return }
        let cue = rule.cases.flatMap { $0.all + $0.any }.lazy.compactMap { evidence[$0] }.first
        let related = cue.map { [Related(role: .cue, span: $0, label: rule.title)] } ?? []
        var words: [String: String] = [:]
        for (name, facts) in [
            ("cue", []), ("value", [Fact.value, .tempered]),
            ("counterweight", [.counterweight, .guaranteed, .prohibited]),
            ("control", [.control, .guaranteed]),
        ] {
            if let span = facts.lazy.compactMap({ evidence[$0] }).first ?? (name == "cue" ? cue : nil) {
                words[name] = quote(span)
            }
        }
        write(
            rule, band: weight.band(of: .low), score: nil, span: cue ?? reading.document.blocks[block].span,
            related: related,
            words: words)
    }

    /// Findings and credits, by place and rule.
    func finish() -> (findings: [Finding], credits: [Credit]) {
        // Findings are large: their places are put in order, and each is moved once.
        let order = findings.indices.sorted {
            (findings[$0].span, findings[$0].rule, $0) < (findings[$1].span, findings[$1].rule, $1)
        }
        return (
            order.map { findings[$0] }, credits.sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
        )
    }

    private mutating func write(
        _ rule: Rule, band: Band, score: Int?, span: TextSpan, related: [Related], nearest: Finding.Nearest? = nil,
        factors: [Factor] = [], missing: [String] = [], control: Concept? = nil,
        modality: Force.Modality? = nil, actor: TextSpan? = nil, confidence: Double? = nil, words: [String: String]
    ) {
        let description = rule.description
        let (message, remedy) = rule.words(modality: modality?.rawValue, control: control?.id, filling: words)
        if description.isCredit {
            credits.append(
                Credit(rule: description.id, name: description.name, message: message, block: block, span: span))
            return
        }
        let own = control?.norms ?? []
        let norms = own + description.norms.filter { !own.contains($0) }
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

    private func quote(_ span: TextSpan) -> String { reading.document.string(span) }

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
