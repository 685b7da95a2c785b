internal import Lexicons
internal import TextModel

/// What the words above a block make of it.
extension Reading {
    /// The report in a stem that introduces other people's words: "Section 12 provides:".
    func introduction(of block: Int) -> CueMatch? {
        for stem in document.stems(of: block) {
            guard let last = tokens.sentences(of: stem).last else { continue }
            let cue = cues[last].last { Attribution.tellingRoles.contains($0.role) }
            let end = tokens.tokens(of: last).upperBound
            guard let cue else { continue }
            // A list hangs on the words before it; a paragraph after a colon is quoted wherever they stand.
            let isQuotation = cue.role == .narrative && document.blocks[block].kind != .listItem
            if isQuotation || cue.role == .condemnation || end - cue.tokens.upperBound <= 2 { return cue }
        }
        return nil
    }

    /// The fault that the stem of a block finds with what the block repeats: "Clause 9 has faults. This is what it says:".
    func fault(introducing block: Int) -> CueMatch? {
        for stem in document.stems(of: block) {
            for sentence in tokens.sentences(of: stem) {
                let fault = cues[sentence].first {
                    ($0.role == .condemnation || $0.role == .complaint) && !cues.isNegated($0, in: sentence)
                }
                if let fault { return fault }
            }
        }
        return nil
    }

    /// Whether a block recites what another text says, as its stem announces.
    func isRecited(_ block: Int) -> Bool {
        introduction(of: block).map { $0.role != .condemnation } ?? false
    }
}
