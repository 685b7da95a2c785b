internal import Lexicons
internal import TextModel

/// Decides whether the author uses a protective value in own voice, or only names, labels, quotes or engineers.
struct ValueUse: Sendable {
    private let reading: Reading
    private let attribution: Attribution
    /// What follows a subject.
    private static let verbs: [DeviceRole] = [
        .duty, .power, .intention, .advice, .option, .promote, .restrict, .purpose, .trigger, .subordination,
        .absolutist, .negation,
    ]
    /// What shows that a lone word is used as a value.
    private static let uses: [DeviceRole] = [.purpose, .trigger, .promote, .aspiration, .threat, .absolutist]

    init(_ reading: Reading, attribution: Attribution) {
        self.reading = reading
        self.attribution = attribution
    }

    /// Sets stance, liveness and cues.
    func judge(_ candidate: inout Candidate) {
        if reading.isName(candidate.tokens, in: candidate.sentence) {
            candidate.mention.isLive = false
            candidate.mention.stance = .other
            candidate.mention.cues.append(Cue(axis: "use", value: "name", span: nil))
            return
        }
        if let (stance, cue) = attribution.stance(of: candidate.tokens, in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.isLive = false
            candidate.mention.cues.append(cue)
            return
        }
        if let (stance, cue) = attribution.account(in: candidate.sentence) {
            candidate.mention.stance = stance
            candidate.mention.isLive = false
            candidate.mention.cues.append(cue)
            return
        }
        if let reason = label(candidate) {
            candidate.mention.stance = .other
            candidate.mention.isLive = false
            candidate.mention.cues.append(Cue(axis: Self.useAxis, value: reason, span: nil))
            return
        }
        let block = reading.document.blocks[candidate.block]
        let isTechnical =
            reading.kind == .technical || reading.cues[candidate.sentence].contains { $0.role == .technical }
        if isTechnical || reading.kind == .terms || block.kind == .heading || block.kind == .title
            || block.kind == .code
        {
            candidate.mention.stance = isTechnical ? .technical : .other
            candidate.mention.isLive = false
        }
    }

    /// Axis of the reasons for which a value only names.
    static let useAxis = "use"
    /// The reason of words that stand alone with nothing in reach that uses them.
    static let alone = "alone"

    /// Why the words only name: they label another noun ("public safety agencies"), or stand alone with nothing that uses
    /// them; `nil` when the author uses them.
    private func label(_ candidate: Candidate) -> String? {
        let next = candidate.tokens.upperBound
        let whole = reading.tokens.tokens(of: candidate.sentence)
        let nouns = reading.nouns(of: candidate.sentence)
        let isBesideNetwork = nouns.contains {
            NounClass.allCases[$0.noun] == .netobj && $0.tokens.distance(to: candidate.tokens) <= 1
        }
        if isBesideNetwork { return nil }
        let isGround = reading.cues[candidate.sentence].contains {
            ($0.role == .purpose || $0.role == .trigger)
                && ($0.tokens.overlaps(candidate.tokens)
                    || $0.tokens.upperBound <= candidate.tokens.lowerBound
                        && $0.tokens.distance(to: candidate.tokens) <= 3)
        }
        if isGround || isAim(candidate) || isJoined(candidate) { return nil }
        let isSubject = reading.cues[candidate.sentence].contains {
            Self.verbs.contains($0.role) && $0.tokens.lowerBound == next
        }
        if !isSubject, !isPhrase(candidate), next < whole.upperBound, reading.tokens.breakBefore[next] == .none,
            !reading.traits(next).contains(.functionWord)
        {
            return "label"
        }
        guard candidate.tokens.count == 1 || candidate.entry.strength == .weak else { return nil }
        let isUsed = reading.cues[candidate.sentence].contains {
            $0.role == .balance
                || Self.uses.contains($0.role)
                    && ($0.tokens.overlaps(candidate.tokens)
                        || $0.tokens.upperBound <= candidate.tokens.lowerBound
                            && $0.tokens.distance(to: candidate.tokens) <= 6)
        }
        return isUsed ? nil : Self.alone
    }

    /// Whether the words follow an aim: "our vision is a secure and prosperous nation".
    private func isAim(_ candidate: Candidate) -> Bool {
        reading.cues[candidate.sentence].contains {
            $0.role == .aspiration && $0.tokens.upperBound <= candidate.tokens.lowerBound
                && $0.tokens.distance(to: candidate.tokens) <= 1
        }
    }

    /// Whether the words are a noun with its complement ("the security of the nation"), which is no label of the word that
    /// follows: that is its verb.
    private func isPhrase(_ candidate: Candidate) -> Bool {
        candidate.tokens.dropFirst().dropLast().contains {
            let traits = reading.traits($0)
            return traits.contains(.functionWord) && !traits.contains(.coordinator)
        }
    }

    /// Whether a counterweight stands so near that the two are named together ("security and freedom"), or is the pair
    /// itself ("privacy and security").
    private func isJoined(_ candidate: Candidate) -> Bool {
        reading.concepts(of: candidate.sentence).contains { match in
            guard case .counterweight = reading.lexicon.concepts[reading.lexicon.entries[match.entry].concept].kind
            else { return false }
            if match.tokens.contains(candidate.tokens) { return match.tokens.count > candidate.tokens.count }
            return !match.tokens.overlaps(candidate.tokens) && match.tokens.distance(to: candidate.tokens) <= 3
        }
    }
}
