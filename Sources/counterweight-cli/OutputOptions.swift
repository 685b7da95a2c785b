internal import ArgumentParser
internal import Reporting

/// How `check` writes its results, and where.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to write the results: \(OutputFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")).",
            valueName: "format"))
    var format = "full"

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to, instead of standard output.", valueName: "file"))
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
            colour: colour, width: output == nil ? Console.width : 100, verbose: isVerbose,
            minimumBand: minBand.band)
    }

    /// Makes sure that the results will not take the place of an input.
    /// - Throws: ``CommandError`` when they would.
    func protect(_ inputs: [Input]) throws(CommandError) {
        guard let output else { return }
        try OutputFile(path: output).protect(inputs.map(\.path))
    }

    /// Writes the finished results to their place.
    /// - Throws: ``CommandError`` when the file cannot be made or the disk is full.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        guard let output else { return try Console.write(bytes) }
        try OutputFile(path: output).write(bytes)
    }
}
