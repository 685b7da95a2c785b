import TextModel

/// Collects judgements over a document, by the words that they are about.
struct ReportMaker {
    private let document: Document
    private let kind: DocumentKind
    private var mentions: [Mention] = []
    private var links: [Link] = []
    private var findings: [Finding] = []
    private var credits: [Credit] = []

    init(_ document: Document, kind: DocumentKind) {
        self.document = document
        self.kind = kind
    }

    mutating func mention(
        _ concept: String, _ name: String, _ family: Family, _ words: String, in block: Int,
        isLive: Bool = true,
        isolation: Int? = nil
    ) {
        mentions.append(
            Mention(
                concept: concept, name: name, family: family, span: document.span(words, in: block),
                block: block,
                sentence: block, isLive: isLive, isolation: isolation))
    }

    mutating func find(
        _ rule: String, _ name: String, _ band: Band, _ score: Int, _ message: String, _ words: String,
        in block: Int,
        related: [(role: Related.Role, words: String, label: String, block: Int)] = [],
        nearest: Finding.Nearest? = nil,
        missing: [String] = [], factors: [Factor] = [], suggestion: String? = nil
    ) {
        findings.append(
            Finding(
                rule: rule, name: name, band: band, score: score, confidence: 0.8, message: message,
                reason:
                    "A slogan cannot be tested: whoever holds the power decides what it means, and a court has nothing to measure the measure against.",
                remedy:
                    "Name the harm, tie it to a ground listed in article 19(3) and to concrete rights of others, or delete the words.",
                norms: [
                    "ICCPR art. 19(3)", "Human Rights Committee, General Comment No. 34, paras. 22 and 35",
                ],
                stance: .asserted, block: block, span: document.span(words, in: block),
                related: related.map {
                    Related(role: $0.role, span: document.span($0.words, in: $0.block), label: $0.label)
                },
                nearest: nearest, factors: factors, missing: missing,
                coreValues: rule == "CW18" ? [.global, .open] : [],
                suggestion: suggestion.map { text in
                    Suggestion(
                        edits: [.init(span: document.span(words, in: block), replacement: text)], text: text,
                        hasPlaceholder: text.contains("["))
                },
                fingerprint: String(SHA256.hexDigest(of: "\(rule) \(words) \(block)".utf8).prefix(16))))
    }

    mutating func credit(_ rule: String, _ name: String, _ message: String, _ words: String, in block: Int) {
        credits.append(
            Credit(
                rule: rule, name: name, message: message, block: block, span: document.span(words, in: block))
        )
    }

    func report() -> Report {
        let judged = document.blocks.indices.filter { !document.blocks[$0].isBoilerplate }
        let verdicts = judged.map { block in
            let own = findings.filter { $0.block == block }
            return Verdict(
                block: block, stance: own.isEmpty ? .other : .asserted, band: own.map(\.band).max() ?? .none,
                score: own.map(\.score).max() ?? 0, rules: Array(Set(own.map(\.rule))).sorted(),
                credits: Array(Set(credits.filter { $0.block == block }.map(\.rule))).sorted())
        }
        return Report(
            document: document, kind: kind, words: document.text.count { $0 == 0x20 } + document.blocks.count,
            sentences: document.blocks.indices.map { Sentence(span: document.blocks[$0].span, block: $0) },
            mentions: mentions.sorted { $0.span < $1.span }, links: links,
            verdicts: verdicts, findings: findings.sorted { $0.span < $1.span }, credits: credits)
    }
}
