internal import Lexicons
internal import TextModel

/// Decides what the author does with every matched phrase.
struct StanceJudge: Sendable {
    private let reading: Reading
    private let forces: ForceFinder
    private let attribution: Attribution

    init(_ reading: Reading) {
        self.reading = reading
        forces = ForceFinder(reading)
        attribution = Attribution(reading)
    }

    /// Candidates for every concept match, with stance, liveness and cues.
    func candidates() -> [Candidate] {
        reading.concepts.compactMap { match in
            let entry = reading.lexicon.entries[match.entry]
            let concept = reading.lexicon.concepts[entry.concept]
            guard let family = concept.kind.family else { return nil }
            let sentence = reading.sentence(of: match.tokens.lowerBound)
            let block = reading.tokens.sentences[sentence].block
            guard !reading.document.blocks[block].isBoilerplate else { return nil }
            let mention = Mention(
                concept: concept.id, name: concept.title, family: family, span: reading.tokens.span(of: match.tokens),
                block: block, sentence: sentence)
            var candidate = Candidate(
                match: match, entry: entry, concept: entry.concept, sentence: sentence,
                clause: reading.clause(around: match.tokens, in: sentence), mention: mention)
            switch family {
            case .control: judgeControl(&candidate)
            case .value: judgeValue(&candidate)
            case .counterweight: judgeCounterweight(&candidate)
            case .safeguard: judgeSafeguard(&candidate)
            }
            return candidate
        }
    }

    // MARK: Controls

    private func judgeControl(_ candidate: inout Candidate) {
        let force = forces.force(over: candidate.tokens, in: candidate.sentence, entry: candidate.entry)
        candidate.force = force
        if let cue = force.modalCue {
            candidate.mention.cues.append(reading.evidence("modality", force.modality.rawValue, cue))
        }
        if let actor = force.actor {
            candidate.mention.cues.append(Cue(
                axis: "actor", value: NounClass.allCases[actor.noun].rawValue, span: reading.tokens.span(of: actor.tokens)))
        }
        let (stance, cue) = controlStance(candidate, force)
        candidate.mention.stance = stance
        if let cue { candidate.mention.cues.append(cue) }
        candidate.mention.isLive = stance == .asserted || stance == .option
    }

