internal import Lexicons
internal import TextModel

/// What people do, which is a control where it is forbidden or punished, and the penalty for carrying out a control or for
/// leaving it undone.
extension ControlStance {
    /// What a person does is a control only where it is forbidden or punished.
    func conductStance(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?) {
        let cues = reading.cues[candidate.sentence]
        // "Three operators were fined for failing to": whoever tells of a penalty threatens none.
        if force.modality == .penalty, isPast(force.modalCue), reading.kind != .statute, reading.kind != .terms,
            !reading.isFirstPerson(before: candidate)
        {
            return (.reported, reading.evidence("attribution", "narrated", force.modalCue))
        }
        if reading.kind == .statute, let hindrance = isHindered(candidate),
            cues.contains(where: { $0.role == .penalty })
        {
            return (.prohibited, reading.evidence("polarity", "ruled out", hindrance))
        }
        // "Stations shall refrain from broadcasting": what somebody is bound or ordered to leave undone is forbidden.
        if force.modality == .duty, bindsOthers(force) || isOrder(force.modalCue, in: candidate.sentence),
            let cue = reading.cues[candidate.sentence].first(where: {
                $0.role == .prohibition && candidate.tokens.contains($0.tokens)
            })
        {
            return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
        }
        // "No newspaper appears without leave": a statute that says what is not done, and when it is, forbids it.
        let isConditional = reading.kind == .statute && force.condition != nil
        // "News is not published without leave" has both in its own words.
        if reading.kind == .statute, force.modality == .none,
            let cue = cues.first(where: { $0.role == .condition && candidate.tokens.contains($0.tokens) }),
            cues.overlaps(.negation, cue.tokens)
        {
            return (.asserted, reading.evidence("polarity", "conditional", cue))
        }
        if let negation = force.negation, force.modality != .none || isInfinitiveItem(candidate) || isConditional {
            // "Nobody shall be punished for publishing" leaves people free.
            if force.modality == .penalty, let penalty = force.modalCue,
                penalty.tokens.upperBound <= candidate.tokens.lowerBound
                    || penalty.tokens.overlaps(candidate.tokens)
                        && negation.tokens.upperBound <= penalty.tokens.lowerBound,
                negation.tokens.lowerBound < penalty.tokens.upperBound
            {
                return (.prohibited, reading.evidence("polarity", "left free", negation))
            }
            // What an authority may not do itself restricts nobody else.
            if actorIs(.authority, force) || actorIs(.judge, force) { return (.other, nil) }
            return (.asserted, reading.evidence("polarity", "forbidden conduct", negation))
        }
        if force.modality == .prohibition || force.modality == .penalty {
            // "Journalists can face prison for their reports": a critic says what others punish.
            if reading.kind == .critique, let (stance, cue) = attribution.told(in: candidate.sentence) {
                return (stance, cue)
            }
            return (.asserted, reading.evidence("polarity", "forbidden conduct", force.modalCue))
        }
        // "Everyone may publish without a licence" does away with the licence.
        if force.modality == .power, actorIs(.user, force), force.condition == nil,
            let cue = cues.first(where: { $0.role == .negation && candidate.tokens.contains($0.tokens) })
        {
            return (.prohibited, reading.evidence("polarity", "left free", cue))
        }
        if let cue = prohibition(after: candidate) {
            // "Spreading such advice is not allowed" forbids it; "the ban on such advice is repealed" does not.
            let isNegated = cues.contains { $0.role == .negation && $0.tokens.overlaps(cue.tokens) }
            return (isNegated ? .asserted : .prohibited, reading.evidence("polarity", "forbidden conduct", cue))
        }
        let forbidding = cues.first { $0.role == .penalty || $0.role == .prohibits }
        if let cue = forbidding {
            return (.asserted, reading.evidence("polarity", "forbidden conduct", cue))
        }
        if isOffence(candidate, force) {
            return (.asserted, Cue(axis: "polarity", value: "offence", span: nil))
        }
        return (.other, nil)
    }

