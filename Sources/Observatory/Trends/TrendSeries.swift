/// A figure over time.
package struct TrendSeries: Sendable {
    /// One year or period.
    package struct Point: Sendable, Hashable {
        /// First year.
        package let year: Int
        /// Documents.
        package let documents: Int
        /// First number.
        package let numerator: Double
        /// Second number.
        package let denominator: Double
        /// The figure; `nil` where there is too little to say.
        package let value: Double?
        /// Where it lies with 95%, over documents; `nil` with fewer than five documents.
        package let interval: Interval?
    }

    /// A stretch of one level.
    package struct Level: Sendable, Hashable {
        /// First year of its first point.
        package let from: Int
        /// First year of its last point.
        package let to: Int
        /// The figure of all that its points count together.
        package let value: Double
    }

    /// What is counted.
    package let measure: ScorecardMeasure
    /// Points in order of years; a year without documents has none.
    package let points: [Point]
    /// Stretches between change points, in order; one where nothing changed for sure.
    package let levels: [Level]
    /// Probability that chance gives some series of the set so sure a change of level; `nil` where there are too few points.
    package let levelProbability: Double?

    /// Whether there are points enough to look for levels.
    package var isTested: Bool { levelProbability != nil }

    /// Years at which a new level begins.
    package var changePoints: [Int] { levels.dropFirst().map(\.from) }

    /// The series of a measure over documents by period.
    init(_ index: Int, of plan: ScorecardPlan, rows: [Int: [TrendRow]], chance: LevelChance, seed: UInt64) {
        let measure = plan.trends[index]
        let factor = measure.scale == .rate ? 1000.0 : 1
        self.measure = measure
        points = rows.keys.sorted().map { year in
            let own = rows[year] ?? []
            let numerator = own.reduce(0) { $0 + $1.numerator(index) }
            let denominator = own.reduce(0) { $0 + $1.denominator(index) }
            let sentences = own.reduce(0) { $0 + $1.sentences }
            var value: Double?
            var interval: Interval?
            if plan.isEnough(denominator, of: measure, sentences: sentences) {
                value = measure.value(numerator, of: denominator)
                if own.count >= Bootstrap.leastDocuments {
                    let pairs = own.map { [$0.numerator(index), $0.denominator(index)] }
                    let draws = Bootstrap(rows: pairs, of: own.map(\.path), seed: seed)
                    interval = Interval(middleOf: draws.ratios(0, over: 1).map { $0 * factor })?
                        .widened(numerator: numerator, denominator: denominator, by: factor)
                }
            }
            return Point(
                year: year, documents: own.count, numerator: numerator, denominator: denominator, value: value,
                interval: interval)
        }
        let known = points.filter { $0.value != nil }
        let weighted = known.map { ChangePoints.Point(value: $0.numerator / $0.denominator, weight: $0.denominator) }
        let cuts = ChangePoints.find(in: weighted, limit: chance.limits[index])
        // What rises and falls again needs two cuts, each worth more than the best one alone.
        let gain = max(ChangePoints.gain(in: weighted), ChangePoints.gain(in: weighted, cutAt: cuts))
        levelProbability = known.count < ChangePoints.minimumCount ? nil : chance.probability(of: gain, in: index)
        let starts = [0] + cuts
        levels = zip(starts, starts.dropFirst() + [known.count]).filter { $0 < $1 }.map { start, end in
            let own = known[start..<end]
            return Level(
                from: known[start].year, to: known[end - 1].year,
                value: factor * own.reduce(0) { $0 + $1.numerator } / own.reduce(0) { $0 + $1.denominator })
        }
    }
}
