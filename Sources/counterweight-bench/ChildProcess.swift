#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// This program once more, in a process of its own.
enum ChildProcess {
    /// What the program prints when called with `arguments`.
    static func output(of arguments: [String]) throws(BenchmarkError) -> String {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw BenchmarkError("no pipe can be made") }
        defer { close(ends[0]) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        _ = unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
        let program = CommandLine.arguments.first ?? ""
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child: pid_t = 0
        let path = Self.program ?? program
        let status = unsafe posix_spawn(&child, path, &actions, nil, &words, environ)
        close(ends[1])
        guard status == 0 else { throw BenchmarkError("\(path) cannot be started") }
        var output: [UInt8] = []
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
                count = max(0, unsafe read(ends[0], buffer.baseAddress, 4096))
            }
            guard !chunk.isEmpty else { break }
            output += chunk
        }
        var result: Int32 = 0
        _ = unsafe waitpid(child, &result, 0)
        guard result == 0 else {
            throw BenchmarkError("measuring \(arguments.dropFirst().joined(separator: " ")) failed")
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Path of the running program.
    private static var program: String? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let length = unsafe readlink("/proc/self/exe", start, 4095)
            guard length > 0 else { return nil }
            return unsafe String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
