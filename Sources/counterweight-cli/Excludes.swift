internal import Desk

/// What a configuration excludes: patterns of paths below the folder of its file, however a path is written.
struct Excludes {
    private let globs: [Glob]
    private let folder: String

    /// Nothing.
    init() {
        globs = []
        folder = "/"
    }

    /// The patterns of a configuration.
    /// - Throws: ``CommandError`` for one that is no glob.
    init(_ settings: Settings) throws(CommandError) {
        var globs: [Glob] = []
        for text in settings.texts(.exclude) ?? [] {
            guard let glob = Glob(text) else {
                throw CommandError("exclude: \"\(text)\" is no glob: a bracket or brace is not closed")
            }
            globs.append(glob)
        }
        self.globs = globs
        let file = settings.decided[.exclude]?.origin.path ?? ""
        folder = FilePath.folder(of: FilePath.absolute(file, from: TextFile.workingFolder))
    }

    /// Whether a path is excluded; one outside the folder is matched from the working folder.
    func hold(_ path: String) -> Bool {
        guard !globs.isEmpty else { return false }
        let written = FilePath.absolute(path, from: TextFile.workingFolder)
        let relative =
            FilePath.relative(written, to: folder) ?? FilePath.relative(RealPath.of(path), to: RealPath.of(folder))
            ?? FilePath.relative(written, to: TextFile.workingFolder) ?? written
        return globs.contains { $0.matches(relative) }
    }
}
