internal import Lexicons
internal import TextModel

/// The words that rule a control out: before it, in it and after it.
extension ControlStance {
    /// The words that forbid a control ("refrain from"), unless they are themselves taken back ("nothing prevents").
    func prohibition(before candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        let before = cues.filter {
            ($0.tokens.lowerBound < candidate.tokens.lowerBound || isResistance($0, within: candidate))
                && candidate.clause.overlaps($0.tokens)
        }
        guard !before.contains(where: { $0.role == .doubleNegation }) else { return nil }
        return before.first {
            $0.role == .prohibition && $0.scope != .left && !endsBefore(candidate, $0) && !isJoined($0, to: candidate)
                && !isOwnBan($0, of: candidate)
        }
    }

    /// Whether a provider that a control names is made to resist it: "a host shall reject a request to take down pages".
    private func isResistance(_ cue: CueMatch, within candidate: Candidate) -> Bool {
        actorIs(.provider, candidate.force)
            && cue.tokens.lowerBound > candidate.tokens.lowerBound
            && cue.tokens.upperBound < candidate.tokens.upperBound
            && candidate.force.modalCue.map { cue.tokens.contains($0.tokens) } ?? false
    }

    /// Whether the words of a control themselves bar people: "foreigners are barred from running news sites".
    private func isOwnBan(_ prohibition: CueMatch, of candidate: Candidate) -> Bool {
        prohibition.tokens.upperBound > candidate.tokens.lowerBound
            && prohibition.tokens.lowerBound + 1 >= candidate.tokens.lowerBound && candidate.entry.act != .conduct
            && actorIs(.user, candidate.force)
    }

