internal import Lexicons
internal import TextModel

/// Whose words a phrase is, and whether its author exposes or condemns it.
struct Attribution: Sendable {
    private let reading: Reading
    private let narrating: [Int: CueMatch?]
    /// A quotation of at most this many words names words; a longer one repeats somebody.
    private static let longestScareQuote = 8
    /// So many cues of narration or report make a passage narrate.
    private static let narrativePassage = 2

    init(_ reading: Reading) {
        self.reading = reading
        narrating = Self.narratingBlocks(reading)
    }

    /// Stance that attribution decides, with its cue; `nil` when the author speaks in own voice.
    func stance(of tokens: Range<Int>, in sentence: Int) -> (stance: Stance, cue: Cue)? {
        // A statute acts; it neither reports nor criticises, whatever words its offences are made of.
        if reading.kind == .statute { return nil }
        let cues = reading.cues[sentence]
        if let cue = cues.first(where: { $0.role == .pretext && reaches($0, tokens) }) {
            return (.critique, reading.evidence("stance", "pretext", cue))
        }
        if let quote = quotation(around: tokens) {
            let isShort = quote.count <= Self.longestScareQuote
            let cue = Cue(axis: "attribution", value: "quoted", span: reading.tokens.span(of: quote))
            return (isShort ? .critique : .reported, cue)
        }
        if let cue = cues.first(where: { $0.role == .condemnation && reaches($0, tokens) }),
            !isNegated(cue, in: sentence)
        {
            return (.critique, reading.evidence("stance", "condemnation", cue))
        }
        if let cue = cues.first(where: {
            $0.role == .mention && reaches($0, tokens) && $0.tokens.distance(to: tokens) <= 6
        }) {
            return (.critique, reading.evidence("stance", "mention", cue))
        }
        let block = reading.tokens.sentences[sentence].block
        let next = sentence + 1
        if reading.tokens.sentences(of: block).contains(next),
            let cue = reading.cues[next].first(where: { $0.role == .evaluation })
        {
            return (.critique, reading.evidence("stance", "evaluation", cue))
        }
        if let cue = cues.first(where: { $0.role == .evaluation }) {
            return (.critique, reading.evidence("stance", "evaluation", cue))
        }
        if let cue = cues.first(where: { $0.role == .reported }) {
            return (.reported, reading.evidence("attribution", "reported", cue))
        }
        if let cue = narration(of: tokens, in: sentence, block: block) {
            return (.reported, reading.evidence("attribution", "narrated", cue))
        }
        if reading.document.blocks[block].isQuoted {
            return (.reported, Cue(axis: "attribution", value: "quoted block", span: nil))
        }
        return nil
    }

    /// Narration around a phrase: one cue in its sentence, or two in its passage. A statute does not narrate.
    private func narration(of tokens: Range<Int>, in sentence: Int, block: Int) -> CueMatch? {
        guard reading.kind != .statute, reading.kind != .terms else { return nil }
        if let own = reading.cues[sentence].first(where: { $0.role == .narrative && !isCommanded($0, in: sentence) }) {
            return own
        }
        return narrating[block] ?? nil
    }

    /// For every block that narrates, the cue that settles it.
    private static func narratingBlocks(_ reading: Reading) -> [Int: CueMatch?] {
        let roles: Set<DeviceRole> = [.narrative, .reported, .condemnation]
        var counts: [Int: Int] = [:]
        var found: [Int: CueMatch?] = [:]
        for (index, sentence) in reading.tokens.sentences.enumerated() {
            for cue in reading.cues[index] where roles.contains(cue.role) {
                counts[sentence.block, default: 0] += 1
                if counts[sentence.block] == narrativePassage { found[sentence.block] = cue }
            }
        }
        return found
    }

    /// Whether a modal verb or a condition makes a participle of what looks like a past tense: "shall be announced",
    /// "until a licence has been granted".
    private func isCommanded(_ cue: CueMatch, in sentence: Int) -> Bool {
        let commands: Set<DeviceRole> = [.duty, .power, .intention, .advice]
        return reading.cues[sentence].contains {
            guard $0.tokens.upperBound <= cue.tokens.lowerBound else { return false }
            let distance = $0.tokens.distance(to: cue.tokens)
            return commands.contains($0.role) && distance <= 2 || $0.role == .condition && distance <= 8
        }
    }

    private func reaches(_ cue: CueMatch, _ tokens: Range<Int>) -> Bool {
        switch cue.scope {
        case .right: cue.tokens.lowerBound <= tokens.lowerBound
        case .left: cue.tokens.upperBound >= tokens.upperBound
        case .both: true
        }
    }

    private func isNegated(_ cue: CueMatch, in sentence: Int) -> Bool {
        reading.cues[sentence].contains {
            $0.role == .negation && $0.tokens.upperBound <= cue.tokens.lowerBound
                && $0.tokens.distance(to: cue.tokens) <= 2
        }
    }

    private func quotation(around tokens: Range<Int>) -> Range<Int>? {
        reading.tokens.quotations.first { $0.contains(tokens) }
    }
}
