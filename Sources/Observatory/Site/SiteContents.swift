internal import GRDB

/// What a site is made of, beside its documents.
struct SiteContents {
    /// A rule or credit with its best examples in the store.
    struct Rule {
        let id: String
        let name: String
        let summary: String
        let reason: String
        let remedy: String
        let norms: String
        let isCredit: Bool
        /// How often it was found; findings without those that reviewers dismissed.
        let count: Int
        /// How many of these are severe enough for figures; `nil` for credits.
        let counted: Int?
        let examples: [Example]
        /// Findings that reviewers dismissed, with the reason.
        let dismissals: [Example]
    }

    /// A passage with the words that count.
    struct Example {
        let path: String
        /// Position of the passage.
        let block: Int
        let text: String
        let passage: String
        let note: String
    }

    /// How often values and counterweights stand in one passage, every copied clause once.
    struct Balance {
        let values: [String]
        let counterweights: [String]
        let counts: [[Int]]
    }

    let rules: [Rule]
    let balance: Balance

    /// Reads them from a store, as far as a filter lets in their documents.
    init(_ database: Database, _ filter: DocumentFilter, _ plan: ScorecardPlan) throws {
        let (condition, arguments) = filter.condition
        let documents = "path IN (SELECT d.path FROM documents d WHERE \(condition))"
        // A second example of one document comes after the first ones of others.
        let examples = try database.makeStatement(
            sql: """
                SELECT path, block, text, passage, message FROM (
                  SELECT path, block, text, passage, message, score, position,
                    row_number() OVER (PARTITION BY path ORDER BY score DESC, position) > 1 AS is_next
                  FROM findings WHERE rule = ? AND NOT is_copy AND decision IS NOT 'dismissed' AND \(documents))
                ORDER BY is_next, score DESC, path, position LIMIT 5
                """)
        let credits = try database.makeStatement(
            sql: """
                SELECT path, block, text, passage, message FROM credits WHERE rule = ? AND NOT is_copy AND \(documents)
                ORDER BY path, position LIMIT 5
                """)
        let dismissals = try database.makeStatement(
            sql: """
                SELECT f.path, f.block, f.text, f.passage, x.reason FROM findings f JOIN decisions x
                  ON x.path = f.path AND x.fingerprint = f.fingerprint
                WHERE f.rule = ? AND x.decision = 'dismissed' AND f.\(documents) ORDER BY f.path, f.position LIMIT 20
                """)
        func read(_ statement: Statement, _ id: String) throws -> [Example] {
            try Row.fetchAll(statement, arguments: [id] + arguments).map {
                Example(path: $0[0], block: $0[1], text: $0[2], passage: $0[3], note: $0[4])
            }
        }
        var counts: [String: (all: Int, counted: Int?)] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT f.rule, count(*), sum(f.band IN (\(plan.findingBands))) FROM documents d
                JOIN finding f ON f.version_id = d.version_id
                LEFT JOIN decisions x ON x.path = d.path AND x.fingerprint = f.fingerprint
                WHERE \(condition) AND x.decision IS NOT 'dismissed' GROUP BY f.rule
                UNION ALL SELECT c.rule, count(*), NULL FROM documents d
                JOIN credit c ON c.version_id = d.version_id WHERE \(condition) GROUP BY c.rule
                """, arguments: arguments + arguments)
        {
            counts[row[0]] = (row[1], row[2])
        }
        rules = try Row.fetchAll(
            database, sql: "SELECT id, name, summary, reason, remedy, norms, is_credit FROM rule ORDER BY id"
        ).map { row in
            let (id, isCredit): (String, Bool) = (row[0], row[6])
            let count = counts[id] ?? (0, 0)
            return Rule(
                id: id, name: row[1], summary: row[2], reason: row[3], remedy: row[4], norms: row[5],
                isCredit: isCredit, count: count.all, counted: isCredit ? nil : count.counted,
                examples: try read(isCredit ? credits : examples, id),
                dismissals: isCredit ? [] : try read(dismissals, id))
        }
        balance = try Self.balance(in: database, filter)
    }

    private static func balance(in database: Database, _ filter: DocumentFilter) throws -> Balance {
        let counted = try CountedClauses(database, filter, subject: ScorecardGrouping.all.column)
        let (condition, arguments) = filter.condition
        var counts: [String: [String: Int]] = [:]
        var (values, weights): ([String: Int], [String: Int]) = ([:], [:])
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT DISTINCT cv.title, cw.title, v.version_id, v.block FROM documents d
                JOIN mention v ON v.version_id = d.version_id AND v.is_live
                JOIN concept cv ON cv.id = v.concept AND cv.family = 'value'
                JOIN mention w ON w.version_id = v.version_id AND w.block = v.block AND w.is_live
                JOIN concept cw ON cw.id = w.concept AND cw.family = 'counterweight'
                WHERE \(condition)
                """, arguments: arguments)
        while let row = try rows.next() {
            guard counted.contains(row[3], of: row[2]) else { continue }
            let (value, weight): (String, String) = (row[0], row[1])
            counts[value, default: [:]][weight, default: 0] += 1
            values[value, default: 0] += 1
            weights[weight, default: 0] += 1
        }
        func order(_ sums: [String: Int]) -> [String] {
            sums.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
        }
        let (rowNames, columnNames) = (order(values), order(weights))
        return Balance(
            values: rowNames, counterweights: columnNames,
            counts: rowNames.map { row in columnNames.map { counts[row]?[$0] ?? 0 } })
    }
}
