internal import Yams

/// What `overlay.yaml` says: concepts and rules to remove, and entries that concepts gain or lose.
///
/// ```yaml
/// remove:
///   concepts: [C33]
///   rules: [CW19]
///   entries: {V01: ["collective security"]}
/// add:
///   entries: {V01: ["safety of the harbour"]}
///   innocent: {V01: ["homeland security of a film"]}
/// ```
struct OverlayChanges {
    static let file = "overlay.yaml"

    /// Ids of concepts and rules.
    struct Names {
        var concepts: Set<String> = []
        var rules: Set<String> = []
    }

    private(set) var removedConcepts: [String: Node] = [:]
    private(set) var removedRules: [String: Node] = [:]
    private var removedEntries: [String: [Node]] = [:]
    private var addedEntries: [String: [Node]] = [:]
    private var addedInnocent: [String: [Node]] = [:]
    private var places: [String: Node] = [:]

    /// Reads the file's text; no text changes nothing.
    /// - Throws: ``LexiconError`` with every problem.
    init(_ text: String?) throws(LexiconError) {
        guard let text else { return }
        var yaml = StrictYAML(file: Self.file)
        if let root = yaml.parse(text), var mapping = yaml.mapping(root, what: "an overlay") {
            if let node = yaml.optional("remove", in: &mapping), var inner = yaml.mapping(node, what: "remove") {
                removedConcepts = names("concepts", in: &inner, with: &yaml)
                removedRules = names("rules", in: &inner, with: &yaml)
                removedEntries = lists("entries", in: &inner, with: &yaml)
                yaml.finish(inner)
            }
            if let node = yaml.optional("add", in: &mapping), var inner = yaml.mapping(node, what: "add") {
                addedEntries = lists("entries", in: &inner, with: &yaml)
                addedInnocent = lists("innocent", in: &inner, with: &yaml)
                yaml.finish(inner)
            }
            yaml.finish(mapping)
        }
        guard yaml.problems.isEmpty else { throw LexiconError(problems: yaml.problems) }
    }

    /// The concept with other entries; `nil` when nothing is said of it.
    func changed(_ concept: Node, id: String, with yaml: inout StrictYAML) -> Node? {
        guard removedEntries[id] != nil || addedEntries[id] != nil || addedInnocent[id] != nil else { return nil }
        let known = ["entries", "innocent"].flatMap { (concept[$0]?.sequence ?? []).compactMap(Self.pattern) }
        for node in removedEntries[id] ?? [] where !known.contains(node.string ?? "") {
            let hint =
                NearestName(among: known).nearest(to: node.string ?? "").map { "; did you mean \"\($0)\"?" } ?? ""
            yaml.report("\(id) of the extended lexicon has no entry \"\(node.string ?? "")\"\(hint)", at: node)
        }
        var concept = concept
        for key in ["entries", "innocent"] {
            let added = (key == "entries" ? addedEntries : addedInnocent)[id] ?? []
            let kept = (concept[key]?.sequence ?? []).filter { entry in
                !(removedEntries[id] ?? []).contains { $0.string == Self.pattern(of: entry) }
            }
            if kept.isEmpty, added.isEmpty, concept[key] == nil { continue }
            concept[key] = Node(Array(kept) + added)
        }
        return concept
    }

    /// Reports what is to be removed from, or added to, something that is not there.
    func reportUnknown(among names: Names, with yaml: inout StrictYAML) {
        let concepts = removedConcepts.merging(places) { first, _ in first }
        for (id, node) in concepts.sorted(by: { $0.key < $1.key }) where !names.concepts.contains(id) {
            report("concept", id, names.concepts, at: node, with: &yaml)
        }
        for (id, node) in removedRules.sorted(by: { $0.key < $1.key }) where !names.rules.contains(id) {
            report("rule", id, names.rules, at: node, with: &yaml)
        }
    }

    private func report(
        _ what: String, _ id: String, _ known: Set<String>, at node: Node, with yaml: inout StrictYAML
    ) {
        let hint = NearestName(among: known.sorted()).nearest(to: id).map { "; did you mean \($0)?" } ?? ""
        yaml.report("the extended lexicon has no \(what) \"\(id)\"\(hint)", at: node)
    }

    private static func pattern(of entry: Node) -> String? { entry.string ?? entry["pattern"]?.string }

    private func names(
        _ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [String: Node] {
        guard let node = yaml.optional(key, in: &mapping) else { return [:] }
        var names: [String: Node] = [:]
        for item in yaml.nodes(node, what: key) {
            if let name = yaml.string(item, what: key) { names[name] = item }
        }
        return names
    }

    private mutating func lists(
        _ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [String: [Node]] {
        guard let node = yaml.optional(key, in: &mapping), let rows = yaml.mapping(node, what: key) else { return [:] }
        var lists: [String: [Node]] = [:]
        for (name, list) in rows.node {
            guard let id = yaml.string(name, what: key) else { continue }
            places[id] = name
            lists[id] = yaml.nodes(list, what: id)
        }
        return lists
    }
}
