internal import Lexicons
internal import TextModel

/// Counts what only the analysis knows: own-voice sentences, open terms, companions of security, strong safeguards and
/// the core values that asserted controls touch.
struct ProfileCounter: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let controls: [Int: FactSet]
    private static let openRoles: [DeviceRole] = [.vague, .openList, .discretion, .delegation, .controllerDecides]

    /// `controls` holds the facts of every control by candidate index.
    init(_ reading: Reading, _ candidates: [Candidate], controls: [Int: FactSet]) {
        self.reading = reading
        self.candidates = candidates
        self.controls = controls
    }

    /// Adds to a profile that was counted of the parts of the report. Linear in the sentences and their cues.
    func complete(_ profile: inout Profile) {
        countSentences(in: &profile)
        countCompanions(in: &profile)
        for (index, facts) in controls where isAsserted(index) {
            let concept = reading.lexicon.concepts[candidates[index].concept]
            if facts.contains(.procedure) {
                profile.controlsByConcept[concept.id, default: Profile.Coverage()].strong += 1
            }
            for value in concept.coreValues { profile.controlsByCoreValue[value, default: 0] += 1 }
        }
    }

    private func isAsserted(_ index: Int) -> Bool {
        let mention = candidates[index].mention
        return mention.isLive && mention.stance == .asserted
    }

    private func countSentences(in profile: inout Profile) {
        let powers = Set(controls.keys.filter(isAsserted).map { candidates[$0].sentence })
        profile.sentences = 0
        var quotations = reading.tokens.quotations[...]
        var quotedUpTo = 0
        for (index, sentence) in reading.tokens.sentences.enumerated() {
            let tokens = reading.tokens.tokens(of: index)
            while let first = quotations.first, first.lowerBound <= tokens.lowerBound {
                quotedUpTo = max(quotedUpTo, first.upperBound)
                quotations.removeFirst()
            }
            let block = reading.document.blocks[sentence.block]
            guard !block.isBoilerplate else { continue }
            profile.sentences += 1
            guard quotedUpTo < tokens.upperBound, isOwnVoice(index, in: block) else { continue }
            profile.ownVoiceSentences += 1
            for cue in reading.cues[index] where Self.openRoles.contains(cue.role) {
                profile.openTerms[cue.role.rawValue, default: 0] += 1
                if powers.contains(index) { profile.openTermsAtControls += 1 }
            }
        }
    }

    private func isOwnVoice(_ sentence: Int, in block: Block) -> Bool {
        switch block.kind {
        case .title, .heading, .code, .caption: return false
        default: break
        }
        if block.isQuoted { return false }
        if reading.kind == .statute || reading.kind == .terms { return true }
        return !reading.cues[sentence].contains { $0.role == .reported || $0.role == .narrative }
    }

    private func countCompanions(in profile: inout Profile) {
        let values = Set(reading.lexicon.standard.companionsOf)
        let uses = candidates.filter {
            $0.family == .value && $0.mention.isLive && values.contains($0.mention.concept)
        }
        guard !uses.isEmpty else { return }
        var blocks: Set<Int> = []
        var sections: Set<Int?> = []
        for (index, sentence) in reading.tokens.sentences.enumerated()
        where reading.cues[index].contains(where: { $0.role == .companion }) {
            blocks.insert(sentence.block)
            sections.insert(reading.document.blocks[sentence.block].heading)
        }
        for use in uses {
            if blocks.contains(use.block) {
                profile.companions.inPassage += 1
            } else if sections.contains(reading.document.blocks[use.block].heading) {
                profile.companions.inSection += 1
            } else {
                profile.companions.none += 1
            }
        }
    }
}
