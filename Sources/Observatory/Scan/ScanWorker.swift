internal import Counterweight
internal import Glibc
package import Ingest
package import Lexicons
internal import TextModel

/// The side of a scan that judges: reads requests from standard input and writes answers to standard output.
///
/// It lives in a process of its own, so that a document that hangs or eats memory takes nothing else with it: the timer
/// of the process ends it when a document takes too long, and its memory is limited.
package struct ScanWorker {
    private let reader: DocumentReader
    private let analyzer: Analyzer
    private let timeout: Double
    /// Ids of concepts by their titles.
    private let ids: [String: String]
    /// Files that changed less than this many nanoseconds ago may change again without a new time.
    private static let doubtfulAge = 2_000_000_000

    /// A worker that spends `timeout` seconds on a document at most; `memoryLimit` is in bytes.
    package init(reader: DocumentReader, lexicon: Lexicon, timeout: Double, memoryLimit: Int?) {
        self.reader = reader
        analyzer = Analyzer(lexicon)
        ids = Dictionary(lexicon.concepts.map { ($0.title, $0.id) }) { first, _ in first }
        self.timeout = timeout
        // Whoever started the scan may have had its own use for the signal of the timer.
        var timer = sigset_t()
        unsafe sigemptyset(&timer)
        unsafe sigaddset(&timer, SIGALRM)
        unsafe pthread_sigmask(SIG_UNBLOCK, &timer, nil)
        _ = signal(SIGALRM, SIG_DFL)
        if let memoryLimit {
            var limit = rlimit(rlim_cur: rlim_t(memoryLimit), rlim_max: rlim_t(memoryLimit))
            _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        }
    }

    /// Works until standard input ends.
    package func run() {
        var inbox: [UInt8] = []
        while true {
            var start = 0
            while let length = Frame.length(of: inbox[start...]), inbox.count - start >= 4 + length {
                let message = inbox[(start + 4)..<(start + 4 + length)]
                start += 4 + length
                guard let request = try? WorkRequest(message), Self.send(answer(to: request).frame) else { return }
            }
            inbox.removeFirst(start)
            let chunk = Self.receive()
            guard !chunk.isEmpty else { return }
            inbox += chunk
        }
    }

    private func answer(to request: WorkRequest) -> WorkAnswer {
        Self.setTimer(timeout)
        defer { Self.setTimer(0) }
        var size = request.bytes?.count
        var modified: Int?
        let outcome: WorkAnswer.Outcome
        do throws(IngestError) {
            let bytes: [UInt8]
            if let file = request.file {
                (size, modified) = Self.state(of: file)
                bytes = try FileBytes.read(path: file, limit: reader.options.maximumBytes)
            } else {
                bytes = request.bytes ?? []
            }
            outcome = try judge(bytes, of: request)
        } catch {
            let text = error.description
            let prefix = "\(request.file ?? request.path): "
            outcome = .failed(
                .unreadable, message: text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
        }
        return WorkAnswer(sequence: request.sequence, size: size, modified: modified, outcome: outcome)
    }

    private func judge(_ bytes: [UInt8], of request: WorkRequest) throws(IngestError) -> WorkAnswer.Outcome {
        let hash = SHA256.hexDigest(of: bytes)
        if hash == request.knownHash { return .unchanged }
        var document = try document(bytes, of: request)
        document.path = request.path
        document.declaredKind = request.kind.flatMap { DocumentKind(rawValue: $0) } ?? document.declaredKind
        document.language = request.language ?? document.language
        let report = analyzer.report(on: document)
        let rows = DocumentRows.bytes(of: report, ids: ids)
        return .judged(VersionFacts(report, sha256: hash, bytes: bytes.count, rows: rows), rows: rows[...])
    }

    private func document(_ bytes: [UInt8], of request: WorkRequest) throws(IngestError) -> Document {
        if let file = request.file { return try reader.read(bytes: bytes, path: file) }
        var item = SourceItem(
            path: request.path, bytes: bytes, format: request.format.flatMap { InputFormat(rawValue: $0) })
        item.encoding = request.encoding
        return try reader.read(item)
    }

    /// Size and time of the last change; no time for one that is too recent to tell a later change from it.
    private static func state(of path: String) -> (size: Int?, modified: Int?) {
        guard let state = FileState(path: path) else { return (nil, nil) }
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let age = now.tv_sec * 1_000_000_000 + now.tv_nsec - state.modified
        return (state.size, age > doubtfulAge ? state.modified : nil)
    }

    private static func setTimer(_ seconds: Double) {
        let whole = Int(seconds)
        let part = Int((seconds - Double(whole)) * 1e6)
        var timer = itimerval(
            it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: whole, tv_usec: part))
        _ = unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    }

    private static func receive() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            var got = 0
            repeat { got = unsafe read(STDIN_FILENO, buffer.baseAddress, 1 << 16) } while got < 0 && errno == EINTR
            count = max(got, 0)
        }
    }

    private static func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if sent < 0, errno != EINTR { return false }
            rest = rest.dropFirst(max(sent, 0))
        }
        return true
    }
}
