internal import Lexicons
internal import TextModel

/// Decides whether a counterweight is alive: the author commits to it.
struct CounterweightLife: Sendable {
    private let reading: Reading
    private let attribution: Attribution

    init(_ reading: Reading, attribution: Attribution) {
        self.reading = reading
        self.attribution = attribution
    }

    /// A counterweight is dead when it is a name, quoted away, negated, governed by a restricting verb or made to yield.
    func judge(_ candidate: inout Candidate) {
        let cues = reading.cues[candidate.sentence]
        var reason: Cue?
        if reading.isName(candidate.tokens, in: candidate.sentence) {
            reason = Cue(axis: "use", value: "name", span: nil)
        } else if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.cues.append(cue)
            return
        } else if let cue = cues.first(where: { $0.role == .subordination && subordinates($0, candidate) }) {
            candidate.isSubordinated = true
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

    private func subordinates(_ cue: CueMatch, _ candidate: Candidate) -> Bool {
        guard candidate.clause.overlaps(cue.tokens) else { return false }
        let cues = reading.cues[candidate.sentence]
        let isNegated = cues.contains {
            $0.role == .negation && !$0.tokens.overlaps(cue.tokens) && $0.tokens.upperBound <= cue.tokens.lowerBound
                && $0.tokens.distance(to: cue.tokens) <= 3 && !cues.overlaps(.pseudoNegation, $0.tokens)
        }
        if isNegated || cues.overlaps(.balance, cue.tokens) { return false }
        switch cue.scope {
        case .right:
            return cue.tokens.upperBound <= candidate.tokens.lowerBound
                && cue.tokens.distance(to: candidate.tokens) <= 4
        case .left:
            return cue.tokens.lowerBound >= candidate.tokens.upperBound
                && cue.tokens.distance(to: candidate.tokens) <= 4
        case .both: return cue.tokens.distance(to: candidate.tokens) <= 4
        }
    }

    /// The verb that restricts a counterweight, unless it is negated ("shall not restrict expression" protects).
    private func restriction(of candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let negations = cues.filter {
            $0.role == .negation && candidate.clause.contains($0.tokens) && !cues.overlaps(.pseudoNegation, $0.tokens)
                && !cues.overlaps(.balance, $0.tokens)
        }
        let verb = cues.last {
            $0.role == .restrict && $0.tokens.upperBound <= candidate.tokens.lowerBound
                && $0.tokens.distance(to: candidate.tokens) <= 4 && !cues.overlaps(.balance, $0.tokens)
        }
        if let verb {
            let isNegated =
                negations.contains { $0.tokens.upperBound <= verb.tokens.lowerBound }
                || cues.overlaps(.prohibition, candidate.clause)
            return isNegated ? nil : verb
        }
        return negations.first {
            $0.tokens.upperBound <= candidate.tokens.lowerBound && $0.tokens.distance(to: candidate.tokens) <= 1
        }
    }
}
