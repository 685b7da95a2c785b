#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What the benchmark asks of the operating system.
enum System {
    /// CPU seconds that this process has used.
    static var cpuTime: Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Most memory that this process has held, in bytes.
    static var peakMemory: Int {
        var usage = rusage()
        #if canImport(Darwin)
            _ = unsafe getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #else
            // ru_maxrss survives exec, so a small child would show its parent's peak; VmHWM does not.
            if let status = try? contents(of: "/proc/self/status"),
                let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: {
                    $0.hasPrefix("VmHWM:")
                }),
                let kilobytes = Int(line.filter(\.isNumber))
            {
                return kilobytes * 1024
            }
            _ = unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
            return usage.ru_maxrss * 1024
        #endif
    }

    /// All bytes of a file.
    static func contents(of path: String) throws(BenchmarkError) -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { throw BenchmarkError("\(path): cannot be read") }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                count = unsafe fread(buffer.baseAddress, 1, 1 << 20, file)
            }
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
        }
    }

    /// Names in a folder; `nil` when the path is no folder.
    static func names(in path: String) -> [String]? {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let item = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Makes a folder, unless it is there.
    static func makeFolder(_ path: String) throws(BenchmarkError) {
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw BenchmarkError("\(path): cannot be made") }
    }

    /// Makes or replaces a file.
    static func write(_ bytes: [UInt8], to path: String) throws(BenchmarkError) {
        guard let handle = unsafe fopen(path, "w") else { throw BenchmarkError("\(path): cannot be written") }
        let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, handle) }
        guard unsafe fclose(handle) == 0, written == bytes.count else {
            throw BenchmarkError("\(path): cannot be written")
        }
    }

    /// Ends the process.
    static func leave(with status: Int32) -> Never { exit(status) }

    /// Keeps a result from being optimised away.
    @inline(never)
    static func keep(_ value: Int) { if value == Int.min { StandardError.print("") } }
}

/// Standard error.
enum StandardError {
    /// Prints a line.
    static func print(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
}

/// A folder that is there until it is removed.
struct TemporaryFolder {
    /// Its path.
    let path: String

    /// Makes an empty folder in `$TMPDIR`.
    init() throws(BenchmarkError) {
        let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        path = "\(root)/counterweight-bench-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        guard unsafe mkdir(path, 0o700) == 0 else { throw BenchmarkError("\(path): cannot be made") }
    }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], as name: String) throws(BenchmarkError) -> String {
        let file = "\(path)/\(name)"
        try System.write(bytes, to: file)
        return file
    }

    /// Removes the folder and its files.
    func remove() {
        for name in System.names(in: path) ?? [] { _ = unsafe unlink("\(path)/\(name)") }
        _ = unsafe rmdir(path)
    }
}
