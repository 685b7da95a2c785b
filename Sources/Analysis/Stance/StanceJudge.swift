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
