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
                [("Figure", 22, false), ("first", 19, true), ("last", 19, true), ("level changes", 14, false)],
                trends.series.map { series in
                    let known = series.points.filter { $0.value != nil }
                    let cuts = series.changePoints.count
                    return [
                        series.measure.title, place(known.first, series.measure), place(known.last, series.measure),
                        !series.isTested ? "too few points" : cuts == 0 ? "none" : String(cuts),
                    ]
                })
        for series in trends.series where !series.changePoints.isEmpty {
            text += TextColumns.paragraph(
                "\(series.measure.title): \(TrendsWording.levels(of: series, in: trends))", hanging: 4)
        }
        guard let change = trends.change else { return text + "\n" + TextColumns.paragraph(TrendsWording.noComparison) }
        text += "\n" + TextColumns.paragraph(TrendsWording.comparison(change, in: trends))
        // Judgements differ in one of the two alone, and in neither where one is all there is.
        let isEngine = change.measures.contains { $0.engine != 0 }
        let judgement: [(String, Int, Bool)] =
            change.oldJudgement == nil ? [] : [(isEngine ? "engine" : "lexicon", 7, true)]
        text += table(
            [
                ("Figure", judgement.isEmpty ? 20 : 11, false), ("old", 6, true), ("new", 6, true),
                ("change", 7, true), ("text", 6, true), ("mix", 6, true), ("unmatched", 9, true),
            ] + judgement + [("review", 6, true)],
            change.measures.map { measure in
                guard measure.isComparable else { return [measure.measure.title, "too little text to compare"] }
                func part(_ value: Double) -> String { TrendsWording.part(value, of: measure.measure) }
                return [
                    measure.measure.title, Self.value(measure.old, measure.measure),
                    Self.value(measure.new, measure.measure), part(measure.change), part(measure.text),
                    part(measure.mix), part(measure.unmatched),
                ] + judgement.map { _ in part(isEngine ? measure.engine : measure.lexicon) } + [part(measure.review)]
            })
        text += TextColumns.paragraph(TrendsWording.matches(change))
        if !change.hasTerms { text += "\n" + TextColumns.paragraph(TrendsWording.tooFewDocuments) }
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
                    ("", 19, false), ("old (docs)", 10, true), ("new (docs)", 10, true), ("log ratio", 19, true),
                    ("G²", 4, true), ("spread", 6, true),
                ],
                terms.map { term in
                    let range = term.interval.map {
                        " (\(Figures.text($0.lower, places: 1)) to \(Figures.text($0.upper, places: 1)))"
                    }
                    return [
                        term.name, "\(Figures.count(term.oldCount)) (\(Figures.count(term.oldDocuments)))",
                        "\(Figures.count(term.newCount)) (\(Figures.count(term.newDocuments)))",
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

    /// A point with its year and what it counts: "2004: 12% (3/25)"; a rate has its documents instead.
    private func place(_ point: TrendSeries.Point?, _ measure: ScorecardMeasure) -> String {
        guard let point, let value = point.value else { return "–" }
        let counted =
            measure.scale == .share
            ? "\(Figures.count(point.numerator))/\(Figures.count(point.denominator))"
            : "\(Figures.count(point.numerator))"
        return "\(Figures.value(value, of: measure)) (\(counted)) \(point.year)"
    }

    private static func value(_ value: Double?, _ measure: ScorecardMeasure) -> String {
        value.map { Figures.value($0, of: measure) } ?? "–"
    }
}

/// Sentences that the text and the page share.
enum TrendsWording {
    static func coverage(_ trends: Trends) -> String {
        "\(Figures.documents(trends.documents)) with a year, \(Figures.count(trends.undated)) without; figures by \(trends.period == 1 ? "year" : "\(trends.period) years")."
    }

    private static let comparable =
        "\(Bootstrap.leastDocuments) documents or more each, with at least half of their own-voice sentences in documents of a kind, collection, country and body that both have"

    static let noComparison =
        "Nothing is compared: no two periods have \(comparable). Longer periods (--period) may, and any two can be asked for (--from, --to)."

    static let choice =
        "Unless others are asked for, the two periods farthest apart are compared that have \(comparable)."

    static func comparison(_ change: Trends.Change, in trends: Trends) -> String {
        let judgement =
            change.oldJudgement.map {
                "judged then by \($0) and now by \(change.newJudgement), \(Figures.count(change.backCast)) of them both ways"
            } ?? "all judged by \(change.newJudgement), so that lexicon and engine change nothing"
        return
            "Change from \(trends.name(of: change.from)) (\(Figures.documents(change.documents.from))) to \(trends.name(of: change.to)) (\(Figures.documents(change.documents.to))), \(judgement). The parts add up to the change."
    }

    /// How much of both periods has something like it in the other: the share of own-voice sentences.
    static func matches(_ change: Trends.Change) -> String {
        guard let rate = change.measures.first(where: { $0.measure.scale == .rate }) else { return "" }
        let shares = [rate.comparable.old, rate.comparable.new].map { "\(Figures.text(100 * $0, places: 0))%" }
        return
            "Documents of a kind, collection, country and body that both periods have hold \(shares[0]) of the old own-voice sentences and \(shares[1]) of the new ones. What the others change is unmatched: it may be text or mix, and nothing tells which."
    }

    /// The levels of a series with the years in which they begin.
    static func levels(of series: TrendSeries, in trends: Trends) -> String {
        guard series.isTested else { return "too few points to look for levels" }
        guard series.levels.count > 1 else { return "no change of level" }
        let steps = zip(series.levels, series.levels.dropFirst()).map { old, new in
            // Where periods without a figure lie between, the level changed somewhere among them.
            let isGap = new.from > old.to + trends.period
            let place =
                isGap
                ? "between \(trends.name(of: old.to)) and \(trends.name(of: new.from))"
                : "in \(trends.name(of: new.from))"
            return
                "\(Figures.value(old.value, of: series.measure)) to \(Figures.value(new.value, of: series.measure)) \(place)"
        }
        let chance = series.levelProbability.map { $0 < 0.01 ? "below 0.01" : Figures.text($0, places: 2) } ?? ""
        return "level changes from \(steps.joined(separator: ", from ")) (probability by chance \(chance))"
    }

    static let tooFewDocuments =
        "A period has fewer than \(Bootstrap.leastDocuments) documents: too few to tell what became more frequent from what chance does."

    /// A part of a change with its sign: percentage points of shares, units of rates.
    static func part(_ value: Double, of measure: ScorecardMeasure) -> String {
        let text = measure.scale == .share ? Figures.text(100 * value, places: 1) : Figures.rate(value)
        return value > 0 && text != "0.0" ? "+\(text)" : text
    }

    static let method = """
        Rates are in a thousand own-voice sentences, and a clause that stands in several documents of a period counts \
        once. \(ScorecardPlan.platforms) Changes of shares are in percentage points. Ranges: 95% of \
        \(Figures.count(Bootstrap.draws)) draws of documents; fewer than \(Bootstrap.leastDocuments) are too few for one. Level changes: exact \
        least squares, weighted by the second numbers, with a price for each cut that \(Figures.count(LevelChance.deals)) deals of the documents to the periods \
        by chance exceed somewhere in all series together in at most 5%; an even change may show as a change of level. Parts of a change: Shapley shares of documents and judgement, \
        and what reviewers dismissed in the new documents less what they dismissed in the old ones; the part of the documents split into text and mix of kind, collection, country and body after Kitagawa, \
        as far as both periods have documents that are alike, and unmatched otherwise. \
        Where program and lexicon both differ, their part stands under lexicon. Terms: log-likelihood G², base-two logarithm of \
        the ratio of frequencies with its range over documents, spread 0 (even) to 1 (one document). A term is shown where more \
        documents of one period have it often than chance would give them (Fisher's exact test), \(Bootstrap.leastDocuments) or more have it there, \
        and the range does not hold zero; in all lists together at most 5% of the terms shown are expected to be false discoveries (Tarone, Benjamini and \
        Hochberg). Periods of fewer than \(Bootstrap.leastDocuments) documents show none.
        """
}
