internal import GRDB

/// A scan under way: what was handed out, what came back, what was written.
struct ScanState {
    /// What is known of a document's outcome before its turn to be written.
    private enum Ready {
        /// The store has it as it is.
        case skipped(ScanWriter.Known)
        case answered(WorkAnswer)
    }

    /// Documents that may be under way at once; outcomes wait for those before them.
    private static let window = 1024
    /// Bytes of outcomes that may wait.
    private static let waitingLimit = 16 << 20
    /// A transaction ends after so many bytes of outcomes, however few the documents.
    private static let transactionBytes = 8 << 20

    private var writer: ScanWriter
    let database: Database
    let options: Scan.Options
    var pool: WorkerPool
    private(set) var progress: ScanProgress
    private(set) var failures: [(path: String, message: String)] = []
    private(set) var foreign: [(path: String, language: String)] = []

    private(set) var unknown: [String] = []

    /// What is under way, and what the store knew of it before.
    private var items: [Int: (item: ScanItem, known: ScanWriter.Known?)] = [:]
    private var ready: [Int: Ready] = [:]
    private var waiting = 0
    private var handedOut = 0
    private var written = 0
    private var uncommitted = (documents: 0, bytes: 0)

    init(writer: ScanWriter, database: Database, options: Scan.Options, pool: WorkerPool, progress: ScanProgress) {
        self.writer = writer
        self.database = database
        self.options = options
        self.pool = pool
        self.progress = progress
    }

    /// Goes through all documents; false when `observe` asked to stop. Everything written is committed at the end.
    mutating func work(
        through iterator: inout some IteratorProtocol<ScanItem>, observe: (ScanProgress) -> Bool
    ) throws -> Bool {
        var isExhausted = false
        var goesOn = true
        try database.beginTransaction()
        while goesOn {
            while !isExhausted, handedOut - written < Self.window, waiting < Self.waitingLimit, pool.hasRoom {
                guard let item = iterator.next() else {
                    isExhausted = true
                    break
                }
                try handOut(item)
                // Documents that need no worker must not fill the window without ever being written.
                if pool.isIdle { try writeReady() }
            }
            try writeReady()
            goesOn = observe(progress)
            if isExhausted, written == handedOut { break }
            guard goesOn else { break }
            for answer in try pool.wait(options) { accept(answer) }
        }
        try writer.commit()
        return goesOn
    }

    private mutating func handOut(_ item: ScanItem) throws {
        let sequence = handedOut
        handedOut += 1
        let metadata = StoredMetadata(item.metadata)
        let known = try writer.known(item.path)
        items[sequence] = (item.withoutBytes, known)
        let isCurrent = known.map { writer.isCurrent($0, for: metadata) } ?? false
        if let known, isCurrent, isUnchanged(known, item) {
            ready[sequence] = .skipped(known)
            return
        }
        var request = WorkRequest(
            sequence: sequence, path: item.path, kind: item.metadata.kind?.rawValue ?? known?.metadata.kind,
            language: item.metadata.language ?? known?.metadata.language, knownHash: isCurrent ? known?.sha256 : nil)
        switch item.content {
        case .file(let path): request.file = path
        case .member(let bytes, let format, let encoding):
            (request.bytes, request.format, request.encoding) = (bytes, format, encoding)
        case .missing(let reason):
            return accept(
                WorkAnswer(
                    sequence: sequence, size: nil, modified: nil,
                    outcome: .failed(.unreadable, message: reason)))
        }
        try pool.assign(request)
    }

    /// Whether size and time say that a document is what it was; failures that cost nothing are tried again.
    private func isUnchanged(_ known: ScanWriter.Known, _ item: ScanItem) -> Bool {
        guard !options.rehash, known.error == nil || writer.isGivenUp(known),
            let size = known.size, let modified = known.modified
        else { return false }
        switch item.content {
        case .file(let path):
            guard let state = FileState(path: path) else { return false }
            return state.size == size && state.modified == modified
        case .member, .missing: return false
        }
    }

    private mutating func accept(_ answer: WorkAnswer) {
        if case .judged(_, let rows) = answer.outcome { waiting += rows.count }
        ready[answer.sequence] = .answered(answer)
    }

    private mutating func writeReady() throws {
        while let outcome = ready.removeValue(forKey: written),
            let (item, known) = items.removeValue(forKey: written)
        {
            let metadata = StoredMetadata(item.metadata)
            switch outcome {
            case .skipped(let known):
                try writer.update(known, to: metadata)
                if let error = known.error {
                    progress.failed += 1
                    failures.append((item.path, error))
                } else {
                    progress.unchanged += 1
                }
            case .answered(let answer):
                try writer.write(answer, path: item.path, known: known, metadata: metadata)
                count(answer, of: item)
                try commitWhenDue()
            }
            written += 1
        }
    }

    private mutating func count(_ answer: WorkAnswer, of item: ScanItem) {
        switch answer.outcome {
        case .unchanged: progress.unchanged += 1
        case .failed(_, let message):
            progress.failed += 1
            failures.append((item.path, message))
        case .judged(let facts, let rows):
            if facts.isForeign {
                progress.foreign += 1
                foreign.append((item.path, facts.language ?? "another language"))
            } else {
                progress.judged += 1
                if facts.isUnknown, item.metadata.language == nil { unknown.append(item.path) }
            }
            progress.bytes += facts.bytes
            waiting -= rows.count
            uncommitted.bytes += rows.count
        }
        uncommitted.documents += 1
    }

    private mutating func commitWhenDue() throws {
        guard
            uncommitted.documents >= options.transaction || uncommitted.bytes >= Self.transactionBytes
        else { return }
        try writer.commit()
        try database.beginTransaction()
        uncommitted = (0, 0)
    }
}
