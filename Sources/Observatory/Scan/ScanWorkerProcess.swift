internal import Glibc
internal import Ingest

/// A worker seen from the scan: a process, the way to it and the way back.
///
/// Nothing here waits: the pipes do not block, and what cannot be sent yet is kept.
struct ScanWorkerProcess {
    /// How a worker ended.
    enum End: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// The process.
    let process: pid_t
    /// Where its answers come from.
    let output: Int32
    /// Where its requests go.
    let input: Int32
    /// Requests that it has and did not answer, oldest first.
    var tasks: [WorkRequest] = []
    private var outbox: ArraySlice<UInt8> = []
    private var inbox: [UInt8] = []

    /// Whether it has room to be sent more.
    var isSending: Bool { !outbox.isEmpty }
    /// Bytes of requests that it was given and did not answer.
    var load: Int { tasks.reduce(0) { $0 + ($1.bytes?.count ?? 0) + 64 } }

    /// Starts a program with arguments; its standard error goes nowhere.
    init(program: String, arguments: [String]) throws(StoreError) {
        let toWorker = try Self.makePipe()
        let fromWorker: (read: Int32, write: Int32)
        do { fromWorker = try Self.makePipe() } catch {
            close(toWorker.read)
            close(toWorker.write)
            throw error
        }
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, toWorker.read, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, fromWorker.write, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // A group of its own keeps Ctrl-C on the terminal for the scan, which then ends its workers in order.
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var process: pid_t = 0
        let words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in 0..<(unsafe words.count) { unsafe free(words[index]) } }
        let code = unsafe posix_spawn(&process, program, &actions, &attributes, words, environ)
        close(toWorker.read)
        close(fromWorker.write)
        guard code == 0 else {
            close(toWorker.write)
            close(fromWorker.read)
            errno = code
            throw Self.failure()
        }
        self.process = process
        input = toWorker.write
        output = fromWorker.read
        for descriptor in [input, output] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
            // Room for answers while the writer is busy: F_SETPIPE_SZ.
            _ = fcntl(descriptor, 1031, 1 << 20)
        }
    }

    /// Gives it a document.
    mutating func assign(_ request: WorkRequest) {
        tasks.append(request)
        outbox += request.frame
        send()
    }

    /// Sends what is waiting, as far as there is room. A worker that is gone shows when it is read from.
    mutating func send() {
        while !outbox.isEmpty {
            let sent = unsafe outbox.prefix(1 << 16).withUnsafeBytes { unsafe ChildPipe.write(input, $0) }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return }
            outbox = outbox.dropFirst(sent)
        }
        outbox = []
    }

    /// The answers that arrived; `nil` once the worker has ended.
    mutating func receive() throws(StoreError) -> [WorkAnswer]? {
        var isOver = false
        while true {
            var got = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                got = unsafe read(output, buffer.baseAddress, 1 << 18)
                count = max(got, 0)
            }
            if got < 0, errno == EINTR { continue }
            inbox += chunk
            isOver = got == 0
            if got < 1 << 18 { break }
        }
        var answers: [WorkAnswer] = []
        var start = 0
        while let length = Frame.length(of: inbox[start...]), inbox.count - start >= 4 + length {
            do {
                answers.append(try WorkAnswer(ArraySlice(Array(inbox[(start + 4)..<(start + 4 + length)]))))
            } catch {
                throw StoreError("a worker of the scan answered what cannot be read; please report this")
            }
            start += 4 + length
        }
        inbox.removeFirst(start)
        for answer in answers { tasks.removeAll { $0.sequence == answer.sequence } }
        return isOver && answers.isEmpty ? nil : answers
    }

    /// Ends the process and waits until it is gone.
    func end(byForce: Bool = false) -> (end: End, peakMemory: Int) {
        close(input)
        if byForce { kill(process, SIGKILL) }
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        close(output)
        let signal = status & 0x7F
        return (signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal), usage.ru_maxrss * 1024)
    }

    /// A pipe that other workers do not inherit.
    private static func makePipe() throws(StoreError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw failure() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func failure() -> StoreError {
        StoreError(
            "a worker process cannot be started: \(unsafe String(cString: strerror(errno)).lowercased()); try fewer --threads"
        )
    }
}
