internal import GRDB

/// Judges documents into a store.
///
/// Worker processes judge, this one writes. Documents are handed out in order and their outcomes are written in order,
/// so that the store does not depend on the number of workers. A transaction holds many documents, each whole or not at
/// all: a scan that is killed at any moment goes on after the last one that was committed.
package struct Scan {
    /// What a scan can be told.
    package struct Options: Sendable {
        /// Worker processes.
        package var threads = 1
        /// Read every file, even where size and time say that it did not change.
        package var rehash = false
        /// Try documents again that took too long or too much memory before.
        package var retry = false
        /// Documents that are written together; what was written is safe from then on.
        package var transaction = 500
        /// Seconds that a document may take.
        package var timeout = 60.0
        /// Bytes of memory that a worker may have.
        package var memoryLimit: Int?

        /// The defaults.
        package init() {}
    }

    /// How a scan ended.
    package struct Summary: Sendable {
        /// What was done.
        package let progress: ScanProgress
        /// Documents that failed, by path, with the reason.
        package let failures: [(path: String, message: String)]
        /// Documents in a language that is not judged, by path.
        package let foreign: [(path: String, language: String)]
        /// Documents that were judged now though their language is not known, by path.
        package let unknown: [String]
        /// Whether it was asked to stop before the end.
        package let isStopped: Bool
    }

    private let store: Store
    private let engine: ScanEngine
    private let options: Options
    private let workers: WorkerCommand

    /// A scan into a store that is open for writing.
    package init(store: Store, engine: ScanEngine, workers: WorkerCommand, options: Options = Options()) {
        self.store = store
        self.engine = engine
        self.workers = workers
        self.options = options
    }

    /// Judges every document of `items`, which come in order of their paths, each once.
    ///
    /// `receipt` tells this scan from others: the one with the same receipt that was cut short is continued. `observe` is
    /// told of progress often; it returns false to stop.
    /// - Throws: ``StoreError`` when the store cannot be written to; everything committed before is intact.
    package func run(
        _ items: some Sequence<ScanItem>, total: Int?, receipt: String, observe: (ScanProgress) -> Bool
    ) throws(StoreError) -> Summary {
        let (engineID, run) = try store.write { database in
            let engineID = try engine.register(in: database)
            return (engineID, try ScanRun(database, engine: engineID, receipt: receipt, found: total ?? 0))
        }
        // A row names the version before it, and concepts and rules that the engine registered.
        let summary = try store.load { database in
            var state = ScanState(
                writer: try ScanWriter(database, engine: engineID, run: run.id, options: options), database: database,
                options: options,
                pool: WorkerPool(workers, count: options.threads), progress: ScanProgress(total: total))
            var iterator = items.makeIterator()
            do {
                let isComplete = try state.work(through: &iterator, observe: observe)
                state.pool.end()
                return Summary(
                    progress: state.progress, failures: state.failures, foreign: state.foreign, unknown: state.unknown,
                    isStopped: !isComplete)
            } catch {
                state.pool.end(byForce: true)
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
        if !summary.isStopped { try CopyFinder(store).update() }
        try store.write { database in
            try run.end(database, state: summary.isStopped ? "stopped" : "complete", progress: summary.progress)
        }
        return summary
    }
}

/// How to start a worker.
package struct WorkerCommand: Sendable {
    /// Path of the program.
    package let program: String
    /// Its arguments.
    package let arguments: [String]

    /// A command.
    package init(program: String, arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }
}
