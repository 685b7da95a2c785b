internal import Lexicons
internal import TextModel

/// Decides whether a counterweight is alive: the author commits to it.
struct CounterweightLife: Sendable {
    private let reading: Reading
    private let attribution: Attribution
    private let polarity: Polarity

    init(_ reading: Reading, attribution: Attribution) {
        self.reading = reading
        self.attribution = attribution
        polarity = Polarity(reading)
    }

    /// A counterweight is dead when it is a name, quoted away, negated, governed by a restricting verb or made to yield.
    func judge(_ candidate: inout Candidate) {
        var reason: Cue?
        if reading.isName(candidate.tokens, in: candidate.sentence) {
            reason = Cue(axis: "use", value: "name", span: nil)
        } else if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.cues.append(cue)
            return
        } else {
            let sign = polarity.polarity(of: candidate.tokens, in: candidate.sentence)
            candidate.isSubordinated = sign.isSubordinated
            reason = sign.reason.map { reading.evidence("polarity", $0, sign.cue) }
        }
        if let reason {
            candidate.mention.isLive = false
            candidate.mention.stance = .other
            candidate.mention.cues.append(reason)
        }
    }
}
