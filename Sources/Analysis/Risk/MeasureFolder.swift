internal import Lexicons
internal import TextModel

/// Leaves one mention for one measure.
///
/// A provision names a measure more than once ("technical measures … such measures shall be lifted"), and a ban on
/// speech lists its grounds ("inciting unrest, spreading rumours or insulting the nation"). A reader counts one
/// control in either case; counting words would make long sentences look worse than short ones.
struct MeasureFolder: Sendable {
    private let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// The candidates without the repetitions; order is kept.
    func folded(_ candidates: [Candidate]) -> [Candidate] {
        var kept: [Candidate] = []
        var block = -1
        var first = 0
        for candidate in candidates {
            if candidate.block != block {
                block = candidate.block
                first = kept.count
            }
            let isRepeated =
                candidate.family == .control
                && kept[first...].contains { $0.family == .control && isSame(candidate, as: $0) }
            if !isRepeated { kept.append(candidate) }
        }
        return kept
    }

    private func isSame(_ later: Candidate, as earlier: Candidate) -> Bool {
        guard later.concept == earlier.concept else { return false }
        return isListed(later, beside: earlier) || isRepeated(later, of: earlier)
    }

    /// Conduct in one list under one modal verb.
    private func isListed(_ later: Candidate, beside earlier: Candidate) -> Bool {
        later.entry.act == .conduct && earlier.entry.act == .conduct && later.sentence == earlier.sentence
            && later.mention.stance == earlier.mention.stance
            && later.force.modalCue?.tokens == earlier.force.modalCue?.tokens
    }

    /// The same words again, without a modal verb of their own before them.
    private func isRepeated(_ later: Candidate, of earlier: Candidate) -> Bool {
        guard words(later) == words(earlier) else { return false }
        guard !later.force.isInherited, let modal = later.force.modalCue else { return true }
        return modal.tokens.lowerBound >= later.tokens.upperBound || modal.tokens == earlier.force.modalCue?.tokens
    }

    private func words(_ candidate: Candidate) -> String {
        reading.document.string(candidate.mention.span).lowercased()
    }
}
