internal import Glibc

/// Another program, run to its end.
enum ChildProcess {
    /// What it printed and how it ended.
    struct Result {
        let output: [UInt8]
        let code: Int32
    }

    /// Runs a program of the search path; what it says of its errors is dropped.
    /// - Throws: ``CommandError`` when it cannot be started.
    static func run(_ arguments: [String]) throws(CommandError) -> Result {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw CommandError("no pipe can be made: \(Console.systemReason())") }
        defer { close(ends[0]) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        _ = unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
        _ = unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child: pid_t = 0
        let status = unsafe posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
        close(ends[1])
        guard status == 0 else {
            let reason = unsafe String(cString: strerror(status)).lowercased()
            throw CommandError(
                "\(arguments[0]) cannot be started: \(reason); install it"
            )
        }
        var output: [UInt8] = []
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(0, unsafe read(ends[0], buffer.baseAddress, 1 << 16))
            }
            guard !chunk.isEmpty else { break }
            output += chunk
        }
        var code: Int32 = 0
        _ = unsafe waitpid(child, &code, 0)
        return Result(output: output, code: code)
    }
}
