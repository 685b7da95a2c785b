internal import Lexicons
internal import TextModel

/// Finds the force over a phrase: before it in its clause, in the phrase, after it, then in the stems of its list.
struct ForceFinder: Sendable {
    let reading: Reading
    static let acting: [NounClass] = [.authority, .judge, .provider, .user]

    init(_ reading: Reading) { self.reading = reading }

    /// How words of a role say that a clause binds; `nil` when they say nothing of it.
    private static func modality(of role: DeviceRole) -> Force.Modality? {
        switch role {
        case .duty: .duty
        case .power, .doubleNegation: .power
        case .prohibits: .prohibition
        case .penalty: .penalty
        case .intention: .intention
        case .advice: .advice
        case .encouragement: .encouragement
        case .aspiration: .aspiration
        case .option: .option
        default: nil
        }
    }

    /// Whether words of a role say how a clause binds.
    static func isModal(_ role: DeviceRole) -> Bool { modality(of: role) != nil }

    /// The force over tokens of a sentence that an entry matched.
    func force(over tokens: Range<Int>, in sentence: Int, entry: Entry) -> Force {
        let clause = reading.clause(around: tokens, in: sentence)
        let modals = reading.cues[sentence].filter {
            Self.isModal($0.role) && clause.contains($0.tokens) && !isFirstOfTwo($0, tokens)
        }
        let before = modals.last {
            $0.tokens.upperBound <= tokens.lowerBound && !isSetAside($0, from: tokens, clause: clause)
                && !(hasVerb(tokens, modals) && opens(between: $0.tokens, and: tokens))
        }
        let governing = before.map { verb in modals.first { holds($0, verb, in: sentence) } ?? verb }
        let own = governing ?? modals.first { $0.tokens.overlaps(tokens) && !isPresupposed(tokens, in: sentence) }
        // "shall not: (a) …; (b) prohibit": the item's verb forbids, and what it hangs on forbids to forbid.
        let isVerbAlone = before == nil && own.map { $0.role == .prohibits } ?? true
        let inherited = isVerbAlone ? inherited(over: tokens, clause: clause, sentence: sentence) : nil
        if let own, inherited?.negation == nil {
            return force(of: own, over: tokens, within: clause, sentence: sentence, entry: entry)
        }
        if var inherited {
            // "The carrier shall: not open letters".
            if inherited.negation == nil,
                let own = negation(near: tokens, modal: nil, in: clause, sentence: sentence, entry: entry),
                own.tokens.lowerBound == clause.lowerBound
            {
                inherited.negation = own
            }
            return inherited
        }
        if let modal = modals.first(where: {
            $0.tokens.lowerBound >= tokens.upperBound && isMainVerb($0, after: tokens) && !isCutShort($0, in: clause)
                && !isConditional(tokens, to: $0, in: reading.tokens.tokens(of: sentence))
        }) {
            // "Shall be prohibited" is a duty in form.
            let verb = modals.first { $0.role == .prohibits && $0.tokens.overlaps(modal.tokens) } ?? modal
            return force(of: verb, over: tokens, within: clause, sentence: sentence, entry: entry)
        }
        var bare = Force()
        bare.actor = actor(before: tokens.lowerBound, from: clause.lowerBound, sentence: sentence)
        bare.negation = negation(near: tokens, modal: nil, in: clause, sentence: sentence, entry: entry)
        bare.condition = condition(on: tokens, sentence: sentence, negation: bare.negation)
        return bare
    }

    /// Whether words that forbid hold an auxiliary: "it shall be unlawful to" is a duty in form.
    private func holds(_ ban: CueMatch, _ verb: CueMatch, in sentence: Int) -> Bool {
        ban.role == .prohibits && verb.role == .duty && ban.tokens.lowerBound < verb.tokens.lowerBound
            && ban.tokens.upperBound > verb.tokens.upperBound
            && !reading.nouns(of: sentence).contains {
                Self.acting.contains(NounClass.allCases[$0.noun]) && $0.tokens.overlaps(ban.tokens)
            }
    }

