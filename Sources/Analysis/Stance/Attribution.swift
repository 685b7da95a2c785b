internal import Lexicons
internal import TextModel

/// Whose words a phrase is, and whether its author exposes or condemns it.
struct Attribution: Sendable {
    private let reading: Reading
    private let narrating: [Int: CueMatch?]
    /// A quotation of at most this many words names words; a longer one repeats somebody.
    private static let longestScareQuote = 8
    /// A quotation of at most this many words names a word even where somebody is said to have said it.
    private static let longestWord = 2
    /// So many cues of narration or report make a passage narrate.
    private static let narrativePassage = 2
    /// Devices by which somebody else's words are told.
    static let tellingRoles: [DeviceRole] = [.narrative, .reported, .condemnation]
    private static let commands: [DeviceRole] = [.duty, .power, .intention, .advice]

    init(_ reading: Reading) {
        self.reading = reading
        narrating = Self.narratingBlocks(reading)
    }

    /// Stance that attribution decides, with its cue; `nil` when the author speaks in own voice.
    func stance(of tokens: Range<Int>, in sentence: Int) -> (stance: Stance, cue: Cue)? {
        // A statute acts; it neither reports nor criticises, whatever words its offences are made of.
        let cues = reading.cues[sentence]
        if reading.kind == .statute {
            // A statute acts; it quotes nobody, unless it says so.
            guard let quote = quotation(around: tokens), quote.count > Self.longestScareQuote,
                let cue = cues.first(where: { $0.role == .reported })
            else { return nil }
            return (.reported, reading.evidence("attribution", "reported", cue))
        }
        if let cue = cues.first(where: { $0.role == .pretext && reaches($0, tokens) }) {
            return (.critique, reading.evidence("stance", "pretext", cue))
        }
        if let quote = quotation(around: tokens), !isDefined(quote, in: sentence), !isMoved(quote, in: sentence),
            !isOfficial(sentence)
        {
            let isWord = quote.count <= Self.longestWord
            let isShort = isWord || quote.count <= Self.longestScareQuote && !cues.contains { $0.role == .reported }
            let cue = Cue(axis: "attribution", value: "quoted", span: reading.tokens.span(of: quote))
            let tells = cues.contains { $0.role == .reported || $0.role == .narrative }
            let isTerm = reading.kind != .critique && tells
            return isShort && !isTerm ? (.critique, cue) : relayed(cue, in: reading.tokens.sentences[sentence].block)
        }
        if let cue = cues.first(where: { $0.role == .condemnation && reaches($0, tokens) }),
            !reading.cues.isNegated(cue, in: sentence)
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
        if let cue = cues.first(where: { $0.role == .reported && !isOwn($0, in: sentence) }) {
            return relayed(reading.evidence("attribution", "reported", cue), in: block)
        }
        if let cue = cues.first(where: { isAbroad($0, of: tokens, in: sentence) }) {
            return described(reading.evidence("attribution", "another country", cue), in: block)
        }
        if let cue = narration(in: sentence, block: block, of: tokens) {
            return described(reading.evidence("attribution", "narrated", cue), in: block)
        }
        if let cue = reading.introduction(of: block) {
            let evidence = reading.evidence("attribution", "introduced", cue)
            return cue.role == .condemnation ? (.critique, evidence) : relayed(evidence, in: block)
        }
        // "We cannot join our colleagues": what a critic who opposes goes on to name is what is opposed.
        if reading.kind == .critique, reading.register[block].isOpposed, let critic = reading.register[block].critic {
            return (.critique, reading.evidence("stance", "opposed", critic))
        }
        if reading.document.blocks[block].isQuoted {
            return relayed(Cue(axis: "attribution", value: "quoted block", span: nil), in: block)
        }
        return nil
    }

    /// Whether a sentence tells of what the law or the authorities of a named country do. A text that lays down rules names
    /// its own country, and so does an author who speaks as one of it.
    private func isAbroad(_ cue: CueMatch, of tokens: Range<Int>, in sentence: Int) -> Bool {
        switch reading.kind {
        case .critique, .rights, .press, .other, .technical: break
        case .statute, .strategy, .guidance, .speech, .transcript, .terms: return false
        }
        let words = reading.tokens.tokens(of: sentence)
        // "In Ruritania, users must": the country stands first, where nothing else shows that its law is meant.
        return cue.role == .abroad && cue.tokens.lowerBound <= tokens.lowerBound
            && (cue.scope != .both || cue.tokens.lowerBound == words.lowerBound)
            && !words.contains { reading.traits($0).contains(.firstPerson) }
    }

