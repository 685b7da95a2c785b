internal import Lexicons
internal import TextModel

/// Asks every rule about one subject.
struct RuleMatcher: Sendable {
    private let bySubject: [RuleSubject: [Rule]]

    init(_ rules: [Rule]) { bySubject = Dictionary(grouping: rules, by: \.subject) }

    /// The rules that fire on a subject, each with the weight of its first case that holds.
    func fired(
        on subject: RuleSubject, facts: Set<Fact>, concept: String? = nil, aims: [String] = []
    ) -> [(rule: Rule, weight: RuleCase.Weight)] {
        (bySubject[subject] ?? []).compactMap { rule in
            rule.cases.first { $0.holds(facts, concept: concept, aims: aims) }.map { (rule, $0.weight) }
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
