internal import Lexicons
internal import TextModel

/// What rules on values, counterweights and whole passages need to know.
struct PassageFacts: Sendable {
    /// Facts of the passage.
    private(set) var facts: FactSet = []
    /// Where a fact was seen.
    private(set) var evidence = FactPlaces()

    private static func fact(of family: Family) -> Fact? {
        switch family {
        case .value: .value
        case .counterweight: .counterweight
        case .control: .control
        case .safeguard: nil
        }
    }

    /// Kept apart from a dictionary, since every cue of a document is asked.
    private static func fact(of role: DeviceRole) -> Fact? {
        switch role {
        case .secrecy: .secrecy
        case .threat: .threat
        case .evidence: .evidence
        case .absolutist: .absolutist
        case .empowerment: .empowerment
        case .clawback: .clawedBack
        case .reservation: .reserved
        case .doubleNegation: .opened
        case .vague: .vague
        case .discretion: .discretion
        case .definition: .defined
        case .companion: .companionNear
        case .tempering: .tempered
        case .universal: .universal
        case .guarantee: .guaranteed
        default: nil
        }
    }

    init(block: Int, reading: Reading, candidates: [Candidate], members: Range<Int>) {
        for sentence in reading.tokens.sentences(of: block) {
            let cues = reading.cues[sentence]
            for cue in cues {
                // A threat counts where the sentence says to what, or against whom.
                if cue.role == .threat, reading.concepts(of: sentence).isEmpty,
                    !cues.contains(where: { $0.role == .absolutist })
                {
                    continue
                }
                if cue.role == .guarantee, !reading.isGuaranteed(cue, in: sentence) { continue }
                guard let fact = Self.fact(of: cue.role) else { continue }
                facts.insert(fact)
                evidence.note(fact, reading.tokens.span(of: cue.tokens))
            }
        }
        for index in members {
            let candidate = candidates[index]
            if candidate.mention.stance == .critique {
                evidence.note(.critique, reading.tokens.sentences[candidate.sentence].span)
            }
            if candidate.mention.stance == .prohibited { evidence.note(.prohibited, candidate.mention.span) }
            if candidate.mention.isLive, let fact = Self.fact(of: candidate.family) {
                evidence.note(fact, candidate.mention.span)
            }
            switch candidate.family {
            case .control:
                facts.insert(.control)
                switch candidate.mention.stance {
                case .asserted: facts.insert(.asserted)
                case .option: facts.insert(.option)
                case .prohibited: facts.insert(.prohibited)
                case .critique: facts.insert(.critique)
                case .reported: facts.insert(.reported)
                case .technical, .other: break
                }
            case .value:
                if candidate.mention.isLive { facts.insert(.value) }
                if candidate.mention.stance == .critique { facts.insert(.critique) }
            case .counterweight:
                if candidate.mention.stance == .critique { facts.insert(.critique) }
                if candidate.mention.isLive { facts.insert(.counterweight) }
            case .safeguard: if candidate.mention.isLive { facts.insert(.safeguarded) }
            }
        }
        let kind = reading.document.blocks[block].kind
        if kind == .heading || kind == .title { facts.insert(.heading) }
        if reading.kind == .terms { facts.insert(.terms) }
    }
}