    /// The force of what a clause hangs on: the words before it in its sentence, the beginning of a list within the
    /// paragraph, or the stems of its list.
    private func inherited(over tokens: Range<Int>, clause: Range<Int>, sentence: Int) -> Force? {
        let whole = reading.tokens.tokens(of: sentence)
        let block = reading.tokens.sentences[sentence].block
        // An item hangs on what the list opens with, not on the verbs of the items before it.
        if let lead = reading.tokens.leads[block], lead.tokens.upperBound <= clause.lowerBound,
            let force = stem(lead.tokens, sentence: lead.sentence, over: lead.sentence == sentence ? tokens : nil)
        {
            return force
        }
        // "Governments can change, but the blackout will not": a clause with a verb of its own hangs on none.
        if whole.lowerBound < clause.lowerBound, !isSubject(tokens, of: clause) {
            // "Is obliged: not to allow calls to riot; to delete": the item hangs on what stands before the colon.
            if let colon = reading.colon(in: whole.lowerBound..<clause.lowerBound),
                let force = stem(whole.lowerBound..<colon, sentence: sentence, over: tokens)
            {
                return force
            }
            if let force = stem(whole.lowerBound..<clause.lowerBound, sentence: sentence, over: tokens) { return force }
        }
        for stem in reading.document.stems(of: block) {
            guard let last = reading.tokens.sentences(of: stem).last else { continue }
            if let force = self.stem(reading.tokens.tokens(of: last), sentence: last, over: nil) { return force }
        }
        return nil
    }

    private func force(
        of modal: CueMatch, over tokens: Range<Int>, within clause: Range<Int>, sentence: Int, entry: Entry
    ) -> Force {
        var force = Force(modality: Self.modality(of: modal.role) ?? .none, modalCue: modal)
        let options = reading.cues[sentence].filter {
            $0.role == .option
                && ($0.tokens.upperBound <= modal.tokens.lowerBound || $0.tokens.contains(modal.tokens))
                && !isSubordinate($0, to: modal, sentence: sentence) && !isFirstOfTwo($0, tokens)
        }
        if let option = options.last { force = Force(modality: .option, modalCue: option) }
        let isAfter = modal.tokens.lowerBound >= tokens.upperBound
        force.actor = actor(
            before: isAfter ? tokens.lowerBound : modal.tokens.lowerBound,
            from: tokens.contains(modal.tokens) ? lastComma(before: tokens, in: clause) : clause.lowerBound,
            sentence: sentence)
        force.negation =
            modal.role == .doubleNegation
            ? nil : negation(near: tokens, modal: modal, in: clause, sentence: sentence, entry: entry)
        force.condition = condition(on: tokens, sentence: sentence, negation: force.negation)
        return force
    }

    /// Whether a modal belongs to a subordinate clause that a comma closes before the phrase: "before they can post, …".
    private func isSetAside(_ modal: CueMatch, from tokens: Range<Int>, clause: Range<Int>) -> Bool {
        let stream = reading.tokens
        guard
            (modal.tokens.upperBound...tokens.lowerBound).contains(where: {
                $0 < stream.count && stream.breakBefore[$0] == .comma
            })
        else { return false }
        var token = modal.tokens.lowerBound - 1
        while token >= clause.lowerBound, modal.tokens.lowerBound - token <= 6, stream.breakBefore[token + 1] < .comma {
            let traits = reading.traits(token)
            if traits.contains(.clauseOpener) { return true }
            // "The official who is on duty may, if": a relative clause that has its verb is over.
            if traits.contains(.auxiliary) { return false }
            token -= 1
        }
        return false
    }

    /// Whether a word of doubt belongs to a clause of its own that ends before the modal verb: "where delay would be
    /// prejudicial, the authority may", "posts that would offend may".
    private func isSubordinate(_ option: CueMatch, to modal: CueMatch, sentence: Int) -> Bool {
        guard option.tokens.distance(to: modal.tokens) > 2 else { return false }
        let whole = reading.tokens.tokens(of: sentence)
        if isSetAside(option, from: modal.tokens, clause: whole) || isConditional(option.tokens, to: modal, in: whole) {
            return true
        }
        let before = max(whole.lowerBound, option.tokens.lowerBound - 3)..<option.tokens.lowerBound
        let between = option.tokens.upperBound..<modal.tokens.lowerBound
        let isOpener = { (token: Int) in
            self.reading.traits(token).contains(.clauseOpener)
        }
        return before.contains(where: isOpener) && !between.contains(where: isOpener)
            && !before.contains { reading.tokens.breakBefore[$0 + 1] >= .comma }
    }

