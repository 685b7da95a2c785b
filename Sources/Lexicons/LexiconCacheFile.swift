#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes files that belong to the user alone; ``SharedBytes`` reads them.
enum LexiconCacheFile {
    /// Writes a file that only its owner can read, under another name first, so that nobody ever sees half of it.
    @discardableResult
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let temporary = "\(path).\(getpid()).new"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 else { break }
            written += count
        }
        let isClosed = close(descriptor) == 0
        if written == bytes.count, isClosed, unsafe rename(temporary, path) == 0 { return true }
        _ = unsafe unlink(temporary)
        return false
    }

    /// Takes files with that ending out of a folder until so many are left, those first that were written longest ago.
    static func thin(_ folder: String, ending: String, to count: Int) {
        var files: [(path: String, written: Int)] = []
        for name in LexiconFolder.names(in: folder) ?? [] where name.hasSuffix(ending) {
            let path = "\(folder)/\(name)"
            var status = stat()
            if unsafe lstat(path, &status) == 0 { files.append((path, Int(status.st_mtim.tv_sec))) }
        }
        for file in files.sorted(by: { ($0.written, $0.path) < ($1.written, $1.path) }).dropLast(count) {
            _ = unsafe unlink(file.path)
        }
    }

    /// Makes a folder and what is missing above it, for the user alone.
    static func makeFolders(_ path: String) {
        var partial = ""
        for part in path.split(separator: "/") {
            partial += "/" + part
            _ = unsafe mkdir(partial, 0o700)
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            unsafe Musl.write(descriptor, start, count)
        #else
            unsafe Darwin.write(descriptor, start, count)
        #endif
    }
}