    /// Stance of a phrase that nothing in its clause commands, where the document as a whole tells or its passage opens by
    /// telling what a text says or somebody did; `nil` elsewhere.
    func told(in sentence: Int) -> (stance: Stance, cue: Cue)? {
        let block = reading.tokens.sentences[sentence].block
        let tells = reading.register.isNarrative || reading.kind == .critique || reading.kind == .press
        guard tells || isOpened(block), reading.kind != .statute, reading.kind != .terms else { return nil }
        return described(reading.evidence("attribution", "narrated", reading.register[block].teller), in: block)
    }

    /// Stance of a sentence that goes on about what its passage began to tell of; `nil` where it began with nothing told.
    func continued(in sentence: Int) -> (stance: Stance, cue: Cue)? {
        let block = reading.tokens.sentences[sentence].block
        guard reading.kind != .statute, reading.kind != .terms, isOpened(block) else { return nil }
        return described(reading.evidence("attribution", "continued", reading.register[block].teller), in: block)
    }

    /// Whether a passage opens by telling what a text says or somebody did.
    private func isOpened(_ block: Int) -> Bool {
        let first = reading.tokens.sentences(of: block).lowerBound
        let opening = reading.cues[first].first { $0.role == .narrative || $0.role == .reported }
        guard let opening, !reading.isOfficialRelease else { return false }
        return !isOwn(opening, in: first) && !isCommanded(opening, in: first)
    }

    /// Stance of a value in a passage that tells what happened: somebody is said to have done or said something, the past
    /// tense goes on with it, and the author neither appears nor rules; `nil` elsewhere.
    func account(in sentence: Int) -> (stance: Stance, cue: Cue)? {
        let block = reading.tokens.sentences[sentence].block
        let signs = reading.register[block]
        guard reading.kind != .statute, reading.kind != .terms, reading.kind != .technical, !reading.isOfficialRelease,
            signs.isPast, signs.telling >= Self.narrativePassage, let teller = signs.teller, !signs.isFirstPerson,
            !reading.cues[sentence].contains(where: { Self.commands.contains($0.role) })
        else { return nil }
        return described(reading.evidence("attribution", "narrated", teller), in: block)
    }

    /// Stance of what others are said to do, told of by a pronoun.
    func telling(_ pronoun: Int, in block: Int) -> (stance: Stance, cue: Cue) {
        let span = reading.tokens.span(of: pronoun..<pronoun + 1)
        return described(Cue(axis: "attribution", value: "what others do", span: span), in: block)
    }

    /// What a critic says of a measure or a text in own words is criticism, where the passage neither has anybody else say
    /// it nor tells what happened.
    private func described(_ cue: Cue, in block: Int) -> (stance: Stance, cue: Cue) {
        if reading.kind == .critique, !reading.register[block].isPast {
            return (.critique, Cue(axis: "stance", value: "critic's own words", span: cue.span))
        }
        return relayed(cue, in: block)
    }

    /// What is relayed is criticism when the passage criticises, and a report otherwise.
    private func relayed(_ cue: Cue, in block: Int) -> (stance: Stance, cue: Cue) {
        guard let critic = reading.register[block].critic ?? reading.fault(introducing: block) else {
            return (reading.kind == .critique && reading.register.isCritical ? .critique : .reported, cue)
        }
        return (.critique, reading.evidence("stance", "relayed criticism", critic))
    }

    /// Whether what looks like a report is the author's own act: "we have asked", or an authority in a release of its own.
    private func isOwn(_ cue: CueMatch, in sentence: Int) -> Bool {
        if reading.isFirstPerson(before: cue, in: sentence) { return true }
        guard reading.isOfficialRelease else { return false }
        return reading.nouns(of: sentence).contains {
            NounClass.allCases[$0.noun] == .authority && $0.tokens.distance(to: cue.tokens) <= 3
        }
    }

    /// Whether an authority's own release speaks: nobody else is said to have said it.
    private func isOfficial(_ sentence: Int) -> Bool {
        guard reading.isOfficialRelease else { return false }
        return !reading.cues[sentence].contains { $0.role == .reported && !isOwn($0, in: sentence) }
    }

