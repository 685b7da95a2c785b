internal import Reporting

/// The part of the page about the change between two periods.
struct TrendsChangeSection {
    let trends: Trends
    let change: Trends.Change
    let names: DocumentNames

    private static let parts = [
        ("Text", "other wording in documents that are alike: of the same kind, collection, country and body"),
        ("Mix", "other shares of kinds, collections, countries and bodies, among those that both have"),
        ("Unmatched", "documents that are like none of the other years"),
        ("Lexicon", "judged by another lexicon"), ("Engine", "judged by another program"),
        ("Review", "what reviewers dismissed"),
    ]

    private static let statistics = [
        ("Old, New", "uses of the term, and documents that have it"),
        ("Log ratio", "base-two logarithm of the ratio of frequencies: 1 is twice as often"),
        ("Range", "where the log ratio lies with a probability of 95%"),
        ("G²", "log-likelihood: the greater, the less like chance"),
        ("Spread", "0 (even over documents) to 1 (all in one)"),
        ("q", "share of false discoveries to expect among the terms up to this one"),
    ]

    func write(to html: inout HTMLWriter) {
        html.element("section", ["aria-labelledby": "change"]) { html in
            html.element(
                "h2", ["id": "change"],
                text: "From \(trends.name(of: change.from)) to \(trends.name(of: change.to))")
            html.element("p", ["class": "soft"], text: TrendsWording.comparison(change, in: trends))
            html.table(
                ["Figure", "Old", "New", "Change", "Text", "Mix", "Unmatched", "Lexicon", "Engine", "Review"],
                change.measures.map { measure in
                    let values = [(measure.old, measure.isEnough.old), (measure.new, measure.isEnough.new)].map {
                        $1 ? Figures.value($0, of: measure.measure) : Scorecard.State.tooLittleText.words
                    }
                    guard measure.isComparable else {
                        return [measure.measure.title] + values + [String](repeating: "–", count: 7)
                    }
                    let parts = [
                        measure.change, measure.text, measure.mix, measure.unmatched, measure.lexicon, measure.engine,
                        measure.review,
                    ]
                    return [measure.measure.title] + values + parts.map { TrendsWording.part($0, of: measure.measure) }
                }, caption: "Shares change by percentage points, rates by cases in a thousand own-voice sentences.")
            html.columns(Self.parts)
            html.element("p", ["class": "soft"], text: TrendsWording.matches(change))
            for list in change.keys { write(list, to: &html) }
            if change.hasTerms { html.columns(Self.statistics) }
            writePassages(to: &html)
        }
    }

    private func write(_ list: Trends.KeyList, to html: inout HTMLWriter) {
        html.element("h3", text: "Keyness: \(list.title)")
        var isEmpty = true
        for isRising in [true, false] {
            let terms = list.discoveries(rising: isRising, limit: 20)
            guard !terms.isEmpty else { continue }
            isEmpty = false
            html.table(
                ["Term", "Old", "Documents", "New", "Documents", "Log ratio", "Range", "G²", "Spread", "q"],
                terms.map { term in
                    [
                        term.name, Figures.count(term.oldCount), Figures.count(term.oldDocuments),
                        Figures.count(term.newCount), Figures.count(term.newDocuments),
                        Figures.text(term.logRatio, places: 1),
                        term.interval.map {
                            "\(Figures.text($0.lower, places: 1)) to \(Figures.text($0.upper, places: 1))"
                        } ?? "–",
                        Figures.text(term.statistic, places: 0), Figures.text(term.dispersion, places: 2),
                        term.falseDiscovery < 0.001 ? "<0.001" : Figures.text(term.falseDiscovery, places: 3),
                    ]
                },
                caption:
                    "More frequent in \(trends.name(of: isRising ? change.to : change.from)): \(Figures.count(terms.count)) of \(Figures.count(list.terms.count { $0.falseDiscovery <= 0.05 && ($0.logRatio > 0) == isRising }))"
            )
        }
        if isEmpty {
            html.element(
                "p", ["class": "none"],
                text: change.hasTerms ? "No difference that chance does not explain." : TrendsWording.tooFewDocuments)
        }
    }

    private func writePassages(to html: inout HTMLWriter) {
        html.element("h3", text: "Passages that moved \(change.shown.title.lowercased())")
        html.element(
            "p", ["class": "soft"],
            text: "From the documents without which the change would be most different.")
        for passage in change.passages {
            names.write(
                passage.text, in: passage.passage, at: passage.block, of: passage.path,
                before: "\(trends.name(of: passage.year)), ", to: &html)
        }
    }
}
