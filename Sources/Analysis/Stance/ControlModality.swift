internal import Lexicons
internal import TextModel

/// What a verb of force makes of a control, where nothing else in its sentence has decided.
extension ControlStance {
    /// The stance of a control that its clause recommends, attempts, promises or holds possible.
    func weighed(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if reading.kind == .critique, force.modality == .option,
            let (stance, cue) = attribution.told(in: candidate.sentence)
        {
            return (stance, cue)
        }
        let isOwn = force.modalCue.map { reading.isFirstPerson(before: $0, in: candidate.sentence) } ?? false
        if isPast(force.modalCue) || force.modality == .advice && !isOperative && !isOwn,
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
        // "The bill could ban the app": who argues against it weighs what others might do.
        if force.modality == .option, mayTell, reading.register.isArgument,
            !reading.register[candidate.block].isPast, !reading.isFirstPerson(before: candidate)
        {
            return (.critique, reading.evidence("attribution", "what others might do", force.modalCue))
        }
        if force.modality != .advice { return (.option, nil) }
        if isLoose(candidate, force) { return (.other, nil) }
        return (.asserted, nil)
    }

    /// The stance of a control that its clause allows, or that it forbids or punishes people to evade.
    func granted(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        // "The Authority may close any site": a critic says what a text lets others do.
        if reading.kind == .critique, let (stance, cue) = attribution.told(in: candidate.sentence) {
            return (stance, cue)
        }
        if isLoose(candidate, force) { return (.other, nil) }
        if force.modality == .power, !isOperative, isRelative(candidate) { return (.other, nil) }
        if isQuestioned(candidate, force) || isNamedPower(candidate, force) {
            return attribution.told(in: candidate.sentence) ?? (.other, nil)
        }
        return (.asserted, nil)
    }

    /// The stance of a control that its clause orders or announces.
    func ordered(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if isLoose(candidate, force) { return (.other, nil) }
        // "The respondent ordered all providers to": outside of rules, an order in the past is told.
        if !isOperative, reading.kind != .terms, isPast(force.modalCue),
            !reading.isFirstPerson(before: candidate)
        {
            return attribution.told(in: candidate.sentence)
                ?? (.reported, reading.evidence("attribution", "past order", force.modalCue))
        }
        // "The period for which data will be stored" says of the period which one it is.
        if force.modality == .intention, isRelative(candidate) || holdsRelative(candidate, force) {
            return (.other, nil)
        }
        return (.asserted, nil)
    }

    /// The stance of a control whose clause has no verb of force.
    func stated(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        let acts =
            (actorIs(.authority, force) || actorIs(.provider, force)) && !describesActor(candidate)
            || isStatedRule(candidate) || isLooseItem(candidate) || isInfinitiveItem(candidate)
        let tellsOfPast = reading.kind != .statute && reading.register[candidate.block].isPast
        let speaks =
            candidate.entry.strength == .strong && !tellsOfPast
            || reading.kind == .statute && candidate.entry.strength == .plain
        // A platform that says what authorities make it do says it in the present tense.
        let isMoved =
            reading.kind == .terms
            && (candidate.entry.strength == .strong || reading.isMadeToTakeDown(candidate))
        if isOperative && speaks && (acts || isFreed(candidate)) || isMoved || opensLooseItem(candidate)
            || isPlanItem(candidate) || isOwnDeed(candidate)
        {
            return (.asserted, Cue(axis: "modality", value: "statement", span: nil))
        }
        if let (stance, cue) = attribution.told(in: candidate.sentence) { return (stance, cue) }
        // A speaker who says in passing what authorities do tells of them.
        if !isOperative, reading.kind != .terms, reading.kind != .technical, let actor = force.actor,
            actorIs(.authority, force), !reading.isOfficialRelease, !reading.isFirstPerson(before: candidate)
        {
            let span = reading.tokens.span(of: actor.tokens)
            return (.reported, Cue(axis: "attribution", value: "what others do", span: span))
        }
        return (.other, nil)
    }
}
