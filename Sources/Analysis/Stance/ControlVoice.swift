internal import Lexicons
internal import TextModel

extension Reading {
    private static let takingDown: [NounClass] = [.erase, .bar, .halt, .watch]

    /// Whether an authority makes a platform close, erase or watch what its users say. What it must hand over in a case is
    /// ordinary procedure.
    func isMadeToTakeDown(_ candidate: Candidate) -> Bool {
        isMadeToAct(in: candidate.sentence)
            && !cues[candidate.sentence].contains {
                $0.role == .negation && candidate.clause.contains($0.tokens)
                    && !cues[candidate.sentence].overlaps(.removal, $0.tokens)
                    && !cues[candidate.sentence].overlaps(.doubleNegation, $0.tokens)
            }
            && nouns(of: candidate.sentence).contains {
                Self.takingDown.contains(NounClass.allCases[$0.noun]) && $0.tokens.overlaps(candidate.tokens)
            }
    }
}

/// Whether the sentence of a control tells what others do or did, outside of texts that lay down rules.
extension ControlStance {
    /// Whether the document is of a kind in which authors write of what others do.
    var mayTell: Bool {
        switch reading.kind {
        case .press, .critique, .other: true
        case .statute, .strategy, .guidance, .speech, .transcript, .rights, .terms, .technical: false
        }
    }

    /// Stance of a measure in the news, which tells of measures and takes none: "spreading rumours becomes an offence on
    /// Monday". A newspaper that speaks for itself says "we" or what ought to be; under the name of an authority stand its
    /// own words.
    func news(_ candidate: Candidate, _ force: Force) -> (Stance, Cue?)? {
        guard reading.kind == .press, !reading.isTitledByAuthority, force.modality != .advice,
            !reading.register[candidate.block].isFirstPerson, !addresses(candidate),
            let (stance, cue) = attribution.told(in: candidate.sentence)
        else { return nil }
        return (stance, cue)
    }

    /// Whether who speaks for a government tells of a measure as an own deed: "we have shut down the network".
    func isOwnDeed(_ candidate: Candidate) -> Bool {
        guard reading.kind == .speech || reading.kind == .strategy, candidate.entry.act != .conduct,
            candidate.entry.strength != .weak
        else { return false }
        let first = candidate.tokens.lowerBound
        let before = max(candidate.clause.lowerBound, first - Self.deedReach)..<first
        return before.contains { reading.traits($0).contains(.firstPerson) }
            && reading.traits(first - 1).contains(.auxiliary)
            && !reading.cues[candidate.sentence].contains {
                $0.role == .negation && $0.tokens.distance(to: candidate.tokens) <= Self.deedReach
            }
    }

    /// So many words stand between a speaker and an own deed: "we have".
    private static let deedReach = 3

    /// Whether a sentence speaks to its readers: "you will have to".
    private func addresses(_ candidate: Candidate) -> Bool {
        reading.tokens.tokens(of: candidate.sentence).contains {
            reading.traits($0).contains(.conversational)
        }
    }

    /// Whether a text that lays down no rules only names a measure, by a noun, an infinitive or a participle that no
    /// auxiliary, author or authority makes the verb of a sentence: "the risks of a ban on relays", "having closed the
    /// paper". What opens a sentence may be an item of a plan.
    func names(_ candidate: Candidate, _ force: Force) -> Bool {
        switch reading.kind {
        case .statute, .terms, .guidance, .technical: return false
        case .strategy, .speech, .critique, .rights, .transcript, .press, .other: break
        }
        guard force.modality == .prohibition || force.modality == .penalty, let cue = force.modalCue,
            cue.tokens.overlaps(candidate.tokens), !force.isInherited
        else { return false }
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let first = cue.tokens.lowerBound
        let isInfinitive = first > start && reading.traits(first - 1).contains(.infinitiveMarker)
        var near = first
        while near > max(start, first - Self.auxiliaryReach), !reading.traits(near - 1).contains(.clauseOpener),
            reading.tokens.breakBefore[near] < .comma
        {
            near -= 1
        }
        let hasAuxiliary =
            !isInfinitive && (near..<candidate.tokens.upperBound).contains { reading.traits($0).contains(.auxiliary) }
        let hasSubject = force.actor.map { $0.tokens.distance(to: cue.tokens) <= Self.subjectReach } ?? false
        let isWithin = cue.tokens.lowerBound - start > 1 || isNounOfVerb(cue, candidate)
        return !hasAuxiliary && !hasSubject && isWithin && !reading.isFirstPerson(before: candidate)
    }

    /// Whether a noun that opens its sentence is the subject of a verb or has a clause of its own, so that it is no item of
    /// a plan: "the confiscation of papers costs us dear".
    private func isNounOfVerb(_ cue: CueMatch, _ candidate: Candidate) -> Bool {
        let (after, next) = (cue.tokens.upperBound, candidate.tokens.upperBound)
        guard after < candidate.tokens.upperBound, reading.traits(after).contains(.functionWord),
            candidate.clause.contains(next), reading.tokens.breakBefore[next] == .none
        else { return false }
        let traits = reading.traits(next)
        return !traits.contains(.functionWord) || traits.contains(.clauseOpener)
            || traits.isSuperset(of: [.pastTense, .auxiliary])
    }

