/// The YAML files of a lexicon by their path relative to its root.
///
/// Layout: `LANGUAGE/language.yaml`, `LANGUAGE/*.yaml` with concepts, `rules/*.yaml`,
/// `profiles/default.yaml`, `pack.yaml`, and `structure.yaml`, `document.yaml` and
/// `scorecard.yaml`, which may be missing.
public struct LexiconSource: Sendable {
    /// Relative path and text of every file, in path order.
    public let files: [(path: String, text: String)]

    /// Ids of concepts that an overlay took out of what it extends, whose other files may still name them.
    let removed: Set<String>

    /// Takes files in any order.
    public init(files: [(path: String, text: String)]) { self.init(files: files, removed: []) }

    init(files: [(path: String, text: String)], removed: Set<String>) {
        self.files = files.sorted { $0.path < $1.path }
        self.removed = removed
    }

    /// Takes the bytes of files.
    ///
    /// - Throws: ``LexiconError`` when a file is not valid UTF-8.
    init(_ contents: [(path: String, bytes: [UInt8])]) throws(LexiconError) {
        var files: [(path: String, text: String)] = []
        for (path, bytes) in contents {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw LexiconError(problems: [.init(file: path, line: 0, column: 0, message: "is not valid UTF-8")])
            }
            files.append((path, text))
        }
        self.init(files: files)
    }

    /// Compiles the files.
    ///
    /// - Throws: ``LexiconError`` with every problem: unknown keys, duplicates, unbounded, dead or malformed
    ///   patterns, names of what is not there, missing files, each with file, line and column.
    public func compile(sha256: String) throws(LexiconError) -> (lexicon: Lexicon, examples: [ConceptExamples]) {
        var compiler = LexiconCompiler(sha256: sha256, removed: removed)
        return try compiler.compile(files)
    }
}
