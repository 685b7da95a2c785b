package import Lexicons
internal import Yams

/// A `.counterweight.yaml`: what it extends, what it decides, and what it decides for some files only.
///
/// Strict: an unknown key, a value of the wrong shape or a missing base is an error with file, line and column.
package struct ConfigurationFile: Sendable {
    /// Name under which a configuration is looked for.
    package static let name = ".counterweight.yaml"

    /// Settings for files whose path matches one of the globs.
    struct Override: Sendable {
        let globs: [Glob]
        let settings: [(setting: Setting, value: SettingValue, line: Int)]
    }

    /// Path of the file.
    package let path: String
    let bases: [(path: String, line: Int, column: Int)]
    let settings: [(setting: Setting, value: SettingValue, line: Int)]
    let overrides: [Override]

    /// Reads a file's text.
    /// - Throws: ``LexiconError`` with every problem in it.
    package init(text: String, path: String, shapes: SettingShapes) throws(LexiconError) {
        self.path = path
        var reader = ConfigurationReader(path: path, shapes: shapes)
        let parts = reader.read(text)
        guard reader.problems.isEmpty else { throw LexiconError(problems: reader.problems) }
        bases = parts.bases
        settings = parts.settings
        overrides = parts.overrides
    }
}

/// Takes a configuration file apart and collects what is wrong with it.
struct ConfigurationReader {
    typealias Entry = (setting: Setting, value: SettingValue, line: Int)

    private let path: String
    private let shapes: SettingShapes
    private var yaml: StrictYAML

    var problems: [LexiconError.Problem] { yaml.problems }

    init(path: String, shapes: SettingShapes) {
        self.path = path
        self.shapes = shapes
        yaml = StrictYAML(file: path)
    }

    mutating func read(_ text: String) -> (
        bases: [(path: String, line: Int, column: Int)], settings: [Entry], overrides: [ConfigurationFile.Override]
    ) {
        guard let root = yaml.parse(text), var mapping = yaml.mapping(root, what: "a configuration") else {
            return ([], [], [])
        }
        let bases = list("extends", in: &mapping).map {
            (path: resolved($0.string ?? ""), line: $0.mark?.line ?? 0, column: $0.mark?.column ?? 0)
        }
        let settings = entries(Setting.allCases, in: &mapping)
        var overrides: [ConfigurationFile.Override] = []
        if let node = yaml.optional("overrides", in: &mapping) {
            for node in yaml.nodes(node, what: "overrides") {
                guard var inner = yaml.mapping(node, what: "an override") else { continue }
                let globs = list("files", in: &inner).compactMap { glob($0) }
                if globs.isEmpty { yaml.report("an override needs \"files\": a glob or a list of globs", at: node) }
                overrides.append(
                    .init(globs: globs, settings: entries(Setting.allCases.filter(\.isForFiles), in: &inner)))
                yaml.finish(inner)
            }
        }
        yaml.finish(mapping)
        return (bases, settings, overrides)
    }

    private mutating func glob(_ node: Node) -> Glob? {
        guard let text = node.string else { return nil }
        guard let glob = Glob(text) else {
            yaml.report("\"\(text)\" is no glob: a bracket or brace is not closed", at: node)
            return nil
        }
        return glob
    }

    private mutating func entries(_ settings: [Setting], in mapping: inout StrictYAML.Mapping) -> [Entry] {
        var entries: [Entry] = []
        for setting in settings {
            guard let node = yaml.optional(setting.rawValue, in: &mapping) else { continue }
            if let value = value(of: setting, node) { entries.append((setting, value, node.mark?.line ?? 0)) }
        }
        return entries
    }

    private mutating func value(of setting: Setting, _ node: Node) -> SettingValue? {
        let key = setting.rawValue
        switch shapes.shape(of: setting) {
        case .text: return yaml.string(node, what: key).map(SettingValue.text)
        case .path: return yaml.string(node, what: key).map { .text(resolved($0)) }
        case .paths: return .texts(texts(node, key).map(resolved))
        case .texts: return .texts(texts(node, key))
        case .number:
            if let number = node.int, number > 0 { return .number(number) }
            yaml.report("\"\(key)\" must be a whole number above 0", at: node)
        case .flag:
            if let flag = node.bool { return .flag(flag) }
            yaml.report("\"\(key)\" must be true or false", at: node)
        case .choice(let known):
            if let text = node.string, known.contains(text) { return .text(text) }
            let hint = NearestName(among: known).nearest(to: node.string ?? "").map { "did you mean \($0)? " } ?? ""
            yaml.report(
                "\"\(key)\" must be one of: \(known.joined(separator: ", ")); \(hint)not \"\(node.string ?? "a list or mapping")\"",
                at: node)
        }
        return nil
    }

    /// A text or a list of texts, as the value of a setting.
    private mutating func texts(_ node: Node, _ key: String) -> [String] {
        let nodes = node.string == nil ? yaml.nodes(node, what: key) : [node]
        return nodes.compactMap { yaml.string($0, what: key) }
    }

    /// A text or a list of texts.
    private mutating func list(_ key: String, in mapping: inout StrictYAML.Mapping) -> [Node] {
        guard let node = yaml.optional(key, in: &mapping) else { return [] }
        if node.string != nil { return [node] }
        return yaml.nodes(node, what: key).filter { yaml.string($0, what: key) != nil }
    }

    private func resolved(_ relative: String) -> String {
        guard !relative.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return relative }
        return FilePath.normalised(String(path[...slash]) + relative)
    }
}
