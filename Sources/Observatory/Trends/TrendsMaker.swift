internal import GRDB

/// Makes series of a store and compares two periods.
package struct TrendsMaker {
    /// What can be asked for.
    package struct Options: Sendable {
        /// Documents.
        package var filter = DocumentFilter()
        /// Years in a period.
        package var period = 1
        /// Years of the periods to compare. Where neither they nor ``then`` are given, the two farthest apart that can be
        /// compared are; else the first and last that have text enough for rates, or that have documents.
        package var from: Int?
        package var to: Int?
        /// Measure whose passages are shown.
        package var measure = "findings"
        /// Version or SHA-256 of the lexicon whose judgement is the old one.
        package var then: String?
        /// Seed of the random draws.
        package var seed: UInt64 = 1

        /// The defaults.
        package init() {}
    }

    private let store: Store
    private let plan: ScorecardPlan
    private let options: Options

    /// Trends of a store.
    package init(_ store: Store, plan: ScorecardPlan, options: Options = Options()) {
        self.store = store
        self.plan = plan
        self.options = options
    }

    /// The trends.
    /// - Throws: ``StoreError``, also when a period that was asked for has no documents.
    package func trends() throws(StoreError) -> Trends {
        try store.read { database in
            var rows: [Int: [TrendRow]] = [:]
            var dated: [Int: [StoredDocument]] = [:]
            var stances: [Int: [String: Double]] = [:]
            var repeats: [Int64: RepeatedClauses] = [:]
            var undated = 0
            let counted = try CountedClauses(database, options.filter, subject: periodColumn)
            let reader = try TrendRowReader(database, plan, appliesReviews: true)
            try store.forEachDocument(options.filter, in: database) { document in
                guard let year = document.year else {
                    undated += 1
                    return
                }
                let period = first(of: year)
                let own = try reader.repeats(in: document, counted: counted)
                if !own.blocks.isEmpty { repeats[document.version] = own }
                if let row = try reader.row(of: document, without: own) { rows[period, default: []].append(row) }
                dated[period, default: []].append(document)
                for (stance, count) in document.measures["passages-by-stance"] ?? [:] where stance != "other" {
                    stances[period, default: [:]][stance, default: 0] += count - (own.stances[stance] ?? 0)
                }
            }
            let chance = LevelChance(
                periods: rows.keys.sorted().map { (rows[$0] ?? []).map(\.counts) },
                minimums: plan.trends.map(plan.minimum), seed: options.seed)
            let series = plan.trends.indices.map {
                TrendSeries($0, of: plan, rows: rows, chance: chance, seed: options.seed)
            }
            return Trends(
                plan: plan, period: options.period, documents: dated.values.reduce(0) { $0 + $1.count },
                undated: undated,
                series: series,
                stances: stances.keys.sorted().map { Trends.Stances(year: $0, counts: stances[$0] ?? [:]) },
                change: try change(among: dated, series: series, repeats: repeats, in: database))
        }
    }

    private func first(of year: Int) -> Int { year - ((year % options.period) + options.period) % options.period }

    /// ``first(of:)`` of a document as an expression on the view `documents` under the name `d`.
    private var periodColumn: String { "d.year - (d.year % \(options.period) + \(options.period)) % \(options.period)" }

    /// First years of the periods to compare; `nil` where nobody says which and none can be compared.
    private func periods(
        among dated: [Int: [StoredDocument]], series: [TrendSeries]
    ) -> (from: Int, to: Int)? {
        if options.from == nil, options.to == nil, options.then == nil {
            return ComparablePeriods(dated, plan).farthest
        }
        let rates = series.first { $0.measure.scale == .rate }
        let known = rates?.points.filter { $0.value != nil }.map(\.year) ?? []
        let years = known.count > 1 ? known : dated.keys.sorted()
        guard let earliest = years.first, let latest = years.last else { return nil }
        return (options.from.map(first) ?? earliest, options.to.map(first) ?? latest)
    }

    private func change(
        among dated: [Int: [StoredDocument]], series: [TrendSeries], repeats: [Int64: RepeatedClauses],
        in database: Database
    ) throws -> Trends.Change? {
        guard let (from, to) = periods(among: dated, series: series) else { return nil }
        for (year, name) in [(from, "--from"), (to, "--to")] where dated[year] == nil {
            throw StoreError("\(name): no document of \(year) is among those that were asked for")
        }
        guard from != to, let old = dated[from], let new = dated[to] else { return nil }
        let judgements = try Judgements(of: old + new, plan: plan, repeats: repeats, then: options.then, in: database)
        let judged = (try old.compactMap(judgements.judged), try new.compactMap(judgements.judged))
        let measures = plan.trends.indices.map {
            TrendChange(
                $0, of: plan, from: (from, judged.0), to: (to, judged.1), judgement: judgements.difference)
        }
        let shown = plan.trends.firstIndex { $0.id == options.measure } ?? 0
        let counter = TermCounter(database)
        let samples = (try old.map(counter.samples), try new.map(counter.samples))
        let keys = TermCounter.titles.enumerated().map { index, title in
            Trends.KeyList(
                title: title,
                terms: Keyness(
                    old: samples.0.map { $0[index] }, new: samples.1.map { $0[index] }, seed: options.seed,
                    lists: TermCounter.titles.count
                ).terms())
        }
        return Trends.Change(
            from: from, to: to, documents: (old.count, new.count), oldJudgement: judgements.oldName,
            newJudgement: judgements.newName, backCast: judgements.backCast, measures: measures, keys: keys,
            shown: plan.trends[shown],
            passages: try PassageFinder(database, plan).passages(
                of: plan.trends[shown], in: measures[shown].movers, among: old + new))
    }
}
