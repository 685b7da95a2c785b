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

    /// What a later mention has in common with an earlier one whose measure it repeats.
    private enum Sign: Hashable {
        /// Conduct in one list under one modal verb.
        case listed(concept: Int, sentence: Int, stance: Stance, modal: Range<Int>?)
        /// The same words, under whatever verb.
        case worded(concept: Int, words: String)
        /// The same words under one modal verb.
        case commanded(concept: Int, words: String, modal: Range<Int>)
    }

    /// The candidates without the repetitions; order is kept. Linear in them.
    func folded(_ candidates: [Candidate]) -> [Candidate] {
        var kept: [Candidate] = []
        var block = -1
        var seen: Set<Sign> = []
        for candidate in candidates {
            if candidate.block != block {
                block = candidate.block
                seen.removeAll(keepingCapacity: true)
            }
            guard candidate.family == .control else {
                kept.append(candidate)
                continue
            }
            let words = reading.document.string(candidate.mention.span).lowercased()
            let list = listed(candidate)
            guard !seen.contains(repeated(candidate, words)), list.map(seen.contains) != true else { continue }
            kept.append(candidate)
            seen.insert(.worded(concept: candidate.concept, words: words))
            if let modal = candidate.force.modalCue?.tokens {
                seen.insert(.commanded(concept: candidate.concept, words: words, modal: modal))
            }
            if let list { seen.insert(list) }
        }
        return kept
    }

    private func listed(_ candidate: Candidate) -> Sign? {
        guard candidate.entry.act == .conduct else { return nil }
        return .listed(
            concept: candidate.concept, sentence: candidate.sentence, stance: candidate.mention.stance,
            modal: candidate.force.modalCue?.tokens)
    }

    /// The same words again, without another modal verb of their own before them.
    private func repeated(_ candidate: Candidate, _ words: String) -> Sign {
        guard !candidate.force.isInherited, let modal = candidate.force.modalCue?.tokens,
            modal.lowerBound < candidate.tokens.upperBound
        else { return .worded(concept: candidate.concept, words: words) }
        return .commanded(concept: candidate.concept, words: words, modal: modal)
    }
}
