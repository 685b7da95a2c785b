/// Trends for a terminal of eighty columns.
package struct TrendsText {
    private let trends: Trends

    /// The text of trends.
    package init(_ trends: Trends) { self.trends = trends }

    /// Series, change, terms, passages.
    package var text: String {
        var text = TextColumns.paragraph(TrendsWording.coverage(trends))
        text +=
            "\n"
            + table(
                [("Figure", 31, false), ("first", 7, true), ("last", 7, true), ("level changes", 28, false)],
                trends.series.map { series in
                    let known = series.points.compactMap(\.value)
                    let cuts = series.changePoints.map(trends.name).joined(separator: ", ")
                    return [
                        series.measure.title, Self.value(known.first, series.measure),
                        Self.value(known.last, series.measure),
                        known.count < ChangePoints.minimumCount ? "too few points" : cuts.isEmpty ? "none" : cuts,
                    ]
                })
        guard let change = trends.change else { return text }
        text += "\n" + TextColumns.paragraph(TrendsWording.comparison(change, in: trends))
        // Judgements differ in one of the two alone.
        let isEngine = change.measures.contains { $0.engine != 0 }
        text += table(
            [
                ("Figure", 20, false), ("old", 6, true), ("new", 6, true), ("change", 7, true), ("text", 6, true),
                ("mix", 6, true), (isEngine ? "engine" : "lexicon", 7, true), ("review", 6, true),
            ],
            change.measures.map { measure in
                guard measure.isComparable else { return [measure.measure.title, "too little text to compare"] }
                func part(_ value: Double) -> String { TrendsWording.part(value, of: measure.measure) }
                return [
                    measure.measure.title, Self.value(measure.old, measure.measure),
                    Self.value(measure.new, measure.measure), part(measure.change), part(measure.text),
                    part(measure.mix), part(isEngine ? measure.engine : measure.lexicon),
                    part(measure.review),
                ]
            })
        for list in change.keys { text += keys(list, change) }
        text += "\n" + TextColumns.paragraph("Passages that moved \(change.shown.title.lowercased())")
        for passage in change.passages {
            let excerpt = TextColumns.excerpt(passage.passage, around: passage.text, limit: 150)
            text += TextColumns.paragraph(
                "\(trends.name(of: passage.year)) [\(passage.text)] \(excerpt) (\(passage.path), passage \(passage.block + 1))",
                indent: 2, hanging: 6)
        }
        return text + "\n" + TextColumns.paragraph(TrendsWording.method) + TextColumns.paragraph(Page.ethics)
    }

    private func keys(_ list: Trends.KeyList, _ change: Trends.Change) -> String {
        var text = ""
        for isRising in [true, false] {
            let terms = list.discoveries(rising: isRising, limit: 10)
            guard !terms.isEmpty else { continue }
            text += "\nMore frequent in \(trends.name(of: isRising ? change.to : change.from)): \(list.title)\n"
            text += table(
                [
                    ("", 27, false), ("old", 5, true), ("new", 5, true), ("log ratio", 20, true), ("G²", 6, true),
                    ("spread", 6, true),
                ],
                terms.map { term in
                    let range = term.interval.map {
                        " (\(Figures.text($0.lower, places: 1)) to \(Figures.text($0.upper, places: 1)))"
                    }
                    return [
                        term.name, Figures.count(term.oldCount), Figures.count(term.newCount),
                        Figures.text(term.logRatio, places: 1) + (range ?? ""), Figures.text(term.statistic, places: 0),
                        Figures.text(term.dispersion, places: 2),
                    ]
                })
        }
        return text
    }

    private func table(_ columns: [(String, Int, Bool)], _ rows: [[String]]) -> String {
        ([columns.map(\.0)] + rows).map { cells in
            // A row that is short says something across the other columns.
            cells.count == 2 && columns.count > 2
                ? TextColumns.row([(cells[0], columns[0].1, false), (cells[1], 40, false)])
                : TextColumns.row(zip(cells, columns).map { ($0, $1.1, $1.2) })
        }.joined()
    }

    private static func value(_ value: Double?, _ measure: ScorecardMeasure) -> String {
        value.map { Figures.value($0, of: measure) } ?? "–"
    }
}

/// Sentences that the text and the page share.
enum TrendsWording {
    static func coverage(_ trends: Trends) -> String {
        "\(Figures.count(trends.documents)) documents with a year, \(Figures.count(trends.undated)) without; figures by \(trends.period == 1 ? "year" : "\(trends.period) years")."
    }

    static func comparison(_ change: Trends.Change, in trends: Trends) -> String {
        let judgement =
            change.oldJudgement.map {
                "judged then by \($0) and now by \(change.newJudgement), \(Figures.count(change.backCast)) of them both ways"
            } ?? "all judged by \(change.newJudgement), so that lexicon and engine change nothing"
        return
            "Change from \(trends.name(of: change.from)) (\(Figures.count(change.documents.from)) documents) to \(trends.name(of: change.to)) (\(Figures.count(change.documents.to)) documents), \(judgement). The parts add up to the change."
    }

    /// A part of a change with its sign: percentage points of shares, units of rates.
    static func part(_ value: Double, of measure: ScorecardMeasure) -> String {
        let text = measure.scale == .share ? Figures.text(100 * value, places: 1) : Figures.text(value, places: 1)
        return value > 0 && text != "0.0" ? "+\(text)" : text
    }

    static let method = """
        Rates are in a thousand own-voice sentences, and a clause that stands in several documents of a period counts \
        once. Changes of shares are in percentage points. Ranges: 95% of \
        \(Figures.count(Bootstrap.draws)) draws of documents; fewer than \(Bootstrap.leastDocuments) are too few for one. Level changes: exact \
        least squares with the price of the Bayesian information criterion. Parts of a change: Shapley shares of documents and judgement, \
        and what reviewers dismissed in the new documents less what they dismissed in the old ones; the part of the documents split into text and mix of kind, collection, country and body after Kitagawa. \
        Where program and lexicon both differ, their part stands under lexicon. Terms: log-likelihood G², base-two logarithm of \
        the ratio of frequencies with its range over documents, spread 0 (even) to 1 (one document); at most 5% of the \
        terms shown are false discoveries (Benjamini and Hochberg). Where a period is a single document, a term is only \
        compared word by word, which makes it look surer than it is.
        """
}
