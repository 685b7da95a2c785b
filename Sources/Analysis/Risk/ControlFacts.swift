internal import Lexicons
internal import TextModel

/// Everything that rules and score need to know of one control.
struct ControlFacts: Sendable {
    private(set) var facts: FactSet = []
    private(set) var modality = Force.Modality.none
    private(set) var intrusiveness = 1
    private(set) var value = 0.0
    private(set) var valueReason = ""
    private(set) var scope = 0.0
    private(set) var scopeReason = ""
    private(set) var discretion = 0.0
    private(set) var discretionReason = ""
    private(set) var legitimacy = 0.0
    private(set) var aimReason = ""
    private(set) var mitigation = 0.0
    private(set) var mitigationReason = ""
    private var isJudgeActing = false
    /// Concept ids of the linked values.
    private(set) var aims: [String] = []
    /// The linked value that weighs most, as a candidate index.
    private(set) var aim: Int?
    /// The first linked values that are no recognised ground, or one only when narrowly defined, as candidate indices.
    private(set) var doubtfulAims: [(fact: Fact, aim: Int)] = []
    /// A live counterweight in the control's sentence, as a candidate index.
    private(set) var neighbour: Int?
    /// Where the cues stand, by the fact that they gave.
    private(set) var evidence = FactPlaces()
    /// Names of the procedural safeguards that are missing, the most important first.
    private(set) var missing: [String] = []

    /// Below this mitigation a procedure leaves a power about as it was: more than any one but a judge's, less than two.
    private static let thinMitigation = 0.2

    /// What "all" or "any" must stand on.
    private static let objects: [NounClass] = [.user, .netobj, .dataobj, .provider]

    /// Gathers the facts. `members` are the candidates of the control's sentence, `procedures` the safeguards that it may
    /// lack.
    init(
        of control: Int, _ candidates: [Candidate], members: Range<Int>, links: [Link], passage: PassageFacts,
        reading: Reading, procedures: [Procedure]
    ) {
        let candidate = candidates[control]
        let concepts = reading.lexicon.concepts
        modality = candidate.force.modality
        if case .control(let own, _) = concepts[candidate.concept].kind {
            intrusiveness = candidate.entry.intrusiveness ?? own
        }
        readStance(candidate, reading)
        readAims(links, candidates, concepts)
        readCues(candidate, reading)
        if passage.facts.contains(.secrecy) {
            facts.insert(.secrecy)
            if let place = passage.evidence[.secrecy] { evidence.note(.secrecy, place) }
        }
        // "A court may ban writings that call for violence": what people do is what the judge decides on.
        if candidate.entry.act == .conduct {
            isJudgeActing = isJudgeActing || members.contains { Self.isOfJudge(candidates[$0]) }
        }
        readSafeguards(links, candidates, concepts, procedures)
        // Only a rule has to say all that limits it; who speaks of a power in passing need not.
        if reading.kind != .statute { facts.remove(.thinlySafeguarded) }
        readSelection()
        readNeighbours(candidate, candidates, members, concepts)
    }

    /// Whether a candidate is a measure that a judge takes.
    private static func isOfJudge(_ candidate: Candidate) -> Bool {
        candidate.family == .control && candidate.entry.act == .measure && candidate.mention.stance == .asserted
            && candidate.force.actor.map { NounClass.allCases[$0.noun] == .judge } ?? false
    }

    /// A counterweight beside the control, unless its words are themselves a safeguard ("necessary and proportionate").
    private mutating func readNeighbours(
        _ candidate: Candidate, _ candidates: [Candidate], _ members: Range<Int>, _ concepts: [Concept]
    ) {
        let beside = members.filter { candidates[$0].mention.isLive }
        let safeguards = beside.filter { index in
            if case .safeguard(2..., _, _) = concepts[candidates[index].concept].kind { true } else { false }
        }.map { candidates[$0].tokens }
        neighbour = beside.first { index in
            let other = candidates[index]
            return other.family == .counterweight && !other.tokens.overlaps(candidate.tokens)
                && !safeguards.contains(where: other.tokens.overlaps)
        }
        if neighbour != nil { facts.insert(.counterweightNear) }
    }

