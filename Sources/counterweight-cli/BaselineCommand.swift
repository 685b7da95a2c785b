internal import ArgumentParser
internal import Desk
internal import Lexicons
internal import Reporting
internal import TextModel

/// `baseline`: makes and tidies files of known findings for `check --baseline`.
struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "Make and tidy a file of known findings.",
        subcommands: [Create.self, Prune.self])

    /// What both subcommands judge.
    struct Inputs: ParsableArguments {
        @Argument(help: ArgumentHelp("File of known findings.", valueName: "file")) var file: String
        @Argument(help: ArgumentHelp("Files and directories to judge.", valueName: "path")) var paths: [String]
        @OptionGroup(title: "Rules") var rules: RuleOptions
        @OptionGroup(title: "Input") var input: InputOptions
        @OptionGroup(title: "Configuration") var configurations: ConfigurationOptions
        @OptionGroup var lexicons: LexiconOptions

        /// Judges everything.
        /// - Throws: ``CommandError`` when anything could not be read: a baseline with holes would hide nothing
        ///   now and everything later.
        func judged(with baseline: String?) throws(CommandError)
            -> (judging: Judging, found: Baseline, tool: ToolInfo)
        {
            var configuration = configurations.configuration
            let settings = try configuration.decided()
            let catalog = InputCatalog(paths: paths, standardInputName: "<stdin>")
            let lexicon = try lexicons.completed(by: settings).load()
            var options = StandingOptions()
            options.baseline = baseline
            options.suppressions = settings.text(.suppressions)
            options.decisions = settings.texts(.decisions) ?? []
            var judging = Judging(
                lexicon, input: input, rules: rules, language: nil, failOn: nil, wordingFrom: nil,
                configuration: configuration,
                standing: try options.standing(rules: lexicon.rules.map(\.description.id)), changes: nil,
                failures: catalog.failures)
            var reports: [Report] = []
            try judging.judge(catalog.inputs, threads: ThreadOptions.coreCount) { judged, _ in reports += judged }
            guard judging.failures.isEmpty else {
                throw CommandError(judging.failures.map { "\($0.path): \($0.message)" })
            }
            return (judging, Baseline(reports, folder: TextFile.workingFolder), ToolInfo(lexicon))
        }

        func write(_ baseline: Baseline, by tool: ToolInfo) throws(CommandError) {
            var json = JSONWriter(isIndented: true)
            json.object { json in
                json.string("schema_version", BaselineFile.schemaVersion)
                json.array("findings") { json in
                    for entry in BaselineFile.entries(of: baseline) {
                        json.object { json in
                            json.string("path", entry.key.path)
                            json.string("rule", entry.key.rule)
                            json.string("fingerprint", entry.key.fingerprint)
                            json.integer("count", entry.count)
                        }
                    }
                }
            }
            json.endLine()
            try OutputFile(path: file).write(json.bytes)
            let count = baseline.counts.reduce(0) { $0 + $1.value }
            Console.note("\(file): \(count) known findings, judged with lexicon \(tool.lexiconVersion)")
        }
    }

    /// `baseline create`: takes every finding as known.
    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take every finding that is there as known.")
        @OptionGroup var inputs: Inputs

        func run() throws {
            let (_, found, tool) = try inputs.judged(with: nil)
            try inputs.write(found, by: tool)
        }
    }

    /// `baseline prune`: takes out what is gone; what is new stays out.
    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take out known findings that are gone; new ones stay out.")
        @OptionGroup var inputs: Inputs

        func run() throws {
            let (judging, _, tool) = try inputs.judged(with: inputs.file)
            guard let baseline = judging.baseline else { return }
            try inputs.write(baseline.pruned(of: judging.staleBaseline), by: tool)
        }
    }
}
