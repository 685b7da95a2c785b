public import Lexicons
internal import TextModel

/// Runs the examples of the rule book: every rule must fire where it says so and nowhere else.
///
/// An example is judged alone, as the only paragraph of a statute.
public struct RuleTest: Sendable {
    /// An example that did not come out as its rule says.
    public struct Failure: Sendable, Hashable {
        /// Rule id.
        public let rule: String
        /// The passage.
        public let example: String
        /// Whether the rule should have fired.
        public let shouldFire: Bool
        /// Rules and credits that did fire.
        public let fired: [String]
        /// What was found in the passage: concept, words and stance.
        public let mentions: [String]
    }

    private let rules: [Rule]
    private let analyzer: Analyzer

    /// Prepares the test of a lexicon.
    public init(_ lexicon: Lexicon) {
        rules = lexicon.rules
        analyzer = Analyzer(lexicon)
    }

    /// Number of examples.
    public var count: Int { rules.reduce(0) { $0 + $1.find.count + $1.pass.count } }

    /// All failures, in the order of the rules.
    public func failures() -> [Failure] {
        rules.flatMap { rule in
            rule.find.compactMap { failure(rule, $0, shouldFire: true) }
                + rule.pass.compactMap { failure(rule, $0, shouldFire: false) }
        }
    }

    private func failure(_ rule: Rule, _ example: String, shouldFire: Bool) -> Failure? {
        let report = analyzer.report(on: Self.document(example))
        let fired = report.verdicts.flatMap { $0.rules + $0.credits }
        guard fired.contains(rule.description.id) != shouldFire else { return nil }
        let mentions = report.mentions.map { mention in
            "\(mention.concept) \"\(report.document.string(mention.span))\" \(mention.stance.rawValue)"
        }
        return Failure(
            rule: rule.description.id, example: example, shouldFire: shouldFire, fired: fired,
            mentions: mentions)
    }

    static func document(_ text: String) -> Document {
        let source = SourceText(bytes: Array(text.utf8))
        var builder = DocumentBuilder(source: source)
        builder.open(.paragraph)
        builder.append(verbatim: 0..<source.bytes.count)
        return builder.finish(
            path: "example", format: "text", encoding: TextEncoding(name: "UTF-8", origin: .valid))
    }
}
