internal import FlyingFox
internal import GRDB
internal import Reporting
internal import Review

/// The rules of the store with how reviewers found them, and one of them.
struct RulePages {
    let library: Library
    let frame: PageFrame

    private struct Rule: Sendable {
        let id: String
        let name: String
        let summary: String
        let reason: String
        let remedy: String
    }

    func list() async throws -> HTTPResponse {
        let (rules, precision) = try await library.read { [desk = library.desk] database in
            (try Self.rules(in: database), RulePrecision(ReviewState(try desk.events(in: database))))
        }
        return frame.page("Rules") { html in
            html.table(["Rule", "Meaning", "Precision in review"]) { html in
                for rule in rules {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { html in
                            html.link("/rule?id=\(FormFields.encoded(rule.id))", "\(rule.id) \(rule.name)")
                        }
                        html.element("td", text: rule.summary)
                        html.element("td", text: Self.text(precision.byRule[rule.id]))
                    }
                }
            }
        }
    }

    func rule(_ id: String) async throws -> HTTPResponse {
        let (rule, precision) = try await library.read { [desk = library.desk] database in
            (
                try Self.rules(in: database).first { $0.id == id },
                RulePrecision(ReviewState(try desk.events(in: database))).byRule[id]
            )
        }
        guard let rule else { throw Refusal(.notFound, "there is no such rule in the store") }
        return frame.page("\(rule.id) \(rule.name)") { html in
            for text in [rule.summary, rule.reason, rule.remedy, "In review: " + Self.text(precision)] {
                html.element("p", text: text)
            }
            html.element("p") { $0.link(WikiPage.place(of: "rule/\(rule.id)"), "Page and discussion of the rule") }
        }
    }

    private static func rules(in database: Database) throws -> [Rule] {
        try Row.fetchAll(database, sql: "SELECT * FROM rule WHERE NOT is_credit ORDER BY id").map {
            Rule(id: $0["id"], name: $0["name"], summary: $0["summary"], reason: $0["reason"], remedy: $0["remedy"])
        }
    }

    private static func text(_ counts: RulePrecision.Counts?) -> String {
        guard let counts, let precision = counts.precision else { return "nothing decided" }
        func decimals(_ number: Double) -> String {
            let hundredths = Int((number * 100).rounded())
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
        return "\(decimals(precision.value)) (\(decimals(precision.low)) to \(decimals(precision.high))), "
            + "\(counts.accepted) accepted, \(counts.agreed) right but wanted, \(counts.dismissed) dismissed, "
            + "\(counts.disputed) disputed"
    }
}
