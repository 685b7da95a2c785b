internal import Lexicons
internal import TextModel

/// How passages speak: whether they tell what others did and said, or criticise it, or set rules themselves.
///
/// The grammar of telling is past tenses, verbs of saying and other people's words in quotation marks; that of rules is
/// modal verbs. A document in which telling outweighs rules is a narrative as a whole, so that its plain statements tell
/// too.
struct Register: Sendable {
    /// What one passage shows.
    struct Signs: Sendable {
        /// Verbs of saying, past tenses, long quotations.
        var telling = 0
        /// The first phrase that tells.
        var teller: CueMatch?
        /// Whether somebody is said to have said something, or a past tense tells what happened.
        var isPast = false
        /// Phrases that condemn, expose or judge, not themselves negated.
        var critic: CueMatch?
        /// Whether the author is the one who condemns: "I shall vote against".
        var isOpposed = false
        /// Phrases that name what the debate on networks and rights is about.
        var topics = 0
        /// Whether the author appears.
        var isFirstPerson = false
        /// Phrases of engineering.
        var technical = 0
    }

    private let signs: [Signs]
    /// Whether criticism runs through the document: in several of its passages, or in most.
    let isCritical: Bool
    /// Whether the document as a whole tells.
    let isNarrative: Bool
    /// Whether it does so in nearly every sentence.
    let isNarrativeThroughout: Bool
    /// Whether the document is an article: news, a critic's text, a narrative, or an author who talks to readers. It
    /// tells of a matter or argues about it, and rules nothing.
    let isArticle: Bool
    /// Whether an article argues: it criticises in its title or a heading, or in several passages.
    let isArgument: Bool
    /// Whether the document is about networks, speech and rights.
    let isOnTopic: Bool
    /// So many words of talking make an author who talks to readers.
    private static let leastTalk = 2
    /// So many phrases on the matter make a document about it.
    private static let leastTopics = 3
    /// So many signs of telling in a hundred words make a narrative.
    private static let narrativeDensity = 2
    /// Somebody's words, when a quotation is longer than this.
    private static let longQuotation = 8
    private static let critics: [DeviceRole] = [.condemnation, .evaluation, .pretext, .complaint, .removal]
    /// Critics that give way to any other.
    private static let mildCritics: [DeviceRole] = [.removal, .complaint]
    private static let rules: [DeviceRole] = [.duty, .power, .prohibits, .penalty]

