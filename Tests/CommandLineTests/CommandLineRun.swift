import Foundation

/// One run of the built program: what it wrote, and how it ended.
struct CommandLineRun {
    let output: String
    let errors: String
    let code: Int32

    /// Runs the program in a directory and waits for its end; without input, standard input is empty.
    init(
        _ arguments: [String], input: Data? = nil, in directory: URL = Fixture.folder,
        environment: [String: String] = [:],
        outputPath: String? = nil
    ) throws {
        let scratch = try TemporaryFolder()
        let inputFile = try scratch.write("stdin", input ?? Data())
        let outputFile = try outputPath.map { URL(fileURLWithPath: $0) } ?? scratch.write("stdout", Data())
        let errorFile = try scratch.write("stderr", Data())
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = ProcessInfo.processInfo.environment
            .merging(["COLUMNS": "80", "TERM": "xterm"]) { $1 }.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        output = outputPath == nil ? String(decoding: try Data(contentsOf: outputFile), as: UTF8.self) : ""
        errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
        code = process.terminationStatus
    }

    /// The product stands beside the program that runs the tests.
    static var program: URL {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = own.appendingPathComponent("counterweight")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appendingPathComponent(".build/debug/counterweight")
    }
}

/// Files that stand beside the tests.
enum Fixture {
    /// Their folder.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Fixtures")

    /// The option that chooses the small lexicon of the tests.
    static let lexicon = ["--lexicons", folder.appendingPathComponent("Lexicon").path]
}

/// A folder that goes when it is no longer held.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "counterweight-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func write(_ name: String, _ data: Data) throws -> URL {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }
}
