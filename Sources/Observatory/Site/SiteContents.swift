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
        let count: Int
        let examples: [Example]
        /// Findings that reviewers dismissed, with the reason.
        let dismissals: [Example]
    }

    /// A passage with the words that count.
    struct Example {
        let path: String
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

    /// Reads them from a store; the balance is that of the documents that a filter lets in.
    init(_ database: Database, _ filter: DocumentFilter) throws {
        let examples = try database.makeStatement(
            sql: """
                SELECT path, text, passage, message FROM findings WHERE rule = ?1 AND NOT is_copy
                  AND decision IS NOT 'dismissed' ORDER BY score DESC, path, position LIMIT 5
                """)
        let credits = try database.makeStatement(
            sql:
                "SELECT path, text, passage, message FROM credits WHERE rule = ?1 AND NOT is_copy ORDER BY path, position LIMIT 5"
        )
        let dismissals = try database.makeStatement(
            sql: """
                SELECT f.path, f.text, f.passage, x.reason FROM findings f JOIN decisions x
                  ON x.path = f.path AND x.fingerprint = f.fingerprint
                WHERE f.rule = ?1 AND x.decision = 'dismissed' ORDER BY f.path, f.position LIMIT 20
                """)
        func read(_ statement: Statement, _ id: String) throws -> [Example] {
            try Row.fetchAll(statement, arguments: [id]).map {
                Example(path: $0[0], text: $0[1], passage: $0[2], note: $0[3])
            }
        }
        rules = try Row.fetchAll(
            database,
            sql: """
                SELECT r.id, r.name, r.summary, r.reason, r.remedy, r.norms, r.is_credit,
                  (SELECT count(*) FROM documents d JOIN finding f ON f.version_id = d.version_id WHERE f.rule = r.id)
                    + (SELECT count(*) FROM documents d JOIN credit c ON c.version_id = d.version_id WHERE c.rule = r.id)
                FROM rule r ORDER BY r.id
                """
        ).map { row in
            let (id, isCredit): (String, Bool) = (row[0], row[6])
            return Rule(
                id: id, name: row[1], summary: row[2], reason: row[3], remedy: row[4], norms: row[5],
                isCredit: isCredit, count: row[7], examples: try read(isCredit ? credits : examples, id),
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
