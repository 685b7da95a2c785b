package import Yams

/// Reads YAML as configuration: every key must be known, every value of the kind asked for.
///
/// Problems are collected, so that one run shows all of them.
package struct StrictYAML {
    /// A mapping under examination: keys that nobody asks for are errors when it is finished.
    package struct Mapping {
        package let node: Node.Mapping
        package let place: Node
        fileprivate(set) var asked: Set<String> = []
    }

    package let file: String
    package private(set) var problems: [LexiconError.Problem] = []
    /// Ids that the file names, which must be those of something in the lexicon.
    private(set) var named: [NamedID] = []

    package init(file: String) { self.file = file }

    /// Parses a file's text; syntax errors become problems.
    package mutating func parse(_ text: String) -> Node? {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                report("is empty", at: nil)
                return nil
            }
            return node
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                problems.append(
                    .init(file: file, line: mark.line, column: mark.column, message: "not valid YAML: \(problem)"))
            case .duplicatedKeysInMapping(let duplicates, let context):
                let names = duplicates.sorted().joined(separator: ", ")
                problems.append(
                    .init(
                        file: file, line: context.mark.line, column: context.mark.column,
                        message: "key given twice: \(names)"))
            default:
                report("not valid YAML: \(error)", at: nil)
            }
        } catch {
            report("not valid YAML: \(error)", at: nil)
        }
        return nil
    }

    package mutating func report(_ message: String, at node: Node?) {
        problems.append(
            .init(file: file, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0, message: message))
    }

    package mutating func mapping(_ node: Node, what: String) -> Mapping? {
        guard let mapping = node.mapping else {
            report("\(what) must be a mapping of keys", at: node)
            return nil
        }
        return Mapping(node: mapping, place: node)
    }

    /// Reports every key that was not asked for.
    package mutating func finish(_ mapping: Mapping) {
        for (key, _) in mapping.node {
            let name = key.string ?? "?"
            if !mapping.asked.contains(name) {
                let known = mapping.asked.sorted()
                let hint = NearestName(among: known).nearest(to: name).map { "did you mean \"\($0)\"? " } ?? ""
                report("unknown key \"\(name)\"; \(hint)known here: \(known.joined(separator: ", "))", at: key)
            }
        }
    }

    package mutating func optional(_ key: String, in mapping: inout Mapping) -> Node? {
        mapping.asked.insert(key)
        return mapping.node[Node(key)]
    }

    package mutating func required(_ key: String, in mapping: inout Mapping) -> Node? {
        guard let node = optional(key, in: &mapping) else {
            report("key \"\(key)\" is missing", at: mapping.place)
            return nil
        }
        return node
    }

    package mutating func string(_ key: String, in mapping: inout Mapping) -> String? {
        required(key, in: &mapping).flatMap { string($0, what: key) }
    }

    package mutating func string(_ node: Node, what: String) -> String? {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            report("\"\(what)\" must be a text", at: node)
            return nil
        }
        return scalar.string
    }

    package mutating func strings(_ key: String, in mapping: inout Mapping, isRequired: Bool = false) -> [String] {
        guard let node = isRequired ? required(key, in: &mapping) : optional(key, in: &mapping) else { return [] }
        return nodes(node, what: key).compactMap { string($0, what: key) }
    }

    /// A list of ids of something in the lexicon.
    mutating func ids(
        _ key: String, of kind: NamedID.Kind, in mapping: inout Mapping, isRequired: Bool = false
    ) -> [String] {
        guard let node = isRequired ? required(key, in: &mapping) : optional(key, in: &mapping) else { return [] }
        return nodes(node, what: key).compactMap { item in
            guard let id = string(item, what: key) else { return nil }
            name(id, kind, at: item)
            return id
        }
    }

    /// Notes that something at a place needs an id to be there; `message` says so when it is not.
    mutating func name(_ id: String, _ kind: NamedID.Kind, at node: Node, message: String? = nil) {
        named.append(
            NamedID(
                id, kind, file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, message: message))
    }

    package mutating func nodes(_ node: Node, what: String) -> [Node] {
        guard let sequence = node.sequence else {
            report("\"\(what)\" must be a list", at: node)
            return []
        }
        return Array(sequence)
    }

    package mutating func number(_ key: String, in mapping: inout Mapping, from low: Double, to high: Double) -> Double?
    {
        guard let node = required(key, in: &mapping) else { return nil }
        guard let value = node.float, (low...high).contains(value) else {
            report("\"\(key)\" must be a number from \(Self.plain(low)) to \(Self.plain(high))", at: node)
            return nil
        }
        return value
    }

    package mutating func flag(_ key: String, in mapping: inout Mapping, default fallback: Bool) -> Bool {
        guard let node = optional(key, in: &mapping) else { return fallback }
        guard let value = node.bool else {
            report("\"\(key)\" must be true or false", at: node)
            return fallback
        }
        return value
    }

    package mutating func choice<T: RawRepresentable & CaseIterable>(
        _ key: String, in mapping: inout Mapping, default fallback: T?
    ) -> T? where T.RawValue == String {
        guard let node = fallback == nil ? required(key, in: &mapping) : optional(key, in: &mapping) else {
            return fallback
        }
        guard let value = node.string.flatMap(T.init(rawValue:)) else {
            let known = T.allCases.map(\.rawValue).joined(separator: ", ")
            report("\"\(key)\" must be one of: \(known)", at: node)
            return fallback
        }
        return value
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