    /// Whether a quotation is a term that the sentence defines: "'Harmful content' means".
    private func isDefined(_ quote: Range<Int>, in sentence: Int) -> Bool {
        reading.cues[sentence].contains {
            $0.role == .definition && $0.tokens.lowerBound >= quote.upperBound && $0.tokens.distance(to: quote) <= 4
        }
    }

    /// Whether a quotation is the wording that an amendment puts into a text: "I move amendment 4, to insert".
    private func isMoved(_ quote: Range<Int>, in sentence: Int) -> Bool {
        let start = reading.sentence(of: quote.lowerBound)
        return (start...max(start, sentence)).contains { index in
            reading.cues[index].contains {
                $0.role == .amending && $0.tokens.upperBound <= quote.lowerBound
                    && $0.tokens.distance(to: quote) <= Self.amendmentReach
            }
        }
    }

    /// So many words stand between the verb of an amendment and its wording: "insert after clause 9 the new clause".
    private static let amendmentReach = 12

    /// Narration around a phrase: one cue in its sentence, or two in its passage. A statute does not narrate.
    private func narration(in sentence: Int, block: Int, of tokens: Range<Int>) -> CueMatch? {
        guard reading.kind != .statute, reading.kind != .terms else { return nil }
        if let own = reading.cues[sentence].first(where: {
            $0.role == .narrative && !isCommanded($0, in: sentence) && !isOwn($0, in: sentence)
                && !isOfClause($0, below: tokens, in: sentence)
        }) {
            return own
        }
        guard !reading.isOfficialRelease, !isOwnCommand(sentence) else { return nil }
        return narrating[block] ?? nil
    }

    /// Whether the author commands in person, whatever the passage told before: "I call on the platforms to".
    private func isOwnCommand(_ sentence: Int) -> Bool {
        reading.cues[sentence].contains {
            Self.commands.contains($0.role) && reading.isFirstPerson(before: $0, in: sentence)
        }
    }

    /// For every block that narrates, the cue that settles it.
    private static func narratingBlocks(_ reading: Reading) -> [Int: CueMatch?] {
        var counts: [Int: Int] = [:]
        var found: [Int: CueMatch?] = [:]
        for (index, sentence) in reading.tokens.sentences.enumerated() {
            var end = 0
            // "Told me that" tells once, by whatever roles.
            for cue in reading.cues[index] where tellingRoles.contains(cue.role) && cue.tokens.lowerBound >= end {
                end = cue.tokens.upperBound
                counts[sentence.block, default: 0] += 1
                if counts[sentence.block] == narrativePassage { found[sentence.block] = cue }
            }
        }
        return found
    }

    /// Whether what tells belongs to a clause that hangs on a command: "shall close the page and tell nobody that a call was
    /// made".
    private func isOfClause(_ cue: CueMatch, below tokens: Range<Int>, in sentence: Int) -> Bool {
        guard cue.tokens.lowerBound >= tokens.upperBound else { return false }
        let isCommand = reading.cues[sentence].contains {
            ($0.role == .duty || $0.role == .power) && $0.tokens.lowerBound < tokens.upperBound
                && reading.traits($0.tokens.lowerBound).contains(.auxiliary)
        }
        return isCommand
            && (tokens.upperBound..<cue.tokens.lowerBound).contains { reading.traits($0).contains(.clauseOpener) }
    }

    /// Whether a modal verb or a condition makes a participle of what looks like a past tense: "shall be announced",
    /// "until a licence has been granted".
    private func isCommanded(_ cue: CueMatch, in sentence: Int) -> Bool {
        return reading.cues[sentence].contains {
            guard $0.tokens.upperBound <= cue.tokens.lowerBound else { return false }
            let distance = $0.tokens.distance(to: cue.tokens)
            return Self.commands.contains($0.role) && distance <= 2 || $0.role == .condition && distance <= 8
        }
    }

    private func reaches(_ cue: CueMatch, _ tokens: Range<Int>) -> Bool {
        switch cue.scope {
        case .right: cue.tokens.lowerBound <= tokens.lowerBound
        case .left: cue.tokens.upperBound >= tokens.upperBound
        case .both: true
        }
    }

    private func quotation(around tokens: Range<Int>) -> Range<Int>? {
        let block = reading.tokens.sentences[reading.sentence(of: tokens.lowerBound)].block
        return reading.tokens.quotations(of: block).first { $0.contains(tokens) }
    }
}