    /// Reads the signs of every block. Linear in the tokens.
    init(
        _ document: Document, kind: DocumentKind, tokens: TokenStream, types: WordTypes, cues: CueIndex
    ) {
        var signs = [Signs](repeating: Signs(), count: document.blocks.count)
        var telling = 0
        var ruling = 0
        var talking = 0
        for (index, sentence) in tokens.sentences.enumerated() {
            var sign = signs[sentence.block]
            let before = sign.telling
            // A title names what the document is; it tells nothing.
            let isTitle = [.title, .heading].contains(document.blocks[sentence.block].kind)
            for cue in cues[index] {
                switch cue.role {
                case .narrative where isTitle && kind == .statute: break
                case .reported, .narrative:
                    sign.telling += 1
                    if sign.teller == nil { sign.teller = cue }
                    if cue.role == .reported { sign.isPast = true }
                case .topic, .measure: sign.topics += 1
                case .technical: sign.technical += 1
                case let role where Self.rules.contains(role): ruling += 1
                case let role where Self.critics.contains(role):
                    // Text that sets rules removes a safeguard, and news says that there is none; a critic deplores it.
                    if role == .removal, kind != .critique { continue }
                    // That something must not serve as a pretext exposes the pretext all the same.
                    if sign.critic.map({ Self.mildCritics.contains($0.role) }) ?? true,
                        cue.role == .pretext || !cues.isNegated(cue, in: index)
                    {
                        sign.critic = cue
                        let near = max(tokens.tokens(of: index).lowerBound, cue.tokens.lowerBound - 2)
                        sign.isOpposed =
                            cue.role == .condemnation
                            && (near..<cue.tokens.upperBound).contains {
                                types.traits[Int(tokens.type[$0])].contains(.firstPerson)
                            }
                    }
                default: break
                }
            }
            for token in tokens.tokens(of: index) {
                let traits = types.traits[Int(tokens.type[token])]
                // Most words show nothing.
                if traits.isDisjoint(with: [.firstPerson, .conversational, .pastTense]) { continue }
                if traits.contains(.firstPerson) { sign.isFirstPerson = true }
                if !traits.isDisjoint(with: [.firstPerson, .conversational]), !traits.contains(.singleLetter) {
                    talking += 1
                }
                guard traits.contains(.pastTense) else { continue }
                sign.telling += 1
                sign.isPast = true
            }
            telling += sign.telling - before
            signs[sentence.block] = sign
        }
        for quotation in tokens.quotations where quotation.count > Self.longQuotation {
            signs[tokens.sentences[tokens.sentence(of: quotation.lowerBound)].block].telling += 1
            telling += 1
        }
        self.signs = signs
        let critical = signs.count { $0.critic != nil }
        isCritical = critical >= 3 && critical * 4 >= document.blocks.count
        isNarrative =
            telling * 100 >= Self.narrativeDensity * max(1, tokens.count) && telling > ruling && telling >= 2
        isNarrativeThroughout = isNarrative && telling * 100 >= 2 * Self.narrativeDensity * tokens.count
        isOnTopic = signs.reduce(0) { $0 + $1.topics } >= Self.leastTopics
        isArticle =
            kind == .press || kind == .critique
            || kind == .other && (isNarrative || talking >= Self.leastTalk)
        isArgument =
            isCritical
            || signs.indices.contains {
                [.title, .heading].contains(document.blocks[$0].kind)
                    && signs[$0].critic.map { !Self.mildCritics.contains($0.role) } ?? false
            }
    }

    /// What a block shows.
    subscript(block: Int) -> Signs { signs[block] }
}

extension CueIndex {
    /// Whether a negation stands right before a cue: "not unlawful".
    func isNegated(_ cue: CueMatch, in sentence: Int) -> Bool {
        self[sentence].contains {
            $0.role == .negation && $0.tokens.upperBound <= cue.tokens.lowerBound
                && $0.tokens.distance(to: cue.tokens) <= 2 && !self[sentence].overlaps(.removal, $0.tokens)
        }
    }
}

extension Reading {
    /// The words that define what a sentence opens with by a phrase: "'location data' means data showing".
    func definition(by candidate: Candidate) -> CueMatch? {
        let start = tokens.tokens(of: candidate.sentence).lowerBound
        return cues[candidate.sentence].first {
            $0.role == .definition && $0.tokens.upperBound <= candidate.tokens.lowerBound
                && $0.tokens.lowerBound - start <= Self.longestDefinedTerm
        }
    }

    /// The words that define a phrase which opens its sentence: "objectionable matter means".
    func definition(of candidate: Candidate) -> CueMatch? {
        guard candidate.tokens.lowerBound == tokens.tokens(of: candidate.sentence).lowerBound else { return nil }
        return cues[candidate.sentence].first {
            $0.role == .definition && $0.tokens.upperBound >= candidate.tokens.upperBound
                && $0.tokens.lowerBound <= candidate.tokens.upperBound
        }
    }

    /// So many words make a term that is defined.
    private static let longestDefinedTerm = 8

    /// Whether the author is among the words before a phrase in its clause: "we keep the network secure".
    func isFirstPerson(before candidate: Candidate) -> Bool {
        (candidate.clause.lowerBound..<candidate.tokens.upperBound).contains {
            types.traits[Int(tokens.type[$0])].contains(.firstPerson)
        }
    }

    /// Whether the author is the subject of a cue: "we have asked".
    func isFirstPerson(before cue: CueMatch, in sentence: Int) -> Bool {
        // A cue in the stem of a list stands in a sentence of its own.
        let start = min(tokens.tokens(of: sentence).lowerBound, cue.tokens.lowerBound)
        let range = max(start, cue.tokens.lowerBound - 2)..<cue.tokens.upperBound
        return range.contains { types.traits[Int(tokens.type[$0])].contains(.firstPerson) }
    }
}
