/// Counts over one document, or over many: profiles add up, and nothing in them is a mean.
///
/// The empty profile and ``+`` make it a monoid: the order in which profiles are added does not matter, and the sum of
/// two is the profile of both. Ratios are derived from the counts, so that a sum never averages averages.
public struct Profile: Sendable, Hashable {
    /// Asserted controls, and how many of them procedure limits.
    public struct Coverage: Sendable, Hashable {
        /// Controls that the author asserts.
        public var asserted: Int
        /// Those with at least one linked safeguard of any strength.
        public var linked: Int
        /// Those with a linked procedural safeguard: a judge, a limit, notice, appeal.
        public var strong: Int

        /// Makes a count.
        public init(asserted: Int = 0, linked: Int = 0, strong: Int = 0) {
            self.asserted = asserted
            self.linked = linked
            self.strong = strong
        }

        /// Both together.
        public static func + (a: Coverage, b: Coverage) -> Coverage {
            Coverage(asserted: a.asserted + b.asserted, linked: a.linked + b.linked, strong: a.strong + b.strong)
        }
    }

    /// Where own-voice uses of "secure" have stability or resilience beside them.
    public struct Companions: Sendable, Hashable {
        /// In the same passage.
        public var inPassage = 0
        /// Elsewhere in the same section.
        public var inSection = 0
        /// Not in the section.
        public var none = 0

        /// No use yet.
        public init() {}
        /// All uses.
        public var total: Int { inPassage + inSection + none }
    }

    /// Documents that were counted.
    public var documents = 0
    /// Words of everything that was read.
    public var words = 0
    /// Sentences of the judged passages.
    public var sentences = 0
    /// Those in which the author speaks: no quotation, no report, no heading.
    public var ownVoiceSentences = 0
    /// Judged passages by band, `none` first.
    public var passagesByBand = [Int](repeating: 0, count: Band.allCases.count)
    /// The highest score of a passage.
    public var score = 0
    /// Protective values in own voice, by concept.
    public var valuesByConcept: [String: Int] = [:]
    /// Live counterweights, by concept.
    public var counterweightsByConcept: [String: Int] = [:]
    /// How many own-voice values have each isolation grade, 0 to 5.
    public var isolation = [Int](repeating: 0, count: 6)
    /// Stability and resilience beside security.
    public var companions = Companions()
    /// Controls by what the author does with them, but for words in another sense.
    public var controlsByStance: [Stance: Int] = [:]
    /// Asserted controls by concept.
    public var controlsByConcept: [String: Coverage] = [:]
    /// Asserted controls by the core Internet value that they touch; one control may touch several.
    public var controlsByCoreValue: [CoreValue: Int] = [:]
    /// Vague, open or discretionary terms in own-voice sentences, by kind.
    public var openTerms: [String: Int] = [:]
    /// Those of them that stand in a sentence with an asserted control.
    public var openTermsAtControls = 0
    /// Findings by rule, and for each rule by band, `none` first.
    public var findings: [String: [Int]] = [:]
    /// Credits by id.
    public var creditsByRule: [String: Int] = [:]
    /// Plain words for the concepts that are counted.
    public var titles: [String: String] = [:]

    /// The profile of nothing.
    public init() {}

    /// The profile of both.
    public static func + (a: Profile, b: Profile) -> Profile {
        var sum = a
        sum.documents += b.documents
        sum.words += b.words
        sum.sentences += b.sentences
        sum.ownVoiceSentences += b.ownVoiceSentences
        sum.passagesByBand = added(a.passagesByBand, b.passagesByBand)
        sum.score = max(a.score, b.score)
        sum.valuesByConcept.merge(b.valuesByConcept, uniquingKeysWith: +)
        sum.counterweightsByConcept.merge(b.counterweightsByConcept, uniquingKeysWith: +)
        sum.isolation = added(a.isolation, b.isolation)
        sum.companions.inPassage += b.companions.inPassage
        sum.companions.inSection += b.companions.inSection
        sum.companions.none += b.companions.none
        sum.controlsByStance.merge(b.controlsByStance, uniquingKeysWith: +)
        sum.controlsByConcept.merge(b.controlsByConcept, uniquingKeysWith: +)
        sum.controlsByCoreValue.merge(b.controlsByCoreValue, uniquingKeysWith: +)
        sum.openTerms.merge(b.openTerms, uniquingKeysWith: +)
        sum.openTermsAtControls += b.openTermsAtControls
        sum.findings.merge(b.findings, uniquingKeysWith: added)
        sum.creditsByRule.merge(b.creditsByRule, uniquingKeysWith: +)
        sum.titles.merge(b.titles, uniquingKeysWith: min)
        return sum
    }

    private static func added(_ a: [Int], _ b: [Int]) -> [Int] { zip(a, b).map(+) }
}

/// What follows from the counts.
extension Profile {
    /// Worst band of a passage.
    public var band: Band { Band.allCases.last { passagesByBand[$0.rawValue] > 0 } ?? .none }
    /// Judged passages.
    public var passages: Int { passagesByBand.reduce(0, +) }
    /// Protective values in own voice.
    public var values: Int { valuesByConcept.values.reduce(0, +) }
    /// Live counterweights.
    public var counterweights: Int { counterweightsByConcept.values.reduce(0, +) }
    /// Asserted controls of all kinds.
    public var coverage: Coverage { controlsByConcept.values.reduce(Coverage(), +) }
    /// Asserted controls.
    public var controls: Int { coverage.asserted }
    /// Asserted controls that at least one linked safeguard limits.
    public var safeguardedControls: Int { coverage.linked }
    /// Findings by band, without `none` and without empty bands.
    public var findingsByBand: [Band: Int] {
        var counts: [Band: Int] = [:]
        for (_, byBand) in findings {
            for band in Band.allCases where byBand[band.rawValue] > 0 {
                counts[band, default: 0] += byBand[band.rawValue]
            }
        }
        return counts
    }
    /// Findings by rule.
    public var findingsByRule: [String: Int] { findings.mapValues { $0.reduce(0, +) } }

    /// Findings at a band or above.
    public func findings(from band: Band) -> Int {
        findings.values.reduce(0) { $0 + $1[band.rawValue...].reduce(0, +) }
    }

    /// Findings at a band or above in a thousand own-voice sentences; `nil` where there is no such sentence.
    public func perThousandSentences(from band: Band) -> Double? {
        ownVoiceSentences == 0 ? nil : 1000 * Double(findings(from: band)) / Double(ownVoiceSentences)
    }

    /// Findings at a band or above in a thousand words; `nil` where there is no word.
    public func perThousandWords(from band: Band) -> Double? {
        words == 0 ? nil : 1000 * Double(findings(from: band)) / Double(words)
    }
}
