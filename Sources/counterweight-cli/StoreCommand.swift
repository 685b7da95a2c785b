internal import ArgumentParser
internal import Glibc
internal import Ingest
internal import Observatory

/// `store`: looks after a store.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Look after a store: check, export, import, forget, vacuum.",
        subcommands: [
            StoreCheckCommand.self, StoreExportCommand.self, StoreImportCommand.self, StoreForgetCommand.self,
            StoreVacuumCommand.self,
        ])
}

/// `store check`: whether a store is sound, and how large its parts are.
struct StoreCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether a store is sound and how large it is.")
    @Argument(help: ArgumentHelp("The store.", valueName: "file.db")) var path: String

    func run() throws {
        let result = try attempt { () throws(StoreError) in
            try StoreCheck(try Store(path: path, for: .writing(purpose: "store check"))).run()
        }
        for (table, count) in result.rows { try Console.print("\(table): \(count)\n") }
        try Console.print("size: \(result.bytes) bytes")
        try Console.print(result.indexBytes.map { ", of which the index of the text takes \($0)\n" } ?? "\n")
        if result.failed > 0 { Console.note("\(Console.counted(result.failed, "document")) could not be judged") }
        for problem in result.problems { Console.error("\(path): \(problem)") }
        guard result.problems.isEmpty else { throw ExitCode(2) }
        try Console.print("\(path): the store is sound\n")
    }
}

/// `store export`: everything in a store as CSV or JSON lines.
struct StoreExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything in a store as CSV files or JSON lines.")
    @Argument(help: ArgumentHelp("The store.", valueName: "file.db")) var path: String
    @Option(help: ArgumentHelp("csv: a folder with a file for each table; jsonl: one file.", valueName: "format"))
    var format = "jsonl"
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp(
            "File or folder to write to; JSON lines go to standard output without it.", valueName: "path"))
    var output: String?

    func run() throws {
        guard let format = StoreExport.Format(rawValue: format) else {
            throw CommandError("--format: unknown format \"\(self.format)\"; known: csv, jsonl")
        }
        if format == .csv, output == nil {
            throw CommandError("--output: CSV files need a folder; name one")
        }
        let store = try attempt { () throws(StoreError) in try Store(path: path, for: .reading) }
        let sink = try StoreExportSink(format, output: output)
        do {
            try StoreExport(store).write(format) { table, bytes in try sink.write(bytes, table: table) }
        } catch let error as CommandError {
            throw error
        } catch {
            throw CommandError("\(error)")
        }
    }
}

/// `store import`: reads an export back.
struct StoreImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read an export into a store.")
    @Argument(help: ArgumentHelp("File of JSON lines, or folder of CSV files.", valueName: "export")) var source: String
    @Option(help: ArgumentHelp("The store; it is made when there is none.", valueName: "file.db")) var store: String

    func run() throws {
        var files: [String: [UInt8]] = [:]
        do throws(IngestError) {
            if FileIdentity(path: source)?.isDirectory == true {
                for name in StoreExport.tables where FileIdentity(path: "\(source)/\(name).csv") != nil {
                    files[name] = try FileBytes.read(path: "\(source)/\(name).csv", limit: 1 << 34)
                }
            } else {
                files["jsonl"] = try FileBytes.read(path: source, limit: 1 << 34)
            }
        } catch {
            throw CommandError(error.description)
        }
        guard !files.isEmpty else { throw CommandError("\(source): holds no CSV file of an export") }
        let count: Int
        do throws(StoreError) {
            let store = try Store(path: store, for: .creating(purpose: "store import"))
            count = try StoreImport(store).read(files)
        } catch {
            throw CommandError("\(source): \(error.description); nothing was imported")
        }
        Console.note("\(Console.counted(count, "row")) imported into \(store)")
    }
}

/// `store forget`: takes documents out of the figures.
struct StoreForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Take documents out of figures and pages, until a scan finds them again.")
    @Argument(help: ArgumentHelp("The store.", valueName: "file.db")) var path: String
    @Argument(help: ArgumentHelp("Paths in the store, of documents, folders or archives.", valueName: "path"))
    var documents: [String]

    func run() throws {
        let count = try attempt { () throws(StoreError) in
            try StoreForget(try Store(path: path, for: .writing(purpose: "store forget"))).run(documents)
        }
        Console.note("\(Console.counted(count, "document")) forgotten")
    }
}

/// `store vacuum`: makes a store small.
struct StoreVacuumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum", abstract: "Make a store as small as it can be.")
    @Argument(help: ArgumentHelp("The store.", valueName: "file.db")) var path: String
    @Flag(help: "Drop every version of a document but the last.") var dropHistory = false

    func run() throws {
        let dropped = try attempt { () throws(StoreError) in
            try StoreVacuum(try Store(path: path, for: .writing(purpose: "store vacuum"))).run(dropHistory: dropHistory)
        }
        if dropHistory { Console.note("\(Console.counted(dropped, "older version")) dropped") }
    }
}

/// Does something with a store and turns its error into one of the command line.
func attempt<Value>(_ body: () throws(StoreError) -> Value) throws(CommandError) -> Value {
    do throws(StoreError) { return try body() } catch { throw CommandError(error.description) }
}
