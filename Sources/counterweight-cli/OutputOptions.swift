internal import ArgumentParser
internal import Desk
internal import Reporting
internal import TextModel

/// How `check` writes its results, and where.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            How to write the results: \(OutputFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")). \
            May be repeated with a file for each: --format full --format sarif=out.sarif. (default: full)
            """,
            valueName: "format[=file]"))
    var format: [String] = []

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to, instead of standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("Lowest band that is shown; what is left out is counted. (default: info)", valueName: "band")
    )
    var minBand: BandOption?

    @Flag(help: "Leave suppressed, known and dismissed findings out of SARIF and CSV, which mark them otherwise.")
    var activeOnly = false

    @Option(
        help: ArgumentHelp("When to colour terminal text; auto respects NO_COLOR. (default: auto)", valueName: "when"))
    var color: ColourOption?

    /// These options, with a configuration deciding what they leave open.
    func completed(by settings: Settings) -> OutputOptions {
        var options = self
        if options.format.isEmpty, output == nil {
            options.format = settings.texts(.format) ?? []
            options.output = settings.text(.output)
        }
        options.minBand = minBand ?? settings.text(.minBand).flatMap(BandOption.init(argument:))
        options.activeOnly = activeOnly || settings.flag(.activeOnly)
        options.color = color ?? settings.text(.color).flatMap(ColourOption.init(rawValue:))
        return options
    }

    /// Lowest band that is shown.
    var lowestBand: Band { minBand?.band ?? .info }

    @Flag(help: "Show the whole profile of each document, and what stands in the way of its mark (full only).")
    var profile = false

    /// Every output that was asked for, each to a place of its own.
    /// - Throws: ``CommandError`` for an unknown format, a missing file name, or two outputs to one place.
    func outputs() throws(CommandError) -> [OutputTarget] {
        var targets: [OutputTarget] = []
        for request in format.isEmpty ? ["full"] : format {
            let parts = request.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let known = OutputFormat(name: name) else {
                let names = OutputFormat.all.map(\.name).joined(separator: ", ")
                throw CommandError("--format: unknown format \"\(name)\"; known: \(names)")
            }
            let file = parts.count > 1 ? String(parts[1]) : output
            guard file != "" else {
                throw CommandError("--format: \(name)= names no file; write \(name)=FILE, or \(name) alone")
            }
            guard !targets.contains(where: { $0.path == file }) else {
                let place = file ?? "standard output"
                throw CommandError(
                    "--format: two formats go to \(place); give each but one a file: --format \(name)=FILE")
            }
            targets.append(OutputTarget(format: known, path: file))
        }
        if let output, !targets.contains(where: { $0.path == output }) {
            throw CommandError("--output: no format is left for \(output); every one has a file of its own")
        }
        return targets
    }

    func reportingOptions(for target: OutputTarget, isVerbose: Bool) -> ReportingOptions {
        let colour =
            switch color ?? .auto {
            case .always: true
            case .never: false
            case .auto: target.path == nil && Console.prefersColour
            }
        return ReportingOptions(
            colour: colour, width: target.path == nil ? Console.width : 100, verbose: isVerbose,
            profile: profile, minimumBand: lowestBand, activeOnly: activeOnly)
    }
}

/// One format and where it goes.
struct OutputTarget {
    let format: OutputFormat
    /// File to write to; `nil` is standard output.
    let path: String?

    /// Whether it is text for people on standard output.
    var isForReading: Bool { path == nil && ["full", "concise"].contains(format.name) }

    /// Makes sure that the results will not take the place of an input.
    /// - Throws: ``CommandError`` when they would.
    func protect(_ inputs: [Input]) throws(CommandError) {
        guard let path else { return }
        try OutputFile(path: path).protect(inputs.map(\.path))
    }
}
