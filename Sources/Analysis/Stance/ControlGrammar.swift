internal import Lexicons
internal import TextModel

/// What the words around a control, and those of the control itself, make of it.
extension ControlStance {
    /// The words that forbid a control ("refrain from"), unless they are themselves taken back ("nothing prevents").
    func prohibition(before candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let before = cues.filter {
            $0.tokens.lowerBound < candidate.tokens.lowerBound && candidate.clause.overlaps($0.tokens)
        }
        guard !before.contains(where: { $0.role == .doubleNegation }) else { return nil }
        return before.first {
            $0.role == .prohibition && $0.scope != .left && !endsBefore(candidate, $0) && !isJoined($0, to: candidate)
        }
    }

    /// Whether a word that forbids is joined to a control, which then does not forbid it but goes on with it: "ban or
    /// restrict broadcasts".
    func isJoined(_ prohibition: CueMatch, to candidate: Candidate) -> Bool {
        let joint = prohibition.tokens.upperBound
        return joint + 1 == candidate.tokens.lowerBound
            && reading.types.traits[Int(reading.tokens.type[joint])].contains(.coordinator)
    }

    /// Whether a verb of its own governs a control, after the comma that ends what is forbidden: "so that news may be free
    /// from distortion, stations shall close".
    private func endsBefore(_ candidate: Candidate, _ prohibition: CueMatch) -> Bool {
        reading.cues[candidate.sentence].contains { verb in
            (verb.role == .duty || verb.role == .power)
                && verb.tokens.lowerBound > prohibition.tokens.upperBound
                && verb.tokens.lowerBound < candidate.tokens.upperBound
                && isAuxiliary(verb)
                && (prohibition.tokens.upperBound...verb.tokens.lowerBound).contains {
                    reading.tokens.breakBefore[$0] >= .comma
                }
        }
    }

    /// The words of a control that forbid, where they forbid another measure and not what people do: "prohibited to block
    /// websites", "(closing of) newspapers is prohibited". "Prohibit or restrict" goes on with it.
    func banOnMeasure(in candidate: Candidate) -> CueMatch? {
        guard candidate.entry.act != .conduct, !publishes(candidate) else { return nil }
        let tokens = reading.tokens
        let isCoordinator = { (token: Int) in
            self.reading.types.traits[Int(tokens.type[token])].contains(.coordinator)
        }
        let start = max(candidate.clause.lowerBound, candidate.tokens.lowerBound - Self.measureReach)
        return reading.cues[candidate.sentence].first { cue in
            guard cue.role == .prohibits, cue.tokens.overlaps(candidate.tokens) else { return false }
            return reading.nouns(of: candidate.sentence).contains { verb in
                guard Self.measures.contains(NounClass.allCases[verb.noun]), verb.tokens.lowerBound >= start,
                    verb.tokens.upperBound <= candidate.tokens.upperBound, !verb.tokens.overlaps(cue.tokens)
                else { return false }
                let between =
                    min(
                        verb.tokens.upperBound, cue.tokens.upperBound)...max(
                        verb.tokens.lowerBound, cue.tokens.lowerBound)
                return !between.contains(where: isCoordinator)
                    && !between.contains { tokens.breakBefore[$0] >= .comma }
            }
        }
    }

    private static let measures: [NounClass] = [.bar, .halt, .watch]
    /// So many words stand between a measure and what it is taken against: "blocking of".
    private static let measureReach = 2

    /// The words after a control that rule it out: "the duty to keep logs is abolished", "such requests we refuse". A
    /// condition makes a power of them, and a clause of its own in between speaks of something else.
    func prohibition(after candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        guard !cues.contains(where: { $0.role == .doubleNegation || $0.role == .condition }) else { return nil }
        return cues.first {
            $0.role == .prohibition && $0.scope == .left && candidate.clause.overlaps($0.tokens)
                && $0.tokens.lowerBound >= candidate.tokens.upperBound
                && $0.tokens.distance(to: candidate.tokens) <= Self.prohibitionReach
        }
    }

    /// So many words stand between a control and what rules it out.
    private static let prohibitionReach = 8

    /// The penalty for carrying out a control: "an officer who intercepts a call commits an offence". The verb of the
    /// control then belongs to a clause on the offender, and no negation makes a duty of it ("who does not keep").
    func penalty(for candidate: Candidate) -> CueMatch? {
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let first = candidate.tokens.lowerBound
        let cues = reading.cues[candidate.sentence]
        let isOffender = (max(start, first - 3)..<first).contains {
            reading.types.traits[Int(reading.tokens.type[$0])].contains(.clauseOpener)
        }
        guard candidate.entry.act != .conduct,
            !cues.contains(where: {
                ($0.role == .negation || ($0.role == .duty || $0.role == .power) && isAuxiliary($0))
                    && $0.tokens.lowerBound < candidate.tokens.upperBound
            })
        else { return nil }
        if let cue = offence(before: candidate) { return cue }
        guard candidate.entry.strength != .strong, isOffender || opensWithOffender(candidate) else { return nil }
        return cues.first { $0.role == .penalty && $0.tokens.lowerBound >= candidate.tokens.upperBound }
    }

