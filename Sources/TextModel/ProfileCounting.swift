/// Counting a document.
extension Profile {
    /// The profile of a document as far as the parts of its report say: without sentences of its own voice, open terms,
    /// companions and strong safeguards, which only the analysis knows.
    public init(
        mentions: [Mention], links: [Link], verdicts: [Verdict], findings: [Finding], credits: [Credit], words: Int,
        sentences: Int
    ) {
        self.init()
        documents = 1
        self.words = words
        self.sentences = sentences
        count(mentions, links)
        count(verdicts: verdicts, findings: findings, credits: credits)
    }

    /// The same document with other findings, as when a caller selects rules.
    public func recounted(verdicts: [Verdict], findings: [Finding], credits: [Credit]) -> Profile {
        var profile = self
        profile.count(verdicts: verdicts, findings: findings, credits: credits)
        return profile
    }

    private mutating func count(verdicts: [Verdict], findings: [Finding], credits: [Credit]) {
        passagesByBand = [Int](repeating: 0, count: Band.allCases.count)
        for verdict in verdicts { passagesByBand[verdict.band.rawValue] += 1 }
        score = verdicts.map(\.score).max() ?? 0
        self.findings = [:]
        for finding in findings {
            let empty = [Int](repeating: 0, count: Band.allCases.count)
            self.findings[finding.rule, default: empty][finding.band.rawValue] += 1
        }
        creditsByRule = credits.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    }

    private mutating func count(_ mentions: [Mention], _ links: [Link]) {
        let limited = Set(links.filter { $0.kind == .safeguards }.map(\.to))
        for (index, mention) in mentions.enumerated() where mention.family != .safeguard {
            if mention.family == .control, mention.stance != .other {
                controlsByStance[mention.stance, default: 0] += 1
            }
            guard mention.isLive else { continue }
            titles[mention.concept] = mention.name
            switch mention.family {
            case .value: valuesByConcept[mention.concept, default: 0] += 1
            case .counterweight: counterweightsByConcept[mention.concept, default: 0] += 1
            case .control:
                guard mention.stance == .asserted else { continue }
                controlsByConcept[mention.concept, default: Coverage()].asserted += 1
                if limited.contains(index) { controlsByConcept[mention.concept, default: Coverage()].linked += 1 }
            case .safeguard: break
            }
            if let grade = mention.isolation { isolation[grade] += 1 }
        }
    }
}
