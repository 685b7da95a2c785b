internal import TextModel
internal import Yams

/// Reads `document.yaml`.
enum DocumentStandardReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> DocumentStandard? {
        guard var mapping = yaml.mapping(node, what: "a file of expectations") else { return nil }
        var standard = DocumentStandard()
        standard.companionsOf = yaml.ids("companions-of", of: .concept, in: &mapping)
        standard.determiners = yaml.strings("determiners", in: &mapping)
        standard.articles = yaml.strings("articles", in: &mapping)
        standard.joiners = yaml.strings("joiners", in: &mapping)
        if let node = yaml.optional("mark", in: &mapping) { standard.mark = mark(node, with: &yaml) }
        if let list = yaml.optional("expectations", in: &mapping) {
            standard.expectations = yaml.nodes(list, what: "expectations").compactMap { expectation($0, with: &yaml) }
        }
        yaml.finish(mapping)
        return standard
    }

    private static func mark(_ node: Node, with yaml: inout StrictYAML) -> DocumentStandard.MarkStandard? {
        guard var mapping = yaml.mapping(node, what: "mark") else { return nil }
        let name = yaml.string("name", in: &mapping)
        let sentences = yaml.number("sentences", in: &mapping, from: 0, to: 255)
        let highest = yaml.string("highest", in: &mapping)
        let closed = yaml.ids("closed", of: .rule, in: &mapping, isRequired: true)
        let exceptional = yaml.ids("exceptional", of: .concept, in: &mapping, isRequired: true)
        let challenge = yaml.ids("challenge", of: .concept, in: &mapping, isRequired: true)
        yaml.finish(mapping)
        guard let name, let sentences, let highest else { return nil }
        guard Band(name: highest) != nil else {
            yaml.report("\"highest\" must be one of: \(Band.allCases.map(\.name).joined(separator: ", "))", at: node)
            return nil
        }
        return DocumentStandard.MarkStandard(
            name: name, sentences: Int(sentences), highest: highest, closed: closed, exceptional: exceptional,
            challenge: challenge)
    }

    private static func expectation(_ node: Node, with yaml: inout StrictYAML) -> DocumentStandard.Expectation? {
        guard var mapping = yaml.mapping(node, what: "an expectation") else { return nil }
        let id = yaml.string("id", in: &mapping)
        let values = yaml.ids("values", of: .concept, in: &mapping, isRequired: true)
        let called = yaml.string("called", in: &mapping)
        let minimum = yaml.number("minimum", in: &mapping, from: 1, to: 255)
        let counterweights = yaml.ids("counterweights", of: .concept, in: &mapping, isRequired: true)
        let balancedBy = yaml.string("balanced-by", in: &mapping)
        let wording = yaml.string("wording", in: &mapping)
        yaml.finish(mapping)
        guard let id, let called, let minimum, let balancedBy, let wording else { return nil }
        return DocumentStandard.Expectation(
            id: id, values: values, called: called, minimum: Int(minimum), counterweights: counterweights,
            balancedBy: balancedBy, wording: wording)
    }
}
