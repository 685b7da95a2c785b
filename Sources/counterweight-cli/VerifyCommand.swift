internal import ArgumentParser
internal import Foundation
internal import Ingest
internal import Observatory

/// `verify`: makes a result again from its receipt and says whether it is the same.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Run again what a receipt tells of, and say whether the result is the same.",
        discussion: """
            Run it where the first command was run, so that relative paths lead to the same files. Exit codes: 0 the \
            same, 1 something differs, 2 it could not be run.
            """)

    @Argument(help: ArgumentHelp("Receipt that --receipt wrote.", valueName: "receipt")) var path: String

    func run() throws {
        let old = try Self.receipt(path)
        // A receipt may come from anybody; what it says is run only where all that it can do is to answer.
        guard let name = old.command.first, Self.answering.contains(name), !old.command.contains(where: Self.leads)
        else {
            throw CommandError(
                "\(path): \"\(old.command.joined(separator: " "))\" is no command that receipts are written for; "
                    + "known: \(Self.answering.joined(separator: ", ")), without a file to write to")
        }
        let place = try Scratch()
        defer { place.remove() }
        var arguments = old.command + ["--receipt", place.path("receipt.json")]
        if old.command.first == "scan" { arguments += ["--store", place.path("store.db"), "--quiet"] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CommandError("the program cannot be started again: \(error)")
        }
        process.waitUntilExit()
        guard FileIdentity(path: place.path("receipt.json")) != nil else {
            throw CommandError(
                "\(path): the command did not come to its end: counterweight \(old.command.joined(separator: " "))")
        }
        let new = try Self.receipt(place.path("receipt.json"))
        guard new.sharesInput(with: old) else {
            throw CommandError(
                "\(path): nothing that it is about is here; run it in the folder where the receipt was made")
        }
        let comparison = ReceiptComparison(old, new)
        for difference in comparison.differences { try Console.print("\(difference)\n") }
        try Console.print(comparison.isSame ? "same: sha256:\(old.result)\n" : "not the same\n")
        guard comparison.isSame else { throw ExitCode(1) }
    }

    /// The commands that write receipts.
    private static let answering = ["scan", "scorecard", "trends"]

    /// Whether a word of a command says where results go; receipts leave those out.
    private static func leads(_ word: String) -> Bool {
        ReceiptOptions.command([word]).isEmpty || word.hasPrefix("-o")
    }

    private static func receipt(_ path: String) throws(CommandError) -> Receipt {
        do {
            return try Receipt(json: try FileBytes.read(path: path, limit: 1 << 30))
        } catch let error as Receipt.Malformed {
            throw CommandError("\(path): \(error.reason)")
        } catch {
            throw CommandError("\(error)")
        }
    }
}

/// A folder for files that are needed once.
private struct Scratch {
    private let folder: URL

    init() throws(CommandError) {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("counterweight-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandError("\(folder.path): cannot be made; set TMPDIR to a folder that may be written to")
        }
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