    private func controlStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) { return (stance, cue) }
        if let cue = prohibition(before: candidate) {
            if candidate.entry.act == .conduct { return (.asserted, reading.evidence("polarity", "forbidden conduct", cue)) }
            return (.prohibited, reading.evidence("polarity", "prohibited", cue))
        }
        if let cue = reading.cues[candidate.sentence].first(where: { $0.role == .secrecy }), isOperative || force.isBinding {
            return (.asserted, reading.evidence("stance", "shielded", cue))
        }
        if isTechnical(candidate, force) { return (.technical, Cue(axis: "stance", value: "technical", span: nil)) }
        if candidate.entry.act == .conduct { return conductStance(candidate, force) }
        if let negation = force.negation {
            // "shall not … unless" gives an authority a power; it only limits what a provider does.
            if force.condition != nil, !actorIs(.provider, force) { return (.asserted, reading.evidence("polarity", "conditional", force.condition)) }
            return (.prohibited, reading.evidence("polarity", "negated", negation))
        }
        if force.modality == .prohibition, let cue = force.modalCue, candidate.tokens.overlaps(cue.tokens) {
            let acts = isOperative || actorIs(.authority, force) || force.negation != nil || candidate.entry.strength == .strong
            return (acts ? .asserted : .other, reading.evidence("polarity", "forbidden to people", cue))
        }
        if force.modality == .prohibition { return (.prohibited, reading.evidence("polarity", "prohibited", force.modalCue)) }
        if actorIs(.user, force), force.modality == .power { return (.other, Cue(axis: "actor", value: "a user's own choice", span: nil)) }
        switch force.modality {
        case .option, .encouragement, .aspiration: return (.option, nil)
        case .duty, .power, .intention, .advice, .penalty, .prohibition, .statement:
            if candidate.entry.strength == .weak, force.actor == nil, !isOperative { return (.other, nil) }
            return (.asserted, nil)
        case .none:
            let acts = actorIs(.authority, force) || actorIs(.provider, force)
            if isOperative, candidate.entry.strength == .strong, acts { return (.asserted, Cue(axis: "modality", value: "statement", span: nil)) }
            return (.other, nil)
        }
    }

    /// The words that forbid a control ("refrain from"), unless they are themselves taken back ("nothing prevents").
    private func prohibition(before candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let before = cues.filter { $0.tokens.lowerBound < candidate.tokens.lowerBound && candidate.clause.overlaps($0.tokens) }
        guard !before.contains(where: { $0.role == .doubleNegation }) else { return nil }
        return before.first { $0.role == .prohibition && $0.scope != .left }
    }

    /// What a person does is a control only where it is forbidden or punished.
    private func conductStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if let negation = force.negation, force.modality != .none {
            return (.asserted, reading.evidence("polarity", "forbidden conduct", negation))
        }
        if force.modality == .prohibition || force.modality == .penalty {
            return (.asserted, reading.evidence("polarity", "forbidden conduct", force.modalCue))
        }
        let cues = reading.cues[candidate.sentence]
        if let cue = cues.first(where: { $0.role == .penalty || $0.role == .prohibits }) {
            return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
        }
        return (.other, nil)
    }

    /// Whether the document is of a kind whose sentences act.
    private var isOperative: Bool {
        switch reading.kind {
        case .statute, .strategy, .guidance: true
        case .speech, .critique, .rights, .terms, .technical, .transcript, .press, .other: false
        }
    }

    /// Engineering on one's own systems: a technical text, or a technical sentence that binds no one else.
    private func isTechnical(_ candidate: Candidate, _ force: Force) -> Bool {
        if actorIs(.authority, force) || actorIs(.judge, force) { return false }
        if reading.kind == .technical {
            // A duty that names an authority is law, wherever it is printed.
            let namesAuthority = reading.nouns(of: candidate.sentence).contains { NounClass.allCases[$0.noun] == .authority }
            return !(force.isBinding && namesAuthority)
        }
        if reading.kind == .statute || candidate.entry.strength == .strong { return false }
        let cues = reading.cues[candidate.sentence].count { $0.role == .technical }
        return cues >= 2 || cues == 1 && !force.isBinding
    }

    private func actorIs(_ noun: NounClass, _ force: Force) -> Bool {
        force.actor.map { NounClass.allCases[$0.noun] == noun } ?? false
    }

    // MARK: Values, counterweights and safeguards

    private func judgeValue(_ candidate: inout Candidate) {
        if isName(candidate.tokens, in: candidate.sentence) {
            candidate.mention.isLive = false
            candidate.mention.stance = .other
            candidate.mention.cues.append(Cue(axis: "use", value: "name", span: nil))
            return
        }
        if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.isLive = false
            candidate.mention.cues.append(cue)
            return
        }
        if isLabel(candidate) {
            candidate.mention.stance = .other
            candidate.mention.isLive = false
            candidate.mention.cues.append(Cue(axis: "use", value: "label", span: nil))
            return
        }
        let block = reading.document.blocks[candidate.block]
        let isTechnical = reading.kind == .technical || reading.cues[candidate.sentence].contains { $0.role == .technical }
        if isTechnical || reading.kind == .terms || block.kind == .heading || block.kind == .title || block.kind == .code {
            candidate.mention.stance = isTechnical ? .technical : .other
            candidate.mention.isLive = false
        }
    }

    /// Whether the words only label another noun ("public safety agencies"), or stand alone with nothing that uses them.
    private func isLabel(_ candidate: Candidate) -> Bool {
        let next = candidate.tokens.upperBound
        let whole = reading.tokens.tokens(of: candidate.sentence)
        let nouns = reading.nouns(of: candidate.sentence)
        let isBesideNetwork = nouns.contains {
            NounClass.allCases[$0.noun] == .netobj && $0.tokens.distance(to: candidate.tokens) <= 1
        }
        if isBesideNetwork { return false }
        let isGround = reading.cues[candidate.sentence].contains {
            ($0.role == .purpose || $0.role == .trigger)
                && ($0.tokens.overlaps(candidate.tokens) || $0.tokens.upperBound <= candidate.tokens.lowerBound && $0.tokens.distance(to: candidate.tokens) <= 3)
        }
        if isGround || isJoined(candidate) { return false }
        if next < whole.upperBound, reading.tokens.breakBefore[next] == .none,
            !reading.types.traits[Int(reading.tokens.type[next])].contains(.functionWord)
        {
            return true
        }
        guard candidate.tokens.count == 1 || candidate.entry.strength == .weak else { return false }
        let uses: Set<DeviceRole> = [.purpose, .trigger, .promote, .aspiration, .threat, .absolutist]
        return !reading.cues[candidate.sentence].contains {
            $0.role == .balance || uses.contains($0.role) && ($0.tokens.overlaps(candidate.tokens) || $0.tokens.upperBound <= candidate.tokens.lowerBound && $0.tokens.distance(to: candidate.tokens) <= 6)
        }
    }

    /// Whether a counterweight stands so near that the two are named together: "security and freedom".
    private func isJoined(_ candidate: Candidate) -> Bool {
        reading.concepts(of: candidate.sentence).contains { match in
            guard case .counterweight = reading.lexicon.concepts[reading.lexicon.entries[match.entry].concept].kind else { return false }
            return !match.tokens.overlaps(candidate.tokens) && match.tokens.distance(to: candidate.tokens) <= 3
        }
    }

    /// A counterweight is dead when it is a name, quoted away, negated, governed by a restricting verb or made to yield.
    private func judgeCounterweight(_ candidate: inout Candidate) {
        let cues = reading.cues[candidate.sentence]
        var reason: Cue?
        if isName(candidate.tokens, in: candidate.sentence) {
            reason = Cue(axis: "use", value: "name", span: nil)
        } else if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.cues.append(cue)
            return
        } else if let cue = cues.first(where: { $0.role == .subordination && subordinates($0, candidate) }) {
            reason = reading.evidence("polarity", "made to yield", cue)
        } else if let cue = restriction(of: candidate) {
            reason = reading.evidence("polarity", "restricted", cue)
        }
        if let reason {
            candidate.mention.isLive = false
            candidate.mention.stance = .other
            candidate.mention.cues.append(reason)
        }
    }

    private func judgeSafeguard(_ candidate: inout Candidate) {
        let cues = reading.cues[candidate.sentence]
        if let cue = cues.first(where: { $0.role == .openList && $0.tokens.overlaps(candidate.tokens) }) {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "an open list", cue))
            return
        }
        let negations = cues.filter { $0.role == .negation && !cues.overlaps(.pseudoNegation, $0.tokens) }
        if let cue = negations.first(where: { negates($0, candidate) }) {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "negated", cue))
        } else if let cue = cues.first(where: { $0.role == .removal && $0.tokens.overlaps(candidate.tokens) }),
            !negations.contains(where: { $0.tokens.upperBound <= cue.tokens.lowerBound && candidate.clause.contains($0.tokens) })
        {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "removed", cue))
        } else if case .safeguard(let tier, _, _) = reading.lexicon.concepts[candidate.concept].kind, tier == 2,
            let cue = cues.first(where: { $0.role == .controllerDecides && $0.tokens.lowerBound >= candidate.tokens.lowerBound })
        {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "decided by the controller", cue))
        }
    }

    /// Whether a negation takes a safeguard back: inside its words or right before them, and not part of its pattern.
    private func negates(_ negation: CueMatch, _ candidate: Candidate) -> Bool {
        let isNear = candidate.tokens.contains(negation.tokens)
            || negation.tokens.upperBound <= candidate.tokens.lowerBound && negation.tokens.distance(to: candidate.tokens) <= 1
        guard isNear else { return false }
        let word = reading.document.string(reading.tokens.span(of: negation.tokens)).lowercased()
        return !candidate.entry.pattern.split(whereSeparator: { !$0.isLetter }).contains { $0 == word }
    }

    private func subordinates(_ cue: CueMatch, _ candidate: Candidate) -> Bool {
        guard candidate.clause.overlaps(cue.tokens) else { return false }
        let cues = reading.cues[candidate.sentence]
        let isNegated = cues.contains {
            $0.role == .negation && !$0.tokens.overlaps(cue.tokens) && $0.tokens.upperBound <= cue.tokens.lowerBound
                && $0.tokens.distance(to: cue.tokens) <= 3 && !cues.overlaps(.pseudoNegation, $0.tokens)
        }
        if isNegated || cues.overlaps(.balance, cue.tokens) { return false }
        switch cue.scope {
        case .right: return cue.tokens.upperBound <= candidate.tokens.lowerBound && cue.tokens.distance(to: candidate.tokens) <= 4
        case .left: return cue.tokens.lowerBound >= candidate.tokens.upperBound && cue.tokens.distance(to: candidate.tokens) <= 4
        case .both: return cue.tokens.distance(to: candidate.tokens) <= 4
        }
    }

    /// The verb that restricts a counterweight, unless it is negated ("shall not restrict expression" protects).
    private func restriction(of candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let negations = cues.filter { $0.role == .negation && candidate.clause.contains($0.tokens) && !cues.overlaps(.pseudoNegation, $0.tokens) && !cues.overlaps(.balance, $0.tokens) }
        let verb = cues.last {
            $0.role == .restrict && $0.tokens.upperBound <= candidate.tokens.lowerBound
                && $0.tokens.distance(to: candidate.tokens) <= 4 && !cues.overlaps(.balance, $0.tokens)
        }
        if let verb {
            let isNegated = negations.contains { $0.tokens.upperBound <= verb.tokens.lowerBound } || cues.overlaps(.prohibition, candidate.clause)
            return isNegated ? nil : verb
        }
        return negations.first { $0.tokens.upperBound <= candidate.tokens.lowerBound && $0.tokens.distance(to: candidate.tokens) <= 1 }
    }

    /// Whether a phrase is part of a capitalised name: all its words capitalised, with a capitalised neighbour.
    private func isName(_ tokens: Range<Int>, in sentence: Int) -> Bool {
        let whole = reading.tokens.tokens(of: sentence)
        guard tokens.allSatisfy({ reading.tokens.isCapitalised[$0] }) else { return false }
        let capitals = whole.count { reading.tokens.isCapitalised[$0] }
        if capitals * 3 > whole.count * 2 { return false }
        let next = tokens.upperBound
        if next < whole.upperBound, reading.tokens.breakBefore[next] == .none, reading.tokens.isCapitalised[next] { return true }
        let previous = tokens.lowerBound - 1
        return previous > whole.lowerBound && reading.tokens.breakBefore[tokens.lowerBound] == .none
            && reading.tokens.isCapitalised[previous]
    }
}
