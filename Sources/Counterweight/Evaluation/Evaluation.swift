public import TextModel

/// How well predictions agree with gold passages.
///
/// A passage is *flagged* at a band when its band is at least that one.
public struct Evaluation: Sendable {
    /// A gold passage and what was predicted for it.
    public typealias Row = (gold: GoldPassage, prediction: Prediction)

    /// How flags at one band agree.
    public struct Flag: Sendable {
        /// The band.
        public let band: Band
        /// The agreement.
        public let accuracy: Accuracy
        /// 95% interval of its F1.
        public let interval: Interval
    }

    /// How phrases agree: two match when one holds the other or they share half of the words of the shorter.
    public struct Phrases: Sendable {
        /// Which phrases were found.
        public var accuracy = Accuracy()
        /// Matched phrases whose attribute is right too: the stance of a control, the grade of a value within one.
        public var rightAttributes = 0

        /// Share of the matched phrases with the right attribute; 0 when nothing matched.
        public var attributeShare: Double {
            accuracy.hits == 0 ? 0 : Double(rightAttributes) / Double(accuracy.hits)
        }
    }

    /// The passages in order.
    public let rows: [Row]
    /// Agreement of flags at low, moderate and high.
    public let flags: [Flag]
    /// Flags per thousand passages whose gold band is none, by band; empty when there are none.
    public let falseAlarmRates: [(band: Band, rate: Double)]
    /// Quadratic weighted kappa of the bands, with its 95% interval.
    public let kappa: (value: Double, interval: Interval)
    /// Share of passages with the very band.
    public let exact: Double
    /// Share of passages at most one band away.
    public let withinOne: Double
    /// Share of acceptable bands among passages that list them.
    public let acceptable: Double?
    /// Share of right stances among passages whose gold stance is neither other nor technical, and their number.
    public let relevantStance: (share: Double, count: Int)?
    /// Share of right stances.
    public let stance: Double
    /// Agreement over all rules.
    public let rules: Accuracy
    /// Agreement by rule, in order of the ids.
    public let byRule: [(rule: String, accuracy: Accuracy)]
    /// Controls.
    public let controls: Phrases
    /// Protective values.
    public let values: Phrases

    /// Compares. Deterministic; linear in the rows.
    public init(_ rows: [Row]) {
        self.rows = rows
        var bootstrap = Bootstrap(resamples: 400)
        flags = [Band.low, .moderate, .high].map { band in
            Flag(
                band: band, accuracy: Self.flag(rows, at: band),
                interval: bootstrap.interval(of: rows) { Self.flag($0, at: band).f1 })
        }
        let innocent = rows.filter { $0.gold.band == .none }
        falseAlarmRates =
            innocent.isEmpty
            ? []
            : [Band.low, .moderate].map { band in
                (band, 1000 * Self.share(of: innocent) { $0.prediction.band >= band })
            }
        kappa = (Self.kappa(rows), bootstrap.interval(of: rows, Self.kappa))
        exact = Self.share(of: rows) { $0.gold.band == $0.prediction.band }
        withinOne = Self.share(of: rows) { abs($0.gold.band.rawValue - $0.prediction.band.rawValue) <= 1 }
        let listed = rows.filter { $0.gold.acceptableBands != nil }
        acceptable =
            listed.isEmpty
            ? nil
            : Self.share(of: listed) { $0.gold.acceptableBands?.contains($0.prediction.band) == true }
        let relevant = rows.filter { $0.gold.stance != .other && $0.gold.stance != .technical }
        relevantStance =
            relevant.isEmpty
            ? nil : (Self.share(of: relevant) { $0.gold.stance == $0.prediction.stance }, relevant.count)
        stance = Self.share(of: rows) { $0.gold.stance == $0.prediction.stance }
        byRule = Self.byRule(rows)
        rules = byRule.reduce(into: Accuracy()) { sum, entry in
            sum.hits += entry.accuracy.hits
            sum.falseAlarms += entry.accuracy.falseAlarms
            sum.misses += entry.accuracy.misses
        }
        controls = PhraseMatcher.compare(
            rows.map { ($0.gold.controls, $0.prediction.controls) }, phrase: \.phrase
        ) { $0.stance == $1.stance }
        values = PhraseMatcher.compare(
            rows.map { ($0.gold.values, $0.prediction.values) }, phrase: \.phrase
        ) { abs($0.grade - $1.grade) <= 1 }
    }

    /// Rows whose flag at a band is wrong, in order.
    public func errors(at band: Band) -> [Row] {
        rows.filter { ($0.gold.band >= band) != ($0.prediction.band >= band) }
    }

    private static func share(of rows: [Row], _ isMet: (Row) -> Bool) -> Double {
        rows.isEmpty ? 0 : Double(rows.count(where: isMet)) / Double(rows.count)
    }

    private static func flag(_ rows: [Row], at band: Band) -> Accuracy {
        rows.reduce(into: Accuracy()) {
            $0.count(isRight: $1.gold.band >= band, isPredicted: $1.prediction.band >= band)
        }
    }

    private static func byRule(_ rows: [Row]) -> [(rule: String, accuracy: Accuracy)] {
        var counts: [String: Accuracy] = [:]
        for row in rows {
            for rule in row.gold.rules.union(row.prediction.rules) {
                counts[rule, default: Accuracy()].count(
                    isRight: row.gold.rules.contains(rule), isPredicted: row.prediction.rules.contains(rule))
            }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Agreement beyond chance, where a disagreement weighs as the square of its distance.
    private static func kappa(_ rows: [Row]) -> Double {
        let size = Band.allCases.count
        var gold = [Double](repeating: 0, count: size)
        var predicted = gold
        var observed = 0.0
        for row in rows {
            let (a, b) = (row.gold.band.rawValue, row.prediction.band.rawValue)
            gold[a] += 1
            predicted[b] += 1
            observed += Double((a - b) * (a - b))
        }
        var expected = 0.0
        for a in 0..<size {
            for b in 0..<size {
                expected += Double((a - b) * (a - b)) * gold[a] * predicted[b] / Double(rows.count)
            }
        }
        return expected == 0 ? 1 : 1 - observed / expected
    }
}
