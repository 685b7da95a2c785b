internal import Counterweight
internal import Lexicons
internal import TextModel

/// Everything that decided about one passage: verdict, mentions with their cues, links, findings with their factors.
struct PassageExplanation {
    private let report: Report
    private let scopes: [Scope]
    private let scoring: Scoring
    private let remedies: RemedyWriter
    private let lines: LineIndex
    /// Axes that decide about each family, with what holds where no cue says otherwise.
    private static let axes: [Family: [(axis: String, value: String)]] = [
        .value: [("attribution", "own voice"), ("use", "used")],
        .counterweight: [("attribution", "own voice"), ("polarity", "affirmed"), ("use", "used")],
        .control: [
            ("attribution", "own voice"), ("modality", "no modal verb in its clause"), ("polarity", "affirmed"),
            ("actor", "not stated"),
        ],
        .safeguard: [("polarity", "affirmed")],
    ]

    private var document: Document { report.document }

    init(_ document: Document, by analyzer: Analyzer) {
        report = analyzer.report(on: document)
        scopes = analyzer.scopes(in: document)
        scoring = analyzer.lexicon.scoring
        remedies = RemedyWriter(analyzer)
        lines = LineIndex(document.source)
    }

    /// The explanation of one finding, by its fingerprint or the beginning of it.
    /// - Throws: ``CommandError`` when none, or more than one, has that fingerprint.
    func text(ofFinding fingerprint: String) throws(CommandError) -> String {
        let exact = report.findings.filter { $0.fingerprint == fingerprint }
        let found = exact.isEmpty ? report.findings.filter { $0.fingerprint.hasPrefix(fingerprint) } : exact
        guard let finding = found.first else {
            throw CommandError(
                "\(document.path)#\(fingerprint): no finding has this fingerprint; \"counterweight check \(document.path) --format json\" lists them, and an edit of the passage changes it"
            )
        }
        guard found.count == 1 else {
            let names = found.map { "\($0.fingerprint) (\($0.rule), line \(place($0.span).line))" }
            throw CommandError(
                "\(document.path)#\(fingerprint): \(found.count) findings begin so; give more of one: \(names.joined(separator: ", "))"
            )
        }
        return text(ofBlock: finding.block, showing: [finding])
    }

    /// The explanation of every passage that stands at a line, from 1.
    /// - Throws: ``CommandError`` when no passage stands there.
    func text(ofLine line: Int) throws(CommandError) -> String {
        guard line <= lines.count else {
            throw CommandError("\(document.path):\(line): the file ends at line \(lines.count)")
        }
        let blocks = document.blocks.indices.filter { block in
            let range = document.map.source(of: document.blocks[block].span)
            return lines.position(of: range.lowerBound).line <= line
                && line <= lines.position(of: range.upperBound).line
        }
        guard !blocks.isEmpty else {
            let next = document.blocks.map { place($0.span).line }.first { $0 > line }
            throw CommandError(
                "\(document.path):\(line): no passage stands at this line"
                    + (next.map { "; the next begins at line \($0)" } ?? ""))
        }
        return blocks.map { block in
            text(ofBlock: block, showing: report.findings.filter { $0.block == block })
        }.joined(separator: "\n")
    }

    /// The explanation of one block with all its findings.
    func text(ofBlock index: Int) -> String {
        text(ofBlock: index, showing: report.findings.filter { $0.block == index })
    }

    private func text(ofBlock index: Int, showing findings: [Finding]) -> String {
        let block = document.blocks[index]
        let start = place(block.span)
        var text = "\(document.path):\(start.line):\(start.column): \(block.kind.rawValue)"
        if let number = block.number { text += " \(number)" }
        text += "\n" + Paragraph(document.string(block.span), indent: 2, hanging: 2).text
        let section = document.headingPath(of: index).map { document.string(document.blocks[$0].span) }
        if !section.isEmpty { text += row("section", section.joined(separator: " > ")) }
        for stem in document.stems(of: index) {
            text += row("stem", document.string(document.blocks[stem].span))
        }
        if let speaker = block.speaker { text += row("speaker", speaker) }
        if block.isQuoted { text += row("quoted", "the document marks it as someone else's words") }
        text += row(
            "document",
            document.declaredKind == nil
                ? "read as \(report.kind.rawValue)" : "declared \(report.kind.rawValue)")
        guard let verdict = report.verdicts.first(where: { $0.block == index }) else {
            return text + row("verdict", "none; page furniture is not judged")
        }
        let fired = verdict.rules + verdict.credits
        text += row(
            "verdict",
            "stance \(verdict.stance.rawValue), band \(verdict.band.name), score \(verdict.score); "
                + (fired.isEmpty ? "no rule fired" : fired.joined(separator: ", ")))
        return text + mentions(in: index) + links(of: index) + list(of: findings) + credits(in: index)
    }

