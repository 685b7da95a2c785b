import TextModel

/// What is marked in the text of each block: live mentions everywhere, and in passages with findings
/// also the words of the findings and the places that explain them.
struct PassageHighlights {
    private var byBlock: [Int: [Highlight]] = [:]

    init(of dossier: Dossier) {
        for finding in dossier.findings {
            add(Highlight(span: finding.span, style: .finding, note: ""), to: finding.block)
        }
        for mention in dossier.report.mentions where mention.isLive {
            let note = "\(Wording.family(mention.family)): \(mention.name)"
            add(
                Highlight(span: mention.span, style: Self.style(mention.family), note: note),
                to: mention.block)
        }
        let idle = Dictionary(grouping: dossier.report.mentions.filter { !$0.isLive }, by: \.block)
        for related in dossier.findings.flatMap(\.related) {
            guard let block = dossier.block(at: related.span.start) else { continue }
            let style = Self.style(related.role)
            let isIdle =
                idle[block]?.contains { Self.style($0.family) == style && $0.span.overlaps(related.span) }
                == true
            let note = PassageMarks.label(of: related)
            add(Highlight(span: related.span, style: style, note: note, isIdle: isIdle), to: block)
        }
    }

    /// Highlights of a block, each place and style once.
    func of(_ block: Int) -> [Highlight] { byBlock[block] ?? [] }

    private mutating func add(_ highlight: Highlight, to block: Int) {
        let known = byBlock[block] ?? []
        guard !known.contains(where: { $0.span == highlight.span && $0.style == highlight.style }) else {
            return
        }
        byBlock[block, default: []].append(highlight)
    }

    private static func style(_ family: Family) -> Highlight.Style {
        switch family {
        case .value: .value
        case .counterweight: .counterweight
        case .control: .control
        case .safeguard: .safeguard
        }
    }

    private static func style(_ role: Related.Role) -> Highlight.Style {
        switch role {
        case .value: .value
        case .counterweight: .counterweight
        case .control: .control
        case .safeguard: .safeguard
        case .cue: .cue
        }
    }
}