    /// Whether a modal verb governs two verbs, and what makes it an option is the first while a phrase is the second: "may
    /// examine the matter and suspend the newspaper".
    private func isFirstOfTwo(_ option: CueMatch, _ tokens: Range<Int>) -> Bool {
        let joint = tokens.lowerBound - 1
        guard option.role == .option, option.tokens.count > 1,
            reading.traits(option.tokens.lowerBound).contains(.auxiliary),
            joint - option.tokens.upperBound > 1, reading.traits(joint).contains(.coordinator)
        else { return false }
        return !reading.nouns(of: reading.sentence(of: joint)).contains {
            ControlStance.measures.contains(NounClass.allCases[$0.noun])
                && $0.tokens.lowerBound >= option.tokens.upperBound && $0.tokens.upperBound <= joint
        }
    }

    /// Whether a sentence opens with a condition that a comma closes between words and the modal verb: "if he thinks that the
    /// sale of a paper would do harm, the prefect may".
    private func isConditional(_ words: Range<Int>, to modal: CueMatch, in whole: Range<Int>) -> Bool {
        let stream = reading.tokens
        let first = whole.first { !reading.types.traits[Int(stream.type[$0])].contains(.number) } ?? whole.lowerBound
        return reading.types.traits[Int(stream.type[first])].contains(.clauseOpener)
            && (words.upperBound..<modal.tokens.lowerBound).contains { stream.breakBefore[$0] == .comma }
    }

    /// Whether the words of a phrase hold an auxiliary of their own: "stations shall suspend broadcasts".
    private func hasVerb(_ tokens: Range<Int>, _ modals: [CueMatch]) -> Bool {
        modals.contains {
            tokens.contains($0.tokens)
                && reading.traits($0.tokens.lowerBound).contains(.auxiliary)
        }
    }

    /// Whether a comma or a relative pronoun stands between words, so that others that have a verb take it: "will put
    /// forward a bill under which".
    private func opens(between words: Range<Int>, and others: Range<Int>) -> Bool {
        (words.upperBound...others.lowerBound).contains { reading.tokens.breakBefore[$0] >= .comma }
            || (words.upperBound..<others.lowerBound).contains { reading.traits($0).contains(.clauseOpener) }
    }

    /// The word after the last comma before a phrase, or the first of its clause: where the subject of its own verb is.
    private func lastComma(before tokens: Range<Int>, in clause: Range<Int>) -> Int {
        (clause.lowerBound...max(clause.lowerBound, tokens.lowerBound)).last {
            reading.tokens.breakBefore[$0] >= .comma
        }
            ?? clause.lowerBound
    }

    /// Whether a phrase lies in the clause that opens its sentence and says only when the rest applies: "after a site is
    /// proscribed, its owner may apply".
    private func isPresupposed(_ tokens: Range<Int>, in sentence: Int) -> Bool {
        let whole = reading.tokens.tokens(of: sentence)
        let opening = whole.lowerBound + 1..<max(whole.lowerBound + 1, tokens.lowerBound + 1)
        if opening.contains(where: { reading.tokens.breakBefore[$0] >= .comma }) { return false }
        return reading.cues[sentence].contains {
            Self.isModal($0.role) && $0.tokens.lowerBound >= tokens.upperBound
                && isConditional(tokens, to: $0, in: whole)
        }
    }

    /// Whether an auxiliary stands before a phrase, with nothing but a word of negation between: "has not closed the paper".
    private func hasOwnAuxiliary(_ tokens: Range<Int>) -> Bool {
        let sentence = reading.sentence(of: tokens.lowerBound)
        let start = reading.tokens.tokens(of: sentence).lowerBound
        guard tokens.lowerBound > start else { return false }
        let before = tokens.lowerBound - 1
        let negation = reading.cues[sentence].first { $0.role == .negation && $0.tokens.contains(before) }
        let auxiliary = negation.map { $0.tokens.count > 1 ? before : $0.tokens.lowerBound - 1 } ?? before
        return auxiliary >= start && reading.traits(auxiliary).contains(.auxiliary)
    }

    /// Whether a modal verb stands for another that is left out: "governments can change, but the blackout will not".
    private func isCutShort(_ modal: CueMatch, in clause: Range<Int>) -> Bool {
        modal.tokens.count == 1 && clause.upperBound - modal.tokens.upperBound <= 1
            && reading.traits(modal.tokens.lowerBound).contains(.auxiliary)
    }

    /// Whether a phrase opens its clause and an auxiliary follows it, so that it is the subject of a verb of its own.
    private func isSubject(_ tokens: Range<Int>, of clause: Range<Int>) -> Bool {
        tokens.lowerBound - clause.lowerBound <= Self.longestDeterminer && clause.contains(tokens.upperBound)
            && reading.traits(tokens.upperBound).contains(.auxiliary) && !runsOn(tokens)
    }

