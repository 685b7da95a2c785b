public import TextModel

/// What the analyzer says of a gold passage, in the terms of the gold.
public struct Prediction: Sendable {
    /// Id of the passage.
    public let id: String
    /// Kind of document that it was read as.
    public let kind: DocumentKind
    /// What the author does.
    public let stance: Stance
    /// How much it matters.
    public let band: Band
    /// 0 to 100.
    public let score: Int
    /// Rules that fired, ascending.
    public let rules: [String]
    /// Credits, ascending.
    public let credits: [String]
    /// Protective values in the author's own voice, in order of their place.
    public let values: [GoldPassage.Value]
    /// Controls, in order of their place; those whose words carry another sense are left out.
    public let controls: [GoldPassage.Control]

    /// Makes a prediction from another source.
    init(
        id: String, kind: DocumentKind = .other, stance: Stance, band: Band, score: Int, rules: [String],
        credits: [String], values: [GoldPassage.Value], controls: [GoldPassage.Control]
    ) {
        self.id = id
        self.kind = kind
        self.stance = stance
        self.band = band
        self.score = score
        self.rules = rules
        self.credits = credits
        self.values = values
        self.controls = controls
    }

    /// Judges a passage in its context.
    public init(_ passage: GoldPassage, by analyzer: Analyzer) {
        let gold = GoldDocument(passage)
        let report = analyzer.report(on: gold.document)
        let verdict = report.verdicts.first { $0.block == gold.block }
        let mentions = report.mentions.filter { $0.block == gold.block }
        id = passage.id
        kind = report.kind
        stance = verdict?.stance ?? .other
        band = verdict?.band ?? .none
        score = verdict?.score ?? 0
        rules = verdict?.rules ?? []
        credits = verdict?.credits ?? []
        values = mentions.compactMap { mention in
            guard mention.family == .value, let grade = mention.isolation else { return nil }
            return GoldPassage.Value(phrase: report.document.string(mention.span), grade: grade)
        }
        controls = mentions.compactMap { mention in
            guard mention.family == .control, mention.stance != .other else { return nil }
            return GoldPassage.Control(phrase: report.document.string(mention.span), stance: mention.stance)
        }
    }
}
