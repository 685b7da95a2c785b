internal import Lexicons
internal import TextModel

/// Judges whether a document reaches the minimum level of wording, and lists what stands in its way.
struct MarkJudge: Sendable {
    private let reading: Reading
    private let candidates: [Candidate]
    private let controls: [(index: Int, facts: FactSet)]
    private let standard: DocumentStandard.MarkStandard

    init(
        _ reading: Reading, _ candidates: [Candidate], controls: [(index: Int, facts: FactSet)],
        standard: DocumentStandard.MarkStandard
    ) {
        self.reading = reading
        self.candidates = candidates
        self.controls = controls
        self.standard = standard
    }

    /// The mark; `ownVoice` is the number of own-voice sentences. Something in the way decides before the length does.
    func mark(findings: [Finding], ownVoice: Int) -> Mark {
        let placed = obstacles(of: findings) + obstaclesOfControls() + obstaclesOfHeadings()
        let all =
            placed.sorted { Self.order($0) < Self.order($1) } + obstaclesOfTheWhole()
        let status: Mark.Status =
            !all.isEmpty ? .notMet : ownVoice < standard.sentences ? .tooLittleText : .met
        return Mark(name: standard.name, status: status, obstacles: all)
    }

    private static func order(_ obstacle: Mark.Obstacle) -> (Int, Int, String) {
        (obstacle.span?.start ?? 0, obstacle.span?.end ?? 0, obstacle.criterion.rawValue + obstacle.message)
    }

    /// Rules that had to be closed, and one obstacle for each passage that is above the highest band.
    private func obstacles(of findings: [Finding]) -> [Mark.Obstacle] {
        let highest = Band(name: standard.highest) ?? .high
        let open = findings.filter { standard.closed.contains($0.rule) }.map { finding in
            Mark.Obstacle(
                criterion: .rule, message: "\(finding.rule) \(finding.name): \(finding.message)", span: finding.span)
        }
        let above = Dictionary(grouping: findings.filter { $0.band > highest }, by: \.block)
        return open
            + above.values.compactMap { findings in
                guard let worst = findings.max(by: { $0.score < $1.score }) else { return nil }
                let rules = findings.map(\.rule).joined(separator: ", ")
                return Mark.Obstacle(
                    criterion: .band, message: "the passage is \(worst.band.name) by \(rules)", span: worst.span)
            }
    }

    /// The asserted controls, in order of place. What a platform reserves to itself in its terms is none.
    private var powers: [(index: Int, facts: FactSet)] {
        guard reading.kind != .terms else { return [] }
        return controls.filter {
            candidates[$0.index].mention.stance == .asserted && candidates[$0.index].mention.isLive
        }
    }

    private func obstaclesOfControls() -> [Mark.Obstacle] {
        powers.flatMap { index, facts in
            let mention = candidates[index].mention
            let words = "\"\(reading.document.string(mention.span))\""
            var obstacles: [Mark.Obstacle] = []
            func add(_ criterion: Mark.Criterion, _ message: String) {
                obstacles.append(Mark.Obstacle(criterion: criterion, message: message, span: mention.span))
            }
            if !facts.contains(.procedure), !facts.contains(.referred) {
                add(.safeguard, "\(words) has no procedural safeguard")
            }
            if standard.exceptional.contains(mention.concept), !facts.contains(.timeLimit), !facts.contains(.referred) {
                add(.timeLimit, "\(words) has no time limit")
            }
            if facts.contains(.vague) || facts.contains(.openList) { add(.trigger, "\(words) hangs on an open term") }
            return obstacles
        }
    }

    private func obstaclesOfHeadings() -> [Mark.Obstacle] {
        guard reading.kind != .technical else { return [] }
        var balanced: Set<Int> = []
        var isNamedInHeading = false
        for place in candidates.indices where candidates[place].family == .counterweight {
            let block = candidates[place].block
            if isHeading(block) { isNamedInHeading = true }
            if candidates[place].mention.isLive { balanced.formUnion(reading.document.headingPath(of: block)) }
        }
        if isNamedInHeading { return [] }
        var seen: Set<Int> = []
        return candidates.indices.compactMap { place in
            guard candidates[place].family == .value, isHeading(candidates[place].block) else { return nil }
            let candidate = candidates[place]
            guard candidate.mention.stance != .technical,
                !reading.isName(candidate.tokens, in: candidate.sentence), !balanced.contains(candidate.block),
                seen.insert(candidate.block).inserted
            else { return nil }
            let words = reading.document.string(reading.document.blocks[candidate.block].span)
            return Mark.Obstacle(
                criterion: .heading, message: "the heading \"\(words)\" has no counterweight in its section",
                span: candidate.mention.span)
        }
    }

    private func isHeading(_ block: Int) -> Bool {
        let kind = reading.document.blocks[block].kind
        return kind == .heading || kind == .title
    }

    /// What a document with powers must hold somewhere.
    private func obstaclesOfTheWhole() -> [Mark.Obstacle] {
        guard !powers.isEmpty else { return [] }
        var obstacles: [Mark.Obstacle] = []
        if !hasCue(.definition) {
            obstacles.append(
                Mark.Obstacle(criterion: .definitions, message: "no term of the document is defined", span: nil))
        }
        let isChallengeable = candidates.indices.contains {
            candidates[$0].family == .safeguard && candidates[$0].mention.isLive
                && standard.challenge.contains(candidates[$0].mention.concept)
        }
        if !isChallengeable, !hasCue(.contact) {
            obstacles.append(
                Mark.Obstacle(
                    criterion: .contact, message: "nothing says where or how a measure can be challenged", span: nil))
        }
        return obstacles
    }

    private func hasCue(_ role: DeviceRole) -> Bool {
        reading.tokens.sentences.indices.contains { sentence in
            !reading.document.blocks[reading.tokens.sentences[sentence].block].isBoilerplate
                && reading.cues[sentence].contains { $0.role == role }
        }
    }
}