    /// Whether the words of a phrase ran into the next clause, whose subject they hold and whose verb is not theirs: "an order
    /// to remove, where the content (is illegal)".
    private func runsOn(_ tokens: Range<Int>) -> Bool {
        let opener = tokens.upperBound - 3
        return opener > tokens.lowerBound && reading.traits(opener).contains(.clauseOpener)
            && reading.traits(opener + 1).contains(.functionWord)
    }

    /// So many words stand before the noun of a subject: "but the".
    private static let longestDeterminer = 2

    /// Whether a modal after a phrase is the verb of that phrase, as in "blocking may be ordered": no relative
    /// pronoun or conjunction stands between, which would open a clause of its own.
    private func isMainVerb(_ modal: CueMatch, after tokens: Range<Int>) -> Bool {
        let isOpener = { (token: Int) in reading.traits(token).contains(.clauseOpener) }
        if tokens.lowerBound > 0, isOpener(tokens.lowerBound - 1) || hasOwnAuxiliary(tokens) { return false }
        if runsOn(tokens) { return false }
        return !(tokens.upperBound..<modal.tokens.lowerBound).contains(where: isOpener)
    }

    /// Force of a stem: the last modal of a range, for what hangs below it.
    private func stem(_ range: Range<Int>, sentence: Int, over tokens: Range<Int>?) -> Force? {
        let cues = reading.cues[sentence]
        let modals = cues.filter { Self.isModal($0.role) && range.contains($0.tokens) }
        // "It shall be allowed: to ban vehicles; to suspend services": an item hangs on a verb, not on the noun of another.
        let verb = modals.last { reading.traits($0.tokens.lowerBound).contains(.auxiliary) }
        guard let modal = verb ?? modals.last, let modality = Self.modality(of: modal.role) else { return nil }
        // "A fine shall be imposed on whoever": a penalty is a duty in form.
        let penalty = cues.first { $0.role == .penalty && $0.tokens.contains(modal.tokens) }
        var force = Force(modality: penalty == nil ? modality : .penalty, modalCue: penalty ?? modal)
        force.actor = actor(before: modal.tokens.lowerBound, from: range.lowerBound, sentence: sentence)
        if modal.role != .doubleNegation {
            force.negation = negation(
                near: range.upperBound..<range.upperBound, modal: modal, in: range, sentence: sentence, entry: nil)
        }
        force.condition = tokens.flatMap { condition(on: $0, sentence: sentence, negation: force.negation) }
        force.isInherited = true
        return force
    }

    /// A negation of the verb: beside the modal, on the subject before it, or right before the phrase.
    private func negation(
        near tokens: Range<Int>, modal: CueMatch?, in clause: Range<Int>, sentence: Int, entry: Entry?
    ) -> CueMatch? {
        let cues = reading.cues[sentence]
        return cues.last { cue in
            guard cue.role == .negation, clause.contains(cue.tokens),
                cue.tokens.lowerBound < tokens.upperBound || modal.map({ isPassive($0, cue, after: tokens) }) ?? false
            else { return false }
            if cues.overlaps(.pseudoNegation, cue.tokens) || cues.overlaps(.doubleNegation, cue.tokens) { return false }
            // "Without prejudice to any other penalty".
            if cues.overlaps(.balance, cue.tokens) { return false }
            if cues.overlaps(.removal, cue.tokens) || hushes(cue, besides: tokens, cues) { return false }
            if isInserted(cue, in: tokens) || isOfRelative(cue, in: tokens) { return false }
            if isOfPhrase(cue, entry: entry, tokens: tokens) { return false }
            guard let modal else { return cue.tokens.distance(to: tokens) <= 3 }
            if cue.tokens.overlaps(modal.tokens) { return true }
            let afterModal = cue.tokens.lowerBound >= modal.tokens.upperBound
            if afterModal { return cue.tokens.distance(to: modal.tokens) <= 1 || cue.tokens.distance(to: tokens) <= 1 }
            // "No person shall" negates the verb, and so does "may not be obliged to"; "a person not registered shall"
            // and "a person who has not registered shall" negate something of the subject.
            // "Shall not introduce a duty to" negates the verb that the duty is the object of.
            let distance = cue.tokens.distance(to: modal.tokens)
            let reach = reading.traits(modal.tokens.lowerBound).contains(.auxiliary) ? 1 : Self.objectReach
            return cue.scope == .both ? distance <= 8 : distance <= reach && !followsOpener(cue, in: clause)
        }
    }

