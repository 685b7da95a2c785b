internal import ArgumentParser
internal import Glibc
internal import Ingest
internal import Observatory
internal import Reporting
internal import TextModel

/// Which documents a command on a corpus is about, and what is known of them.
struct CorpusOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, directories and patterns such as 'laws/*.html'.", valueName: "path"))
    var paths: [String] = []
    @Option(
        help: ArgumentHelp(
            "Table of documents (.csv, .tsv, .jsonl) with a column path and any of title, date, year, country, body, collection, kind, language, address.",
            valueName: "file"))
    var manifest: String?
    @Option(
        help: ArgumentHelp(
            "How paths tell facts, such as '{country}/{year}-{title}.txt'; * and ** stand for anything.",
            valueName: "pattern"))
    var pathPattern: String?
    @Option(help: ArgumentHelp("Collection of all documents that have no other.", valueName: "name"))
    var collection: String?

    /// The documents, and what a user should know about how they were found.
    struct Items {
        /// The documents by path, each once.
        var all: [ScanItem] = []
        var notes: [String] = []
        /// The table of documents with its hash, for a receipt.
        var manifest: Receipt.Input?
        var isEmpty: Bool { all.isEmpty }
    }

    /// What tells one corpus from another, the same for any order of the paths.
    var receipt: String {
        var json = JSONWriter(isIndented: false)
        json.object { json in
            json.strings("paths", Set(paths.map(ScanItem.normalized)).sorted())
            json.string("manifest", manifest)
            json.string("path-pattern", pathPattern)
            json.string("collection", collection)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The options as words for another command; paths in an order of their own.
    var arguments: [String] {
        var words = Set(paths.map(ScanItem.normalized)).sorted()
        for (name, value) in [("manifest", manifest), ("path-pattern", pathPattern), ("collection", collection)] {
            if let value { words.append("--\(name)=\(value)") }
        }
        return words
    }

    /// Finds the documents.
    /// - Throws: ``CommandError`` for a manifest or pattern that cannot be read.
    func items() throws(CommandError) -> Items {
        var items = Items()
        var known: [String: DocumentMetadata] = [:]
        var found: Set<String> = []
        if let manifest {
            let (table, hash) = try read(manifest)
            items.manifest = Receipt.Input(path: manifest, sha256: hash)
            if !table.ignoredColumns.isEmpty {
                items.notes.append(
                    "\(manifest): columns without a meaning here: \(table.ignoredColumns.joined(separator: ", "))")
            }
            for document in table.documents {
                guard FileIdentity(path: document.path)?.isDirectory != true else {
                    throw CommandError(
                        "\(manifest): \(document.path) is a folder; a row is about a document, so name files")
                }
                known[document.path] = document.metadata
                found.insert(document.path)
            }
        }
        let catalog = InputCatalog(paths: Self.expanded(paths), standardInputName: "<stdin>")
        for input in catalog.inputs {
            guard case .file(let path) = input else {
                throw CommandError("a corpus cannot come from standard input; name files or directories")
            }
            found.insert(ScanItem.normalized(path))
        }
        let pattern = try self.pattern()
        var misfits: [String] = []
        items.all = found.sorted().map { path in
            var metadata = known[path] ?? DocumentMetadata()
            if let pattern {
                if let read = pattern.metadata(of: path) {
                    metadata = metadata.filled(from: read)
                } else {
                    misfits.append(path)
                }
            }
            if metadata.collection == nil { metadata.collection = collection }
            return ScanItem(path: path, content: .file(path: path), metadata: metadata)
        }
        if let pathPattern, misfits.count == found.count, !found.isEmpty {
            throw CommandError("--path-pattern: \"\(pathPattern)\" fits no path, such as \(misfits[0])")
        }
        if !misfits.isEmpty {
            let shown = misfits.prefix(3).joined(separator: ", ") + (misfits.count > 3 ? " and others" : "")
            items.notes.append(
                "\(Console.counted(misfits.count, "path")) read for no facts, since --path-pattern does not fit: \(shown)"
            )
        }
        for names in Self.nearlyEqual(items.all) {
            items.notes.append(
                "\(names.map { "\"\($0)\"" }.joined(separator: " and ")) count as different names; write them alike if they mean the same"
            )
        }
        for failure in catalog.failures {
            items.all.append(ScanItem(path: failure.path, content: .missing(reason: failure.message)))
        }
        items.all = ScanItem.united(items.all, in: TextFile.workingFolder)
        return items
    }

    /// Names of countries, bodies and collections that differ in capital letters alone.
    private static func nearlyEqual(_ items: [ScanItem]) -> [[String]] {
        [\DocumentMetadata.country, \.body, \.collection].flatMap { field in
            Dictionary(grouping: Set(items.compactMap { $0.metadata[keyPath: field] })) { $0.lowercased() }.values
                .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        }
    }

    private func read(_ manifest: String) throws(CommandError) -> (table: Manifest, sha256: String) {
        do {
            let bytes = try FileBytes.read(path: manifest, limit: 1 << 30)
            return (try Manifest(bytes, path: manifest), SHA256.hexDigest(of: bytes))
        } catch let error as Manifest.Malformed {
            throw CommandError(error.description)
        } catch {
            throw CommandError("\(error)")
        }
    }

    private func pattern() throws(CommandError) -> PathPattern? {
        guard let pathPattern else { return nil }
        do throws(PathPattern.Malformed) {
            return try PathPattern(pathPattern)
        } catch {
            throw CommandError("--path-pattern: \(error.description)")
        }
    }

    /// Paths with patterns replaced by what fits them; one that nothing fits stays, and is told as missing.
    private static func expanded(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            guard path.contains(where: { "*?[".contains($0) }), FileIdentity(path: path) == nil else { return [path] }
            var result = unsafe glob_t()
            defer { unsafe globfree(&result) }
            guard unsafe glob(path, 0, nil, &result) == 0 else { return [path] }
            return unsafe (0..<Int(result.gl_pathc)).compactMap { index in
                unsafe result.gl_pathv[index].map { unsafe String(cString: $0) }
            }
        }
    }
}
