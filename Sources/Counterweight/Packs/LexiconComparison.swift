public import Lexicons
internal import TextModel

/// What changed between two versions of a lexicon, and how large a step in its version number that is.
///
/// Every published example of the older one, and every gold passage that is given, is judged by both. A verdict that
/// comes out otherwise makes the change major; concepts, entries or rules that only the newer one has make it minor;
/// anything else is a patch.
public struct LexiconComparison: Sendable {
    /// A verdict that comes out otherwise.
    public struct Change: Sendable, Hashable {
        /// Where the passage is published: a concept or rule id, or the id of a gold passage.
        public let place: String
        /// The passage.
        public let text: String
        /// The verdict of the older lexicon: band, stance, rules and credits.
        public let before: String
        /// The verdict of the newer one.
        public let after: String
    }

    /// Number of passages that both judged.
    public let count: Int
    /// Verdicts that come out otherwise, in the order of the passages.
    public let changes: [Change]
    /// What only the newer lexicon has: "concept X01", "rule CW90", "V01: a pattern".
    public let added: [String]
    /// What only the older lexicon has.
    public let removed: [String]
    /// Whether the two have the same hash.
    public let isSame: Bool

    /// The step that the change asks for.
    public var step: SemanticVersion.Step {
        if isSame { return .none }
        if !changes.isEmpty { return .major }
        return added.isEmpty ? .patch : .minor
    }

    /// Judges all passages by both lexicons.
    public init(
        from old: Lexicon, examples: [ConceptExamples], to new: Lexicon, gold: [GoldPassage] = []
    ) {
        isSame = old.sha256 == new.sha256
        let before = Analyzer(old)
        let after = Analyzer(new)
        var passages: [(place: String, text: String)] = []
        for rule in old.rules { passages += (rule.find + rule.pass).map { (rule.description.id, $0) } }
        for concept in examples { passages += (concept.find + concept.pass).map { (concept.concept, $0) } }
        var changes: [Change] = []
        for passage in passages {
            let document = RuleTest.document(passage.text)
            let first = Self.words(before.report(on: document).verdicts.first)
            let second = Self.words(after.report(on: document).verdicts.first)
            if first != second {
                changes.append(Change(place: passage.place, text: passage.text, before: first, after: second))
            }
        }
        for passage in gold {
            let first = Self.words(Prediction(passage, by: before))
            let second = Self.words(Prediction(passage, by: after))
            if first != second {
                changes.append(Change(place: passage.id, text: passage.text, before: first, after: second))
            }
        }
        self.changes = changes
        count = passages.count + gold.count
        let (olds, news) = (Self.parts(of: old), Self.parts(of: new))
        added = news.subtracting(olds).sorted()
        removed = olds.subtracting(news).sorted()
    }

    private static func words(_ verdict: Verdict?) -> String {
        guard let verdict else { return "not judged" }
        return words(verdict.band, verdict.stance, verdict.rules + verdict.credits)
    }

    private static func words(_ prediction: Prediction) -> String {
        words(prediction.band, prediction.stance, prediction.rules + prediction.credits)
    }

    private static func words(_ band: Band, _ stance: Stance, _ rules: [String]) -> String {
        "\(band.name), \(stance.rawValue)" + (rules.isEmpty ? "" : ", \(rules.joined(separator: " "))")
    }

    private static func parts(of lexicon: Lexicon) -> Set<String> {
        var parts = Set(lexicon.concepts.map { "concept \($0.id)" })
        parts.formUnion(lexicon.rules.map { "rule \($0.description.id)" })
        parts.formUnion(lexicon.entries.map { "\(lexicon.concepts[$0.concept].id): \($0.pattern)" })
        return parts
    }
}
