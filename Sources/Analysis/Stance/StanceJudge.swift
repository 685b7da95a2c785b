internal import Lexicons
internal import TextModel

/// Decides what the author does with every matched phrase.
struct StanceJudge: Sendable {
    private let reading: Reading
    private let controls: ControlStance
    private let values: ValueUse
    private let counterweights: CounterweightLife
    private let safeguards: SafeguardLife

    init(_ reading: Reading) {
        self.reading = reading
        let attribution = Attribution(reading)
        controls = ControlStance(reading, attribution: attribution)
        values = ValueUse(reading, attribution: attribution)
        counterweights = CounterweightLife(reading, attribution: attribution)
        safeguards = SafeguardLife(reading)
    }

    /// Candidates for every concept match, with stance, liveness and cues.
    func candidates() -> [Candidate] {
        var candidates = judged()
        continueAccounts(in: &candidates)
        return candidates
    }

    /// Lets a passage go on with what it began to tell: in an article, what follows an account of a measure and binds
    /// somebody says what that measure asks, unless the author appears.
    private func continueAccounts(in candidates: inout [Candidate]) {
        switch reading.kind {
        case .press, .critique, .other: break
        case .statute, .strategy, .guidance, .speech, .transcript, .rights, .terms, .technical: return
        }
        guard !reading.isOfficialRelease else { return }
        var told: Candidate?
        for index in candidates.indices where candidates[index].family == .control {
            let candidate = candidates[index]
            switch candidate.mention.stance {
            case .reported, .critique:
                if told?.block != candidate.block { told = candidate }
            case .asserted, .option:
                guard let told, told.block == candidate.block, told.sentence < candidate.sentence,
                    !reading.tokens.tokens(of: candidate.sentence).contains(where: {
                        reading.traits($0).contains(.firstPerson)
                    })
                else { continue }
                candidates[index].mention.stance = told.mention.stance
                candidates[index].mention.isLive = false
                candidates[index].mention.cues.append(
                    Cue(axis: "attribution", value: "continued", span: reading.tokens.span(of: told.tokens)))
            case .prohibited, .technical, .other: break
            }
        }
    }

    private func judged() -> [Candidate] {
        reading.concepts.compactMap { match in
            let entry = reading.lexicon.entries[match.entry]
            let concept = reading.lexicon.concepts[entry.concept]
            guard let family = concept.kind.family else { return nil }
            let sentence = reading.sentence(of: match.tokens.lowerBound)
            let block = reading.tokens.sentences[sentence].block
            guard !reading.document.blocks[block].isBoilerplate else { return nil }
            let mention = Mention(
                concept: concept.id, name: concept.title, family: family, span: reading.tokens.span(of: match.tokens),
                block: block, sentence: sentence)
            var candidate = Candidate(
                match: match, entry: entry, concept: entry.concept, sentence: sentence,
                clause: reading.clause(around: match.tokens, in: sentence), mention: mention)
            switch family {
            case .control: controls.judge(&candidate)
            case .value: values.judge(&candidate)
            case .counterweight: counterweights.judge(&candidate)
            case .safeguard: safeguards.judge(&candidate)
            }
            return candidate
        }
    }
}
