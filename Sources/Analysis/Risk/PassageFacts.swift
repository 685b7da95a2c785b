internal import Lexicons
internal import TextModel

/// What rules on values, counterweights and whole passages need to know.
struct PassageFacts: Sendable {
    /// Facts of the passage.
    private(set) var facts: FactSet = []
    /// Where a fact was seen.
    private(set) var evidence: [Fact: TextSpan] = [:]

    private static let factOfFamily: [Family: Fact] = [
        .value: .value, .counterweight: .counterweight, .control: .control,
    ]
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
            let hasSubject =
                !reading.concepts(of: sentence).isEmpty || reading.cues[sentence].contains { $0.role == .absolutist }
            for cue in reading.cues[sentence] {
                // A threat counts where the sentence says to what, or against whom.
                if cue.role == .threat, !hasSubject { continue }
                if cue.role == .guarantee, !reading.isGuaranteed(cue, in: sentence) { continue }
                guard let fact = Self.fact(of: cue.role) else { continue }
                facts.insert(fact)
                if evidence[fact] == nil { evidence[fact] = reading.tokens.span(of: cue.tokens) }
            }
        }
        for index in members {
            let candidate = candidates[index]
            if candidate.mention.stance == .critique, evidence[.critique] == nil {
                evidence[.critique] = reading.tokens.sentences[candidate.sentence].span
            }
            if candidate.mention.stance == .prohibited, evidence[.prohibited] == nil {
                evidence[.prohibited] = candidate.mention.span
            }
            if candidate.mention.isLive, let fact = Self.factOfFamily[candidate.family], evidence[fact] == nil {
                evidence[fact] = candidate.mention.span
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
