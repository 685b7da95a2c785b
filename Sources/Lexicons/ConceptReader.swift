internal import TextModel
internal import Yams

/// Reads one concept of a lexicon file.
enum ConceptReader {
    /// The `family` key of a file.
    enum FileFamily: String, CaseIterable { case value, counterweight, control, safeguard, device, noun, genre }

    /// A pattern before it is compiled.
    struct DraftEntry {
        var node: Node
        var pattern: String
        var isInnocent = false
        var act = ControlAct.measure
        var strength = EntryStrength.plain
        var scope = CueScope.right
        var intrusiveness: Int?
    }

    static func read(
        _ node: Node, family: FileFamily, with yaml: inout StrictYAML
    ) -> (concept: Concept, entries: [DraftEntry], examples: ConceptExamples)? {
        guard var mapping = yaml.mapping(node, what: "a concept") else { return nil }
        let id = yaml.string("id", in: &mapping)
        let name = yaml.string("name", in: &mapping)
        let title = yaml.string("title", in: &mapping)
        let kind = kind(family, in: &mapping, with: &yaml)
        let norms = family == .control ? yaml.strings("norms", in: &mapping) : []
        let needs = family == .control ? yaml.ids("needs", of: .concept, in: &mapping) : []
        let scope: CueScope = family == .device ? yaml.choice("scope", in: &mapping, default: .right) ?? .right : .right
        var entries: [DraftEntry] = []
        if let list = yaml.required("entries", in: &mapping) {
            for entry in yaml.nodes(list, what: "entries") {
                if let draft = draft(entry, family: family, scope: scope, with: &yaml) { entries.append(draft) }
            }
        }
        if let list = yaml.optional("innocent", in: &mapping) {
            for entry in yaml.nodes(list, what: "innocent") {
                guard let pattern = yaml.string(entry, what: "innocent") else { continue }
                entries.append(DraftEntry(node: entry, pattern: pattern, isInnocent: true, scope: scope))
            }
        }
        var find: [String] = []
        var pass: [String] = []
        if let examples = yaml.required("examples", in: &mapping), var inner = yaml.mapping(examples, what: "examples")
        {
            find = yaml.strings("find", in: &inner, isRequired: true)
            pass = yaml.strings("pass", in: &inner, isRequired: true)
            yaml.finish(inner)
        }
        _ = yaml.optional("note", in: &mapping)
        yaml.finish(mapping)
        guard let id, let name, let title, let kind else { return nil }
        return (
            Concept(id: id, name: name, title: title, kind: kind, norms: norms, needs: needs), entries,
            ConceptExamples(concept: id, find: find, pass: pass)
        )
    }

    private static func kind(
        _ family: FileFamily, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> ConceptKind? {
        switch family {
        case .value:
            let legitimacy: Legitimacy? = yaml.choice("legitimacy", in: &mapping, default: nil)
            return legitimacy.map(ConceptKind.value)
        case .counterweight:
            return .counterweight(isGeneric: yaml.flag("generic", in: &mapping, default: false))
        case .control:
            let intrusiveness = yaml.number("intrusiveness", in: &mapping, from: 1, to: 5)
            let touches = coreValues(in: &mapping, with: &yaml)
            return intrusiveness.map { .control(intrusiveness: Int($0), touches: touches) }
        case .safeguard:
            let tier = yaml.number("tier", in: &mapping, from: 0, to: 3)
            let weight = yaml.number("weight", in: &mapping, from: 0, to: 1)
            let limits = yaml.ids("limits", of: .control, in: &mapping)
            guard let tier, let weight else { return nil }
            return .safeguard(tier: Int(tier), weight: weight, limits: limits)
        case .noun:
            let noun: NounClass? = yaml.choice("class", in: &mapping, default: nil)
            return noun.map(ConceptKind.noun)
        case .device:
            let role: DeviceRole? = yaml.choice("role", in: &mapping, default: nil)
            return role.map(ConceptKind.device)
        case .genre:
            let kind: DocumentKind? = yaml.choice("kind", in: &mapping, default: nil)
            return kind.map(ConceptKind.genre)
        }
    }

    private static func coreValues(in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML) -> [CoreValue] {
        guard let list = yaml.required("touches", in: &mapping) else { return [] }
        return yaml.nodes(list, what: "touches").compactMap { node in
            if let value = node.string.flatMap(CoreValue.init(rawValue:)) { return value }
            yaml.report(
                "\"touches\" holds names of core values: \(CoreValue.allCases.map(\.rawValue).joined(separator: ", "))",
                at: node)
            return nil
        }
    }

    private static func draft(
        _ node: Node, family: FileFamily, scope: CueScope, with yaml: inout StrictYAML
    ) -> DraftEntry? {
        guard node.mapping != nil else {
            return yaml.string(node, what: "entries").map { DraftEntry(node: node, pattern: $0, scope: scope) }
        }
        guard var mapping = yaml.mapping(node, what: "an entry"), let pattern = yaml.string("pattern", in: &mapping)
        else { return nil }
        var draft = DraftEntry(node: node, pattern: pattern, scope: scope)
        draft.strength = yaml.choice("strength", in: &mapping, default: .plain) ?? .plain
        if family == .control {
            draft.act = yaml.choice("act", in: &mapping, default: .measure) ?? .measure
            if yaml.optional("intrusiveness", in: &mapping) != nil {
                draft.intrusiveness = yaml.number("intrusiveness", in: &mapping, from: 1, to: 5).map { Int($0) }
            }
        }
        if family == .device { draft.scope = yaml.choice("scope", in: &mapping, default: scope) ?? scope }
        yaml.finish(mapping)
        return draft
    }
}