    /// Whether a verb of force is an auxiliary or has one: "shall", "is required to". What an offender "authorises others to"
    /// do is part of the offence.
    private func isAuxiliary(_ cue: CueMatch) -> Bool {
        reading.types.traits[Int(reading.tokens.type[cue.tokens.lowerBound])].contains(.auxiliary)
    }

    /// The words that make an offence of all that follows: "a person commits an offence if (a) …; (b) the call is recorded".
    private func offence(before candidate: Candidate) -> CueMatch? {
        reading.cues[candidate.sentence].first {
            $0.role == .penalty && $0.tokens.upperBound < candidate.tokens.lowerBound
                && reading.types.traits[Int(reading.tokens.type[$0.tokens.upperBound])].contains(.clauseOpener)
        }
    }

    /// Whether a sentence of a statute begins with the person whom it punishes, so that all it says up to the penalty is the
    /// offence: "whoever, without leave, enters a system and thereby prevents access to it".
    private func opensWithOffender(_ candidate: Candidate) -> Bool {
        guard reading.kind == .statute else { return false }
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let comma = (start + 1...start + Self.longestOpening).first {
            $0 < candidate.tokens.lowerBound && reading.tokens.breakBefore[$0] >= .comma
        }
        let opening = start..<min(candidate.tokens.lowerBound, (comma ?? start) + Self.longestOffender)
        let isOpener = { (token: Int) in
            self.reading.types.traits[Int(self.reading.tokens.type[token])].contains(.clauseOpener)
        }
        return reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .user && opening.overlaps($0.tokens)
                && opening.clamped(to: $0.tokens.lowerBound..<$0.tokens.upperBound + 1).contains(where: isOpener)
        }
            && !reading.cues[candidate.sentence].contains {
                $0.role == .prohibition && $0.tokens.upperBound <= candidate.tokens.lowerBound
            }
    }

    /// Whether a sentence of a statute says of whoever does something nothing more, as where the penalty stands in the next
    /// paragraph: "Whoever spreads false news in time of war".
    func isOffence(_ candidate: Candidate, _ force: Force) -> Bool {
        force.modality == .none && opensWithOffender(candidate)
            && !reading.cues[candidate.sentence].contains {
                ForceFinder.isModal($0.role) || $0.role == .definition || $0.role == .prohibition
            }
    }

    /// So many words may stand before the comma that the offender follows: "Subject to subsections (1) and (2), any person".
    private static let longestOpening = 10
    /// So many words name the offender: "(1) Any natural or legal person who".
    private static let longestOffender = 8

    /// The penalty for not carrying out a control, which makes a duty of it: "failure to keep the logs is punishable".
    func penaltyForOmission(of candidate: Candidate) -> CueMatch? {
        guard candidate.entry.act != .conduct else { return nil }
        let cues = reading.cues[candidate.sentence]
        let first = candidate.tokens.lowerBound
        let isOmitted = cues.contains {
            ($0.role == .negation || $0.role == .prohibition) && $0.scope == .right && $0.tokens.upperBound <= first
                && $0.tokens.distance(to: candidate.tokens) <= Self.omissionReach
        }
        guard isOmitted,
            !cues.contains(where: { ($0.role == .duty || $0.role == .power) && $0.tokens.lowerBound < first })
        else { return nil }
        return cues.first { $0.role == .penalty && $0.tokens.lowerBound >= candidate.tokens.upperBound }
    }

    /// So many words stand between what is left undone and the verb that says so.
    private static let omissionReach = 2

    /// Whether the words of a control are about publishing.
    func publishes(_ candidate: Candidate) -> Bool {
        reading.nouns(of: candidate.sentence).contains {
            NounClass.allCases[$0.noun] == .publish && $0.tokens.overlaps(candidate.tokens)
        }
    }

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
                return candidate.clause.contains(cue.tokens) && cue.tokens.upperBound <= candidate.tokens.lowerBound
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

    /// Whether somebody is made to act between a prohibition and the words of a control.
    func isCompelled(_ candidate: Candidate, after prohibition: CueMatch) -> Bool {
        reading.cues[candidate.sentence].contains {
            $0.role == .duty && $0.tokens.lowerBound >= prohibition.tokens.upperBound
                && $0.tokens.upperBound <= candidate.tokens.lowerBound
        }
    }

    /// Whether the word of duty opens the sentence, so that it can only be an adjective: "mandatory checks turn readers
    /// away". Only a text that lays down rules commands with it.
    func isBareAdjective(_ force: Force, _ candidate: Candidate) -> Bool {
        guard !isOperative, force.modality == .duty, !force.isInherited, let cue = force.modalCue else { return false }
        let first = reading.tokens.tokens(of: candidate.sentence).lowerBound
        return cue.tokens.lowerBound == first && cue.tokens.upperBound <= candidate.tokens.lowerBound
            && reading.document.stems(of: candidate.block).isEmpty
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
        let traits = { (token: Int) in self.reading.types.traits[Int(tokens.type[token])] }
        guard reading.kind == .statute, reading.document.stems(of: candidate.block).isEmpty,
            candidate.tokens.contains(where: { traits($0).contains(.auxiliary) }) || namesWhoActs(candidate),
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition })
        else { return false }
        var token = candidate.tokens.lowerBound
        while token > candidate.clause.lowerBound, tokens.breakBefore[token] < .comma {
            token -= 1
            if traits(token).contains(.clauseOpener) { return false }
        }
        return true
    }

    /// Whether a control belongs to a relative clause with a preposition, which only says of what the sentence speaks: "the
    /// criteria under which content can be blocked are vague".
    func isRelative(_ candidate: Candidate) -> Bool {
        let traits = { (token: Int) in self.reading.types.traits[Int(self.reading.tokens.type[token])] }
        let first = max(candidate.clause.lowerBound + 1, candidate.tokens.lowerBound - Self.longestRelativeSubject)
        return (first..<max(first, candidate.tokens.lowerBound)).contains { token in
            traits(token).contains(.clauseOpener) && traits(token - 1).contains(.functionWord)
                && !traits(token - 1).contains(.coordinator)
                && !(token..<candidate.tokens.lowerBound).contains { reading.tokens.breakBefore[$0 + 1] >= .comma }
        }
    }

    /// Whether a relative pronoun stands right before a control, so that it only says of which actor the sentence speaks:
    /// "an operator that interrupts the service owes compensation".
    func describesActor(_ candidate: Candidate) -> Bool {
        let before = candidate.tokens.lowerBound - 1
        return before > reading.tokens.tokens(of: candidate.sentence).lowerBound
            && reading.types.traits[Int(reading.tokens.type[before])].contains(.clauseOpener)
            && reading.tokens.breakBefore[before] == .none
    }

    /// So many words stand between a relative pronoun and the verb of its clause.
    private static let longestRelativeSubject = 4

    /// Whether a control stands in an item of a statute whose stem is not at hand: "(iii) the stopping and delaying of
    /// messages; and". What it hangs on orders or allows it more often than not.
    func isLooseItem(_ candidate: Candidate) -> Bool {
        guard candidate.entry.act != .conduct, reading.document.stems(of: candidate.block).isEmpty,
            let first = item(of: candidate)?.first,
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition })
        else { return false }
        return !reading.tokens.isCapitalised[first]
    }

    /// Whether a control stands in an item of a statute that begins with an infinitive, as lists of duties and powers do:
    /// "4. To open letters", "5. Not to send ciphers". What the list opens with may say so in a noun, or not be at hand.
    func isInfinitiveItem(_ candidate: Candidate) -> Bool {
        item(of: candidate)?.prefix(2).contains {
            reading.types.traits[Int(reading.tokens.type[$0])].contains(.infinitiveMarker)
        } ?? false
    }

    /// Whether a control opens an item of a statute whose stem is not at hand: "b. Monitor all letters".
    func opensLooseItem(_ candidate: Candidate) -> Bool {
        guard candidate.entry.act != .conduct, reading.document.stems(of: candidate.block).isEmpty,
            let words = item(of: candidate),
            !reading.cues[candidate.sentence].contains(where: { $0.role == .definition || $0.role == .negation })
        else { return false }
        // The label may be a word of the sentence or not.
        return candidate.tokens.lowerBound <= words.lowerBound
    }

    /// The words after the label of the item of a statute that begins with the sentence of a control: "(iii)", "4.", "10)";
    /// `nil` elsewhere.
    private func item(of candidate: Candidate) -> Range<Int>? {
        let block = reading.document.blocks[candidate.block]
        guard reading.kind == .statute, candidate.sentence == reading.tokens.sentences(of: candidate.block).lowerBound
        else { return nil }
        let words = reading.tokens.tokens(of: candidate.sentence)
        let text = reading.document.text
        let end = reading.tokens.span(of: words.lowerBound..<words.lowerBound + 1).end
        let isLabelled =
            text[block.span.start] == UInt8(ascii: "(")
            || end < text.count && Self.labelEnds.contains(text[end]) && end - block.span.start <= Self.longestLabel
        if isLabelled { return words.dropFirst() }
        return block.kind == .listItem || block.number != nil ? words : nil
    }

    /// What follows the number or letter of an item.
    private static let labelEnds: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: ".")]
    /// So many bytes make a label: "xviii".
    private static let longestLabel = 5

    /// Whether a control that names an authority or a provider itself is what its sentence states: it opens the sentence,
    /// or follows its auxiliary: "a host answers for all", "diaries are open to holders of a card of the Bureau".
    func namesWhoActs(_ candidate: Candidate) -> Bool {
        let first = candidate.tokens.lowerBound
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let isPredicate =
            first > start && reading.types.traits[Int(reading.tokens.type[first - 1])].contains(.auxiliary)
        guard first - start <= 1 || isPredicate else { return false }
        return reading.nouns(of: candidate.sentence).contains {
            candidate.tokens.contains($0.tokens) && [.authority, .provider].contains(NounClass.allCases[$0.noun])
        }
    }
}
