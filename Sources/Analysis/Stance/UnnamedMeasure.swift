internal import Lexicons
internal import TextModel

/// What a passage does with a measure that no entry knows: a verb that closes off, erases, turns off or watches beside
/// what people publish or say to each other.
extension PassageStance {
    private static let acts: [NounClass] = [.bar, .erase, .halt, .watch]
    private static let objects: [NounClass] = [.outlet, .content, .exchange, .service, .cryptobj, .tool]
    private static let forces: [DeviceRole] = [.duty, .power, .intention, .prohibits, .advice]
    private static let soft: [DeviceRole] = [.option, .encouragement, .aspiration]
    /// So many words stand between the verb and its object.
    private static let objectReach = 4
    /// An object has at most so many words.
    private static let longestObject = 8
    /// So many words stand between the word of force and its verb.
    private static let forceReach = 12

    /// The stance of the heaviest such measure; `nil` without one. Statutes and terms name their measures or have none.
    func unnamedMeasure(in block: Int) -> Stance? {
        switch reading.kind {
        case .statute, .terms, .technical: return nil
        case .strategy, .speech, .critique, .rights, .transcript, .press, .guidance, .other: break
        }
        let signs = reading.register[block]
        guard signs.technical == 0 else { return nil }
        var found: Set<Stance> = []
        for sentence in reading.tokens.sentences(of: block) {
            let nouns = reading.nouns(of: sentence)
            for place in nouns.indices where Self.acts.contains(NounClass.allCases[nouns[place].noun]) {
                guard hasObject(place, in: nouns), let stance = stance(of: nouns[place], in: sentence, signs)
                else { continue }
                if stance == .asserted { return .asserted }
                found.insert(stance)
            }
        }
        return [.asserted, .option, .critique, .prohibited, .reported].first { found.contains($0) }
    }

    /// Whether an object stands beside a verb. Looks at its neighbours alone, so that a long sentence costs no more.
    private func hasObject(_ place: Int, in nouns: ArraySlice<NounMatch>) -> Bool {
        let verb = nouns[place].tokens
        let isObject = { (noun: NounMatch) in
            Self.objects.contains(NounClass.allCases[noun.noun]) && !noun.tokens.overlaps(verb)
                && noun.tokens.distance(to: verb) <= Self.objectReach
        }
        let after = nouns[(place + 1)...].prefix { $0.tokens.lowerBound <= verb.upperBound + Self.objectReach }
        if after.contains(where: isObject) { return true }
        let farthest = verb.lowerBound - Self.objectReach - Self.longestObject
        return nouns[..<place].reversed().prefix { $0.tokens.lowerBound >= farthest }.contains(where: isObject)
    }

    private func stance(of verb: NounMatch, in sentence: Int, _ signs: Register.Signs) -> Stance? {
        let cues = reading.cues[sentence]
        let first = verb.tokens.lowerBound
        if reading.kind == .critique { return signs.isPast && signs.critic == nil ? .reported : .critique }
        if signs.critic != nil, signs.telling > 0 || reading.register.isNarrative { return .critique }
        let start = max(reading.tokens.tokens(of: sentence).lowerBound, first - Self.forceReach)
        let isOwn = (start..<first).contains {
            reading.traits($0).contains(.firstPerson)
        }
        if signs.telling > 0, !isOwn { return .reported }
        let before = cues.filter {
            $0.tokens.upperBound <= first && $0.tokens.distance(to: verb.tokens) <= Self.forceReach
        }
        if before.contains(where: { Self.soft.contains($0.role) }) || reading.isQuestion(sentence) { return .option }
        let isForced = before.contains { Self.forces.contains($0.role) }
        let isForbidden = before.contains {
            $0.role == .prohibition || $0.role == .negation && $0.tokens.distance(to: verb.tokens) <= 4
        }
        if isForbidden { return isForced || isOwn ? .prohibited : nil }
        if isForced || isOwn { return .asserted }
        let isHeading = reading.document.blocks[reading.tokens.sentences[sentence].block].kind == .heading
        return !isHeading && (reading.kind == .press || reading.kind == .other) ? .reported : nil
    }
}