    /// Whether a negated verb follows the phrase that is its subject: "interception shall not be admitted". "Shall not be
    /// impeded" protects it.
    private func isPassive(_ modal: CueMatch, _ negation: CueMatch, after tokens: Range<Int>) -> Bool {
        let cues = reading.cues[reading.sentence(of: tokens.lowerBound)]
        return modal.tokens.lowerBound == tokens.upperBound && negation.tokens.lowerBound >= tokens.upperBound
            && negation.tokens.distance(to: modal.tokens) <= 1
            && !cues.contains {
                $0.role == .restrict && $0.tokens.lowerBound >= negation.tokens.upperBound
                    && $0.tokens.distance(to: negation.tokens) <= Self.objectReach
            }
    }

    /// So many words stand between a negation and the noun that its verb has for an object.
    private static let objectReach = 2

    /// Whether a negation stands between commas within a phrase: "may restrict, without affecting its essence, the radio".
    private func isInserted(_ negation: CueMatch, in tokens: Range<Int>) -> Bool {
        tokens.contains(negation.tokens) && negation.tokens.lowerBound > tokens.lowerBound
            && reading.tokens.breakBefore[negation.tokens.lowerBound] == .comma
            && (negation.tokens.upperBound..<tokens.upperBound).contains { reading.tokens.breakBefore[$0] == .comma }
    }

    /// Whether a negation belongs to a relative clause within a phrase, which has a verb of its own after it: "accounts whose
    /// holder cannot be identified are closed".
    private func isOfRelative(_ negation: CueMatch, in tokens: Range<Int>) -> Bool {
        guard tokens.contains(negation.tokens) else { return false }
        return (tokens.lowerBound + 1..<max(tokens.lowerBound + 1, negation.tokens.lowerBound)).contains {
            reading.traits($0).contains(.clauseOpener)
        }
            && (negation.tokens.upperBound + 1..<max(negation.tokens.upperBound + 1, tokens.upperBound)).contains {
                reading.traits($0).contains(.auxiliary)
            }
    }

    /// Whether a negation is part of a duty of silence about something else than the phrase.
    private func hushes(_ negation: CueMatch, besides tokens: Range<Int>, _ cues: ArraySlice<CueMatch>) -> Bool {
        cues.contains {
            $0.role == .secrecy && $0.tokens.overlaps(negation.tokens) && !$0.tokens.overlaps(tokens)
        }
    }

    /// Whether a relative pronoun or conjunction stands right before the verb of a negation: "who has not".
    private func followsOpener(_ cue: CueMatch, in clause: Range<Int>) -> Bool {
        let before = max(clause.lowerBound, cue.tokens.lowerBound - 2)..<cue.tokens.lowerBound
        return before.contains { reading.traits($0).contains(.clauseOpener) }
    }

    /// A condition on the phrase, before it or after it; under a negation, "without a warrant" is one too. A condition on
    /// the verb before the negated one is none: "may be done only where needed and must not be done to silence anybody".
    private func condition(on tokens: Range<Int>, sentence: Int, negation: CueMatch?) -> CueMatch? {
        reading.cues[sentence].first { cue in
            (cue.role == .condition || negation != nil && cue.role == .removal) && !tokens.contains(cue.tokens)
                && !(negation.map { isOfVerb(cue, before: $0) } ?? false)
        }
    }

    /// Whether a coordinator and a verb of its own part a negation from a condition that holds an auxiliary.
    private func isOfVerb(_ condition: CueMatch, before negation: CueMatch) -> Bool {
        guard condition.tokens.upperBound <= negation.tokens.lowerBound,
            reading.traits(condition.tokens.lowerBound).contains(.auxiliary)
        else { return false }
        return (condition.tokens.upperBound..<negation.tokens.lowerBound).contains {
            reading.traits($0).contains(.coordinator) && reading.traits($0 + 1).contains(.auxiliary)
        }
    }

    /// Whether a negation is written in the pattern itself and so belongs to its meaning ("are not permitted").
    private func isOfPhrase(_ cue: CueMatch, entry: Entry?, tokens: Range<Int>) -> Bool {
        guard let entry, tokens.contains(cue.tokens) else { return false }
        let words = reading.document.string(reading.tokens.span(of: cue.tokens)).lowercased().split(separator: " ")
        let pattern = entry.patternWords
        return words.allSatisfy { word in pattern.contains { $0 == word } }
    }
}
