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
        let message = yaml.string("message", in: &mapping)
        let reason = yaml.string("reason", in: &mapping)
        let remedy = yaml.string("remedy", in: &mapping)
        let norms = yaml.strings("norms", in: &mapping, isRequired: true)
        let isCredit = yaml.flag("credit", in: &mapping, default: false)
        var find: [String] = []
        var pass: [String] = []
        if let examples = yaml.required("examples", in: &mapping), var inner = yaml.mapping(examples, what: "examples") {
            find = yaml.strings("find", in: &inner, isRequired: true)
            pass = yaml.strings("pass", in: &inner, isRequired: true)
            yaml.finish(inner)
        }
        yaml.finish(mapping)
        guard let id, let name, let title, let summary, let message, let reason, let remedy else { return nil }
        let description = RuleDescription(
            id: id, name: name, summary: summary, reason: reason, remedy: remedy, norms: norms, isCredit: isCredit)
        return Rule(description: description, title: title, message: message, find: find, pass: pass)
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
