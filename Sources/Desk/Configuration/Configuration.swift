package import Lexicons

/// The configuration files of a run, found and read once each.
///
/// For every document the nearest `.counterweight.yaml` in its folder or above counts, with what it extends: bases
/// first, then the file itself, then its overrides in order. Files are read through a closure, so that this type
/// never touches the disk.
package struct Configuration {
    private let shapes: SettingShapes
    private let workingFolder: String
    private let fixedPath: String?
    private let isIsolated: Bool
    private let read: (String) -> String?
    private var chains: [String: [ConfigurationFile]] = [:]
    private var nearest: [String: String?] = [:]

    /// Prepares the look-up.
    ///
    /// - Parameters:
    ///   - shapes: what the values may be.
    ///   - workingFolder: absolute path that relative paths start from.
    ///   - fixedPath: the one file to use, whatever lies nearer.
    ///   - isIsolated: whether no file is looked for.
    ///   - read: text of the file at an absolute path; `nil` when there is none.
    package init(
        shapes: SettingShapes, workingFolder: String, fixedPath: String? = nil, isIsolated: Bool = false,
        read: @escaping (String) -> String?
    ) {
        self.shapes = shapes
        self.workingFolder = workingFolder
        self.fixedPath = fixedPath.map { FilePath.absolute($0, from: workingFolder) }
        self.isIsolated = isIsolated
        self.read = read
    }

    /// What the files decide for the run as a whole: those of the working folder.
    /// - Throws: ``LexiconError`` for a broken or missing configuration.
    package mutating func settings() throws(LexiconError) -> Settings { try settings(at: workingFolder, for: nil) }

    /// What the files decide for one document.
    /// - Throws: ``LexiconError`` for a broken or missing configuration.
    package mutating func settings(for path: String) throws(LexiconError) -> Settings {
        let absolute = FilePath.absolute(path, from: workingFolder)
        return try settings(at: FilePath.folder(of: absolute), for: absolute)
    }

    private mutating func settings(at folder: String, for document: String?) throws(LexiconError) -> Settings {
        guard let path = fixedPath ?? (isIsolated ? nil : nearestFile(to: folder)) else { return Settings() }
        var settings = Settings()
        for file in try chain(path, openedFrom: []) {
            let shown = FilePath.relative(file.path, to: workingFolder) ?? file.path
            for entry in file.settings {
                settings.decide(entry.setting, entry.value, by: .init(path: shown, line: entry.line, glob: nil))
            }
            guard let document,
                let relative = FilePath.relative(document, to: FilePath.folder(of: file.path))
            else { continue }
            for override in file.overrides {
                guard let glob = override.globs.first(where: { $0.matches(relative) }) else { continue }
                for entry in override.settings {
                    settings.decide(
                        entry.setting, entry.value, by: .init(path: shown, line: entry.line, glob: glob.text))
                }
            }
        }
        return settings
    }

    private mutating func nearestFile(to folder: String) -> String? {
        if let known = nearest[folder] { return known }
        let candidate = folder == "/" ? "/" + ConfigurationFile.name : "\(folder)/\(ConfigurationFile.name)"
        let found =
            read(candidate) != nil ? candidate : folder == "/" ? nil : nearestFile(to: FilePath.folder(of: folder))
        nearest[folder] = .some(found)
        return found
    }

    /// A file after everything that it extends.
    private mutating func chain(_ path: String, openedFrom parents: [String]) throws(LexiconError)
        -> [ConfigurationFile]
    {
        if let known = chains[path] { return known }
        guard let text = read(path) else {
            throw LexiconError(problems: [
                .init(file: path, line: 0, column: 0, message: "no such configuration; check the path")
            ])
        }
        let file = try ConfigurationFile(text: text, path: path, shapes: shapes)
        var files: [ConfigurationFile] = []
        for base in file.bases {
            let opened = parents + [path]
            guard !opened.contains(base.path), opened.count < 32 else {
                throw LexiconError(problems: [
                    .init(
                        file: path, line: base.line, column: base.column,
                        message: "\"extends\" leads back to \(base.path); take one of the two out")
                ])
            }
            guard read(base.path) != nil else {
                throw LexiconError(problems: [
                    .init(
                        file: path, line: base.line, column: base.column,
                        message:
                            "\"extends\" names \(base.path), which does not exist; the path is relative to this file")
                ])
            }
            files += try chain(base.path, openedFrom: opened)
        }
        files.append(file)
        chains[path] = files
        return files
    }
}
