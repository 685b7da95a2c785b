internal import Lexicons
internal import TextModel

/// Asks every rule about one subject.
struct RuleMatcher: Sendable {
    private let bySubject: [RuleSubject: [(rule: Rule, cases: [RuleCase])]]

    init(_ rules: [Rule]) {
        bySubject = Dictionary(uniqueKeysWithValues: RuleSubject.allCases.map { subject in
            (subject, rules.compactMap { rule in
                let cases = rule.cases.filter { $0.subject == subject }
                return cases.isEmpty ? nil : (rule, cases)
            })
        })
    }

    /// The rules that fire on a subject, each with the weight of its first case that holds.
    func fired(
        on subject: RuleSubject, facts: Set<Fact>, concept: String? = nil, aims: [String] = []
    ) -> [(rule: Rule, weight: RuleCase.Weight)] {
        (bySubject[subject] ?? []).compactMap { rule, cases in
            cases.first { $0.holds(facts, concept: concept, aims: aims) }.map { (rule, $0.weight) }
        }
    }
}

extension RuleCase {
    fileprivate func holds(_ facts: Set<Fact>, concept: String?, aims: [String]) -> Bool {
        all.allSatisfy(facts.contains) && (any.isEmpty || any.contains(where: facts.contains)) && !none.contains(where: facts.contains)
            && (concepts.isEmpty || concept.map(concepts.contains) == true)
            && (self.aims.isEmpty || self.aims.contains(where: aims.contains))
    }
}
