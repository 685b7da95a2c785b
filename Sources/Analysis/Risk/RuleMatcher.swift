internal import Lexicons
internal import TextModel

/// Asks every rule about one subject.
struct RuleMatcher: Sendable {
    private let bySubject: [(subject: RuleSubject, rules: [AskedRule])]

    init(_ rules: [Rule]) {
        bySubject = RuleSubject.allCases.map { subject in
            (subject, rules.compactMap { AskedRule($0, about: subject) })
        }
    }

    /// The rules that fire on a subject, each with the weight of its first case that holds.
    func fired(
        on subject: RuleSubject, facts: FactSet, concept: String? = nil, aims: [String] = []
    ) -> [(rule: AskedRule, weight: RuleCase.Weight)] {
        var fired: [(rule: AskedRule, weight: RuleCase.Weight)] = []
        for (own, rules) in bySubject where own == subject {
            for rule in rules {
                guard let weight = rule.weight(facts, concept: concept, aims: aims) else { continue }
                fired.append((rule, weight))
            }
        }
        return fired
    }
}

/// A rule with its cases about one subject.
///
/// A class, because it is asked about every mention and handed on when it fires, and a rule is large.
final class AskedRule: Sendable {
    /// The rule.
    let rule: Rule
    /// The facts that its cases want, in their order: a finding shows where one of them was seen.
    let facts: [Fact]
    private let questions: [Question]

    /// `nil` for a rule that has no case about the subject.
    init?(_ rule: Rule, about subject: RuleSubject) {
        questions = rule.cases.filter { $0.subject == subject }.map(Question.init)
        guard !questions.isEmpty else { return nil }
        self.rule = rule
        facts = rule.cases.flatMap { $0.all + $0.any }
    }

    /// The weight of the first case that holds; `nil` when none does.
    func weight(_ facts: FactSet, concept: String?, aims: [String]) -> RuleCase.Weight? {
        for place in questions.indices where questions[place].holds(facts, concept: concept, aims: aims) {
            return questions[place].weight
        }
        return nil
    }
}

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
