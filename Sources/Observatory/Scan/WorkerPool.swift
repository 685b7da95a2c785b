internal import Glibc

/// The workers of a scan: started when there is work, given more as they answer, replaced when a document ends one.
struct WorkerPool {
    /// Requests that a worker may have at once: enough to keep it busy while the writer ends a transaction.
    private static let depth = 64
    /// Bytes of requests that a worker may have at once, unless it is a single larger one.
    private static let loadLimit = 1 << 20
    /// Milliseconds after which waiting ends without an answer, to look whether the scan shall stop.
    private static let patience: Int32 = 200

    private let command: WorkerCommand
    private let count: Int
    private var workers: [ScanWorkerProcess] = []

    /// At most `count` workers.
    init(_ command: WorkerCommand, count: Int) {
        self.command = command
        self.count = count
    }

    /// Whether another document can be handed out.
    var hasRoom: Bool { workers.count < count || workers.contains(where: Self.hasRoom) }

    /// Whether no worker has anything to do.
    var isIdle: Bool { workers.allSatisfy(\.tasks.isEmpty) }

    /// Gives a document to the worker that has the least to do.
    mutating func assign(_ request: WorkRequest) throws(StoreError) {
        let least = workers.indices.filter { Self.hasRoom(workers[$0]) }.min { workers[$0].load < workers[$1].load }
        if let least, workers[least].tasks.isEmpty || workers.count == count {
            workers[least].assign(request)
        } else {
            var worker = try ScanWorkerProcess(program: command.program, arguments: command.arguments)
            worker.assign(request)
            workers.append(worker)
        }
    }

    /// Waits for answers, but not long; none when no worker has anything to do.
    mutating func wait(_ options: Scan.Options) throws(StoreError) -> [WorkAnswer] {
        guard !isIdle else { return [] }
        var polls = workers.flatMap { worker in
            [
                pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: worker.isSending ? worker.input : -1, events: Int16(POLLOUT), revents: 0),
            ]
        }
        _ = unsafe poll(&polls, nfds_t(polls.count), Self.patience)
        var answers: [WorkAnswer] = []
        for index in workers.indices {
            if polls[2 * index + 1].revents != 0 { workers[index].send() }
            guard polls[2 * index].revents != 0 else { continue }
            if let received = try workers[index].receive() {
                answers += received
            } else {
                answers += try replace(index, options)
            }
        }
        return answers
    }

    /// Ends all workers.
    mutating func end(byForce: Bool = false) {
        for worker in workers { _ = worker.end(byForce: byForce || !worker.tasks.isEmpty) }
        workers = []
    }

    /// A worker ended in the middle of its work: the document that it was at is to blame, the others go to a new one.
    private mutating func replace(_ index: Int, _ options: Scan.Options) throws(StoreError) -> [WorkAnswer] {
        let old = workers[index]
        let (end, peak) = old.end()
        guard case .killed(let signal) = end else {
            throw StoreError("a worker of the scan could not do its work; try: \(command.program) --version")
        }
        var new = try ScanWorkerProcess(program: command.program, arguments: command.arguments)
        for task in old.tasks.dropFirst() { new.assign(task) }
        workers[index] = new
        guard let culprit = old.tasks.first else { return [] }
        let message =
            if signal == SIGALRM {
                "took longer than \(Self.text(options.timeout)) seconds and was given up; raise --timeout to give it more"
            } else if let limit = options.memoryLimit, peak * 3 > limit {
                "held \(peak >> 20) MB of memory and wanted more than the limit of \(limit >> 20) MB, so it was given up; raise --memory-limit to give it more"
            } else {
                "broke the analysis off (signal \(signal)) and was given up; please report this document"
            }
        return [
            WorkAnswer(
                sequence: culprit.sequence, size: culprit.file.flatMap { FileState(path: $0)?.size },
                modified: culprit.file.flatMap { FileState(path: $0)?.modified },
                outcome: .failed(.exhausting, message: message))
        ]
    }

    private static func hasRoom(_ worker: ScanWorkerProcess) -> Bool {
        worker.tasks.isEmpty || worker.tasks.count < depth && worker.load < loadLimit
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
