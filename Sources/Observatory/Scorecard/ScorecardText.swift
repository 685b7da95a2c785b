internal import Reporting

/// Scorecards for a terminal of eighty columns.
package struct ScorecardText {
    private let cards: [Scorecard]
    private let grouping: ScorecardGrouping
    private let plan: ScorecardPlan
    private static let widths = [31, 6, 12, 11, 4, 5]

    /// The text of scorecards.
    package init(_ cards: [Scorecard], by grouping: ScorecardGrouping, plan: ScorecardPlan) {
        self.cards = cards
        self.plan = plan
        self.grouping = grouping
    }

    /// All cards, then how to read them.
    package var text: String {
        var text = ""
        for card in cards { text += self.text(of: card) + "\n" }
        text += TextColumns.paragraph(
            "+ more is better, - less is better. Range: 95% of 1,000 draws of documents. Band: 0 weakest to 4 strongest. Rank: possible places among subjects. Fewer than \(Bootstrap.leastDocuments) documents are too few for range and rank."
        )
        text += TextColumns.paragraph(plan.formula)
        text += TextColumns.paragraph(Page.ethics)
        return text
    }

    private func text(of card: Scorecard) -> String {
        var text = TextColumns.paragraph(
            grouping == .all ? "All documents" : "\(grouping.rawValue.capitalized): \(card.subject)")
        text += TextColumns.paragraph(Self.coverage(of: card))
        for kind in [ScorecardMeasure.Kind.axis, .coreValue] {
            text += "\n"
            text += row([
                kind == .axis ? "Axis" : "Controls that touch", "value", "range", "counted", "band", "rank",
            ])
            for entry in card.entries where entry.measure.kind == kind { text += row(cells(of: entry)) }
        }
        for entry in card.entries where entry.measure.kind == .axis && !entry.quotations.isEmpty {
            text += "\n" + TextColumns.paragraph("\(entry.measure.title): \(entry.measure.definition)")
            for quotation in entry.quotations {
                let sign = entry.measure.scale == .share ? (quotation.isCounted ? "yes" : "no ") : "   "
                let passage = TextColumns.excerpt(quotation.passage, around: quotation.text, limit: 150)
                text += TextColumns.paragraph(
                    "\(sign) [\(quotation.text)] \(passage) (\(quotation.path), passage \(quotation.block + 1))",
                    indent: 2, hanging: 6)
            }
            let rest = entry.quotationCount - entry.quotations.count
            if rest > 0 { text += "  and \(Figures.count(rest)) more; --quotations N shows more\n" }
        }
        return text
    }

    private func cells(of entry: Scorecard.Entry) -> [String] {
        let measure = entry.measure
        let name = "\(measure.higherIsBetter ? "+" : "-") \(measure.title)"
        guard let value = entry.value else {
            return [name, entry.state.words, Self.counted(entry)]
        }
        return [
            name, Figures.value(value, of: measure), entry.interval.map { Figures.interval($0, of: measure) } ?? "",
            Self.counted(entry), entry.band.map { String($0) } ?? "", entry.rank.map(\.text) ?? "",
        ]
    }

    private func row(_ cells: [String]) -> String {
        // What is not assessed says so across value and range.
        let widths = cells.count == 3 ? [31, 20, 11] : Self.widths
        return TextColumns.row(
            zip(cells, widths).enumerated().map { ($1.0, $1.1, $0 > 0 && (cells.count > 3 || $0 == 2)) })
    }

    static func counted(_ entry: Scorecard.Entry) -> String {
        "\(Figures.count(entry.numerator))/\(Figures.count(entry.denominator))"
    }

    /// Documents and sentences of a subject.
    static func coverage(of card: Scorecard) -> String {
        let coverage = card.coverage
        var text = "\(Figures.documents(coverage.found)) found, \(Figures.count(coverage.judged)) read"
        if coverage.unknown > 0 { text += ", \(Figures.count(coverage.unknown)) of them of unknown language" }
        if coverage.foreign > 0 { text += ", \(Figures.count(coverage.foreign)) not judged for their language" }
        text +=
            ", \(Figures.count(coverage.reviewed)) reviewed; \(Figures.count(card.ownVoiceSentences)) own-voice sentences"
        if card.repeatedClauses > 0 {
            text += "; \(Figures.count(card.repeatedClauses)) repeats of copied clauses not counted again"
        }
        return text
    }
}

extension Scorecard.State {
    /// In words.
    var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension RankRange {
    /// "2" or "2–5".
    var text: String { best == worst ? String(best) : "\(best)–\(worst)" }
}