    private func mentions(in block: Int) -> String {
        let members = report.mentions.indices.filter { report.mentions[$0].block == block }
        return section(
            "mentions",
            members.map { index in
                let mention = report.mentions[index]
                var text =
                    "\(mention.concept) \(quoted(mention.span)) \(mention.family.rawValue) (\(mention.name)): "
                text += "\(mention.stance.rawValue), \(mention.isLive ? "counts" : "does not count")"
                if let grade = mention.isolation { text += ", isolation grade \(grade)" }
                return Paragraph(text, indent: 4, hanging: 8).text + mention.cues.map(cue).joined()
                    + defaults(of: mention) + scope(of: index)
            })
    }

    /// The axes that no cue decided.
    private func defaults(of mention: Mention) -> String {
        let decided = Set(mention.cues.map(\.axis))
        return (Self.axes[mention.family] ?? []).filter { !decided.contains($0.axis) }.map {
            detail("\($0.axis) \($0.value): no cue")
        }.joined()
    }

    private func scope(of mention: Int) -> String {
        guard scopes.indices.contains(mention) else { return "" }
        let scope = scopes[mention]
        return detail(
            "scope \"\(document.string(scope.span))\": from \(limit(scope.begin, "the start")) to \(limit(scope.end, "the end"))"
        )
    }

    private func limit(_ limit: Scope.Limit, _ edge: String) -> String {
        guard let span = limit.span else { return "\(edge) of the sentence" }
        let words = document.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return limit.kind == .terminator ? "the word \"\(words)\", which opens a new clause" : "\"\(words)\""
    }

    private func cue(_ cue: Cue) -> String {
        let words = cue.span.map(quoted) ?? "no words of the passage"
        return Paragraph("\(cue.axis) \(cue.value): \(words)", indent: 8, hanging: 12).text
    }

    private func links(of block: Int) -> String {
        let members = report.links.filter {
            report.mentions[$0.from].block == block || report.mentions[$0.to].block == block
        }
        return section(
            "links",
            members.map { link in
                var text =
                    "\(quoted(report.mentions[link.from].span)) \(link.kind.rawValue) \(quoted(report.mentions[link.to].span))"
                text += ", strength \(number(link.strength))"
                if let cue = link.cue {
                    text += ", \(cue.value): \(cue.span.map(quoted) ?? "no words of the passage")"
                }
                return Paragraph(text, indent: 4, hanging: 8).text
            })
    }

    private func list(of findings: [Finding]) -> String {
        section(
            "findings",
            remedies.suggesting(for: findings, in: report).map { finding in
                var text = Paragraph(
                    "\(finding.rule) \(finding.name) [\(finding.band.name) \(finding.score)] at \(quoted(finding.span)): \(finding.message)",
                    indent: 4, hanging: 8
                ).text
                text += detail("fingerprint \(finding.fingerprint)")
                text += detail("confidence \(number(finding.confidence))")
                for factor in finding.factors {
                    text += detail("factor \(factor.name) \(number(factor.value)): \(factor.reason)")
                }
                if let formula = ScoreFormula(finding: finding, scoring: scoring).text {
                    text += detail("score \(formula)")
                }
                if !finding.coreValues.isEmpty {
                    text += detail(
                        "core values touched: \(finding.coreValues.map(\.rawValue).joined(separator: ", "))")
                }
                for related in finding.related {
                    text += detail("\(related.role.rawValue) \(quoted(related.span)): \(related.label)")
                }
                if let nearest = finding.nearest {
                    text += detail(
                        "nearest counterweight \(quoted(nearest.span)), \(nearest.words) words away, grade \(nearest.grade)"
                    )
                }
                if !finding.missing.isEmpty {
                    text += detail("missing: \(finding.missing.joined(separator: ", "))")
                }
                if let suggestion = finding.suggestion {
                    text += detail("suggested wording: \(suggestion.text)")
                } else {
                    text += detail("suggested wording: none settles the finding without raising another")
                }
                return text
            })
    }

    private func credits(in block: Int) -> String {
        section(
            "credits",
            report.credits.filter { $0.block == block }.map { credit in
                Paragraph(
                    "\(credit.rule) \(credit.name) at \(quoted(credit.span)): \(credit.message)", indent: 4,
                    hanging: 8
                ).text
            })
    }

    private func section(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "  \(title):\n" + items.joined()
    }

    private func row(_ name: String, _ text: String) -> String {
        Paragraph("\(name): \(text)", indent: 2, hanging: 4).text
    }

    private func detail(_ text: String) -> String { Paragraph(text, indent: 8, hanging: 12).text }

    private func quoted(_ span: TextSpan) -> String {
        let start = place(span)
        return "\"\(document.string(span))\" (\(start.line):\(start.column))"
    }

    private func number(_ value: Double) -> String { ScoreFormula.number(value) }

    private func place(_ span: TextSpan) -> Position {
        lines.position(of: document.map.source(of: span).lowerBound)
    }
}
