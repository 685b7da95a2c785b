internal import Lexicons
internal import TextModel

/// Decides what the author does with a control: asserts it, considers, reports, exposes or forbids it, or
/// merely runs a network.
struct ControlStance: Sendable {
    let reading: Reading

    private let forces: ForceFinder

    let attribution: Attribution

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
        var (stance, cue) = controlStance(candidate, force)
        if stance == .prohibited, let escape = escape(of: candidate) {
            (stance, cue) = (.asserted, reading.evidence("polarity", "conditional", escape))
        }
        if stance == .asserted, let told = news(candidate, force) { (stance, cue) = told }
        if stance == .asserted, let aim = aim(of: candidate) {
            (stance, cue) = (.option, reading.evidence("modality", "what the instrument is for", aim))
        }
        candidate.mention.stance = stance
        if let cue { candidate.mention.cues.append(cue) }
        candidate.mention.isLive = stance == .asserted || stance == .option
    }

    /// The words by which a sentence of a statute says what the statute is for, with no verb of force between them and a
    /// control: "the purpose of this Act is to provide penalties for".
    private func aim(of candidate: Candidate) -> CueMatch? {
        guard reading.kind == .statute else { return nil }
        let cues = reading.cues[candidate.sentence]
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        return cues.first { aim in
            aim.role == .aspiration && aim.tokens.upperBound <= candidate.tokens.lowerBound
                && aim.tokens.lowerBound - start <= Self.longestDeterminer
                && !cues.contains {
                    ($0.role == .duty || $0.role == .power) && $0.tokens.lowerBound > aim.tokens.upperBound
                        && $0.tokens.lowerBound < candidate.tokens.upperBound
                }
        }
    }

    /// So many words stand before the noun of what a statute is for: "(1) the main".
    private static let longestDeterminer = 3

    private func controlStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            // "States must refrain from shutdowns that violate human rights": a demand forbids what it condemns.
            if stance == .critique, candidate.entry.act != .conduct, let demand = prohibition(before: candidate) {
                return (.prohibited, reading.evidence("polarity", "prohibited", demand))
            }
            return (stance, cue)
        }
        if let cue = reading.definition(of: candidate) {
            return (.other, reading.evidence("use", "defined", cue))
        }
        if let cue = guarantee(against: candidate) {
            return (.prohibited, reading.evidence("polarity", "ruled out", cue))
        }
        // "Using a relay ceases to be punishable", "nothing prevents a person from using a relay".
        if let cue = release(of: candidate) {
            return (.prohibited, reading.evidence("polarity", "left free", cue))
        }
        if let cue = banOnMeasure(in: candidate) {
            return (.prohibited, reading.evidence("polarity", "ruled out", cue))
        }
        if let cue = penaltyForOmission(of: candidate) {
            return (.asserted, reading.evidence("polarity", "punished omission", cue))
        }
        if let cue = prohibition(before: candidate) {
            // "It is forbidden to publish" binds people; "it is forbidden to make people publish" protects them.
            if candidate.entry.act == .conduct || isOfPublishing(candidate, force, after: cue),
                !isCompelled(candidate, after: cue)
            {
                return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
            }
            return (.prohibited, reading.evidence("polarity", "prohibited", cue))
        }
        if candidate.entry.act != .conduct, let cue = prohibition(after: candidate) ?? penalty(for: candidate) {
            // Who is punished for intercepting leaves people in peace; who is punished for publishing does not.
            if cue.role == .penalty, actorIs(.user, force), publishes(candidate), !watches(candidate) {
                return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
            }
            return (.prohibited, reading.evidence("polarity", "ruled out", cue))
        }
        if reading.isQuestion(candidate.sentence), force.modality != .none, reading.kind != .critique {
            return (.option, reading.evidence("modality", "question", force.modalCue))
        }
        if let cue = reading.cues[candidate.sentence].first(where: {
            $0.role == .secrecy && !$0.tokens.overlaps(candidate.tokens)
        }),
            force.negation == nil || force.modality == .penalty, isOperative || force.isBinding
        {
            return (.asserted, reading.evidence("stance", "shielded", cue))
        }
        if isTechnical(candidate, force) { return (.technical, Cue(axis: "stance", value: "technical", span: nil)) }
        if candidate.entry.act == .conduct { return conductStance(candidate, force) }
        if let cue = reading.definition(by: candidate),
            force.modality == .none || force.isInherited || force.modalCue?.tokens.overlaps(cue.tokens) ?? false
        {
            return (.other, reading.evidence("use", "defined", cue))
        }
        if let cue = incident(of: candidate, force) {
            return (.other, reading.evidence("use", "incidental", cue))
        }
        if let cue = force.negation ?? (force.modality == .penalty ? force.modalCue : nil), actorIs(.user, force),
            cue.tokens.upperBound <= candidate.tokens.lowerBound || force.isInherited,
            watches(candidate), force.condition == nil || !namesAuthority(candidate.sentence)
        {
            return (.prohibited, reading.evidence("polarity", "forbidden to people", cue))
        }
        // "shall not be censored, save in the cases provided for by law" forbids, and leaves to the law how far.
        if force.negation != nil || force.modality == .prohibition, let condition = force.condition,
            let reserve = reading.cues[candidate.sentence].first(where: { $0.role == .reservation }),
            condition.tokens.overlaps(reserve.tokens)
        {
            return (.prohibited, reading.evidence("polarity", "left to the law", reserve))
        }
        if let negation = force.negation {
            // "Publishes such content and fails to block it": a statute names an omission to punish it.
            let isExcused = reading.cues[candidate.sentence].overlaps(.prohibition, negation.tokens)
            if reading.kind == .statute, isOmission(negation), !isExcused {
                return (.asserted, reading.evidence("polarity", "punished omission", negation))
            }
            // "No person shall use a relay other than one that is registered" restricts people by the words of a measure.
            if actorIs(.user, force), force.isBinding, negation.scope == .both, !actsOnOthers(candidate),
                isObject(candidate, force)
            {
                return (.asserted, reading.evidence("polarity", "forbidden to people", negation))
            }
            // "shall not … unless" gives an authority a power; it only limits what a provider does.
            if force.condition != nil, !actorIs(.provider, force) {
                return (.asserted, reading.evidence("polarity", "conditional", force.condition))
            }
            // "Nobody may print a paper who does not hold a licence", "shall not connect users who have not been identified":
            // what is lacking is the condition.
            if force.modality == .power && publishes(candidate)
                || [.duty, .prohibition].contains(force.modality) && bindsOthers(force),
                let lack = lack(in: candidate)
            {
                return (.asserted, reading.evidence("polarity", "conditional", lack))
            }
            // "shall not open an account until the passport is copied": the condition is the control.
            if let condition = ownCondition(candidate) {
                return (.asserted, reading.evidence("polarity", "conditional", condition))
            }
            // "The station lost its licence for failing to carry the address": what did not happen forbids nothing.
            if force.modality == .none, !isOperative, reading.kind != .terms, reading.kind != .critique,
                reading.register[candidate.block].isPast, !reading.isFirstPerson(before: candidate)
            {
                return (.reported, reading.evidence("attribution", "narrated", negation))
            }
            return (.prohibited, reading.evidence("polarity", "negated", negation))
        }
        // "The paper weighs a ban on relays": outside of rules, a noun or an infinitive commands nothing.
        if names(candidate, force) {
            if let (stance, cue) = attribution.told(in: candidate.sentence) { return (stance, cue) }
            return (.other, Cue(axis: "modality", value: "named", span: nil))
        }
        if force.modality == .prohibition, let cue = force.modalCue, candidate.tokens.overlaps(cue.tokens) {
            let acts =
                isOperative || actorIs(.authority, force) || force.negation != nil
                || candidate.entry.strength == .strong
            return (acts ? .asserted : .other, reading.evidence("polarity", "forbidden to people", cue))
        }
        if force.modality == .prohibition, !(force.modalCue.map { isJoined($0, to: candidate) } ?? false) {
            if force.negation == nil, isOfPublishing(candidate, force, after: force.modalCue) {
                return (.asserted, reading.evidence("polarity", "forbidden conduct", force.modalCue))
            }
            return (.prohibited, reading.evidence("polarity", "prohibited", force.modalCue))
        }
        if isOwnChoice(candidate, force) {
            return (.other, Cue(axis: "actor", value: "a user's own choice", span: nil))
        }
        // "May block at the request of the subscriber"; "shall remove at the request of a user" makes others obey him.
        if force.modality == .power || force.modality == .none,
            let cue = reading.cues[candidate.sentence].first(where: {
                $0.role == .choice && candidate.clause.contains($0.tokens)
            })
        {
            return (.other, reading.evidence("actor", "a user's own choice", cue))
        }
        // "The newspaper was closed": outside what lays down rules, a passive in the past tells a story.
        if !isOperative, reading.kind != .critique, let past = past(in: candidate),
            !reading.isFirstPerson(before: candidate)
        {
            return (
                .reported, Cue(axis: "attribution", value: "narrated", span: reading.tokens.span(of: past..<past + 1))
            )
        }
        if isPremise(candidate, force) { return attribution.told(in: candidate.sentence) ?? (.other, nil) }
        if let continued = continuation(of: candidate, force) { return continued }
        // "They are asking platforms to filter": in an article, what others do is told.
        if mayTell, !force.isBinding || force.modality == .intention,
            let others = others(before: candidate, force)
        {
            return attribution.telling(others, in: candidate.block)
        }
        switch isBareAdjective(force, candidate) || isOwnPenalty(force, candidate) ? .none : force.modality {
        case .option, .encouragement, .aspiration, .advice:
            return weighed(candidate, force)
        case .power, .penalty, .prohibition:
            return granted(candidate, force)
        case .duty, .intention, .statement:
            return ordered(candidate, force)
        case .none:
            return stated(candidate, force)
        }
    }

    /// Whether the document is of a kind whose sentences act.
    var isOperative: Bool {
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
            return !(force.isBinding && namesAuthority(candidate.sentence))
        }
        if reading.kind == .statute || candidate.entry.strength == .strong { return false }
        // In a plan the words of a measure are no sign: "build a national firewall".
        let isPlanned = isPlanItem(candidate)
        let cues = reading.cues[candidate.sentence].count {
            $0.role == .technical && !(isPlanned && $0.tokens.overlaps(candidate.tokens))
        }
        return cues >= 2 || cues == 1 && !force.isBinding
    }

    /// Whether a preposition and a relative pronoun open the clause of the modal verb within the words of a control: "the
    /// period for which data will be stored".
    func holdsRelative(_ candidate: Candidate, _ force: Force) -> Bool {
        guard let modal = force.modalCue, candidate.tokens.contains(modal.tokens) else { return false }
        return (candidate.tokens.lowerBound + 1..<max(modal.tokens.lowerBound, candidate.tokens.lowerBound + 1))
            .contains {
                reading.traits($0).contains(.clauseOpener) && reading.traits($0 - 1).contains(.functionWord)
            }
    }

    /// Whether a negation is a verb that leaves something undone: "fails to".
    private func isOmission(_ negation: CueMatch) -> Bool {
        return reading.traits(negation.tokens.upperBound - 1).contains(.infinitiveMarker)
            && !reading.traits(negation.tokens.lowerBound).contains(.functionWord)
    }

    /// A negation within the words of a control whose verb another one negates.
    private func lack(in candidate: Candidate) -> CueMatch? {
        let negations = reading.cues[candidate.sentence].filter {
            $0.role == .negation && candidate.clause.contains($0.tokens)
                && $0.tokens.lowerBound < candidate.tokens.upperBound
        }
        // "Nor may it" goes on with what was negated before.
        guard let last = negations.last, candidate.tokens.contains(last.tokens),
            !reading.traits(last.tokens.lowerBound).contains(.coordinator)
        else { return nil }
        return negations.contains { $0.tokens.upperBound <= last.tokens.lowerBound } ? last : nil
    }

    /// Whether the words of a duty order somebody else: "may direct the stations to".
    func isOrder(_ duty: CueMatch?, in sentence: Int) -> Bool {
        reading.nouns(of: sentence).contains { noun in
            NounClass.allCases[noun.noun] == .compel && duty.map { $0.tokens.contains(noun.tokens) } ?? false
        }
    }

    /// Whether a duty is on people or on providers, or on nobody by name.
    func bindsOthers(_ force: Force) -> Bool {
        reading.kind == .statute && !actorIs(.authority, force) && !actorIs(.judge, force)
    }

    /// Whether what is forbidden is to publish something, and not forbidden to an authority: "stations refrain from
    /// broadcasting what may be held against the army".
    private func isOfPublishing(_ candidate: Candidate, _ force: Force, after cue: CueMatch?) -> Bool {
        guard reading.kind == .statute, !actorIs(.authority, force), !actorIs(.judge, force) else { return false }
        let first = cue.map { max($0.tokens.upperBound, candidate.tokens.lowerBound) } ?? candidate.tokens.lowerBound
        return reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .publish && $0.tokens.lowerBound == first
        }
    }

    /// Whether words that are a control only where somebody is made to act stand outside of rules and bind nobody, or
    /// bind people to something else: "readers must live with censorship".
    func isLoose(_ candidate: Candidate, _ force: Force) -> Bool {
        guard candidate.entry.strength == .weak, !isOperative else { return false }
        if reading.kind == .terms, reading.isMadeToTakeDown(candidate) { return false }
        let isOwnVerb = force.modalCue.map { candidate.tokens.overlaps($0.tokens) } ?? false
        return force.actor == nil || actorIs(.user, force) && !isOwnVerb
    }

    /// Whether the power is a user's own: "users may block". A power over users in the passive ("no data about them may
    /// leave") is somebody else's.
    private func isOwnChoice(_ candidate: Candidate, _ force: Force) -> Bool {
        guard actorIs(.user, force), force.modality == .power, !isForbiddingItself(candidate),
            let modal = force.modalCue, let actor = force.actor
        else { return false }
        let nouns = reading.nouns(of: candidate.sentence)
        // "Anyone may publish a paper upon approval": what needs a permit is nobody's own choice.
        if nouns.contains(where: { NounClass.allCases[$0.noun] == .permit && candidate.tokens.contains($0.tokens) }) {
            return false
        }
        // "May be ordered to hand over", "a court that convicts a publisher may order": somebody else chooses. "May demand that
        // the picture be deleted": a person's own right.
        let isCourt = nouns.contains {
            [.authority, .judge].contains(NounClass.allCases[$0.noun])
                && candidate.clause.contains($0.tokens) && $0.tokens.upperBound <= modal.tokens.lowerBound
        }
        let isOrdered = nouns.contains {
            NounClass.allCases[$0.noun] == .compel && $0.tokens.lowerBound >= modal.tokens.upperBound
                && $0.tokens.distance(to: modal.tokens) <= Self.passiveReach
                && (isCourt || $0.tokens.lowerBound > modal.tokens.upperBound
                    || reading.traits($0.tokens.lowerBound).contains(.functionWord))
        }
        // "Letters of persons may be opened": what belongs to somebody does not choose.
        let isSubject = actor.tokens.lowerBound <= candidate.tokens.lowerBound
        return !isOrdered
            && (!candidate.tokens.contains(modal.tokens) || candidate.tokens.overlaps(actor.tokens) && isSubject)
    }

    /// Whether a control is the object of the verb that a modal commands, in its sentence or in the item that hangs on it.
    private func isObject(_ candidate: Candidate, _ force: Force) -> Bool {
        guard let modal = force.modalCue else { return false }
        let start =
            force.isInherited
            ? reading.tokens.tokens(of: candidate.sentence).lowerBound : modal.tokens.upperBound
        return candidate.tokens.lowerBound - start <= Self.objectReach
    }

    /// So many words stand between a modal verb and the object of its verb: "shall use a".
    private static let objectReach = 3

    /// So many words stand between a modal verb and the verb of commanding: "may at any time be ordered".
    private static let passiveReach = 4

    private func namesAuthority(_ sentence: Int) -> Bool {
        reading.nouns(of: sentence).contains { NounClass.allCases[$0.noun] == .authority }
    }

    func actorIs(_ noun: NounClass, _ force: Force) -> Bool {
        force.actor.map { NounClass.allCases[$0.noun] == noun } ?? false
    }
}
