internal import Desk
internal import Glibc
internal import Ingest
internal import Reporting

/// The inputs that the paths of a command line stand for.
///
/// A directory stands for every file below it whose extension names a format that is read, and for files
/// without extension that begin like text. Hidden files and directories are left out, and a directory that a
/// symbolic link leads back to is walked once.
struct InputCatalog {
    /// What to read, by path, each once.
    private(set) var inputs: [Input] = []
    /// Directories that could not be listed or hold no document.
    private(set) var failures: [Failure] = []
    /// Files below directories that were left out because of their extension.
    private(set) var skippedCount = 0

    /// Files that a configuration excludes.
    private(set) var excludedCount = 0

    private let excludes: Excludes
    private let excludesNamed: Bool
    private var visited: Set<FileIdentity> = []

    /// Looks at every path; the order of the paths does not matter. What is excluded below directories is excluded by name
    /// too only where `excludesNamed` says so.
    init(paths: [String], standardInputName: String, excludes: Excludes = Excludes(), excludesNamed: Bool = false) {
        self.excludes = excludes
        self.excludesNamed = excludesNamed
        var found: Set<Input> = []
        for path in Set(paths.map(FilePath.plain)).sorted() {
            if path == "-" {
                found.insert(.standardInput(name: standardInputName))
            } else if let identity = Self.directory(path) {
                visited = [identity]
                let known = failures.count + excludedCount
                let files = documents(below: path)
                if files.isEmpty, failures.count + excludedCount == known {
                    failures.append(
                        Failure(
                            path: path,
                            message:
                                "the directory holds no document that is read; formats that are read: \(InputFormat.list)"
                        ))
                }
                found.formUnion(files.map(Input.file))
            } else if excludesNamed, excludes.hold(path) {
                excludedCount += 1
            } else {
                found.insert(.file(path: path))
            }
        }
        inputs = found.sorted { $0.path < $1.path }
    }

    private mutating func documents(below directory: String) -> [String] {
        guard let names = Self.names(in: directory) else {
            failures.append(
                Failure(
                    path: directory,
                    message: "cannot be listed: \(Console.systemReason()); check its permissions"))
            return []
        }
        var paths: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = directory == "." ? name : directory == "/" ? "/\(name)" : "\(directory)/\(name)"
            if let identity = Self.directory(path) {
                if visited.insert(identity).inserted { paths += documents(below: path) }
            } else if InputFormat(path: path) != nil || !name.contains(".") && Self.beginsLikeText(path) {
                if excludes.hold(path) { excludedCount += 1 } else { paths.append(path) }
            } else {
                skippedCount += 1
            }
        }
        return paths
    }

    /// Which directory a path leads to, through symbolic links; `nil` when it leads to none.
    private static func directory(_ path: String) -> FileIdentity? {
        guard let identity = FileIdentity(path: path), identity.isDirectory else { return nil }
        return identity
    }

    /// Whether a file without extension may be a text: its first bytes hold no zero byte, or are UTF-16.
    private static func beginsLikeText(_ path: String) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let head = unsafe [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            count = unsafe max(0, read(descriptor, buffer.baseAddress, 512))
        }
        return !head.isEmpty
            && (!head.contains(0) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]))
    }

    /// Names in a directory, with those that point to itself and above; `nil` when it cannot be listed.
    static func names(in directory: String) -> [String]? {
        guard let handle = unsafe opendir(directory) else { return nil }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names
    }
}
