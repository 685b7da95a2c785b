internal import Lexicons
internal import TextModel

/// What the words around a control, and those of the control itself, make of it.
extension ControlStance {
    /// Whether the words of a control are about publishing.
    func publishes(_ candidate: Candidate) -> Bool {
        reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .publish && $0.tokens.overlaps(candidate.tokens)
        }
    }

    /// Whether the words of a control are something that is done to others: closing, erasing, watching, making them act.
    func actsOnOthers(_ candidate: Candidate) -> Bool {
        reading.nouns(of: candidate.sentence).contains {
            Self.deeds.contains(NounClass.allCases[$0.noun]) && $0.tokens.overlaps(candidate.tokens)
        }
    }

    private static let deeds: [NounClass] = [.bar, .erase, .halt, .watch, .compel]

    /// Whether the words of a control are about watching. People who are forbidden to watch others, on whatever
    /// condition, leave them in peace.
    func watches(_ candidate: Candidate) -> Bool {
        candidate.entry.act != .conduct
            && reading.nouns(of: candidate.sentence).contains {
                NounClass.allCases[$0.noun] == .watch && $0.tokens.overlaps(candidate.tokens)
            }
    }

    /// The words that speak of the form, the record, the review or the end of a control which another provision grants: "a
    /// copy of the removal order", "the warrant shall state". Where they are the verb of the control, nothing else may be.
    func incident(of candidate: Candidate, _ force: Force) -> CueMatch? {
        reading.cues[candidate.sentence].first { cue in
            guard cue.role == .incidental else { return false }
            switch cue.scope {
            case .right:
                return candidate.clause.contains(cue.tokens) && cue.tokens.lowerBound < candidate.tokens.lowerBound
                    && cue.tokens.upperBound <= candidate.tokens.upperBound
                    && cue.tokens.distance(to: candidate.tokens) <= Self.longestDeterminer
            case .left:
                return candidate.clause.contains(cue.tokens) && cue.tokens.lowerBound >= candidate.tokens.upperBound
                    && force.modalCue.map { $0.tokens.upperBound > cue.tokens.lowerBound } ?? true
            // "This Act applies to", "an order must state": nothing else in the sentence is its verb.
            case .both:
                return cue.tokens.lowerBound < candidate.tokens.upperBound
                    && force.modalCue.map { $0.tokens.overlaps(cue.tokens) } ?? true
            }
        }
    }

    /// So many words stand between "a copy of" and the noun.
    private static let longestDeterminer = 1

    /// Whether the word of duty opens the sentence, so that it can only be an adjective: "mandatory checks turn readers
    /// away". Only a text that lays down rules commands with it.
    func isBareAdjective(_ force: Force, _ candidate: Candidate) -> Bool {
        guard !isOperative, force.modality == .duty, !force.isInherited, let cue = force.modalCue else { return false }
        let first = reading.tokens.tokens(of: candidate.sentence).lowerBound
        return cue.tokens.lowerBound == first && cue.tokens.upperBound <= candidate.tokens.lowerBound
            && reading.document.stems(of: candidate.block).isEmpty
    }

    /// Whether the only penalty is the control itself, which nothing outside of law threatens: "the police seized the
    /// edition".
    func isOwnPenalty(_ force: Force, _ candidate: Candidate) -> Bool {
        reading.kind != .statute && reading.kind != .terms && force.modality == .penalty && !force.isInherited
            && force.modalCue.map { candidate.tokens.contains($0.tokens) } ?? false
    }

    /// The condition that is written in the words of the control itself: "no account unless a passport is shown".
    func ownCondition(_ candidate: Candidate) -> CueMatch? {
        reading.cues[candidate.sentence].first {
            ($0.role == .condition || $0.role == .removal) && candidate.tokens.contains($0.tokens)
        }
    }

    /// Whether the words of the control forbid, as in "users may be barred from"; then the user chooses nothing.
    func isForbiddingItself(_ candidate: Candidate) -> Bool {
        reading.cues[candidate.sentence].contains { $0.role == .prohibits && $0.tokens.overlaps(candidate.tokens) }
    }

    /// Whether a statute lays down without a modal verb what happens: "the page is blocked", "a host answers for". A clause
    /// that only says when something else applies ("where a page is blocked") lays down nothing.
    func isStatedRule(_ candidate: Candidate) -> Bool {
        let tokens = reading.tokens
        guard reading.kind == .statute, reading.document.stems(of: candidate.block).isEmpty,
            candidate.tokens.contains(where: { reading.traits($0).contains(.auxiliary) }) || namesWhoActs(candidate)
                || hasSubject(candidate),
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition })
        else { return false }
        var token = candidate.tokens.lowerBound
        while token > candidate.clause.lowerBound, tokens.breakBefore[token] < .comma {
            token -= 1
            if reading.traits(token).contains(.clauseOpener) { return false }
        }
        return true
    }

    /// Whether a control belongs to a relative clause with a preposition, which only says of what the sentence speaks: "the
    /// criteria under which content can be blocked are vague".
    func isRelative(_ candidate: Candidate) -> Bool {
        let first = max(candidate.clause.lowerBound + 1, candidate.tokens.lowerBound - Self.longestRelativeSubject)
        return (first..<max(first, candidate.tokens.lowerBound)).contains { token in
            reading.traits(token).contains(.clauseOpener) && reading.traits(token - 1).contains(.functionWord)
                && !reading.traits(token - 1).contains(.coordinator)
                && !(token..<candidate.tokens.lowerBound).contains { reading.tokens.breakBefore[$0 + 1] >= .comma }
        }
    }

    /// Whether a relative pronoun stands right before a control, so that it only says of which actor the sentence speaks:
    /// "an operator that interrupts the service owes compensation", "an office that closed papers or banned books".
    func describesActor(_ candidate: Candidate) -> Bool {
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        var before = candidate.tokens.lowerBound - 1
        if before > start, reading.traits(before).contains(.coordinator) {
            let nearest = max(start, before - Self.longestRelativeClause)
            before = (nearest..<before).last { reading.traits($0).contains(.clauseOpener) } ?? before
            let hasOwnVerb = reading.cues[candidate.sentence].contains {
                ForceFinder.isModal($0.role) && $0.tokens.lowerBound > before
                    && $0.tokens.lowerBound < candidate.tokens.lowerBound
            }
            if hasOwnVerb { return false }
        }
        return before > start && reading.traits(before).contains(.clauseOpener)
            && reading.tokens.breakBefore[before] == .none
    }

    /// So many words of a relative clause stand before the verb that goes on with it.
    static let longestRelativeClause = 6

    /// So many words stand between a relative pronoun and the verb of its clause.
    private static let longestRelativeSubject = 4

    /// Whether a control that names an authority or a provider itself is what its sentence states: it opens the sentence,
    /// or follows its auxiliary: "a host answers for all", "diaries are open to holders of a card of the Bureau".
    func namesWhoActs(_ candidate: Candidate) -> Bool {
        let first = candidate.tokens.lowerBound
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let isPredicate =
            first > start && reading.traits(first - 1).contains(.auxiliary)
        guard first - start <= 1 || isPredicate else { return false }
        return reading.nouns(of: candidate.sentence).contains {
            candidate.tokens.contains($0.tokens) && Self.named.contains(NounClass.allCases[$0.noun])
        }
    }

    private static let named: [NounClass] = [.authority, .provider, .permit]

    /// Whether a control is what its sentence says of the noun that opens it: "websites (obtain a licence before they
    /// publish)".
    private func hasSubject(_ candidate: Candidate) -> Bool {
        let first = candidate.tokens.lowerBound
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        guard candidate.entry.act != .conduct, start < first, first - start <= Self.longestSubject else { return false }
        return reading.nouns(of: candidate.sentence).contains {
            $0.tokens.upperBound == first && Self.subjects.contains(NounClass.allCases[$0.noun])
        }
    }

    private static let subjects: [NounClass] = [.outlet, .user, .provider, .service, .authority]

    /// So many words make a subject that opens its sentence: "all news websites".
    private static let longestSubject = 4
}
