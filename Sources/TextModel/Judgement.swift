/// What a careful reviewer of the document would want done about a passage; ascending.
public enum Band: Int, Sendable, CaseIterable, Comparable {
    case none, info, low, moderate, high, severe

    /// Name as printed: "moderate".
    public var name: String { Self.names[rawValue] }
    private static let names = allCases.map { String(describing: $0) }
    /// The band with that name.
    public init?(name: String) {
        guard let band = Band.allCases.first(where: { $0.name == name }) else { return nil }
        self = band
    }
    /// Orders by severity.
    public static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }
}

/// What the author does with the wording.
public enum Stance: String, Sendable, CaseIterable {
    case asserted, option, reported, critique, prohibited, technical, other
}

/// The four families of concepts.
public enum Family: String, Sendable, CaseIterable {
    case value, counterweight, control, safeguard
}

/// A piece of text that decided something: which axis, which way, and where.
public struct Cue: Sendable, Hashable {
    /// The axis that it decides: "stance", "polarity", "modality", "attribution", "scope".
    public let axis: String
    /// What it decides: "reported", "negated", "shall".
    public let value: String
    /// Where it stands; `nil` when the document's genre or a list stem decides without words of the passage.
    public let span: TextSpan?

    /// Makes a cue.
    public init(axis: String, value: String, span: TextSpan?) {
        self.axis = axis
        self.value = value
        self.span = span
    }
}

/// A place where the text uses, or seems to use, a concept of the lexicon.
public struct Mention: Sendable {
    /// Concept id: "V07", "C01".
    public let concept: String
    /// Concept name in plain words.
    public let name: String
    /// Its family.
    public let family: Family
    /// The words.
    public let span: TextSpan
    /// Index of the block.
    public let block: Int
    /// Index of the sentence in the report.
    public let sentence: Int
    /// What the author does with it.
    public var stance: Stance
    /// Whether it counts: a live counterweight, a linked safeguard, a value in own voice, an asserted control.
    public var isLive: Bool
    /// Isolation grade of a value, 0 to 5; `nil` for other families and for values not in own voice.
    public var isolation: Int?
    /// Everything that decided the axes, in order of decision.
    public var cues: [Cue]

    /// Makes a mention that nothing has been decided about.
    public init(
        concept: String, name: String, family: Family, span: TextSpan, block: Int, sentence: Int,
        stance: Stance = .asserted, isLive: Bool = true, isolation: Int? = nil, cues: [Cue] = []
    ) {
        self.concept = concept
        self.name = name
        self.family = family
        self.span = span
        self.block = block
        self.sentence = sentence
        self.stance = stance
        self.isLive = isLive
        self.isolation = isolation
        self.cues = cues
    }
}

/// A relation between two mentions.
public struct Link: Sendable {
    /// What the first does to the second.
    public enum Kind: String, Sendable, CaseIterable { case justifies, balances, subordinates, safeguards }

    /// What kind of relation.
    public let kind: Kind
    /// Index of the first mention: the value, counterweight or safeguard.
    public let from: Int
    /// Index of the second mention.
    public let to: Int
    /// 0 to 1: 1 for an explicit connector, .5 for a trigger or the same provision.
    public let strength: Double
    /// The connecting words.
    public let cue: Cue?

    /// Makes a link.
    public init(kind: Kind, from: Int, to: Int, strength: Double, cue: Cue?) {
        self.kind = kind
        self.from = from
        self.to = to
        self.strength = strength
        self.cue = cue
    }
}

/// Something beside a finding that explains it.
public struct Related: Sendable, Hashable {
    /// What it is to the finding.
    public enum Role: String, Sendable, CaseIterable { case value, control, counterweight, safeguard, cue }

    /// What it is to the finding.
    public let role: Role
    /// Where it stands.
    public let span: TextSpan
    /// What to say of it, in a few words: "power without a condition".
    public let label: String

    /// Makes a related place.
    public init(role: Role, span: TextSpan, label: String) {
        self.role = role
        self.span = span
        self.label = label
    }
}

/// One factor of a score.
public struct Factor: Sendable, Hashable {
    /// Name: "intrusiveness".
    public let name: String
    /// Value in the formula.
    public let value: Double
    /// Words that gave it, or why it is what it is.
    public let reason: String

    /// Makes a factor.
    public init(name: String, value: Double, reason: String) {
        self.name = name
        self.value = value
        self.reason = reason
    }
}

/// A person's decision that a finding should not be shown.
public struct Suppression: Sendable, Hashable {
    /// Where the decision is written, by its name in SARIF.
    public enum Kind: String, Sendable { case inSource, external }

    /// Where the decision is written.
    public let kind: Kind
    /// Why, in the words of who decided.
    public let reason: String

