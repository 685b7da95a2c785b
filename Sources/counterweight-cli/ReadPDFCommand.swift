internal import ArgumentParser
internal import Ingest

/// `read-pdf`: what the program runs of itself, in a process with limits, for each PDF document.
struct ReadPDFCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: PDFWorker.command, abstract: "Read a PDF document from standard input.", shouldDisplay: false)

    @Option var memory: Int
    @Option var seconds: Int

    func run() throws {
        guard PDFWorker.run(maximumMemory: memory, maximumSeconds: seconds) else { throw ExitCode(1) }
    }
}
