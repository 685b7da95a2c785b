/// How well each rule did on judged passages, and when, as kept beside the lexicon in `measured.json`.
///
/// The file is no part of the lexicon's hash: measuring changes no judgement.
public struct Measurement: Sendable, Hashable {
    /// Why the file cannot be used.
    public struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What is wrong, one sentence.
        public let description: String
    }

    /// SHA-256 of the lexicon that was measured.
    public let lexiconHash: String
    /// Its version.
    public let lexiconVersion: String
    /// Day of the measurement: "2026-11-28".
    public let date: String
    /// Names of the files of judged passages.
    public let gold: [String]
    /// Number of judged passages.
    public let passages: Int
    /// Hits, false alarms and misses by rule or credit.
    public let byRule: [String: Accuracy]

    /// Takes figures together.
    public init(_ figures: Evaluation, lexiconHash: String, lexiconVersion: String, date: String, gold: [String]) {
        self.lexiconHash = lexiconHash
        self.lexiconVersion = lexiconVersion
        self.date = date
        self.gold = gold
        passages = figures.rows.count
        var counts = Dictionary(uniqueKeysWithValues: figures.byRule.map { ($0.rule, $0.accuracy) })
        for row in figures.rows {
            for credit in row.gold.credits.union(row.prediction.credits) {
                counts[credit, default: Accuracy()].count(
                    isRight: row.gold.credits.contains(credit), isPredicted: row.prediction.credits.contains(credit))
            }
        }
        byRule = counts
    }

    /// Reads the file's bytes.
    /// - Throws: ``Malformed`` when they are no measurement.
    public init(bytes: [UInt8]) throws(Malformed) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.value(of: bytes)
        } catch {
            throw Malformed(description: "is not valid JSON: \(error.message) at byte \(error.offset)")
        }
        guard let hash = value["lexicon"]?["sha256"]?.text, let version = value["lexicon"]?["version"]?.text,
            let date = value["date"]?.text, let passages = value["passages"]?.integer,
            case .object(let rules)? = value["rules"]
        else { throw Malformed(description: "lacks lexicon, date, passages or rules; measure again") }
        lexiconHash = hash
        lexiconVersion = version
        self.date = date
        self.passages = passages
        gold = value["gold"]?.elements?.compactMap(\.text) ?? []
        byRule = rules.mapValues { counts in
            var accuracy = Accuracy()
            accuracy.hits = counts["true_positives"]?.integer ?? 0
            accuracy.falseAlarms = counts["false_positives"]?.integer ?? 0
            accuracy.misses = counts["false_negatives"]?.integer ?? 0
            return accuracy
        }
    }
}

extension Interval {
    /// The 95% score interval of Wilson for a share of `part` in `whole`; 0 to 1 where there is nothing.
    ///
    /// It stays inside 0 and 1 and is honest for few passages, where "3 of 3" must not look like certainty.
    public init(of part: Int, in whole: Int) {
        guard whole > 0 else {
            self.init(low: 0, high: 1)
            return
        }
        let n = Double(whole)
        let share = Double(part) / n
        let z = 1.959964
        let centre = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        self.init(
            low: part == 0 ? 0 : max(0, (centre - reach) / scale),
            high: part == whole ? 1 : min(1, (centre + reach) / scale))
    }
}
