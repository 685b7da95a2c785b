#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A lexicon on disk: finds the one that came with the program, and reads its files.
public struct LexiconFolder: Sendable {
    /// Path of the folder.
    public let path: String

    /// A folder of the caller's choice.
    public init(path: String) { self.path = path }

    /// The folder that came with the program: beside the executable, or where the build put it.
    ///
    /// - Throws: ``LexiconError`` when there is none; it says where it was looked for.
    public static func bundled() throws(LexiconError) -> LexiconFolder {
        let executable = executablePath()
        let folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        var candidates: [String] = []
        var up = folder[...]
        for _ in 0..<4 {
            candidates.append(up + "/Counterweight_Lexicons.resources/Lexicons")
            candidates.append(up + "/../share/counterweight/Lexicons")
            guard let slash = up.lastIndex(of: "/") else { break }
            up = up[..<slash]
        }
        for candidate in candidates where isFile(candidate + "/pack.yaml") { return LexiconFolder(path: candidate) }
        throw LexiconError(problems: [
            .init(
                file: "Lexicons", line: 0, column: 0,
                message:
                    "the lexicon that comes with the program was not found beside \(executable); reinstall it, or name one with --lexicons"
            )
        ])
    }

    /// The lexicon's files, with those of the lexicon that it extends, if it extends one.
    ///
    /// - Throws: ``LexiconError`` when the folder or a file cannot be read, when there is no file, or when the changes
    ///   to the extended lexicon do not fit it.
    public func source() throws(LexiconError) -> LexiconSource { try files().resolved(at: path) }

    /// Reads every YAML file.
    func files() throws(LexiconError) -> LexiconSource { try LexiconSource(contents()) }

    /// Bytes of every YAML file, in path order.
    func contents() throws(LexiconError) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for relative in try paths() {
            var bytes: [UInt8] = []
            guard Self.read(path + "/" + relative, into: &bytes) != nil else { throw Self.unreadable(relative) }
            files.append((relative, bytes))
        }
        return files
    }

    /// The ``LexiconSource/stamp`` of the YAML files. All lie in the same memory one after another: some megabytes of it
    /// would take longer than reading them.
    func stamp() throws(LexiconError) -> String {
        var stamp = ContentStamp()
        var bytes: [UInt8] = []
        for relative in try paths() {
            guard let count = Self.read(path + "/" + relative, into: &bytes) else { throw Self.unreadable(relative) }
            stamp.mix(path: relative, bytes.span.extracting(first: count))
        }
        return stamp.hexadecimal
    }

    /// Paths of the YAML files in the folder, ascending.
    private func paths() throws(LexiconError) -> [String] {
        let paths = try Self.list(path, prefix: "").filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        guard !paths.isEmpty else {
            throw LexiconError(problems: [.init(file: path, line: 0, column: 0, message: "holds no YAML file")])
        }
        return paths.sorted()
    }

    private static func unreadable(_ path: String) -> LexiconError {
        LexiconError(problems: [.init(file: path, line: 0, column: 0, message: "cannot be read")])
    }

    private static func list(_ root: String, prefix: String) throws(LexiconError) -> [String] {
        let folder = prefix.isEmpty ? root : root + "/" + prefix
        guard let all = names(in: folder) else {
            throw LexiconError(problems: [
                .init(file: folder, line: 0, column: 0, message: "is not a folder that can be read")
            ])
        }
        let names = all.filter { !$0.hasPrefix(".") }.map { (name: $0, isFolder: isFolder(folder + "/" + $0)) }
        var found: [String] = []
        for (name, isFolder) in names.sorted(by: { $0.name < $1.name }) {
            let relative = prefix.isEmpty ? name : prefix + "/" + name
            if isFolder { found += try list(root, prefix: relative) } else { found.append(relative) }
        }
        return found
    }

    /// Names of what lies in a folder, in no order; `nil` when it cannot be read.
    static func names(in folder: String) -> [String]? {
        guard let handle = unsafe opendir(folder) else { return nil }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let item = unsafe readdir(handle) {
            names.append(
                unsafe withUnsafePointer(to: &item.pointee.d_name) { pointer in
                    unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                })
        }
        return names
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Reads a file into the beginning of `bytes`, which grow where they are too few; how many it has.
    private static func read(_ path: String, into bytes: inout [UInt8]) -> Int? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        let size = Int(status.st_size)
        if bytes.count < size { bytes = [UInt8](repeating: 0, count: size) }
        var count = 0
        while count < size {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
            }
            guard got > 0 else { return nil }
            count += got
        }
        return count
    }

    private static func executablePath() -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let start = buffer.baseAddress else { return CommandLine.arguments.first ?? "" }
            let length = unsafe readlink("/proc/self/exe", start, 4095)
            guard length > 0 else { return CommandLine.arguments.first ?? "" }
            return unsafe String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