    private mutating func readStance(_ candidate: Candidate, _ reading: Reading) {
        switch candidate.mention.stance {
        case .asserted: facts.insert(.asserted)
        case .option: facts.insert(.option)
        case .reported: facts.insert(.reported)
        case .prohibited: facts.insert(.prohibited)
        case .critique: facts.insert(.critique)
        case .technical, .other: break
        }
        // A statute that says what is done orders it: "the network is switched off".
        if candidate.force.isBinding
            || candidate.mention.stance == .asserted && (candidate.entry.act == .conduct || reading.kind == .statute)
        {
            facts.insert(.binding)
        }
        if candidate.mention.stance == .asserted {
            // What people do counts in a statute because it is forbidden, whatever verbs tell of it: "aimed at".
            let isForbidden = candidate.entry.act == .conduct && (modality == .none || reading.kind == .statute)
            if isForbidden, !candidate.force.isBinding { modality = .prohibition }
            if modality == .none { modality = .statement }
            // "Shall not disclose" forbids; "shall not block, unless" leaves a power.
            if candidate.force.negation != nil, candidate.force.condition == nil, candidate.force.isBinding,
                modality != .penalty
            {
                modality = .prohibition
            }
        }
        if let actor = candidate.force.actor {
            if NounClass.allCases[actor.noun] == .provider { facts.insert(.providerActs) }
            // "Meetings near the Supreme Court are prohibited" names a judge who does nothing.
            isJudgeActing = NounClass.allCases[actor.noun] == .judge && modality != .prohibition
        }
    }

    private mutating func readAims(_ links: [Link], _ candidates: [Candidate], _ concepts: [Concept]) {
        for link in links where link.kind == .justifies {
            aims.append(candidates[link.from].mention.concept)
            if link.strength > value {
                value = link.strength
                aim = link.from
                valueReason = "\(candidates[link.from].mention.name): \(link.cue?.value ?? "same sentence")"
            }
            if link.strength >= 1 {
                facts.insert(.purpose)
            } else if link.strength >= 0.5 {
                facts.insert(.trigger)
            } else {
                facts.insert(.valueNear)
            }
            guard link.strength >= 0.5, case .value(let standing) = concepts[candidates[link.from].concept].kind else {
                continue
            }
            let weight = standing == .unlisted ? 1.0 : standing == .derivative ? 0.5 : 0
            if let doubt: Fact = standing == .unlisted ? .unlistedAim : standing == .derivative ? .derivativeAim : nil {
                facts.insert(doubt)
                if !doubtfulAims.contains(where: { $0.fact == doubt }) { doubtfulAims.append((doubt, link.from)) }
            }
            if weight > legitimacy {
                legitimacy = weight
                aimReason = "\(candidates[link.from].mention.name): \(standing.rawValue)"
            }
        }
    }

