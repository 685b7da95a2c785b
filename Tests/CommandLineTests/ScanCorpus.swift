import Foundation

/// A small corpus in a folder of its own, and stores beside it.
struct ScanCorpus {
    let folder: TemporaryFolder

    /// Writes so many documents: powers, rights, a clause that all have in common, and numbers to tell them apart.
    init(documents: Int) throws {
        folder = try TemporaryFolder()
        for index in 0..<documents {
            try folder.write("laws/\(index % 3)/\(1990 + index % 20)-law\(index).txt", Self.text(index))
        }
    }

    static func text(_ index: Int) -> String {
        let paragraphs = (0..<(1 + index % 7)).map { part in
            "The office number \(index * 31 + part) shall block the site for safety. Users of region \(part) may appeal to a judge."
        }
        let clause =
            "This text enters into force on the first day of the month that follows its publication in the gazette."
        return (["Law \(index)"] + paragraphs + [clause]).joined(separator: "\n\n") + "\n"
    }

    /// Runs `scan` on the corpus.
    func scan(_ store: String, _ arguments: String..., paths: [String] = ["laws"]) throws -> CommandLineRun {
        try CommandLineRun(["scan", "--store", store] + arguments + Fixture.lexicon + paths, in: folder.url)
    }

    /// Everything in a store.
    func export(_ store: String) throws -> String {
        let run = try CommandLineRun(["store", "export", store], in: folder.url)
        return run.code == 0 ? run.output : run.errors
    }

    /// The rows of one table in a store, as JSON.
    func rows(_ table: String, in store: String) throws -> [Substring] {
        try export(store).split(separator: "\n").filter { $0.hasPrefix("{\"table\":\"\(table)\",") }
    }

    /// Starts `scan` and does not wait for it.
    func start(_ store: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = CommandLineRun.program
        process.arguments = ["scan", "--quiet", "--store", store] + arguments + Fixture.lexicon + ["laws"]
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
