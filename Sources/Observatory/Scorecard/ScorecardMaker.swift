internal import GRDB

/// Makes scorecards of the subjects in a store.
package struct ScorecardMaker {
    private let store: Store
    private let filter: DocumentFilter
    private let plan: ScorecardPlan
    private let grouping: ScorecardGrouping
    private let quotations: Int
    private let seed: UInt64

    /// Scorecards of the documents that a filter lets in, one for each subject, with so many quotations of each figure.
    package init(
        _ store: Store, plan: ScorecardPlan, filter: DocumentFilter = DocumentFilter(), by grouping: ScorecardGrouping,
        quotations: Int = 3, seed: UInt64 = 1
    ) {
        self.store = store
        self.plan = plan
        self.filter = filter
        self.grouping = grouping
        self.quotations = quotations
        self.seed = seed
    }

    /// The scorecards, in order of their subjects.
    package func cards() throws(StoreError) -> [Scorecard] {
        try store.read { database in
            let counted = try CountedClauses(database, filter, subject: grouping.column)
            let empty = ScorecardTally(plan, counted: counted, quotations: quotations)
            var tallies: [String: ScorecardTally] = [:]
            let reader = try EvidenceReader(database, plan)
            try store.forEachDocument(filter, in: database) { document in
                let found = try reader.evidence(of: document)
                tallies[grouping.subject(of: document), default: empty].add(found, of: document)
            }
            let coverage = try self.coverage(in: database)
            var cards: [Scorecard] = []
            for subject in coverage.keys.sorted() {
                var tally = tallies[subject] ?? empty
                tally.finish()
                let bootstrap =
                    tally.rows.count >= Bootstrap.leastDocuments
                    ? Bootstrap(rows: tally.rows, of: tally.documents, seed: seed) : nil
                cards.append(
                    Scorecard(
                        subject: subject, coverage: coverage[subject] ?? Scorecard.Coverage(),
                        ownVoiceSentences: tally.ownVoice, repeatedClauses: tally.repeated,
                        entries: try plan.measures.indices.map { try entry($0, of: tally, bootstrap, in: database) }))
            }
            rank(&cards)
            return cards
        }
    }

    private func entry(
        _ index: Int, of tally: ScorecardTally, _ bootstrap: Bootstrap?, in database: Database
    ) throws -> Scorecard.Entry {
        let measure = plan.measures[index]
        let column = ScorecardTally.width * index
        let sums = (0..<ScorecardTally.width).map { offset in tally.rows.reduce(0) { $0 + $1[column + offset] } }
        let state = plan.state(of: measure, denominator: sums[1], sentences: tally.ownVoice, isCounted: tally.isCounted)
        let isAssessed = state == .assessed
        let value = isAssessed ? measure.value(sums[0], of: sums[1]) : nil
        let factor = measure.scale == .rate ? 1000.0 : 1
        let replicates = isAssessed ? bootstrap?.ratios(column, over: column + 1).map { $0 * factor } : nil
        let passage = try database.cachedStatement(
            sql: "SELECT text FROM block WHERE version_id = ? AND position = ?")
        let quotations = try tally.quotations[index].map { candidate in
            Scorecard.Quotation(
                path: candidate.path, block: candidate.evidence.block, text: candidate.evidence.text,
                passage: try String.fetchOne(passage, arguments: [candidate.version, candidate.evidence.block]) ?? "",
                isCounted: candidate.evidence.isCounted)
        }
        return Scorecard.Entry(
            measure: measure, state: state, numerator: sums[0], denominator: sums[1], value: value,
            interval: replicates.flatMap(Interval.init(middleOf:))?
                .widened(numerator: sums[0], denominator: sums[1], by: factor),
            band: value.map { plan.band($0, of: measure) },
            valueWithCopies: isAssessed ? measure.value(sums[2], of: sums[3]) : nil, rank: nil,
            quotations: quotations, quotationCount: tally.quotationCounts[index])
    }

    /// Gives places to the figures that have intervals.
    private func rank(_ cards: inout [Scorecard]) {
        for (index, measure) in plan.measures.enumerated() {
            let ranked = cards.indices.filter { cards[$0].entries[index].interval != nil }
            guard ranked.count > 1 else { continue }
            let ranks = RankRange.all(
                of: ranked.compactMap { cards[$0].entries[index].interval }, higherIsBetter: measure.higherIsBetter)
            for (card, rank) in zip(ranked, ranks) { cards[card].entries[index].rank = rank }
        }
    }

    private func coverage(in database: Database) throws -> [String: Scorecard.Coverage] {
        let (condition, arguments) = filter.condition(onlyJudged: false)
        var coverage: [String: Scorecard.Coverage] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(grouping.column), count(*), sum(d.is_judged),
                  sum(d.version_id IS NOT NULL AND NOT d.is_judged), sum(d.path IN (SELECT path FROM review)),
                  sum(\(VersionFacts.isUnknown))
                FROM documents d WHERE \(condition) GROUP BY 1
                """, arguments: arguments)
        while let row = try rows.next() {
            coverage[row[0]] = Scorecard.Coverage(
                found: row[1], judged: row[2], foreign: row[3], unknown: row[5], reviewed: row[4])
        }
        return coverage
    }
}
