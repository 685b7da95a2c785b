#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a whole regular file, after its size was checked.
package enum FileBytes {
    /// The bytes of the file at `path`.
    ///
    /// The size is looked up before anything is opened, so that a huge file or a pipe costs nothing.
    /// - Throws: ``IngestError`` for a file that is missing, not regular, unreadable, empty or too large.
    package static func read(path: String, limit: Int) throws(IngestError) -> [UInt8] {
        let size = try size(path: path)
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
        defer { close(descriptor) }
        let bytes = try contents(of: descriptor, path: path, expecting: size, limit: limit)
        guard !bytes.isEmpty else { throw .empty(path: path) }
        return bytes
    }

    /// The first bytes of the file at `path`, fewer when it is shorter.
    /// - Throws: ``IngestError`` for a file that is missing, not regular or unreadable.
    package static func head(path: String, count: Int) throws(IngestError) -> [UInt8] {
        _ = try size(path: path)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
        defer { close(descriptor) }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
            got = unsafe max(0, Self.systemRead(descriptor, buffer.baseAddress, count))
        }
    }

    /// The last bytes of the file at `path`, fewer when it is shorter, and its size.
    /// - Throws: ``IngestError`` for a file that is missing, not regular or unreadable.
    package static func tail(path: String, count: Int) throws(IngestError) -> (bytes: [UInt8], size: Int) {
        let size = try size(path: path)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
        defer { close(descriptor) }
        guard lseek(descriptor, off_t(max(0, size - count)), SEEK_SET) >= 0 else {
            throw .unreadable(path: path, reason: systemReason())
        }
        return (try contents(of: descriptor, path: path, expecting: min(size, count), limit: size + 1), size)
    }

    /// The size of a regular file.
    private static func size(path: String) throws(IngestError) -> Int {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missing(path: path) : .unreadable(path: path, reason: systemReason())
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .notAFile(path: path, what: kind(of: status.st_mode & S_IFMT))
        }
        return Int(status.st_size)
    }

    /// Reads to the end: files under /proc have size zero, and a file may grow while it is read.
    private static func contents(
        of descriptor: Int32, path: String, expecting size: Int, limit: Int
    ) throws(IngestError) -> [UInt8] {
        var bytes: [UInt8] = []
        var capacity = size + 1
        var failure: Int32 = 0
        while failure == 0 {
            let wanted = capacity
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                var got = 0
                repeat {
                    got = unsafe Self.systemRead(descriptor, buffer.baseAddress, wanted)
                } while got < 0 && errno == EINTR
                if got < 0 { failure = errno }
                count = max(got, 0)
            }
            if chunk.isEmpty { break }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= limit else { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
            capacity = 65_536
        }
        guard failure == 0 else {
            errno = failure
            throw .unreadable(path: path, reason: systemReason())
        }
        return bytes
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            unsafe Musl.read(descriptor, buffer, count)
        #else
            unsafe Darwin.read(descriptor, buffer, count)
        #endif
    }

    private static func systemReason() -> String { unsafe String(cString: strerror(errno)).lowercased() }

    private static func kind(of mode: mode_t) -> String {
        switch mode {
        case S_IFDIR: "a directory"
        case S_IFCHR, S_IFBLK: "a device"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a special file"
        }
    }
}
