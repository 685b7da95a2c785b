internal import Lexicons
internal import TextModel

/// What the author of a passage does with its wording as a whole.
///
/// The heaviest control decides, then a value that the author uses, then values and counterweights that belong to
/// somebody else. A passage without any of them still reports or criticises when it tells of the matter: "the court
/// struck the rules down". A counterweight alone is the stance of texts that lay down rules or commit an institution.
struct PassageStance: Sendable {
    let reading: Reading
    let candidates: [Candidate]
    /// So many phrases on the matter make a passage that tells of it.
    private static let leastTopics = 2
    private static let measures: [DeviceRole] = [.measure, .restrict]

    init(_ reading: Reading, _ candidates: [Candidate]) {
        self.reading = reading
        self.candidates = candidates
    }

    /// The stance of a block with these candidates; `isFound` says that a rule on the passage found fault with it.
    func stance(of block: Int, members: Range<Int>, isFound: Bool) -> Stance {
        func holds(_ stance: Stance, _ families: Family...) -> Bool {
            members.contains { candidates[$0].mention.stance == stance && families.contains(candidates[$0].family) }
        }
        for stance in [Stance.asserted, .option, .critique, .prohibited, .reported] where holds(stance, .control) {
            return stance
        }
        let other = [Stance.critique, .reported].first { holds($0, .value, .counterweight) }
        if reading.guarantees(block) { return .prohibited }
        if isFound, other == nil { return .asserted }
        if forbids(block, members) { return .prohibited }
        let isValueUsed = members.contains { candidates[$0].family == .value && candidates[$0].mention.isLive }
        if isValueUsed { return .asserted }
        if let other { return other }
        if proclaims(block, members) || laysDown(members) { return .asserted }
        if let told = told(in: block, members: members) { return told }
        if reading.isRecited(block) { return .reported }
        if holds(.technical, .control, .value, .counterweight) || isTechnical(block, members) {
            return .technical
        }
        if speaksOfValue(members) || rules(block) { return .asserted }
        if let measure = unnamedMeasure(in: block) { return measure }
        if leavesFree(block) { return .prohibited }
        if commits(members) { return .asserted }
        return asksProviders(block) ? .option : .other
    }

    /// Whether a passage without live mentions reports or criticises.
    private func told(in block: Int, members: Range<Int>) -> Stance? {
        let signs = reading.register[block]
        let isAccount = reading.register.isNarrative && reading.kind != .press && namesMeasure(block)
        let isArticle = reading.register.isArticle
        let isOnTopic =
            isAccount || isArticle && reading.register.isOnTopic && signs.topics > 0 || signs.topics >= Self.leastTopics
            || signs.topics > 0 && (!members.isEmpty || reading.kind == .critique)
        guard isOnTopic || reading.kind == .terms && signs.topics > 0 else { return nil }
        let isSafeguard = members.contains { candidates[$0].family == .safeguard && candidates[$0].mention.isLive }
        var isDescriptive = reading.register.isNarrative
        switch reading.kind {
        case .statute, .guidance, .technical, .rights: return nil
        case .terms: return isSafeguard ? nil : .asserted
        case .critique, .press: isDescriptive = true
        case .strategy: isDescriptive = isDescriptive || signs.teller != nil
        case .other: isDescriptive = isArticle
        case .speech, .transcript: break
        }
        if signs.critic != nil || harmsRight(members), isDescriptive || signs.telling > 0 || signs.isOpposed {
            return .critique
        }
        let tells = signs.telling > 0 && (isDescriptive || reading.document.blocks[block].isQuoted)
        if isAccount, !tells { return reading.kind == .critique ? .critique : .reported }
        guard tells || isArticle && signs.topics >= Self.leastTopics else { return nil }
        return reading.register.isArgument && !signs.isPast ? .critique : .reported
    }

    private func namesMeasure(_ block: Int) -> Bool {
        reading.tokens.sentences(of: block).contains { reading.cues[$0].contains { $0.role == .measure } }
    }

    /// Whether a heading or a platform's own terms proclaim a value: it counts nothing, but it proposes.
    private func proclaims(_ block: Int, _ members: Range<Int>) -> Bool {
        let kind = reading.document.blocks[block].kind
        let isHeading = kind == .heading || kind == .title
        guard isHeading || reading.kind == .terms else { return false }
        return members.contains {
            (isHeading || candidates[$0].entry.strength != .weak) && candidates[$0].family == .value
                && candidates[$0].mention.stance == .other
                && !candidates[$0].mention.cues.contains { $0.axis == "use" }
        }
    }

    /// Whether a plain statement says that something restricts a counterweight: "the filter limits free speech".
    private func harmsRight(_ members: Range<Int>) -> Bool {
        members.contains {
            let candidate = candidates[$0]
            return candidate.family == .counterweight && !candidate.mention.isLive && !candidate.isSubordinated
                && candidate.mention.cues.contains { $0.axis == "polarity" }
        }
    }

    /// Whether a rule forbids a measure that no entry knows: a prohibition with a measure on its side, or a negated duty
    /// with a verb that restricts in a sentence that names a counterweight.
    private func forbids(_ block: Int, _ members: Range<Int>) -> Bool {
        reading.tokens.sentences(of: block).contains { sentence in
            let cues = reading.cues[sentence]
            return cues.contains { cue in
                guard cue.role == .negation || cue.role == .prohibition,
                    !cues.overlaps(.doubleNegation, cue.tokens), !cues.overlaps(.balance, cue.tokens),
                    !cues.contains(where: { $0.role == .condition })
                else { return false }
                if cue.role == .negation {
                    let namesRight = members.contains {
                        candidates[$0].sentence == sentence && candidates[$0].family == .counterweight
                    }
                    return namesRight && cues.contains { $0.role == .duty && $0.tokens.distance(to: cue.tokens) <= 1 }
                        && cues.contains { $0.role == .restrict && follows($0, cue, within: 6) }
                }
                return cues.contains {
                    Self.measures.contains($0.role)
                        && (cue.scope == .left ? follows(cue, $0, within: 16) : follows($0, cue, within: 12))
                }
            }
        }
    }

    private func follows(_ later: CueMatch, _ earlier: CueMatch, within words: Int) -> Bool {
        later.tokens.lowerBound >= earlier.tokens.upperBound && later.tokens.distance(to: earlier.tokens) <= words
            && !(earlier.tokens.upperBound...later.tokens.lowerBound).contains {
                reading.tokens.breakBefore[$0] >= .clause
            }
    }

    private func isTechnical(_ block: Int, _ members: Range<Int>) -> Bool {
        let isSecurity = members.contains { candidates[$0].family == .value }
        let signs = reading.register[block]
        return signs.technical >= 2 || signs.technical == 1 && (reading.kind == .technical || isSecurity)
    }
}
