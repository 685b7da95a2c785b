internal import Lexicons
internal import TextModel

/// Decides what the author does with a control: asserts it, considers, reports, exposes or forbids it, or
/// merely runs a network.
struct ControlStance: Sendable {
    private let reading: Reading
    private let forces: ForceFinder
    private let attribution: Attribution

    init(_ reading: Reading, attribution: Attribution) {
        self.reading = reading
        self.attribution = attribution
        forces = ForceFinder(reading)
    }

    /// Sets force, stance, liveness and cues.
    func judge(_ candidate: inout Candidate) {
        let force = forces.force(over: candidate.tokens, in: candidate.sentence, entry: candidate.entry)
        candidate.force = force
        if let cue = force.modalCue {
            candidate.mention.cues.append(reading.evidence("modality", force.modality.rawValue, cue))
        }
        if let actor = force.actor {
            candidate.mention.cues.append(
                Cue(
                    axis: "actor", value: NounClass.allCases[actor.noun].rawValue,
                    span: reading.tokens.span(of: actor.tokens)))
        }
        let (stance, cue) = controlStance(candidate, force)
        candidate.mention.stance = stance
        if let cue { candidate.mention.cues.append(cue) }
        candidate.mention.isLive = stance == .asserted || stance == .option
    }

    private func controlStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) { return (stance, cue) }
        if let cue = prohibition(before: candidate) {
            if candidate.entry.act == .conduct {
                return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
            }
            return (.prohibited, reading.evidence("polarity", "prohibited", cue))
        }
        if let cue = reading.cues[candidate.sentence].first(where: { $0.role == .secrecy }),
            isOperative || force.isBinding
        {
            return (.asserted, reading.evidence("stance", "shielded", cue))
        }
        if isTechnical(candidate, force) { return (.technical, Cue(axis: "stance", value: "technical", span: nil)) }
        if candidate.entry.act == .conduct { return conductStance(candidate, force) }
        if let negation = force.negation {
            // "shall not … unless" gives an authority a power; it only limits what a provider does.
            if force.condition != nil, !actorIs(.provider, force) {
                return (.asserted, reading.evidence("polarity", "conditional", force.condition))
            }
            // "shall not open an account until the passport is copied": the condition is the control.
            if let condition = ownCondition(candidate) {
                return (.asserted, reading.evidence("polarity", "conditional", condition))
            }
            return (.prohibited, reading.evidence("polarity", "negated", negation))
        }
        if force.modality == .prohibition, let cue = force.modalCue, candidate.tokens.overlaps(cue.tokens) {
            let acts =
                isOperative || actorIs(.authority, force) || force.negation != nil
                || candidate.entry.strength == .strong
            return (acts ? .asserted : .other, reading.evidence("polarity", "forbidden to people", cue))
        }
        if force.modality == .prohibition {
            return (.prohibited, reading.evidence("polarity", "prohibited", force.modalCue))
        }
        if actorIs(.user, force), force.modality == .power, !isForbiddingItself(candidate) {
            return (.other, Cue(axis: "actor", value: "a user's own choice", span: nil))
        }
        switch force.modality {
        case .option, .encouragement, .aspiration, .advice:
            if isPast(force.modalCue) || force.modality == .advice && !isOperative,
                let (stance, cue) = attribution.told(in: candidate.sentence)
            {
                return (stance, cue)
            }
            // "The cabinet tried to ban the app" tells of an attempt of others, wherever it stands.
            if let past = force.modalCue, isPast(past), reading.kind != .statute,
                !reading.isFirstPerson(before: past, in: candidate.sentence)
            {
                return (.reported, reading.evidence("attribution", "past attempt", past))
            }
            if force.modality != .advice { return (.option, nil) }
            if candidate.entry.strength == .weak, force.actor == nil, !isOperative { return (.other, nil) }
            return (.asserted, nil)
        case .duty, .power, .intention, .penalty, .prohibition, .statement:
            if candidate.entry.strength == .weak, force.actor == nil, !isOperative { return (.other, nil) }
            return (.asserted, nil)
        case .none:
            let acts = actorIs(.authority, force) || actorIs(.provider, force) || isPassiveRule(candidate)
            let speaks =
                candidate.entry.strength == .strong || reading.kind == .statute && candidate.entry.strength == .plain
            // A platform that says what authorities make it do says it in the present tense.
            let isMoved = reading.kind == .terms && candidate.entry.strength == .strong
            if isOperative && speaks && acts || isMoved {
                return (.asserted, Cue(axis: "modality", value: "statement", span: nil))
            }
            if let (stance, cue) = attribution.told(in: candidate.sentence) { return (stance, cue) }
            return (.other, nil)
        }
    }

    /// The words that forbid a control ("refrain from"), unless they are themselves taken back ("nothing prevents").
    private func prohibition(before candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let before = cues.filter {
            $0.tokens.lowerBound < candidate.tokens.lowerBound && candidate.clause.overlaps($0.tokens)
        }
        guard !before.contains(where: { $0.role == .doubleNegation }) else { return nil }
        return before.first { $0.role == .prohibition && $0.scope != .left }
    }

    /// The condition that is written in the words of the control itself: "no account unless a passport is shown".
    private func ownCondition(_ candidate: Candidate) -> CueMatch? {
        reading.cues[candidate.sentence].first {
            ($0.role == .condition || $0.role == .removal) && candidate.tokens.contains($0.tokens)
        }
    }

    /// Whether the words of the control forbid, as in "users may be barred from"; then the user chooses nothing.
    private func isForbiddingItself(_ candidate: Candidate) -> Bool {
        reading.cues[candidate.sentence].contains { $0.role == .prohibits && $0.tokens.overlaps(candidate.tokens) }
    }

    /// Whether a statute lays down in the passive what nobody is named to do: "the page is blocked". A clause that only says
    /// when something else applies ("where a page is blocked") lays down nothing.
    private func isPassiveRule(_ candidate: Candidate) -> Bool {
        let tokens = reading.tokens
        let traits = { (token: Int) in self.reading.types.traits[Int(tokens.type[token])] }
        guard reading.kind == .statute, reading.document.stems(of: candidate.block).isEmpty,
            candidate.tokens.contains(where: { traits($0).contains(.auxiliary) }),
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition })
        else { return false }
        var token = candidate.tokens.lowerBound
        while token > candidate.clause.lowerBound, tokens.breakBefore[token] < .comma {
            token -= 1
            if traits(token).contains(.clauseOpener) { return false }
        }
        return true
    }

    /// What a person does is a control only where it is forbidden or punished.
    private func conductStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if let negation = force.negation, force.modality != .none {
            // What an authority may not do itself restricts nobody else.
            if actorIs(.authority, force) || actorIs(.judge, force) { return (.other, nil) }
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
            let namesAuthority = reading.nouns(of: candidate.sentence).contains {
                NounClass.allCases[$0.noun] == .authority
            }
            return !(force.isBinding && namesAuthority)
        }
        if reading.kind == .statute || candidate.entry.strength == .strong { return false }
        let cues = reading.cues[candidate.sentence].count { $0.role == .technical }
        return cues >= 2 || cues == 1 && !force.isBinding
    }

    /// Whether a modal is a past tense: "tried to".
    private func isPast(_ cue: CueMatch?) -> Bool {
        cue?.tokens.contains { reading.types.traits[Int(reading.tokens.type[$0])].contains(.pastTense) } ?? false
    }

    private func actorIs(_ noun: NounClass, _ force: Force) -> Bool {
        force.actor.map { NounClass.allCases[$0.noun] == noun } ?? false
    }
}