    /// The penalty for carrying out a control: "an officer who intercepts a call commits an offence". The verb of the
    /// control then belongs to a clause on the offender, and no negation makes a duty of it ("who does not keep").
    func penalty(for candidate: Candidate) -> CueMatch? {
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let first = candidate.tokens.lowerBound
        let cues = reading.cues[candidate.sentence]
        let isOffender = (max(start, first - 3)..<min(first + 3, candidate.tokens.upperBound)).contains {
            reading.traits($0).contains(.clauseOpener)
        }
        guard candidate.entry.act != .conduct,
            !cues.contains(where: {
                ($0.role == .negation && !isInserted($0, before: candidate)
                    || ($0.role == .duty || $0.role == .power) && isAuxiliary($0) && !isOfOffender($0, cues))
                    && $0.tokens.lowerBound < candidate.tokens.upperBound
            })
        else { return nil }
        if let cue = offence(before: candidate) { return cue }
        guard candidate.entry.strength != .strong && isOffender || opensWithOffender(candidate) else { return nil }
        return cues.first { $0.role == .penalty && $0.tokens.lowerBound >= candidate.tokens.upperBound }
    }

    /// Whether commas part a negation from the verb of an offender: "whoever, without authority, enters".
    private func isInserted(_ negation: CueMatch, before candidate: Candidate) -> Bool {
        let (start, first) = (candidate.clause.lowerBound, candidate.tokens.lowerBound)
        guard negation.tokens.lowerBound > start, negation.tokens.upperBound < first else { return false }
        return (start..<negation.tokens.lowerBound).contains { reading.traits($0).contains(.clauseOpener) }
            && (negation.tokens.upperBound...first).contains { reading.tokens.breakBefore[$0] >= .comma }
    }

    /// Whether a verb of force is an auxiliary or has one: "shall", "is required to". What an offender "authorises others to"
    /// do is part of the offence.
    func isAuxiliary(_ cue: CueMatch) -> Bool {
        reading.traits(cue.tokens.lowerBound).contains(.auxiliary)
    }

    /// Whether a verb of force says what an offender does or that somebody is punished, and commands nothing: "any officer
    /// who shall open letters", "a fine shall be imposed".
    private func isOfOffender(_ verb: CueMatch, _ cues: ArraySlice<CueMatch>) -> Bool {
        reading.kind == .statute
            && (cues.overlaps(.penalty, verb.tokens)
                || verb.tokens.count == 1 && verb.tokens.lowerBound > 0
                    && reading.traits(verb.tokens.lowerBound - 1).contains(.clauseOpener))
    }

    /// The words that make an offence of all that follows: "a person commits an offence if (a) …; (b) the call is recorded",
    /// "shall be punished any officer who".
    private func offence(before candidate: Candidate) -> CueMatch? {
        reading.cues[candidate.sentence].first {
            $0.role == .penalty && $0.tokens.upperBound < candidate.tokens.lowerBound
                && (reading.traits($0.tokens.upperBound).contains(.clauseOpener)
                    || reading.kind == .statute && namesOffender(between: $0.tokens, and: candidate))
        }
    }

    /// Whether a relative clause on a person runs from words that punish to a control.
    private func namesOffender(between penalty: Range<Int>, and candidate: Candidate) -> Bool {
        let first = candidate.tokens.lowerBound
        let end = min(first + 3, candidate.tokens.upperBound)
        let openers = (max(penalty.upperBound, first - Self.longestOffender)..<end).filter {
            reading.traits($0).contains(.clauseOpener)
        }
        return openers.contains { opener in
            reading.nouns(of: candidate.sentence).contains {
                [.user, .authority, .provider].contains(NounClass.allCases[$0.noun])
                    && $0.tokens.lowerBound >= penalty.lowerBound && $0.tokens.upperBound <= opener
                    && opener - $0.tokens.upperBound <= Self.longestTitle
            }
        }
    }

    /// So many words stand between the noun of an offender and the clause on it: "officer or employee of the State who".
    private static let longestTitle = 6

