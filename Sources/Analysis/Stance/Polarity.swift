internal import Lexicons
internal import TextModel

/// Whether a phrase is affirmed, or negated, restricted or made to yield, by what its clause does with it.
///
/// The sign of a phrase is polarity × valence × subordination. Connectives of balance are taken out first, so that "not
/// at the expense of privacy" is no negation. A negation attaches to the verb; the verb's valence decides: "shall not
/// restrict expression" has two signs against each other and protects. What is set above something else ("overrides",
/// "shall not prevent") negates the side that yields.
struct Polarity: Sendable {
    /// What a phrase is found to be.
    struct Sign: Sendable {
        /// Why it is not affirmed, in the words of ``Cue/value``; `nil` when it is affirmed.
        var reason: String?
        /// The words that say so.
        var cue: CueMatch?
        /// Whether it is set below something else.
        var isSubordinated = false
        /// Whether the phrase stands.
        var isAffirmed: Bool { reason == nil }
    }

    private let reading: Reading
    /// Words between a verb that restricts and its object.
    private static let verbReach = 4
    /// Words between a negation and what its verb governs.
    private static let negationReach = 8

    init(_ reading: Reading) { self.reading = reading }

    /// The polarity of tokens of a sentence, whether or not the lexicon knows them.
    func polarity(of tokens: Range<Int>, in sentence: Int) -> Sign {
        let clause = reading.clause(around: tokens, in: sentence)
        let cues = reading.cues[sentence]
        if let cue = cues.first(where: { $0.role == .subordination && subordinates($0, tokens, clause, cues) }) {
            return Sign(reason: "made to yield", cue: cue, isSubordinated: true)
        }
        let verbs = cues.filter {
            $0.role == .restrict && clause.contains($0.tokens) && governs($0, tokens, cues)
        }
        let negations = cues.filter { isNegation($0, cues) && clause.contains($0.tokens) }
        if let verb = verbs.last {
            let isNegated =
                negations.contains { reaches($0, verb.tokens) }
                || cues.contains {
                    $0.role == .prohibition && clause.overlaps($0.tokens) && !$0.tokens.overlaps(tokens)
                }
            return isNegated ? Sign() : Sign(reason: "restricted", cue: verb)
        }
        if let verb = cues.first(where: { passive($0, after: tokens, clause, negations) }) {
            return Sign(reason: "restricted", cue: verb)
        }
        if let cue = cues.first(where: { forbids($0, tokens, clause, cues) }) {
            return Sign(reason: "ruled out", cue: cue)
        }
        if let negation = negations.first(where: { reaches($0, tokens) && !isUndone($0, before: tokens, cues) }) {
            return Sign(reason: "negated", cue: negation)
        }
        if let negation = negations.first(where: { deniesAfter($0, tokens, cues) }) {
            return Sign(reason: "negated", cue: negation)
        }
        return Sign()
    }

    private func isNegation(_ cue: CueMatch, _ cues: ArraySlice<CueMatch>) -> Bool {
        cue.role == .negation && !cues.overlaps(.pseudoNegation, cue.tokens) && !cues.overlaps(.balance, cue.tokens)
    }

    // MARK: Subordination

    private func subordinates(
        _ cue: CueMatch, _ tokens: Range<Int>, _ clause: Range<Int>, _ cues: ArraySlice<CueMatch>
    ) -> Bool {
        guard clause.overlaps(cue.tokens), !cues.overlaps(.balance, cue.tokens) else { return false }
        let isNegated = cues.contains {
            isNegation($0, cues) && !$0.tokens.overlaps(cue.tokens)
                && $0.tokens.upperBound <= cue.tokens.lowerBound && $0.tokens.distance(to: cue.tokens) <= 3
        }
        if isNegated { return false }
        let isNear = cue.tokens.distance(to: tokens) <= Self.verbReach
        switch cue.scope {
        case .right: return isNear && cue.tokens.upperBound <= tokens.lowerBound
        case .left: return isNear && cue.tokens.lowerBound >= tokens.upperBound
        case .both: return isNear
        }
    }

    // MARK: Verbs against their object

    /// Whether a verb that restricts has the phrase as its object: it stands before it, and no balance resolves it.
    private func governs(_ cue: CueMatch, _ tokens: Range<Int>, _ cues: ArraySlice<CueMatch>) -> Bool {
        cue.tokens.upperBound <= tokens.lowerBound && cue.tokens.distance(to: tokens) <= Self.verbReach
            && !cues.overlaps(.balance, cue.tokens) && !opensClause(between: cue.tokens.upperBound, and: tokens)
    }

