internal import Yams

/// What `pack.yaml` says of a lexicon: who it is, and what it builds on.
public struct LexiconPack: Sendable, Hashable {
    /// Name of the file that says it.
    static let file = "pack.yaml"
    /// What `extends` says for the lexicon that came with the program.
    static let bundledName = "bundled"

    /// Name in kebab case.
    public let name: String
    /// Version, as three numbers with points.
    public let version: String
    /// Licence by its SPDX name.
    public let licence: String
    /// `bundled`, or the path of the lexicon that it changes; `nil` for one that stands alone.
    public let extends: String?

    /// Reads the text of a `pack.yaml`.
    /// - Throws: ``LexiconError`` with every problem.
    init(text: String, file: String = LexiconPack.file) throws(LexiconError) {
        var yaml = StrictYAML(file: file)
        var read: (name: String?, version: String?, licence: String?, extends: String?) = (nil, nil, nil, nil)
        if let root = yaml.parse(text), var mapping = yaml.mapping(root, what: "a pack") {
            read.name = yaml.string("name", in: &mapping)
            read.licence = yaml.string("licence", in: &mapping)
            read.version = yaml.string("version", in: &mapping)
            let extends = yaml.optional("extends", in: &mapping)
            read.extends = extends.flatMap { yaml.string($0, what: "extends") }
            yaml.finish(mapping)
            if let version = read.version, SemanticVersion(version) == nil {
                yaml.report("version \"\(version)\" must be three numbers with points, such as 1.0.0", at: root)
            }
        }
        guard yaml.problems.isEmpty, let name = read.name, let version = read.version, let licence = read.licence else {
            throw LexiconError(problems: yaml.problems)
        }
        self.name = name
        self.version = version
        self.licence = licence
        extends = read.extends
    }

    /// As YAML, for the pack that comes of laying one over another.
    static func text(name: String, version: String, licence: String) -> String {
        func quoted(_ text: String) -> String {
            "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        return "name: \(quoted(name))\nversion: \(quoted(version))\nlicence: \(quoted(licence))\n"
    }
}

extension LexiconFolder {
    /// What the folder's own `pack.yaml` says.
    ///
    /// - Throws: ``LexiconError`` when it is missing or broken.
    public func pack() throws(LexiconError) -> LexiconPack {
        guard let file = try files().files.first(where: { $0.path == LexiconPack.file }) else {
            throw LexiconError(problems: [
                .init(file: LexiconPack.file, line: 0, column: 0, message: "file is missing from the lexicon")
            ])
        }
        return try LexiconPack(text: file.text)
    }
}

/// Three numbers by which a pack says what changed: verdicts, additions, anything else.
public struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How far two versions are apart, and how far they should be; ascending.
    public enum Step: Int, Sendable, Comparable, CaseIterable {
        case none, patch, minor, major

        /// Orders by how much it promises to change.
        public static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
    }

    private let numbers: [Int]

    /// Reads `1.2.3`; what follows a hyphen or a plus is left aside.
    public init?(_ text: String) {
        let core = text.prefix { $0 != "-" && $0 != "+" }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }.filter { $0 >= 0 }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.numbers = numbers
    }

    /// The step from an earlier version to this one; `none` when this one is not later.
    public func step(from earlier: SemanticVersion) -> Step {
        guard earlier < self else { return .none }
        if numbers[0] != earlier.numbers[0] { return .major }
        // Below 1.0.0 the second number stands for the first.
        if numbers[1] != earlier.numbers[1] { return numbers[0] == 0 ? .major : .minor }
        return numbers[0] == 0 ? .minor : .patch
    }

    /// Orders by the first number that differs.
    public static func < (a: SemanticVersion, b: SemanticVersion) -> Bool {
        a.numbers.lexicographicallyPrecedes(b.numbers)
    }

    /// `1.2.3`.
    public var description: String { numbers.map { String($0) }.joined(separator: ".") }
}