    /// Whether a control is the premise of an argument: "if the minister may close any paper, no paper is free". A text that
    /// lays down rules says so of the case that it rules.
    func isPremise(_ candidate: Candidate, _ force: Force) -> Bool {
        guard !isOperative, reading.kind != .terms, !force.isInherited, let modal = force.modalCue,
            modal.tokens.upperBound <= candidate.tokens.upperBound
        else { return false }
        let sentence = reading.tokens.tokens(of: candidate.sentence)
        return reading.traits(sentence.lowerBound).contains(.clauseOpener)
            && modal.tokens.lowerBound - sentence.lowerBound <= Self.longestPremiseSubject
            && !(sentence.lowerBound + 1..<candidate.tokens.upperBound).contains {
                reading.tokens.breakBefore[$0] >= .comma
            }
            && (candidate.tokens.upperBound..<sentence.upperBound).contains { reading.tokens.breakBefore[$0] >= .comma }
    }

    /// So many words stand from the opening of a premise to its verb: "if the minister may".
    private static let longestPremiseSubject = 4

    /// Whether a text that lays down no law speaks of a power which somebody has, by a noun that is the subject of another
    /// verb: "the power to close papers is limited by the constitution".
    func isNamedPower(_ candidate: Candidate, _ force: Force) -> Bool {
        guard reading.kind != .statute, force.modality == .power, let cue = force.modalCue, !force.isInherited,
            !reading.traits(cue.tokens.lowerBound).contains(.functionWord),
            cue.tokens.upperBound == candidate.tokens.lowerBound || candidate.tokens.contains(cue.tokens),
            reading.traits(cue.tokens.upperBound - 1).contains(.infinitiveMarker)
        else { return false }
        let verbs = candidate.clause.filter { reading.traits($0).contains(.auxiliary) }
        return verbs.contains { $0 >= candidate.tokens.upperBound } && !verbs.contains { $0 < cue.tokens.lowerBound }
    }

    /// Whether a text that lays down no law asks by whom or when something may be done: "the question is who may close".
    func isQuestioned(_ candidate: Candidate, _ force: Force) -> Bool {
        guard reading.kind != .statute, let cue = force.modalCue, !force.isInherited,
            cue.tokens.lowerBound - candidate.clause.lowerBound >= 2
        else { return false }
        let opener = cue.tokens.lowerBound - 1
        return reading.traits(opener).contains(.clauseOpener)
            && !reading.traits(opener - 1).isDisjoint(with: [.auxiliary, .functionWord])
    }

    /// So many words stand between an auxiliary and its verb: "must therefore at once require".
    private static let auxiliaryReach = 6
    /// So many words stand between a subject and its verb.
    private static let subjectReach = 2

    /// The pronoun for others that is the subject of a control's verb: right before its modal verb, or before the control.
    func others(before candidate: Candidate, _ force: Force) -> Int? {
        let verb = force.isInherited ? candidate.tokens : force.modalCue?.tokens ?? candidate.tokens
        let end = min(verb.lowerBound, candidate.tokens.lowerBound)
        return (max(candidate.clause.lowerBound, end - 2)..<max(candidate.clause.lowerBound, end)).last {
            reading.traits($0).contains(.thirdPerson)
        }
    }

    /// The auxiliary in the past tense that a control holds or that stands right before it: "was closed".
    func past(in candidate: Candidate) -> Int? {
        let first = max(candidate.clause.lowerBound, candidate.tokens.lowerBound - 1)
        return (first..<candidate.tokens.upperBound).first {
            reading.traits($0).isSuperset(of: [.pastTense, .auxiliary])
        }
    }

    /// Whether a modal is a past tense: "tried to".
    func isPast(_ cue: CueMatch?) -> Bool {
        cue?.tokens.contains { reading.traits($0).contains(.pastTense) } ?? false
    }

    /// Stance of what a sentence says of a text that the passage began to tell of: "The Act bans forgery. It obliges
    /// providers to". The verb then stands at the beginning, with nobody named before it.
    func continuation(of candidate: Candidate, _ force: Force) -> (Stance, Cue?)? {
        let first = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let verb = reading.cues[candidate.sentence].first { ForceFinder.isModal($0.role) }
        guard let verb, force.modality != .none, !force.isInherited,
            verb.tokens.lowerBound > first, verb.tokens.lowerBound - first <= Self.longestSubject,
            candidate.sentence > reading.tokens.sentences(of: candidate.block).lowerBound,
            !reading.register[candidate.block].isFirstPerson,
            !reading.nouns(of: candidate.sentence).contains(where: { $0.tokens.lowerBound < verb.tokens.lowerBound }),
            let (stance, cue) = attribution.continued(in: candidate.sentence)
        else { return nil }
        return (stance, cue)
    }

    /// So many words stand before the verb of a sentence whose subject is a pronoun.
    private static let longestSubject = 2
}