    /// Whether a verb that restricts follows its object in the passive: "privacy may be suspended", and no negation
    /// stands in between.
    private func passive(
        _ cue: CueMatch, after tokens: Range<Int>, _ clause: Range<Int>, _ negations: [CueMatch]
    ) -> Bool {
        guard cue.role == .restrict, clause.contains(cue.tokens), cue.tokens.lowerBound > tokens.upperBound,
            cue.tokens.distance(to: tokens) <= Self.verbReach
        else { return false }
        let between = tokens.upperBound..<cue.tokens.lowerBound
        let isSubject = has(.auxiliary, at: between.lowerBound)
        return isSubject
            && !negations.contains { between.overlaps($0.tokens) || $0.tokens.upperBound <= between.lowerBound }
    }

    private func forbids(
        _ cue: CueMatch, _ tokens: Range<Int>, _ clause: Range<Int>, _ cues: ArraySlice<CueMatch>
    ) -> Bool {
        guard cue.role == .prohibition, clause.overlaps(cue.tokens), !tokens.contains(cue.tokens) else { return false }
        if cues.overlaps(.doubleNegation, cue.tokens) { return false }
        switch cue.scope {
        case .left:
            return cue.tokens.lowerBound >= tokens.upperBound
                && !opensClause(between: tokens.upperBound, and: cue.tokens)
        case .right, .both:
            // "free from censorship" ends inside its object; "free from harm and proud of its openness" does not reach on.
            let isJoined = (min(cue.tokens.upperBound, tokens.lowerBound)..<tokens.lowerBound).contains { token in
                has(.coordinator, at: token)
                    && cues.contains { $0.role == .promote && $0.tokens.lowerBound == token + 1 }
            }
            return cue.tokens.lowerBound < tokens.lowerBound && cue.tokens.upperBound <= tokens.upperBound
                && cue.tokens.distance(to: tokens) <= Self.negationReach && !isJoined
                && !opensClause(between: cue.tokens.upperBound, and: tokens)
        }
    }

    // MARK: Negation

    /// Whether a negation before a phrase reaches it.
    private func reaches(_ negation: CueMatch, _ tokens: Range<Int>) -> Bool {
        negation.tokens.upperBound <= tokens.lowerBound
            && negation.tokens.distance(to: tokens) <= Self.negationReach
            && !opensClause(between: negation.tokens.upperBound, and: tokens)
    }

    /// Whether a second sign between a negation and a phrase takes it back: "did not oppose privacy".
    private func isUndone(_ negation: CueMatch, before tokens: Range<Int>, _ cues: ArraySlice<CueMatch>) -> Bool {
        cues.contains {
            $0.role == .condemnation && $0.tokens.lowerBound >= negation.tokens.upperBound
                && $0.tokens.upperBound <= tokens.lowerBound
        }
    }

    /// Whether a negated passive follows the phrase: "privacy is not guaranteed"; "is not a luxury" and "shall not be
    /// restricted" are none.
    private func deniesAfter(_ negation: CueMatch, _ tokens: Range<Int>, _ cues: ArraySlice<CueMatch>) -> Bool {
        let next = tokens.upperBound
        guard negation.tokens.lowerBound > next, negation.tokens.distance(to: tokens) <= 2, has(.auxiliary, at: next)
        else { return false }
        let after = negation.tokens.upperBound
        guard after < reading.tokens.count else { return false }
        return cues.contains {
            $0.role == .promote && $0.tokens.lowerBound >= after && $0.tokens.lowerBound <= after + 2
        }
    }

    // MARK: Clauses

    /// Whether a clause of its own begins between a cue and a phrase: at a word that opens one, at a coordinator that is
    /// followed by a finite verb, before the phrase or right after it, or at a coordinator after a comma, when a finite
    /// verb stands before that comma: "no fee is due, and …".
    private func opensClause(between lower: Int, and tokens: Range<Int>) -> Bool {
        guard lower < tokens.lowerBound else { return false }
        var coordinator: Int?
        var hasVerb = false
        for token in lower..<tokens.lowerBound {
            if has(.clauseOpener, at: token) { return true }
            if has(.coordinator, at: token) {
                if hasVerb, reading.tokens.breakBefore[token] == .comma { return true }
                coordinator = token
            }
            hasVerb = hasVerb || has(.auxiliary, at: token)
            if let start = coordinator, token > start, has(.auxiliary, at: token) { return true }
        }
        guard let coordinator, tokens.lowerBound - coordinator <= 3 else { return false }
        return has(.auxiliary, at: tokens.upperBound)
    }

    private func has(_ trait: WordTypes.Traits, at token: Int) -> Bool {
        token < reading.tokens.count && reading.tokens.breakBefore[token] < .clause
            && reading.traits(token).contains(trait)
    }
}