    /// Whether a word that forbids is joined to a control, which then does not forbid it but goes on with it: "ban or
    /// restrict broadcasts".
    func isJoined(_ prohibition: CueMatch, to candidate: Candidate) -> Bool {
        let joint = prohibition.tokens.upperBound
        return joint + 1 == candidate.tokens.lowerBound
            && reading.traits(joint).contains(.coordinator)
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
        let cues = reading.cues[candidate.sentence]
        return cues.first { cue in
            guard cue.role == .prohibits, cue.tokens.overlaps(candidate.tokens),
                !cues.overlaps(.condition, cue.tokens)
            else { return false }
            return reading.nouns(of: candidate.sentence).contains { verb in
                guard Self.measures.contains(NounClass.allCases[verb.noun]), verb.tokens.lowerBound >= start,
                    verb.tokens.upperBound <= candidate.tokens.upperBound, !verb.tokens.overlaps(cue.tokens),
                    // "Use of a relay to view news is an offence" forbids the use, and says what for.
                    verb.tokens.lowerBound >= cue.tokens.upperBound
                        || verb.tokens.lowerBound <= candidate.tokens.lowerBound + 1
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

    static let measures: [NounClass] = [.bar, .halt, .watch]

    /// So many words stand between a measure and what it is taken against: "blocking of".
    private static let measureReach = 2

    /// The words after a control that rule it out: "the duty to keep logs is abolished", "such requests we refuse". A
    /// condition makes a power of them, and a clause of its own in between speaks of something else. A relative clause that
    /// holds the control may be long: "sections 4 to 7, under which the censor may …, are repealed".
    func prohibition(after candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        guard !cues.contains(where: { $0.role == .doubleNegation || $0.role == .condition }) else { return nil }
        return cues.first {
            $0.role == .prohibition && $0.scope == .left && candidate.clause.overlaps($0.tokens)
                && $0.tokens.lowerBound >= candidate.tokens.upperBound - Self.sharedWords
                && $0.tokens.lowerBound > candidate.tokens.lowerBound
                && $0.tokens.upperBound > candidate.tokens.upperBound
                && !sharesNegation($0, with: candidate)
                && !isJoinedClause(from: candidate, to: $0)
                && ($0.tokens.distance(to: candidate.tokens) <= Self.prohibitionReach
                    || isPredicate($0, ofWhatHolds: candidate))
        }
    }

    /// Whether a control ends in the negation by which it would be ruled out, which is its own: "accounts that are not
    /// linked to a name cannot be used".
    private func sharesNegation(_ cue: CueMatch, with candidate: Candidate) -> Bool {
        let shared = cue.tokens.lowerBound
        return shared < candidate.tokens.upperBound
            && reading.cues[candidate.sentence].contains { $0.role == .negation && $0.tokens.contains(shared) }
    }

    /// The words that say of what people do that it is forbidden no longer, with no verb of force between that would
    /// have a clause of its own: "everyone is free to travel, but nobody may use a relay".
    func release(of candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        return cues.first { cue in
            guard cue.role == .release, candidate.clause.overlaps(cue.tokens) else { return false }
            if cue.scope == .left {
                return cue.tokens.lowerBound > candidate.tokens.lowerBound && !isJoinedClause(from: candidate, to: cue)
            }
            return candidate.entry.act == .conduct && cue.tokens.lowerBound < candidate.tokens.lowerBound
                && !cues.contains {
                    ForceFinder.isModal($0.role) && $0.tokens.lowerBound >= cue.tokens.upperBound
                        && $0.tokens.upperBound <= candidate.tokens.lowerBound
                }
        }
    }

    /// Whether a coordinator after a comma opens a clause of its own after a control that has its verb: "the office may close
    /// the site, and the old order is repealed".
    private func isJoinedClause(from candidate: Candidate, to cue: CueMatch) -> Bool {
        guard let verb = candidate.force.modalCue, verb.tokens.upperBound <= candidate.tokens.lowerBound,
            reading.traits(verb.tokens.lowerBound).contains(.auxiliary)
        else { return false }
        let end = max(candidate.tokens.upperBound, cue.tokens.lowerBound)
        return (candidate.tokens.upperBound..<end).contains {
            reading.tokens.breakBefore[$0] == .comma && reading.traits($0).contains(.coordinator)
        }
    }

    /// Whether a verb that rules something out is what the sentence of a control says of its subject, and the control stands
    /// in the subject: in a relative clause of it, or as its noun, with no verb of force of a clause of its own.
    private func isPredicate(_ cue: CueMatch, ofWhatHolds candidate: Candidate) -> Bool {
        // A clause that opens in between may hold the verb, unless a comma closes it.
        guard reading.traits(cue.tokens.lowerBound).contains(.auxiliary),
            reading.tokens.breakBefore[cue.tokens.lowerBound] == .comma
                || !(candidate.tokens.upperBound..<cue.tokens.lowerBound).contains(where: {
                    reading.traits($0).contains(.clauseOpener)
                })
        else { return false }
        let start = reading.tokens.tokens(of: candidate.sentence).lowerBound
        let opener = (start + 1..<max(start + 1, candidate.tokens.lowerBound)).first {
            reading.traits($0).contains(.clauseOpener)
        }
        return !reading.cues[candidate.sentence].contains { verb in
            guard ForceFinder.isModal(verb.role), isAuxiliary(verb), !verb.tokens.overlaps(cue.tokens),
                !verb.tokens.overlaps(candidate.tokens), verb.tokens.upperBound <= cue.tokens.lowerBound
            else { return false }
            // A verb before the relative pronoun, or after the control, has a clause of its own.
            return opener.map {
                verb.tokens.lowerBound < $0 || verb.tokens.lowerBound - $0 > Self.longestRelativeClause
            }
                ?? true
                || verb.tokens.lowerBound >= candidate.tokens.upperBound
        }
    }

    /// So many words of what rules a control out may be its own: "censorship that …, shall".
    private static let sharedWords = 1
    /// So many words stand between a control and what rules it out.
    private static let prohibitionReach = 8

    /// The words that leave the executive a way around what rules a measure out: "is prohibited, save where the Minister so
    /// directs". A penalty for what is done without such leave stays one.
    func escape(of candidate: Candidate) -> CueMatch? {
        guard candidate.entry.act != .conduct, candidate.force.modality != .penalty else { return nil }
        return reading.cues[candidate.sentence].first { $0.role == .escape }
    }

    /// Whether somebody is made to act between a prohibition and the words of a control.
    func isCompelled(_ candidate: Candidate, after prohibition: CueMatch) -> Bool {
        reading.cues[candidate.sentence].contains {
            $0.role == .duty && $0.tokens.lowerBound >= prohibition.tokens.upperBound
                && $0.tokens.upperBound <= candidate.tokens.lowerBound
        }
    }
}
