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
    /// Counts over the document.
    public let profile: Profile
    /// Counterweights that are never named though they should be.
    public let absences: [Absence]
    /// Whether the document reaches the minimum level; `nil` where the lexicon describes none.
    public let mark: Mark?

    /// Makes a report; without a profile, one is counted of the other parts.
    public init(
        document: Document, kind: DocumentKind, words: Int, sentences: [Sentence], mentions: [Mention], links: [Link],
        verdicts: [Verdict], findings: [Finding], credits: [Credit], profile: Profile? = nil, absences: [Absence] = [],
        mark: Mark? = nil
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
        self.profile =
            profile
            ?? Profile(
                mentions: mentions, links: links, verdicts: verdicts, findings: findings, credits: credits,
                words: words, sentences: sentences.count)
        self.absences = absences
        self.mark = mark
    }

    /// The same report with other findings, verdicts and credits; what is counted over them is counted again.
    ///
    /// Absences and the mark stay: they are judged by the whole rule book, whatever a caller selects.
    public func replacing(
        findings: [Finding], verdicts: [Verdict]? = nil, credits: [Credit]? = nil, adding notes: [Note] = []
    ) -> Report {
        var document = document
        document.notes += notes
        let verdicts = verdicts ?? self.verdicts
        let credits = credits ?? self.credits
        return Report(
            document: document, kind: kind, words: words, sentences: sentences, mentions: mentions, links: links,
            verdicts: verdicts, findings: findings, credits: credits,
            profile: profile.recounted(verdicts: verdicts, findings: findings, credits: credits), absences: absences,
            mark: mark)
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