    /// Whether what is punished is to keep people from doing something: "whoever hinders a person from attending".
    private func isHindered(_ candidate: Candidate) -> CueMatch? {
        let first = candidate.tokens.lowerBound
        return reading.cues[candidate.sentence].last {
            $0.role == .restrict && candidate.clause.contains($0.tokens) && $0.tokens.upperBound <= first
                && first - $0.tokens.upperBound <= Self.hindranceReach
                && !($0.tokens.upperBound..<first).contains { reading.traits($0).contains(.coordinator) }
                && (max(candidate.clause.lowerBound, $0.tokens.lowerBound - 3)..<$0.tokens.lowerBound).contains {
                    reading.traits($0).contains(.clauseOpener)
                }
        }
    }

    /// So many words stand between a verb of hindering and what is hindered: "hinders any person lawfully from".
    private static let hindranceReach = 10

    /// Whether a sentence of a statute begins with the person whom it punishes, so that all it says up to the penalty is the
    /// offence: "whoever, without leave, enters a system and thereby prevents access to it".
    private func opensWithOffender(_ candidate: Candidate) -> Bool {
        guard reading.kind == .statute else { return false }
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let comma = (start + 1...start + Self.longestOpening).first {
            $0 < candidate.tokens.lowerBound && reading.tokens.breakBefore[$0] >= .comma
        }
        let opening = start..<min(candidate.tokens.lowerBound, (comma ?? start) + Self.longestOffender)
        let isOpener = { (token: Int) in
            self.reading.traits(token).contains(.clauseOpener)
        }
        return reading.nouns(of: candidate.sentence).contains {
            [.user, .authority, .provider].contains(NounClass.allCases[$0.noun]) && opening.overlaps($0.tokens)
                && (opening.clamped(to: $0.tokens.lowerBound..<$0.tokens.upperBound + 1).contains(where: isOpener)
                    || isOpener(start) && isTakenUp(after: candidate))
        }
            && !reading.cues[candidate.sentence].contains {
                $0.role == .prohibition && $0.tokens.upperBound <= candidate.tokens.lowerBound
            }
    }

    /// Whether a penalty after a control is that of a person whom the sentence named before: "if an officer opens a letter, he
    /// is guilty of an offence".
    private func isTakenUp(after candidate: Candidate) -> Bool {
        reading.cues[candidate.sentence].contains { cue in
            cue.role == .penalty
                && (candidate.tokens.upperBound..<max(candidate.tokens.upperBound, cue.tokens.lowerBound)).contains {
                    reading.traits($0).contains(.thirdPerson)
                }
        }
    }

    /// Whether a sentence of a statute says of whoever does something nothing more, as where the penalty stands in the next
    /// paragraph: "Whoever spreads false news in time of war".
    func isOffence(_ candidate: Candidate, _ force: Force) -> Bool {
        force.modality == .none && opensWithOffender(candidate)
            && !reading.cues[candidate.sentence].contains {
                ForceFinder.isModal($0.role) || $0.role == .definition || $0.role == .prohibition
            }
    }

    /// So many words may stand before the comma that the offender follows: "Subject to subsections (1) and (2), any person".
    private static let longestOpening = 10

    /// So many words name the offender: "(1) Any natural or legal person who".
    private static let longestOffender = 8

    /// The penalty for not carrying out a control, which makes a duty of it: "failure to keep the logs is punishable".
    func penaltyForOmission(of candidate: Candidate) -> CueMatch? {
        guard candidate.entry.act != .conduct else { return nil }
        let cues = reading.cues[candidate.sentence]
        let first = candidate.tokens.lowerBound
        let isOmitted = cues.contains {
            ($0.role == .negation || $0.role == .prohibition) && $0.scope == .right && $0.tokens.upperBound <= first
                && $0.tokens.distance(to: candidate.tokens) <= Self.omissionReach
        }
        guard isOmitted,
            !cues.contains(where: { ($0.role == .duty || $0.role == .power) && $0.tokens.lowerBound < first })
        else { return nil }
        return cues.first { $0.role == .penalty && $0.tokens.lowerBound >= candidate.tokens.upperBound }
    }

    /// So many words stand between what is left undone and the verb that says so.
    private static let omissionReach = 2
}
