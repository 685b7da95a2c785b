internal import ArgumentParser
internal import Glibc
internal import Ingest
internal import Lexicons
internal import Observatory
internal import Reporting

/// `scan`: judges a corpus into a store.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Judge a corpus into a store, which keeps it for questions.",
        discussion: """
            What the store has already is skipped unless it changed, so the same command goes on after an interruption \
            and brings a store up to date. Exit codes: 0 everything was judged, 2 something could not be, 130 stopped.
            """)

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @Option(help: ArgumentHelp("File of the store; it is made when there is none.", valueName: "file.db"))
    var store: String?
    @Flag(help: "Print the paths of the documents that would be judged, one a line, and do nothing else.")
    var list = false
    @OptionGroup var threads: ThreadOptions
    @Option(help: ArgumentHelp("Documents that are written together; an interruption loses less.", valueName: "n"))
    var commitEvery = 500
    @OptionGroup(title: "Limits") var limits: LimitOptions
    @Flag(help: "Read every file again, even where size and time say that it did not change.") var rehash = false
    @Flag(help: "Try documents again that took too long or too much memory before.") var retry = false
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions
    @Option(help: ArgumentHelp("File for a receipt, which \"verify\" reads.", valueName: "file")) var receipt: String?
    @Flag(name: .shortAndLong, help: "Print nothing but errors.") var quiet = false

    func run() throws {
        guard !list else { return try printList() }
        guard let store else {
            throw CommandError("--store: name the file of the store; it is made when there is none")
        }
        let interruption = Interruption()
        let count = try threads.count()
        guard commitEvery > 0 else { throw CommandError("--commit-every: \(commitEvery) is too few; give 1 or more") }
        _ = try limits.checked()
        let lexicon = try lexicons.load()
        let reader = try input.reader(lexicon)
        let items = try corpus.items()
        guard !items.isEmpty else { throw CommandError("nothing to scan; name files, directories or a --manifest") }
        if !quiet { for note in items.notes { Console.note(note) } }

        var options = Scan.Options()
        options.threads = count
        options.transaction = commitEvery
        options.rehash = rehash
        options.retry = retry
        options.timeout = limits.timeout
        options.memoryLimit = limits.memoryBytes
        let engine = ScanEngine(program: ToolVersion.current, lexicon: lexicon, settings: input.settings)
        let workers = WorkerCommand(
            program: "/proc/self/exe",
            arguments: ["scan-worker"] + limits.arguments + input.arguments + lexicons.arguments)
        // A worker that breaks off is told of here; the trace that it would print itself takes seconds.
        _ = unsafe setenv("SWIFT_BACKTRACE", "enable=no", 1)
        var meter = ScanMeter(isQuiet: quiet)
        let opened = OpenedItems(items.all, options: reader.options)
        let summary: Scan.Summary
        var proof: [UInt8]?
        do throws(StoreError) {
            let store = try Store(path: store, for: .creating(purpose: "scan"))
            let scan = Scan(store: store, engine: engine, workers: workers, options: options)
            summary = try scan.run(opened, total: opened.total, receipt: corpus.receipt) { progress in
                meter.show(progress)
                return !interruption.isPending
            }
            if receipt != nil, !summary.isStopped {
                proof = try Receipt(
                    scan: command, tool: ToolInfo(lexicon), of: opened.paths, manifest: items.manifest, in: store
                ).json
            }
        } catch {
            meter.clear()
            throw CommandError(error.description)
        }
        meter.clear()
        for failure in summary.failures { Console.error("\(failure.path): \(failure.message)") }
        if !quiet {
            for document in summary.foreign {
                Console.note(
                    "\(document.path): is in \(document.language) and not judged; only \(lexicon.language.tag) is")
            }
            if let first = summary.unknown.first {
                let count = summary.unknown.count
                let others = count > 1 ? " and \(Console.counted(count - 1, "other document")) are" : ": is"
                Console.note(
                    "\(first)\(others) in a language that is not known, judged as \(lexicon.language.tag); scorecards count such documents apart"
                )
            }
            Console.standardError(meter.summary(of: summary, store: store) + "\n")
        }
        if let receipt, let proof { try OutputFile(path: receipt).write(proof) }
        if summary.isStopped { throw ExitCode(130) }
        guard summary.progress.failed == 0 else { throw ExitCode(2) }
    }

    /// What is found, so that another program can judge the same documents.
    private func printList() throws {
        let items = try corpus.items()
        for note in items.notes where !quiet { Console.note(note) }
        var isComplete = true
        for item in OpenedItems(items.all, options: try input.reader(try lexicons.load()).options) {
            if case .missing(let reason) = item.content {
                Console.error("\(item.path): \(reason)")
                isComplete = false
            } else {
                try Console.print(item.path + "\n")
            }
        }
        guard isComplete else { throw ExitCode(2) }
    }

    /// The command without what does not change its result.
    private var command: [String] {
        ["scan"] + corpus.arguments + limits.arguments + input.arguments + lexicons.arguments
    }
}

/// `scan-worker`: the side of a scan that judges, in a process of its own.
struct ScanWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "scan-worker", shouldDisplay: false)

    @OptionGroup var limits: LimitOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let lexicon = try lexicons.load()
        let worker = ScanWorker(
            reader: try input.reader(lexicon), lexicon: lexicon, timeout: limits.timeout,
            memoryLimit: limits.memoryBytes)
        worker.run()
    }
}

/// How much one document may cost.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Seconds that a document may take.", valueName: "seconds"))
    var timeout = 60.0
    @Option(help: ArgumentHelp("Memory that judging a document may take, in MB; 0 for no limit.", valueName: "mb"))
    var memoryLimit = 1024

    /// The limit in bytes.
    var memoryBytes: Int? { memoryLimit > 0 ? memoryLimit << 20 : nil }

    /// The options as words for another command.
    var arguments: [String] { ["--timeout", String(timeout), "--memory-limit", String(memoryLimit)] }

    /// These options.
    /// - Throws: ``CommandError`` where one makes no sense.
    func checked() throws(CommandError) -> LimitOptions {
        guard timeout >= 0.01, timeout <= 86_400 else {
            throw CommandError("--timeout: give a number of seconds between 0.01 and 86400")
        }
        guard memoryLimit == 0 || memoryLimit >= 256 else {
            throw CommandError("--memory-limit: \(memoryLimit) MB are too few; give 256 or more, or 0 for no limit")
        }
        return self
    }
}

extension InputOptions {
    /// The options as words for another command.
    var arguments: [String] {
        let flag = "one-site"
        return settings.sorted { $0.key < $1.key }.flatMap {
            $0.key == flag ? ["--\(flag)"] : ["--\($0.key)", $0.value]
        }
    }

    /// What was set, by the name of the option.
    var settings: [String: String] {
        var settings: [String: String] = [:]
        settings["input-format"] = inputFormat
        settings["encoding"] = encoding
        settings["document-kind"] = documentKind
        for (name, limit) in [
            ("max-bytes", maxBytes), ("max-depth", maxDepth), ("max-entity-bytes", maxEntityBytes),
            ("max-expanded-bytes", maxExpandedBytes), ("max-entries", maxEntries), ("max-nesting", maxNesting),
            ("max-seconds", maxSeconds), ("max-memory", maxMemory),
        ] {
            settings[name] = limit.map { String($0) }
        }
        settings["one-site"] = oneSite ? "true" : nil
        return settings
    }
}

extension LexiconOptions {
    /// The option as words for another command.
    var arguments: [String] { folder.map { ["--lexicons", $0] } ?? [] }
}
