internal import ArgumentParser
internal import Desk
internal import Lexicons
internal import Reporting
internal import TextModel

/// `check`: judges documents and writes what was found.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Judge drafts: files, directories, or standard input.")

    @Argument(help: ArgumentHelp("Files and directories; - is standard input.", valueName: "path"))
    var paths: [String] = []
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @Option(
        help: ArgumentHelp(
            "Lowest band that makes the exit code 1; none: no finding does. (default: moderate)", valueName: "band"))
    var failOn: BandOption?
    @Flag(help: "Exit with 0 whatever is found; inputs that cannot be read still give 2.")
    var exitZero = false
    @OptionGroup(title: "Known findings") var standing: StandingOptions
    @OptionGroup(title: "Changes") var changes: ChangeOptions
    @OptionGroup(title: "Input") var input: InputOptions
    @Option(
        help: ArgumentHelp(
            "Read paths to check from a file, one a line or with zero bytes between; - is standard input.",
            valueName: "file"))
    var filesFrom: String?
    @Option(
        help: ArgumentHelp(
            "Name of standard input in the results; its extension names the format.", valueName: "name"))
    var stdinFilename: String?
    @Option(
        help: ArgumentHelp("Language of the inputs as a BCP 47 tag; only en is judged now.", valueName: "tag")
    )
    var language: String?
    @Flag(help: "Exclude by the configuration also files that are named, as a commit hook names them.")
    var forceExclude = false
    @OptionGroup(title: "Configuration") var configurations: ConfigurationOptions
    @OptionGroup var lexicons: LexiconOptions
    @OptionGroup var threads: ThreadOptions
    @Flag(help: "Check again whenever an input changes, until interrupted.") var watch = false
    @Flag(name: .shortAndLong, help: "Print nothing but findings and errors.") var quiet = false
    @Flag(name: .shortAndLong, help: "Print reasons, factors and credits, and notes on the reading of files.")
    var verbose = false

    /// Notes that are shown without `--verbose`, since a clean result would mislead.
    static let alwaysShown = [
        "language-not-judged", "no-text", "suppression-open", "suppression-unreadable", "suppression-without-reason",
        "suppression-unknown-rule", "suppression-unused",
    ]

    func run() throws {
        guard !(quiet && verbose) else {
            throw CommandError("--quiet and --verbose contradict each other; give one of them")
        }
        guard watch else {
            let code = try check()
            if code != 0 { throw ExitCode(code) }
            return
        }
        try FileWatch(paths: {
            try catalog(CheckCommand.settings(configurations), changes.changes()).inputs.map(\.path)
        })
        .repeating { _ = try check() }
    }

    /// Checks once; the exit code.
    private func check() throws -> Int32 {
        let settings = try Self.settings(configurations)
        let output = output.completed(by: settings)
        let targets = try output.outputs()
        let changed = try changes.changes()
        let catalog = try catalog(settings, changed)
        try changed?.check(catalog.inputs)
        let standing = standing.completed(by: settings)
        for target in targets { try target.protect(catalog.inputs + standing.decisions.map(Input.file)) }
        let lexicon = try lexicons.completed(by: settings).load()
        let ids = lexicon.rules.map(\.description.id)
        var judging = Judging(
            lexicon, input: input, rules: rules, language: language, failOn: failOn?.band,
            wordingFrom: targets.contains { $0.format.showsSuggestions } ? output.lowestBand : nil,
            configuration: configurations.configuration,
            standing: try standing.standing(rules: ids), changes: changed,
            failures: catalog.failures)
        let isQuiet = quiet || settings.flag(.quiet) && !verbose
        let isVerbose = verbose || settings.flag(.verbose) && !quiet
        var writer = ResultWriter(
            targets.map { ($0, output.reportingOptions(for: $0, isVerbose: isVerbose)) },
            rules: lexicon.rules.map(\.description), isQuiet: isQuiet, noted: isVerbose ? nil : Set(Self.alwaysShown))
        try judging.judge(catalog.inputs, threads: try threads.count()) { reports, hashes throws(CommandError) in
            for report in reports { try writer.add(report, hash: Results.hash(of: report.document, among: hashes)) }
        }
        tell(catalog, judging, writer, isQuiet: isQuiet, isVerbose: isVerbose)
        try writer.end { judging.results(of: $0) }
        guard judging.failures.isEmpty else { return 2 }
        return judging.hasFailed && !exitZero && !settings.flag(.exitZero) ? 1 : 0
    }

    private static func settings(_ options: ConfigurationOptions) throws(CommandError) -> Settings {
        var configuration = options.configuration
        return try configuration.decided()
    }

    private func catalog(_ settings: Settings, _ changed: Changes?) throws(CommandError) -> InputCatalog {
        let (paths, areFound) = try namedPaths(changed)
        return InputCatalog(
            paths: paths, standardInputName: stdinFilename ?? "<stdin>", excludes: try Excludes(settings),
            excludesNamed: forceExclude || areFound)
    }

    /// The paths to look at, and whether git found them rather than a person naming them.
    private func namedPaths(_ changed: Changes?) throws(CommandError) -> (paths: [String], areFound: Bool) {
        var paths = paths
        if let filesFrom { paths += try PathList(file: filesFrom).paths }
        guard paths.isEmpty, filesFrom == nil else { return (paths, false) }
        if changes.diff != nil, let changed {
            let folder = RealPath.of(".")
            return (changed.foundPaths.filter(PathList.isRead).map { FilePath.seen($0, from: folder) }, true)
        }
        guard !Console.inputIsTerminal else {
            throw CommandError("nothing to check; name files or directories, or - for standard input")
        }
        return (["-"], false)
    }

    /// Errors always; what was unsure about the reading when asked for; the language unless silence was asked for.
    private func tell(
        _ catalog: InputCatalog, _ judging: Judging, _ writer: ResultWriter, isQuiet: Bool, isVerbose: Bool
    ) {
        for failure in judging.failures.sorted(by: { $0.path < $1.path }) {
            Console.error("\(failure.path): \(failure.message)")
        }
        guard !isQuiet else { return }
        if catalog.inputs.isEmpty, catalog.failures.isEmpty, catalog.excludedCount == 0 {
            Console.note("no document to check: \(filesFrom.map { "\($0) names none" } ?? "none changed")")
        }
        for note in writer.notes { Console.note(note) }
        for note in writer.tally.notes { Console.note(note) }
        for remark in judging.remarks { Console.note(remark) }
        guard isVerbose else { return }
        let skipped = catalog.skippedCount + judging.skippedCount
        if skipped > 0 {
            Console.note(
                "\(skipped) files in directories and archives were left out: their extension names no format that is read"
            )
        }
        if catalog.excludedCount > 0 {
            Console.note("\(catalog.excludedCount) files were left out by the configuration")
        }
    }
}

extension ToolInfo {
    /// This program with a lexicon.
    init(_ lexicon: Lexicon) {
        self.init(
            name: "counterweight", version: ToolVersion.current, lexiconVersion: lexicon.version,
            lexiconHash: lexicon.sha256)
    }
}
