internal import Lexicons
internal import TextModel

/// Counts what only the analysis knows: own-voice sentences, open terms, companions of security, strong safeguards and
/// the core values that asserted controls touch.
struct ProfileCounter: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let controls: [(index: Int, facts: FactSet)]
    private static let openRoles: [DeviceRole] = [.vague, .openList, .discretion, .delegation, .controllerDecides]

    /// `controls` holds the facts of every control, in the order of their places.
    init(_ reading: Reading, _ candidates: [Candidate], controls: [(index: Int, facts: FactSet)]) {
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
        let powers = Set(controls.map(\.index).filter(isAsserted).map { candidates[$0].sentence })
        profile.sentences = 0
        var quotations = reading.tokens.quotations[...]
        var quotedUpTo = 0
        for (index, sentence) in reading.tokens.sentences.enumerated() {
            let tokens = reading.tokens.tokens(of: index)
            while let first = quotations.first, first.lowerBound <= tokens.lowerBound {
                quotedUpTo = max(quotedUpTo, first.upperBound)
                quotations.removeFirst()
            }
            guard !reading.document.blocks[sentence.block].isBoilerplate else { continue }
            profile.sentences += 1
            guard quotedUpTo < tokens.upperBound, isOwnVoice(index, in: sentence.block) else { continue }
            profile.ownVoiceSentences += 1
            for cue in reading.cues[index] where Self.openRoles.contains(cue.role) {
                profile.openTerms[cue.role.rawValue, default: 0] += 1
                if powers.contains(index) { profile.openTermsAtControls += 1 }
            }
        }
    }

    private func isOwnVoice(_ sentence: Int, in block: Int) -> Bool {
        switch reading.document.blocks[block].kind {
        case .title, .heading, .code, .caption: return false
        default: break
        }
        if reading.document.blocks[block].isQuoted { return false }
        if reading.kind == .statute || reading.kind == .terms { return true }
        return !reading.cues[sentence].contains { $0.role == .reported || $0.role == .narrative }
    }

    private func countCompanions(in profile: inout Profile) {
        let values = Set(reading.lexicon.standard.companionsOf)
        let uses = candidates.indices.filter {
            candidates[$0].family == .value && candidates[$0].mention.isLive
                && values.contains(candidates[$0].mention.concept)
        }.map { candidates[$0].block }
        guard !uses.isEmpty else { return }
        var blocks: Set<Int> = []
        var sections: Set<Int?> = []
        for (index, sentence) in reading.tokens.sentences.enumerated()
        where reading.cues[index].contains(where: { $0.role == .companion }) {
            blocks.insert(sentence.block)
            sections.insert(reading.document.blocks[sentence.block].heading)
        }
        for use in uses {
            if blocks.contains(use) {
                profile.companions.inPassage += 1
            } else if sections.contains(reading.document.blocks[use].heading) {
                profile.companions.inSection += 1
            } else {
                profile.companions.none += 1
            }
        }
    }
}
