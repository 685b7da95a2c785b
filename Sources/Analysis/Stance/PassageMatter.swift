internal import Lexicons
internal import TextModel

/// What a passage adopts that has no measure with a force of its own and no value that the author is seen to use.
extension PassageStance {
    private static let ruling: [DeviceRole] = [.duty, .power, .prohibits]
    private static let personal: [NounClass] = [.exchange, .identity, .dataobj, .cryptobj]
    private static let willing: [DeviceRole] = [.duty, .intention, .advice, .aspiration, .power, .promote]

    /// Whether a sentence rules what may be done with data on people or with what they say to each other: "a controller
    /// shall not retain personal data for longer than".
    func rules(_ block: Int) -> Bool {
        guard reading.kind != .technical, reading.kind != .critique, !reading.register.isNarrative else { return false }
        return reading.tokens.sentences(of: block).contains { sentence in
            let cues = reading.cues[sentence]
            return cues.contains { Self.ruling.contains($0.role) } && cues.contains { $0.role == .measure }
                && reading.nouns(of: sentence).contains { Self.personal.contains(NounClass.allCases[$0.noun]) }
        }
    }

    /// Whether a text that only lays down rules names a measure that no verb of its clause commands: a statute that says
    /// how long restrictions last, a heading of one, a platform that says what it removes. What people do, and what a
    /// negation takes back, is none.
    func laysDown(_ members: Range<Int>) -> Bool {
        guard reading.kind == .statute || reading.kind == .terms else { return false }
        let isSafeguarded = members.contains {
            candidates[$0].family == .safeguard && candidates[$0].mention.isLive
        }
        if reading.kind == .terms, isSafeguarded { return false }
        return members.contains {
            let candidate = candidates[$0]
            guard candidate.family == .control, candidate.mention.stance == .other, candidate.entry.act != .conduct
            else { return false }
            let actor = candidate.force.actor.map { NounClass.allCases[$0.noun] }
            let negates = reading.cues[candidate.sentence].contains {
                $0.role == .negation && candidate.clause.contains($0.tokens)
            }
            let speaks =
                reading.kind == .terms
                ? candidate.force.modality != .duty : candidate.entry.strength != .weak || candidate.force.isBinding
            return speaks && actor != .user && !negates && !reading.register[candidate.block].isPast
        }
    }

    /// Whether an author who says what ought to be, or what is done, names a value with no word that uses it: "may the
    /// cable bring us safety".
    func speaksOfValue(_ members: Range<Int>) -> Bool {
        switch reading.kind {
        case .statute, .technical, .terms, .critique: return false
        case .strategy, .speech, .guidance, .rights, .transcript, .press, .other: break
        }
        return members.contains {
            let candidate = candidates[$0]
            guard candidate.family == .value,
                candidate.mention.cues.contains(where: { $0.axis == ValueUse.useAxis && $0.value == ValueUse.alone })
            else { return false }
            return reading.cues[candidate.sentence].contains { cue in
                Self.willing.contains(cue.role) || reading.isFirstPerson(before: cue, in: candidate.sentence)
            } || reading.isFirstPerson(before: candidate)
        }
    }

    /// Whether a text that lays down rules or speaks for an institution commits to a counterweight and to nothing else: it
    /// adopts a value.
    func commits(_ members: Range<Int>) -> Bool {
        switch reading.kind {
        case .critique, .press, .terms, .technical, .other: return false
        case .statute, .strategy, .speech, .guidance, .rights, .transcript: break
        }
        return members.contains { candidates[$0].family == .counterweight && candidates[$0].mention.isLive }
    }
}
