internal import ArgumentParser
internal import Glibc
internal import Reporting

/// How `check` writes its results, and where.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp(
        "How to write the results: \(OutputFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")).",
        valueName: "format"))
    var format = "full"

    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("File to write to, instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Lowest band that is shown; what is left out is counted.", valueName: "band"))
    var minBand = BandOption(.info)

    @Option(help: ArgumentHelp("When to colour terminal text; auto respects NO_COLOR.", valueName: "when"))
    var color = ColourOption.auto

    /// The format that was asked for.
    /// - Throws: ``CommandError`` that lists the formats.
    func outputFormat() throws(CommandError) -> OutputFormat {
        guard let known = OutputFormat(name: format) else {
            let names = OutputFormat.all.map(\.name).joined(separator: ", ")
            throw CommandError("--format: unknown format \"\(format)\"; known: \(names)")
        }
        return known
    }

    func reportingOptions(isVerbose: Bool) -> ReportingOptions {
        let colour =
            switch color {
            case .always: true
            case .never: false
            case .auto: output == nil && Console.prefersColour
            }
        return ReportingOptions(
            colour: colour, width: output == nil ? Console.width : 100, verbose: isVerbose, minimumBand: minBand.band)
    }

    /// Writes the finished results to their place.
    /// - Throws: ``CommandError`` when the file cannot be made or the disk is full.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        guard let output else { return try Console.write(bytes) }
        try OutputFile(path: output).write(bytes)
    }
}

/// A file that results are written to.
struct OutputFile {
    let path: String

    /// Makes or replaces the file.
    /// - Throws: ``CommandError`` when it cannot be made or the disk is full.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(Console.systemReason()) }
        do throws(Console.WriteError) {
            try Console.send(bytes, to: descriptor)
        } catch {
            _ = close(descriptor)
            if case .failed(let reason) = error { throw failure(reason) }
            return
        }
        guard close(descriptor) == 0 else { throw failure(Console.systemReason()) }
    }

    private func failure(_ reason: String) -> CommandError {
        CommandError("\(path): cannot be written: \(reason); choose another place for the output")
    }
}
