internal import Lexicons
internal import TextModel

/// Asks every rule about one subject.
struct RuleMatcher: Sendable {
    /// A case of a rule with its facts as sets.
    private struct Question: Sendable {
        let weight: RuleCase.Weight
        let all: FactSet
        let any: FactSet
        let none: FactSet
        let concepts: [String]
        let aims: [String]

        init(_ ruleCase: RuleCase) {
            weight = ruleCase.weight
            all = FactSet(ruleCase.all)
            any = FactSet(ruleCase.any)
            none = FactSet(ruleCase.none)
            concepts = ruleCase.concepts
            aims = ruleCase.aims
        }

        func holds(_ facts: FactSet, concept: String?, aims own: [String]) -> Bool {
            facts.isSuperset(of: all) && (any.isEmpty || !facts.isDisjoint(with: any)) && facts.isDisjoint(with: none)
                && (concepts.isEmpty || concept.map(concepts.contains) == true)
                && (aims.isEmpty || aims.contains(where: own.contains))
        }
    }

    private let bySubject: [RuleSubject: [(rule: Rule, questions: [Question])]]

    init(_ rules: [Rule]) {
        bySubject = Dictionary(uniqueKeysWithValues: RuleSubject.allCases.map { subject in
            (subject, rules.compactMap { rule in
                let questions = rule.cases.filter { $0.subject == subject }.map(Question.init)
                return questions.isEmpty ? nil : (rule, questions)
            })
        })
    }

    /// The rules that fire on a subject, each with the weight of its first case that holds.
    func fired(
        on subject: RuleSubject, facts: FactSet, concept: String? = nil, aims: [String] = []
    ) -> [(rule: Rule, weight: RuleCase.Weight)] {
        (bySubject[subject] ?? []).compactMap { rule, questions in
            questions.first { $0.holds(facts, concept: concept, aims: aims) }.map { (rule, $0.weight) }
        }
    }
}
