internal import CFormatLibraries

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs a program on some bytes and takes its output, with limits on its time and output.
struct WorkerProcess {
    /// How it went.
    enum Outcome {
        case output([UInt8])
        case tooSlow
        case tooMuch
        case signal(Int32)
        case failed(String)
    }

    /// The program.
    let path: String
    /// Its arguments, without its own name.
    let arguments: [String]
    /// Seconds until it is stopped.
    let seconds: Int
    /// Most bytes of output.
    let limit: Int

    /// Starts it, feeds it and waits for its end.
    func run(on input: [UInt8]) -> Outcome {
        var down: [Int32] = [-1, -1]
        var up: [Int32] = [-1, -1]
        guard unsafe pipe2(&down, O_CLOEXEC) == 0 else { return .failed("cannot start: too many open files") }
        guard unsafe pipe2(&up, O_CLOEXEC) == 0 else {
            for end in down { close(end) }
            return .failed("cannot start: too many open files")
        }
        let child = start(input: down[0], output: up[1])
        close(down[0])
        close(up[1])
        guard let child else {
            close(down[1])
            close(up[0])
            return .failed("cannot start: \(unsafe String(cString: strerror(errno)).lowercased())")
        }
        let outcome = exchange(input, to: down[1], from: up[0])
        if case .output = outcome {} else { kill(child, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard case .output = outcome else { return outcome }
        if status & 0x7F == SIGXCPU { return .tooSlow }
        if status & 0x7F != 0 { return .signal(status & 0x7F) }
        return status >> 8 & 0xFF == 0 ? outcome : .failed("ended with code \(status >> 8 & 0xFF)")
    }

    private func start(input: Int32, output: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) }
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        unsafe words.append(nil)
        var child: pid_t = 0
        let result = unsafe posix_spawn(&child, path, &actions, nil, &words, environ)
        guard result == 0 else {
            errno = result
            return nil
        }
        return child
    }

    /// Writes and reads in turns, as the pipes allow, until the output ends.
    private func exchange(_ input: [UInt8], to sink: Int32, from source: Int32) -> Outcome {
        _ = fcntl(sink, F_SETFL, O_NONBLOCK)
        var sink = sink
        var rest = input[...]
        var output: [UInt8] = []
        let clock = ReadingClock(seconds: seconds)
        defer {
            if sink >= 0 { close(sink) }
            close(source)
        }
        while true {
            guard (try? clock.check()) != nil else { return .tooSlow }
            var polls = [pollfd(fd: source, events: Int16(POLLIN), revents: 0)]
            if sink >= 0 { polls.append(pollfd(fd: sink, events: Int16(POLLOUT), revents: 0)) }
            guard unsafe poll(&polls, nfds_t(polls.count), 200) >= 0 || errno == EINTR else {
                return .failed("cannot be heard")
            }
            if polls.count > 1, polls[1].revents != 0 {
                let count = unsafe rest.prefix(1 << 16).withUnsafeBytes { unsafe ChildPipe.write(sink, $0) }
                if count > 0 { rest = rest.dropFirst(count) }
                // One that stopped reading says why in its output or by its end.
                if rest.isEmpty || (count < 0 && errno != EAGAIN && errno != EINTR) {
                    close(sink)
                    sink = -1
                }
            }
            guard polls[0].revents != 0 else { continue }
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = unsafe max(0, read(source, buffer.baseAddress, 1 << 16))
            }
            if piece.isEmpty { return .output(output) }
            output += piece
            guard output.count <= limit else { return .tooMuch }
        }
    }

    /// The program that reads PDF documents: the one that is named, the one beside the running program, or the one on the
    /// path.
    static func program(named: String?) -> String? {
        let name = "counterweight"
        if let named { return named }
        let own = ownPath()
        let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let places = (unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "").split(separator: ":").map(
            String.init)
        for candidate in ([folder] + places).map({ $0 + "/" + name }) where unsafe access(candidate, X_OK) == 0 {
            return candidate
        }
        return nil
    }

    private static func ownPath() -> String {
        var count = 0
        let bytes = unsafe [CChar](unsafeUninitializedCapacity: 4096) { buffer, used in
            if let start = buffer.baseAddress { count = unsafe readlink("/proc/self/exe", start, 4095) }
            used = max(0, count)
        }
        return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
