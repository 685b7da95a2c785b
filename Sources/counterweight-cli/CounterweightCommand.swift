internal import ArgumentParser

/// The command line: parses, runs the command, and turns every error into a message and exit code 2.
@main
struct CounterweightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counterweight",
        abstract:
            "Reads policy text and shows where a protective value stands alone, and where its wording could justify restrictive controls.",
        discussion: """
            It judges wording, never intent. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, \
            a broken lexicon, or an input that could not be read.
            """,
        subcommands: [
            CheckCommand.self, ExtractCommand.self, SegmentCommand.self, EvaluateCommand.self,
            RulesCommand.self,
            ExplainCommand.self, LexiconCommand.self, BaselineCommand.self, ConfigCommand.self,
            ScanCommand.self, ScanWorkerCommand.self, StoreCommand.self, VerifyCommand.self, StreamCommand.self,
            ScorecardCommand.self, TrendsCommand.self, CompareCommand.self, KwicCommand.self, ReportCommand.self,
            ReadPDFCommand.self,
            LanguageServerCommand.self, TriageCommand.self,
        ]
    )
    static let _errorPrefix = Console.errorPrefix

    @Flag(name: .long, help: "Print the version of the program, and version and hash of its lexicon.")
    var version = false
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        guard version else {
            Console.standardError(Self.helpMessage() + "\n")
            throw ExitCode(2)
        }
        let lexicon = try lexicons.load()
        try Console.print(
            "counterweight \(ToolVersion.current)\nlexicon \(lexicon.version) sha256:\(lexicon.sha256)\n")
    }

    /// The command that the first argument names, parsed without a look at all the others, which takes as long as a short
    /// document; `nil` when that does not succeed, since only the whole knows what to say of it.
    private static func named(by arguments: [String]) -> (any ParsableCommand)? {
        let command = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        guard let command, command.configuration.subcommands.isEmpty else { return nil }
        // A request for help is parsed as a command of its own.
        let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
        return parsed.flatMap { type(of: $0) == command ? $0 : nil }
    }

    static func main() {
        Console.ignoreBrokenPipes()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            try OptionClusters.check(arguments)
            let protected = ExplainSubject.protecting(arguments)
            var command = try named(by: protected) ?? parseAsRoot(protected)
            try command.run()
        } catch let status as ExitCode {
            exit(withError: status)
        } catch let error as CommandError {
            for line in error.messages { Console.error(line) }
            exit(withError: ExitCode(2))
        } catch {
            let message = fullMessage(for: error)
            guard exitCode(for: error) != .success else {
                try? Console.print(message + "\n")
                exit(withError: ExitCode(0))
            }
            Console.standardError(message + "\n")
            exit(withError: ExitCode(2))
        }
    }
}

/// Version of the program.
enum ToolVersion {
    static let current = "0.1.0"
}
