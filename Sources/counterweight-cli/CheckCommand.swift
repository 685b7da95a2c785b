internal import ArgumentParser
internal import Counterweight
internal import Ingest
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
            "Lowest band that makes the exit code 1; none: no finding does.", valueName: "band"))
    var failOn = BandOption(.moderate)
    @Flag(help: "Exit with 0 whatever is found; inputs that cannot be read still give 2.")
    var exitZero = false
    @OptionGroup(title: "Input") var input: InputOptions
    @Option(
        help: ArgumentHelp(
            "Name of standard input in the results; its extension names the format.", valueName: "name"))
    var stdinFilename: String?
    @Option(
        help: ArgumentHelp("Language of the inputs as a BCP 47 tag; only en is judged now.", valueName: "tag")
    )
    var language: String?
    @OptionGroup var lexicons: LexiconOptions
    @Flag(name: .shortAndLong, help: "Print nothing but findings and errors.") var quiet = false
    @Flag(name: .shortAndLong, help: "Print reasons, factors and credits, and notes on the reading of files.")
    var verbose = false

    /// Notes that are shown without `--verbose`, since a clean result would mislead.
    private static let alwaysShown = ["language-not-judged", "no-text"]

    func run() throws {
        guard !(quiet && verbose) else {
            throw CommandError("--quiet and --verbose contradict each other; give one of them")
        }
        let targets = try output.outputs()
        let catalog = InputCatalog(paths: try namedPaths(), standardInputName: stdinFilename ?? "<stdin>")
        for target in targets { try target.protect(catalog.inputs) }
        let lexicon = try lexicons.load()
        let reader = try input.reader(lexicon)
        let selection = try rules.selection(among: lexicon.rules)
        let analyzer = Analyzer(lexicon)
        let remedies = RemedyWriter(analyzer)
        let needsWording = targets.contains { $0.format.showsSuggestions }

        var reports: [Report] = []
        var failures = catalog.failures
        var hashes: [String: String] = [:]
        for input in catalog.inputs {
            do throws(IngestError) {
                let (document, hash) = try input.read(with: reader)
                hashes[input.path] = hash
                let report = selection.applied(to: analyzer.report(on: labelled(document)))
                reports.append(needsWording ? remedies.report(report, from: output.minBand.band) : report)
            } catch {
                failures.append(Failure(error, path: input.path))
            }
        }
        tell(catalog, reports.map(\.document), failures)
        let results = Results(
            reports: reports, failures: failures, tool: ToolInfo(lexicon),
            rules: lexicon.rules.map(\.description), hashes: hashes)
        for target in targets where !target.isForReading || !saysNothing(reports) {
            let options = output.reportingOptions(for: target, isVerbose: verbose)
            try target.write(target.format.bytes(of: results, options: options))
        }
        guard failures.isEmpty else { throw ExitCode(2) }
        if !exitZero, fails(reports) { throw ExitCode(1) }
    }

    private func namedPaths() throws(CommandError) -> [String] {
        guard paths.isEmpty else { return paths }
        guard !Console.inputIsTerminal else {
            throw CommandError("nothing to check; name files or directories, or - for standard input")
        }
        return ["-"]
    }

    /// The document with the caller's language, and a note where that is not judged.
    private func labelled(_ document: Document) -> Document {
        var document = document
        if let language { document.language = language }
        if document.blocks.isEmpty {
            let message =
                "no text was found in it, so nothing was judged; save a page that builds itself by script as shown"
            document.notes.append(Note(code: "no-text", message: message))
        }
        if let tag = document.language, tag.lowercased().split(separator: "-").first != "en" {
            let message = "the language is \(tag), but only en is judged now; read with the words for en"
            document.notes.append(Note(code: "language-not-judged", message: message))
        }
        return document
    }

    /// Errors always; what was unsure about the reading when asked for; the language unless silence was asked for.
    private func tell(_ catalog: InputCatalog, _ documents: [Document], _ failures: [Failure]) {
        for failure in failures.sorted(by: { $0.path < $1.path }) {
            Console.error("\(failure.path): \(failure.message)")
        }
        guard !quiet else { return }
        for document in documents {
            for note in document.notes where verbose || Self.alwaysShown.contains(note.code) {
                let place = note.offset.map { ":byte \($0)" } ?? ""
                Console.note("\(document.path)\(place): \(note.message) [\(note.code)]")
            }
        }
        if verbose, catalog.skippedCount > 0 {
            Console.note(
                "\(catalog.skippedCount) files in directories were left out: their extension names no format that is read"
            )
        }
    }

    /// Whether text for people would say nothing: no file was read, or silence was asked for and nothing found.
    private func saysNothing(_ reports: [Report]) -> Bool {
        if reports.isEmpty { return true }
        return quiet && !reports.contains { $0.findings.contains { $0.isActive && $0.band >= output.minBand.band } }
    }

    private func fails(_ reports: [Report]) -> Bool {
        failOn.band != .none && reports.contains { $0.findings.contains { $0.isActive && $0.band >= failOn.band } }
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