    private mutating func readCues(_ candidate: Candidate, _ reading: Reading) {
        var open = 0
        func note(_ fact: Fact, _ cue: CueMatch, isOpen: Bool = false) {
            facts.insert(fact)
            evidence.note(fact, reading.tokens.span(of: cue.tokens))
            if isOpen { open += 1 }
        }
        for cue in reading.cues[candidate.sentence] {
            switch cue.role {
            // A term is as open as the document defines it.
            case .vague where !reading.terms.settles(cue, in: candidate.sentence): note(.vague, cue, isOpen: true)
            case .openList: note(.openList, cue, isOpen: true)
            case .discretion: note(.discretion, cue, isOpen: true)
            case .delegation: note(.delegation, cue, isOpen: true)
            case .controllerDecides: note(.controllerDecides, cue, isOpen: true)
            case .absolutist: note(.absolutist, cue)
            case .threat: note(.threat, cue)
            case .secrecy: note(.secrecy, cue)
            case .term: note(.statedTerm, cue)
            case .delegatedCommand where candidate.clause.overlaps(cue.tokens): note(.providerActs, cue)
            case .removal where candidate.force.negation == nil: note(.safeguardRemoved, cue)
            case .universal where reachesPeople(cue, candidate, reading): note(.universal, cue)
            case .targeted: note(.targeted, cue)
            default: break
            }
        }
        for cue in reading.terms.openings(in: candidate.sentence) { note(.vague, cue, isOpen: true) }
        discretion = min(1, Double(open) / 3)
        discretionReason = open == 0 ? "none" : "\(open) open or discretionary terms"
        if facts.contains(.targeted) {
            facts.remove(.universal)
            (scope, scopeReason) = (-1, "targeted")
        } else {
            (scope, scopeReason) = facts.contains(.universal) ? (1, "everyone or everything") : (0, "not stated")
        }
    }

    /// Whether "all" or "any" stands on people, services or their data in the control's clause, not on some other noun.
    private func reachesPeople(_ cue: CueMatch, _ candidate: Candidate, _ reading: Reading) -> Bool {
        guard candidate.clause.overlaps(cue.tokens) else { return false }
        if cue.tokens.count > 2 { return true }
        return reading.nouns(of: candidate.sentence).contains {
            Self.objects.contains(NounClass.allCases[$0.noun])
                && ($0.tokens.overlaps(cue.tokens)
                    || $0.tokens.lowerBound >= cue.tokens.upperBound && $0.tokens.distance(to: cue.tokens) <= 1)
        }
    }

    /// "Any person" is whom an order may name, where a judge decides each case, and not everyone.
    private mutating func readSelection() {
        guard facts.contains(.judge), facts.contains(.universal) else { return }
        facts.remove(.universal)
        scope = 0
        scopeReason = "named case by case"
    }

    private mutating func readSafeguards(
        _ links: [Link], _ candidates: [Candidate], _ concepts: [Concept], _ procedures: [Procedure]
    ) {
        // Few safeguards limit one control.
        var have: [String] = []
        var reasons: [String] = []
        for link in links where link.kind == .safeguards {
            let safeguard = candidates[link.from]
            guard case .safeguard(let tier, let weight, _) = concepts[safeguard.concept].kind else { continue }
            have.append(safeguard.mention.concept)
            // Courtesies of tier 0 and 1 mitigate nothing: that is lip service.
            if tier >= 2 { mitigation += weight * link.strength }
            reasons.append(safeguard.mention.name)
            guard link.strength >= 0.5 else { continue }
            if tier >= 2 { facts.insert(.safeguarded) }
            if tier == 3 { facts.insert(.procedure) }
            if safeguard.mention.concept == SafeguardID.reference { facts.insert(.referred) }
            if safeguard.mention.concept == SafeguardID.judge { facts.insert(.judge) }
            if safeguard.mention.concept == SafeguardID.timeLimit { facts.insert(.timeLimit) }
        }
        if isJudgeActing, !have.contains(SafeguardID.judge),
            let judge = concepts.first(where: { $0.id == SafeguardID.judge }),
            case .safeguard(_, let weight, _) = judge.kind
        {
            have.append(judge.id)
            mitigation += weight
            reasons.append(judge.title)
            for fact in [Fact.judge, .procedure, .safeguarded] { facts.insert(fact) }
        }
        if facts.contains(.procedure), !facts.contains(.judge), !facts.contains(.referred),
            mitigation < Self.thinMitigation
        {
            facts.insert(.thinlySafeguarded)
        }
        mitigationReason = reasons.isEmpty ? "no linked safeguard" : reasons.joined(separator: ", ")
        // A term that the text states is no mitigation, but it is not missing.
        if facts.contains(.statedTerm) { have.append(SafeguardID.timeLimit) }
        missing = procedures.compactMap { have.contains($0.id) ? nil : $0.title }
    }
}