    /// Makes a decision.
    public init(kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}

/// How a finding stands to the findings of an earlier run, by its name in SARIF.
public enum BaselineState: String, Sendable { case new, unchanged }

/// One rule that fired on one place.
public struct Finding: Sendable {
    /// Rule id: "CW01".
    public var rule: String
    /// Rule name: "slogan-as-justification".
    public var name: String
    /// How much it matters.
    public var band: Band
    /// 0 to 100; of the control for rules on controls, of the band otherwise.
    public var score: Int
    /// 0 to 1: how sure the reading is; never part of the score.
    public var confidence: Double
    /// One sentence about this place.
    public var message: String
    /// Why the rule exists.
    public var reason: String
    /// How to reword.
    public var remedy: String
    /// Norms, cited exactly.
    public var norms: [String]
    /// Stance of the passage.
    public var stance: Stance
    /// Index of the block.
    public var block: Int
    /// The words that the finding is about.
    public var span: TextSpan
    /// Other places that explain it.
    public var related: [Related]
    /// Nearest live counterweight: where, and how many words away; `nil` where the document has none.
    public var nearest: Nearest?
    /// Factors of the score.
    public var factors: [Factor]
    /// Missing safeguards, by name, the most important first.
    public var missing: [String]
    /// Core Internet values that the control touches; empty for findings on other things.
    public var coreValues: [CoreValue]
    /// Who acts, with its article, where the clause of a control says so.
    public var actor: TextSpan?
    /// Wording built from the passage, when there is one that holds.
    public var suggestion: Suggestion?
    /// Stable under edits elsewhere in the document.
    public var fingerprint: String
    /// Why a person decided that it should not be shown; `nil` while nobody did.
    public var suppression: Suppression?
    /// How it stands to the findings of an earlier run; `nil` when it was compared with none.
    public var baselineState: BaselineState?
    /// What reviewers made of it; `nil` while nobody decided. What they dismissed is suppressed too.
    public var review: ReviewOutcome?

    /// Whether it counts: neither suppressed nor known from before.
    public var isActive: Bool { suppression == nil && baselineState != .unchanged }
    /// The missing safeguards that matter most, which is what a reader is told at first.
    public var gravest: ArraySlice<String> { missing.prefix(Self.mostNamed) }
    /// More of them in one sentence are not read.
    package static let mostNamed = 3
    /// Whether reviewers agree that it does not stand.
    public var isDismissed: Bool { review?.state == .dismissed }

    /// The nearest live counterweight.
    public struct Nearest: Sendable, Hashable {
        /// Where it stands.
        public let span: TextSpan
        /// Words between the two.
        public let words: Int
        /// Isolation grade that the distance gives.
        public let grade: Int

        /// Makes a distance.
        public init(span: TextSpan, words: Int, grade: Int) {
            self.span = span
            self.words = words
            self.grade = grade
        }
    }

    /// Makes a finding.
    public init(
        rule: String, name: String, band: Band, score: Int, confidence: Double, message: String, reason: String,
        remedy: String, norms: [String], stance: Stance, block: Int, span: TextSpan, related: [Related] = [],
        nearest: Nearest? = nil, factors: [Factor] = [], missing: [String] = [],
        coreValues: [CoreValue] = [], actor: TextSpan? = nil, suggestion: Suggestion? = nil, fingerprint: String = ""
    ) {
        self.rule = rule
        self.name = name
        self.band = band
        self.score = score
        self.confidence = confidence
        self.message = message
        self.reason = reason
        self.remedy = remedy
        self.norms = norms
        self.stance = stance
        self.block = block
        self.span = span
        self.related = related
        self.nearest = nearest
        self.factors = factors
        self.missing = missing
        self.coreValues = coreValues
        self.actor = actor
        self.suggestion = suggestion
        self.fingerprint = fingerprint
    }
}

/// Something done well: balance, safeguards, a control forbidden, a critique, evidence, empowerment.
public struct Credit: Sendable, Hashable {
    /// Credit id: "P1".
    public let rule: String
    /// Credit name: "balanced-values".
    public let name: String
    /// One sentence.
    public let message: String
    /// Index of the block.
    public let block: Int
    /// The words.
    public let span: TextSpan

    /// Makes a credit.
    public init(rule: String, name: String, message: String, block: Int, span: TextSpan) {
        self.rule = rule
        self.name = name
        self.message = message
        self.block = block
        self.span = span
    }
}

/// The judgement of one passage.
public struct Verdict: Sendable {
    /// Index of the block.
    public let block: Int
    /// What the author does in it.
    public let stance: Stance
    /// Band of its worst part.
    public let band: Band
    /// 0 to 100.
    public let score: Int
    /// Rules that fired, ascending, each once.
    public let rules: [String]
    /// Credits, ascending, each once.
    public let credits: [String]

    /// Makes a verdict.
    public init(block: Int, stance: Stance, band: Band, score: Int, rules: [String], credits: [String]) {
        self.block = block
        self.stance = stance
        self.band = band
        self.score = score
        self.rules = rules
        self.credits = credits
    }
}
