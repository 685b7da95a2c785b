internal import Lexicons
internal import TextModel

/// Where a text affirms a right against a control without naming the measure: "there shall be no censorship", "the secrecy
/// of letters is inviolable".
extension Reading {
    private static let takenBack: [DeviceRole] = [.negation, .prohibits, .prohibition]

    /// Whether a sentence of a passage affirms such a right.
    func guarantees(_ block: Int) -> Bool {
        tokens.sentences(of: block).contains { sentence in
            cues[sentence].contains { $0.role == .guarantee && isGuaranteed($0, in: sentence) }
        }
    }

    /// Whether a phrase that can affirm a right does: the author lays it down, and nothing before it in its sentence takes
    /// it back ("nobody may print without prior leave"), or takes it back in the same breath.
    func isGuaranteed(_ guarantee: CueMatch, in sentence: Int) -> Bool {
        switch kind {
        case .critique, .press, .technical: return false
        case .statute, .strategy, .guidance, .speech, .transcript, .rights, .terms, .other: break
        }
        let signs = register[tokens.sentences[sentence].block]
        guard kind == .statute || kind == .rights || signs.telling == 0 && signs.critic == nil else { return false }
        return !cues[sentence].contains {
            Self.takenBack.contains($0.role) && $0.tokens.upperBound <= guarantee.tokens.lowerBound
                || $0.role == .clawback || $0.role == .escape
        }
    }
}

extension ControlStance {
    /// The affirmation of a right that the words of a control are part of, or that governs them: "censorship of the mass
    /// media is prohibited", "illegal seizure of notes or closing of papers is punished".
    func guarantee(against candidate: Candidate) -> CueMatch? {
        let cues = reading.cues[candidate.sentence]
        return cues.first { cue in
            guard cue.role == .guarantee, reading.isGuaranteed(cue, in: candidate.sentence) else { return false }
            if cue.tokens.overlaps(candidate.tokens) { return true }
            return cue.tokens.upperBound <= candidate.tokens.lowerBound
                && !(cues.contains {
                    ForceFinder.isModal($0.role) && $0.tokens.lowerBound >= cue.tokens.lowerBound
                        && $0.tokens.upperBound <= candidate.tokens.lowerBound
                })
        }
    }
}
