internal import Yams

/// A lexicon that changes another one: a folder whose `pack.yaml` says `extends`.
///
/// A concept or rule in its files takes the place of the one with the same id, or is added; `profiles/default.yaml`,
/// `structure.yaml`, `document.yaml`, `scorecard.yaml` and `LANGUAGE/language.yaml` take the place of the whole file.
/// `overlay.yaml` names what to remove, and entries that concepts gain or lose. The result is one lexicon as if somebody
/// had written it so, with a hash of its own.
struct LexiconOverlay {
    private let pack: LexiconPack
    private let files: [(path: String, text: String)]
    private let changes: OverlayChanges

    /// Reads an overlay; `nil` for a lexicon that extends nothing.
    /// - Throws: ``LexiconError`` for a broken `pack.yaml` or `overlay.yaml`.
    init?(_ source: LexiconSource) throws(LexiconError) {
        guard let packFile = source.files.first(where: { $0.path == LexiconPack.file }),
            packFile.text.contains("extends")
        else { return nil }
        pack = try LexiconPack(text: packFile.text)
        guard pack.extends != nil else { return nil }
        changes = try OverlayChanges(source.files.first { $0.path == OverlayChanges.file }?.text)
        files = source.files.filter { $0.path != LexiconPack.file && $0.path != OverlayChanges.file }
    }

    /// Path or name of what it extends.
    var base: String { pack.extends ?? LexiconPack.bundledName }

    /// The files of the lexicon that comes of it.
    /// - Throws: ``LexiconError`` for changes to what is not there.
    func applied(to base: LexiconSource) throws(LexiconError) -> LexiconSource {
        var yaml = StrictYAML(file: OverlayChanges.file)
        var found = OverlayChanges.Names()
        let own = ownNames
        let whole = Set(files.map(\.path).filter(Self.isWhole))
        var result: [(path: String, text: String)] = []
        var basePack: LexiconPack?
        for file in base.files where !whole.contains(file.path) {
            if file.path == LexiconPack.file {
                basePack = try LexiconPack(text: file.text)
            } else if file.path.hasPrefix("rules/") {
                let id = Self.id(ofRule: file.text)
                found.rules.insert(id)
                if !own.rules.contains(id), changes.removedRules[id] == nil { result.append(file) }
            } else if Self.isConcepts(file.path) {
                if let text = try changed(file, without: own.concepts, found: &found, with: &yaml) {
                    result.append((file.path, text))
                }
            } else {
                result.append(file)
            }
        }
        changes.reportUnknown(among: found, with: &yaml)
        guard yaml.problems.isEmpty else { throw LexiconError(problems: yaml.problems) }
        let version = "\(basePack?.version ?? "0.0.0")+\(pack.name).\(pack.version)"
        result.append((LexiconPack.file, LexiconPack.text(name: pack.name, version: version, licence: pack.licence)))
        let removed = base.removed.union(changes.removedConcepts.keys)
        return LexiconSource(files: result + files, removed: removed)
    }

    private static func isWhole(_ path: String) -> Bool {
        ["structure.yaml", "document.yaml", "scorecard.yaml"].contains(path) || path.hasPrefix("profiles/")
            || path.hasSuffix("/language.yaml")
    }

    private static func isConcepts(_ path: String) -> Bool { !isWhole(path) && !path.hasPrefix("rules/") }

    private static func id(ofRule text: String) -> String { (try? Yams.compose(yaml: text))?["id"]?.string ?? "" }

    /// Ids of the concepts and rules that the overlay states itself.
    private var ownNames: OverlayChanges.Names {
        var names = OverlayChanges.Names()
        for file in files {
            if file.path.hasPrefix("rules/") {
                names.rules.insert(Self.id(ofRule: file.text))
            } else if Self.isConcepts(file.path), let root = try? Yams.compose(yaml: file.text) {
                for concept in root["concepts"]?.sequence ?? [] {
                    if let id = concept["id"]?.string { names.concepts.insert(id) }
                }
            }
        }
        return names
    }

    /// A file of concepts without those that go, with other entries; the text itself where nothing changes.
    private func changed(
        _ file: (path: String, text: String), without own: Set<String>, found: inout OverlayChanges.Names,
        with yaml: inout StrictYAML
    ) throws(LexiconError) -> String? {
        guard var root = try? Yams.compose(yaml: file.text), let list = root["concepts"]?.sequence else {
            return file.text
        }
        var concepts: [Node] = []
        var isChanged = false
        for concept in list {
            let id = concept["id"]?.string ?? ""
            found.concepts.insert(id)
            if own.contains(id) || changes.removedConcepts[id] != nil {
                isChanged = true
            } else if let other = changes.changed(concept, id: id, with: &yaml) {
                concepts.append(other)
                isChanged = true
            } else {
                concepts.append(concept)
            }
        }
        guard isChanged else { return file.text }
        guard !concepts.isEmpty else { return nil }
        root["concepts"] = Node(concepts)
        do {
            return try Yams.serialize(node: root, width: -1, allowUnicode: true)
        } catch {
            let message = "cannot be written with the changes of \(OverlayChanges.file): \(error)"
            throw LexiconError(problems: [.init(file: file.path, line: 0, column: 0, message: message)])
        }
    }
}

extension LexiconSource {
    /// The files with everything that they extend laid under them; the files themselves where they extend nothing.
    /// - Throws: ``LexiconError`` when what they extend is missing, broken, or leads back to them.
    func resolved(at folder: String, below parents: [String] = []) throws(LexiconError) -> LexiconSource {
        guard let overlay = try LexiconOverlay(self) else { return self }
        func problem(_ message: String) -> LexiconError {
            LexiconError(problems: [
                .init(file: "\(folder)/\(LexiconPack.file)", line: 0, column: 0, message: message)
            ])
        }
        let opened = parents + [folder]
        let base: LexiconFolder
        if overlay.base == LexiconPack.bundledName {
            base = try LexiconFolder.bundled()
        } else {
            base = LexiconFolder(path: overlay.base.hasPrefix("/") ? overlay.base : "\(folder)/\(overlay.base)")
        }
        guard opened.count < 16 else {
            throw problem("\"extends\" leads through more than 15 lexicons, or back to where it began")
        }
        let files: LexiconSource
        do throws(LexiconError) {
            files = try base.files()
        } catch {
            throw problem(
                "\"extends\" names \(overlay.base), which is no lexicon; write bundled, or a path relative to this file"
            )
        }
        return try overlay.applied(to: try files.resolved(at: base.path, below: opened))
    }
}
