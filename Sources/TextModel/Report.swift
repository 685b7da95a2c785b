/// A sentence of a document.
public struct Sentence: Sendable, Hashable {
    /// Its bytes, without surrounding white space.
    public let span: TextSpan
    /// Index of its block.
    public let block: Int

    /// Makes a sentence.
    public init(span: TextSpan, block: Int) {
        self.span = span
        self.block = block
    }
}

/// Everything that the analysis found in one document.
public struct Report: Sendable {
    /// The document.
    public let document: Document
    /// Genre that the judgement assumed.
    public let kind: DocumentKind
    /// Number of words.
    public let words: Int
    /// Sentences in order.
    public let sentences: [Sentence]
    /// Mentions in order of their place.
    public let mentions: [Mention]
    /// Relations between mentions.
    public let links: [Link]
    /// One verdict for every block that is judged, in order.
    public let verdicts: [Verdict]
    /// Findings in order of their place.
    public let findings: [Finding]
    /// Credits in order of their place.
    public let credits: [Credit]

    /// Makes a report.
    public init(
        document: Document, kind: DocumentKind, words: Int, sentences: [Sentence], mentions: [Mention], links: [Link],
        verdicts: [Verdict], findings: [Finding], credits: [Credit]
    ) {
        self.document = document
        self.kind = kind
        self.words = words
        self.sentences = sentences
        self.mentions = mentions
        self.links = links
        self.verdicts = verdicts
        self.findings = findings
        self.credits = credits
    }

    /// The same report with other findings, and more to say about the reading.
    public func replacing(findings: [Finding], adding notes: [Note] = []) -> Report {
        var document = document
        document.notes += notes
        return Report(
            document: document, kind: kind, words: words, sentences: sentences, mentions: mentions, links: links,
            verdicts: verdicts, findings: findings, credits: credits)
    }

    /// The profile of the document, counted afresh.
    public var profile: Profile { Profile(self) }
}

/// Counts over one document. Every figure comes with what it is counted over.
public struct Profile: Sendable, Hashable {
    /// Findings by band, without `none`.
    public let findingsByBand: [Band: Int]
    /// Findings by rule.
    public let findingsByRule: [String: Int]
    /// Credits by id.
    public let creditsByRule: [String: Int]
    /// Worst band.
    public let band: Band
    /// Protective values in own voice.
    public let values: Int
    /// Live counterweights.
    public let counterweights: Int
    /// Asserted controls.
    public let controls: Int
    /// Asserted controls that at least one linked safeguard limits.
    public let safeguardedControls: Int
    /// How many own-voice values have each isolation grade, 0 to 5.
    public let isolation: [Int]

    /// Counts.
    public init(_ report: Report) {
        var byBand: [Band: Int] = [:]
        var byRule: [String: Int] = [:]
        for finding in report.findings {
            byBand[finding.band, default: 0] += 1
            byRule[finding.rule, default: 0] += 1
        }
        findingsByBand = byBand
        findingsByRule = byRule
        creditsByRule = report.credits.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
        band = report.verdicts.map(\.band).max() ?? .none
        let live = report.mentions.filter(\.isLive)
        values = live.count { $0.family == .value }
        counterweights = live.count { $0.family == .counterweight }
        controls = live.count { $0.family == .control && $0.stance == .asserted }
        let limited = Set(report.links.filter { $0.kind == .safeguards }.map(\.to))
        safeguardedControls = report.mentions.indices.count { index in
            let mention = report.mentions[index]
            return mention.family == .control && mention.isLive && mention.stance == .asserted
                && limited.contains(index)
        }
        var grades = [Int](repeating: 0, count: 6)
        for case let grade? in live.map(\.isolation) { grades[grade] += 1 }
        isolation = grades
    }
}

/// What the rule book says of a rule or credit, for reports that list it.
public struct RuleDescription: Sendable, Hashable {
    /// Id: "CW01" or "P1".
    public let id: String
    /// Name in kebab case.
    public let name: String
    /// One line: when it fires.
    public let summary: String
    /// Why it matters.
    public let reason: String
    /// How to reword.
    public let remedy: String
    /// Norms, cited exactly.
    public let norms: [String]
    /// Whether it is something done well.
    public let isCredit: Bool

    /// Makes a description.
    public init(
        id: String, name: String, summary: String, reason: String, remedy: String, norms: [String], isCredit: Bool
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.reason = reason
        self.remedy = remedy
        self.norms = norms
        self.isCredit = isCredit
    }
}
