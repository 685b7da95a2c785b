internal import Lexicons
internal import TextModel

/// Links mentions: which value justifies which control, which counterweight balances or yields to which
/// value, which safeguard limits which control.
struct Linker: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let index: CandidateIndex
    private let safeguards: SafeguardIndex
    private let references: ReferenceReach
    /// Words between a connector and the value that it introduces.
    private static let connectorReach = 10

    init(_ reading: Reading, _ candidates: [Candidate], _ index: CandidateIndex) {
        self.reading = reading
        self.candidates = candidates
        self.index = index
        safeguards = SafeguardIndex(candidates, index, in: reading)
        references = ReferenceReach(reading)
    }

    /// All links, ordered by the second mention, then the first.
    func links() -> [Link] {
        var links: [Link] = []
        for index in candidates.indices where candidates[index].family == .control {
            links += justifications(of: index)
            links += safeguards(of: index)
        }
        for index in candidates.indices where candidates[index].family == .value { links += balances(of: index) }
        return links
    }

    private func indices(_ family: Family, inSentence sentence: Int) -> [Int] {
        index.members(ofSentence: sentence).filter { candidates[$0].family == family }
    }

    // MARK: Value → control

    private func justifications(of control: Int) -> [Link] {
        let candidate = candidates[control]
        var links = justifications(of: control, inSentence: candidate.sentence, strength: 1)
        let block = reading.tokens.sentences[candidate.sentence].block
        if links.isEmpty {
            for stem in reading.document.stems(of: block) {
                guard let last = reading.tokens.sentences(of: stem).last else { continue }
                links += justifications(of: control, inSentence: last, strength: 1)
                if !links.isEmpty { break }
            }
        }
        if links.isEmpty {
            links = indices(.value, inSentence: candidate.sentence).filter { !isDead($0) }.map {
                Link(kind: .justifies, from: $0, to: control, strength: 0.25, cue: nil)
            }
        }
        return links
    }

    private func justifications(of control: Int, inSentence sentence: Int, strength: Double) -> [Link] {
        let cues = reading.cues[sentence]
        let values = indices(.value, inSentence: sentence) + indices(.counterweight, inSentence: sentence)
        return values.compactMap { value in
            guard !isDead(value) || candidates[value].family == .counterweight else { return nil }
            let tokens = candidates[value].tokens
            for (role, share) in [(DeviceRole.purpose, 1.0), (.trigger, 0.5)] {
                let connector = cues.last { $0.role == role && introduces($0, tokens) }
                if let connector {
                    return Link(
                        kind: .justifies, from: value, to: control, strength: strength * share,
                        cue: reading.evidence("link", role.rawValue, connector))
                }
            }
            return nil
        }
    }

    /// Whether a connector introduces the value: it overlaps or precedes it, nothing but a list between.
    private func introduces(_ cue: CueMatch, _ value: Range<Int>) -> Bool {
        if cue.tokens.overlaps(value) { return true }
        switch cue.scope {
        case .left:
            return cue.tokens.lowerBound >= value.upperBound && cue.tokens.distance(to: value) <= 2
        case .right, .both:
            guard cue.tokens.upperBound <= value.lowerBound else { return false }
            let between = cue.tokens.upperBound..<value.lowerBound
            return between.count <= Self.connectorReach
                && !between.contains { reading.tokens.breakBefore[$0] >= .clause }
        }
    }

    private func isDead(_ index: Int) -> Bool {
        let mention = candidates[index].mention
        return !mention.isLive && mention.stance != .technical
    }

    // MARK: Safeguard → control

    /// Safeguards of a control: in its passage, where they belong to no other control, or a provision that its sentence
    /// refers to whole, in its stem or its items half, in a neighbouring item a quarter.
    ///
    /// A reference stands for safeguards that cannot be seen. Where it leads to a provision of the document, what stands
    /// there counts instead.
    private func safeguards(of control: Int) -> [Link] {
        let candidate = candidates[control]
        let block = candidate.block
        let reach = references.blocks(from: candidate.sentence)
        let isResolved = reach != nil
        var links: [Link] = []
        var seen: Set<Int> = []
        func add(_ indices: [Int], _ strength: Double, without excluded: Int? = nil) {
            for index in indices where candidates[index].block != excluded {
                guard limits(candidates[index], candidate), !isObject(candidates[index], of: candidate),
                    !isOfPenalty(candidates[index], besides: candidate),
                    !(isResolved && candidates[index].mention.concept == SafeguardID.reference),
                    seen.insert(candidates[index].concept).inserted
                else { continue }
                links.append(Link(kind: .safeguards, from: index, to: control, strength: strength, cue: nil))
            }
        }
        add(safeguards.safeguards(inBlock: block, of: candidate.concept), 1)
        for place in (reach ?? []).lazy.flatMap({ safeguards.blocks(in: $0) }) where place != block {
            add(safeguards.safeguards(inBlock: place, of: candidate.concept), 1)
        }
        for stem in reading.document.stems(of: block) {
            add(safeguards.safeguards(inBlock: stem, of: candidate.concept), 0.5)
        }
        add(safeguards.inItems[block] ?? [], 0.5)
        if let parent = reading.document.blocks[block].parent {
            add(safeguards.inItems[parent] ?? [], 0.25, without: block)
        }
        return links
    }

    private func limits(_ safeguard: Candidate, _ control: Candidate) -> Bool {
        guard case .safeguard(_, _, let limits) = reading.lexicon.concepts[safeguard.concept].kind else { return false }
        return limits.isEmpty || limits.contains(control.mention.concept)
    }

    /// Whether a safeguard is what forbidden conduct is about: "shall not disclose that a warrant was issued".
    private func isObject(_ safeguard: Candidate, of control: Candidate) -> Bool {
        control.entry.act == .conduct && control.tokens.contains(safeguard.tokens)
    }

    /// Whether a safeguard limits the penalty for disobeying a measure and not the measure: "users register with the State. A
    /// penalty for this is imposed only by a court."
    private func isOfPenalty(_ safeguard: Candidate, besides control: Candidate) -> Bool {
        safeguard.sentence != control.sentence && control.entry.act != .conduct
            && reading.cues[safeguard.sentence].contains {
                $0.role == .penalty && $0.tokens.lowerBound <= safeguard.tokens.lowerBound
            }
    }

    // MARK: Counterweight ↔ value

    private func balances(of value: Int) -> [Link] {
        let candidate = candidates[value]
        let cues = reading.cues[candidate.sentence]
        return indices(.counterweight, inSentence: candidate.sentence).compactMap { other in
            let counterweight = candidates[other]
            guard counterweight.mention.isLive else {
                return counterweight.isSubordinated
                    ? Link(
                        kind: .subordinates, from: value, to: other, strength: 1, cue: counterweight.mention.cues.last)
                    : nil
            }
            let connector = cues.first { $0.role == .balance }
            return Link(
                kind: .balances, from: other, to: value, strength: connector == nil ? 0.8 : 1,
                cue: connector.map { reading.evidence("link", "balance", $0) })
        }
    }
}
