internal import Lexicons
internal import TextModel

/// Decides whether a safeguard is alive: not taken back, not left to the controller, not an open list.
struct SafeguardLife: Sendable {
    private let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// Sets liveness and cues.
    func judge(_ candidate: inout Candidate) {
        let cues = reading.cues[candidate.sentence]
        if let cue = cues.first(where: { $0.role == .openList && $0.tokens.overlaps(candidate.tokens) }) {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "an open list", cue))
            return
        }
        // "No letter is opened without an order of the court": a condition holds both signs.
        let negations = cues.filter {
            $0.role == .negation && !cues.overlaps(.pseudoNegation, $0.tokens) && !cues.overlaps(.condition, $0.tokens)
        }
        if let cue = negations.first(where: { negates($0, candidate) }) {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "negated", cue))
        } else if let cue = cues.first(where: { $0.role == .removal && $0.tokens.overlaps(candidate.tokens) }),
            !negations.contains(where: {
                $0.tokens.upperBound <= cue.tokens.lowerBound && candidate.clause.contains($0.tokens)
            })
        {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "removed", cue))
        } else if let cue = cues.first(where: { evades($0, candidate) }) {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "a way around it", cue))
        } else if case .safeguard(let tier, _, _) = reading.lexicon.concepts[candidate.concept].kind, tier == 2,
            let cue = cues.first(where: {
                $0.role == .controllerDecides && $0.tokens.lowerBound >= candidate.tokens.lowerBound
            })
        {
            candidate.mention.isLive = false
            candidate.mention.cues.append(reading.evidence("polarity", "decided by the controller", cue))
        }
    }

    /// Whether words leave a way around a judge: "on the order of a judge or of the Minister".
    private func evades(_ escape: CueMatch, _ candidate: Candidate) -> Bool {
        guard escape.role == .escape else { return false }
        return escape.tokens.overlaps(candidate.tokens)
            || candidate.mention.concept == SafeguardID.judge
                && escape.tokens.lowerBound >= candidate.tokens.upperBound
    }

    /// Whether a negation takes a safeguard back: inside its words or right before them, and not part of its pattern.
    private func negates(_ negation: CueMatch, _ candidate: Candidate) -> Bool {
        let isNear =
            candidate.tokens.contains(negation.tokens)
            || negation.tokens.upperBound <= candidate.tokens.lowerBound
                && negation.tokens.distance(to: candidate.tokens) <= 1
        guard isNear else { return false }
        let word = reading.document.string(reading.tokens.span(of: negation.tokens)).lowercased()
        return !candidate.entry.patternWords.contains { $0 == word }
    }
}
