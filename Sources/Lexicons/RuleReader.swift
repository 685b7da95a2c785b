internal import TextModel
internal import Yams

/// Reads one rule file.
enum RuleReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> Rule? {
        guard var mapping = yaml.mapping(node, what: "a rule") else { return nil }
        let id = yaml.string("id", in: &mapping)
        let name = yaml.string("name", in: &mapping)
        let title = yaml.string("title", in: &mapping)
        let summary = yaml.string("summary", in: &mapping)
        let message = yaml.required("message", in: &mapping).flatMap {
            yaml.template($0, what: "message", slots: MessageSlots.ofMessages)
        }
        let reason = yaml.string("reason", in: &mapping)
        let remedy = yaml.string("remedy", in: &mapping)
        let norms = yaml.strings("norms", in: &mapping, isRequired: true)
        let cases = yaml.required("fires", in: &mapping).map { yaml.nodes($0, what: "fires") } ?? []
        let readCases = cases.compactMap { ruleCase($0, with: &yaml) }
        let advice = yaml.optional("advice", in: &mapping).map { yaml.nodes($0, what: "advice") } ?? []
        let readAdvice = advice.compactMap { yaml.advice($0) }
        let rewordings = yaml.optional("rewordings", in: &mapping).map { yaml.nodes($0, what: "rewordings") } ?? []
        let readRewordings = rewordings.compactMap { RewordingReader.read($0, with: &yaml) }
        let isCredit = yaml.flag("credit", in: &mapping, default: false)
        var find: [String] = []
        var pass: [String] = []
        if let examples = yaml.required("examples", in: &mapping), var inner = yaml.mapping(examples, what: "examples")
        {
            find = yaml.strings("find", in: &inner, isRequired: true)
            pass = yaml.strings("pass", in: &inner, isRequired: true)
            yaml.finish(inner)
        }
        yaml.finish(mapping)
        guard let id, let name, let title, let summary, let message, let reason, let remedy else { return nil }
        let description = RuleDescription(
            id: id, name: name, summary: summary, reason: reason, remedy: remedy, norms: norms, isCredit: isCredit)
        return Rule(
            description: description, title: title, message: message, cases: readCases, find: find, pass: pass,
            advice: readAdvice, rewordings: readRewordings)
    }

    private static func ruleCase(_ node: Node, with yaml: inout StrictYAML) -> RuleCase? {
        guard var mapping = yaml.mapping(node, what: "a case of fires") else { return nil }
        let subject: RuleSubject? = yaml.choice("on", in: &mapping, default: nil)
        guard let name = yaml.string("band", in: &mapping) else { return nil }
        let weight = name == "score" ? RuleCase.Weight.score : Band(name: name).map(RuleCase.Weight.fixed)
        let all = facts("all", in: &mapping, with: &yaml)
        let any = facts("any", in: &mapping, with: &yaml)
        let none = facts("none", in: &mapping, with: &yaml)
        let concepts = yaml.ids("concepts", of: .concept, in: &mapping)
        let aims = yaml.ids("aims", of: .concept, in: &mapping)
        yaml.finish(mapping)
        guard let subject else { return nil }
        guard let weight else {
            yaml.report(
                "\"band\" must be score or one of: \(Band.allCases.map(\.name).joined(separator: ", "))", at: node)
            return nil
        }
        return RuleCase(
            subject: subject, weight: weight, all: all, any: any, none: none, concepts: concepts, aims: aims)
    }

    private static func facts(_ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML)
        -> [Fact]
    {
        guard let list = yaml.optional(key, in: &mapping) else { return [] }
        return yaml.nodes(list, what: key).compactMap { node in
            if let fact = node.string.flatMap(Fact.init(name:)) {
                if let id = fact.safeguard {
                    let message = "fact \"\(fact.name)\" never holds: it is told by safeguard \(id), which is not there"
                    yaml.name(id, .concept, at: node, message: message)
                }
                return fact
            }
            yaml.report(
                "unknown fact \"\(node.string ?? "")\"; known: \(Fact.allCases.map(\.name).joined(separator: ", "))",
                at: node)
            return nil
        }
    }
}

/// Reads `pack.yaml`: the name, version and licence of the lexicon.
enum PackReader {
    static func version(_ node: Node, with yaml: inout StrictYAML) -> String? {
        guard var mapping = yaml.mapping(node, what: "a pack") else { return nil }
        _ = yaml.string("name", in: &mapping)
        _ = yaml.string("licence", in: &mapping)
        let version = yaml.string("version", in: &mapping)
        yaml.finish(mapping)
        return version
    }
}
