internal import Yams

/// Reads the `rewordings` of a rule.
enum RewordingReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> Rewording? {
        guard var mapping = yaml.mapping(node, what: "a rewording") else { return nil }
        var steps: [Rewording.Step] = []
        let applicability = yaml.applicability(in: &mapping)
        let having = yaml.strings("has", in: &mapping)
        let lacking = yaml.strings("lacks", in: &mapping)
        let isForValuesAlone = yaml.flag("without-control", in: &mapping, default: false)
        // Additions are placed in the passage as it was, before words are replaced.
        if let clause = yaml.optional("clause", in: &mapping).flatMap({
            yaml.template($0, what: "clause", slots: MessageSlots.ofRewordings)
        }) {
            steps.append(.clause(clause))
        }
        if let sentence = yaml.optional("append", in: &mapping).flatMap({
            yaml.template($0, what: "append", slots: MessageSlots.ofRewordings)
        }) {
            steps.append(.append(sentence))
        }
        if let list = yaml.optional("swap", in: &mapping) {
            steps.append(.swap(yaml.nodes(list, what: "swap").compactMap { swap($0, with: &yaml) }))
        }
        if yaml.optional("replace", in: &mapping) != nil {
            let slot: Rewording.Slot? = yaml.choice("replace", in: &mapping, default: nil)
            let text = yaml.required("with", in: &mapping).flatMap {
                yaml.template($0, what: "with", slots: MessageSlots.ofRewordings)
            }
            let place = Rewording.Place(
                keeping: yaml.strings("keep", in: &mapping), after: yaml.strings("after", in: &mapping),
                before: yaml.strings("before", in: &mapping))
            if let slot, let text { steps.append(.replace(slot, with: text, place)) }
        }
        yaml.finish(mapping)
        guard !steps.isEmpty else {
            yaml.report("a rewording changes something: give append, clause, replace or swap", at: node)
            return nil
        }
        return Rewording(
            applicability: applicability, having: having, lacking: lacking, isForValuesAlone: isForValuesAlone,
            steps: steps)
    }

    private static func swap(_ node: Node, with yaml: inout StrictYAML) -> Rewording.Swap? {
        guard var mapping = yaml.mapping(node, what: "a swap") else { return nil }
        let from = yaml.string("from", in: &mapping)
        let to = yaml.string("to", in: &mapping)
        yaml.finish(mapping)
        guard let from, let to else { return nil }
        return Rewording.Swap(from: from, to: to)
    }
}
