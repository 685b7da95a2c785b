internal import Reporting

/// How often the findings of each rule are right, as reviewers decided.
package struct RulePrecision: Sendable {
    /// Counts of one rule.
    package struct Counts: Sendable, Hashable {
        /// Findings that stand.
        package internal(set) var accepted = 0
        /// Findings that do not stand though the rule was right: their wording is wanted.
        package internal(set) var agreed = 0
        /// Findings that are wrong.
        package internal(set) var dismissed = 0
        /// Findings on which reviewers differ; they count as neither.
        package internal(set) var disputed = 0
        /// Passages that a reviewer added: what the rule missed, as far as anybody looked.
        package internal(set) var added = 0

        /// Findings that are right, whether they stand or not.
        package var right: Int { accepted + agreed }
        /// Findings on which reviewers do not differ.
        package var decided: Int { right + dismissed }
        /// Share of those decided that are right.
        package var precision: Estimate? { Estimate(right, of: decided) }
    }

    /// By rule.
    package let byRule: [String: Counts]
    /// All rules together.
    package let all: Counts

    /// Counts what holds.
    package init(_ state: ReviewState) {
        var byRule: [String: Counts] = [:]
        var all = Counts()
        func count(_ rule: String, _ part: WritableKeyPath<Counts, Int>) {
            byRule[rule, default: Counts()][keyPath: part] += 1
            all[keyPath: part] += 1
        }
        for entry in state.entries where !entry.opinions.isEmpty {
            switch (entry.settled, entry.isRight) {
            case (true?, _): count(entry.subject.rule, \.accepted)
            case (false?, true?): count(entry.subject.rule, \.agreed)
            case (false?, false?): count(entry.subject.rule, \.dismissed)
            case (nil, _), (_, nil): count(entry.subject.rule, \.disputed)
            }
        }
        for event in state.additions { count(event.rule, \.added) }
        self.byRule = byRule
        self.all = all
    }
}

extension RulePrecision {
    /// The counts as JSON.
    package var bytes: [UInt8] {
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.object("rules") { json in
                for (rule, counts) in byRule.sorted(by: { $0.key < $1.key }) { Self.write(rule, counts, to: &json) }
            }
            Self.write("all", all, to: &json)
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ name: String, _ counts: Counts, to json: inout JSONWriter) {
        json.object(name) { json in
            json.integer("accepted", counts.accepted)
            json.integer("agreed", counts.agreed)
            json.integer("dismissed", counts.dismissed)
            json.integer("disputed", counts.disputed)
            json.integer("added", counts.added)
            guard let precision = counts.precision else { return json.null("precision") }
            json.object("precision") { json in
                json.number("value", precision.value)
                json.number("low", precision.low)
                json.number("high", precision.high)
            }
        }
    }
}
