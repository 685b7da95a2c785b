internal import ArgumentParser
internal import Counterweight
internal import Ingest
internal import Lexicons
internal import Observatory
internal import Reporting
internal import TextModel

/// `compare`: what changed between two drafts or versions of a text.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare two versions of a text, passage by passage.",
        discussion: """
            Shows counterweights and safeguards that were lost or gained, controls that a value newly justifies, changed \
            definitions, and how the band of each passage changed. Exit codes: 0 compared, 1 the new text is worse and \
            --fail-on-worse was given, 2 a text could not be read.
            """)

    /// Ways to write a comparison.
    enum Format: String, CaseIterable { case text, json, html }

    @Argument(help: ArgumentHelp("The old version.", valueName: "old")) var old: String
    @Argument(help: ArgumentHelp("The new version.", valueName: "new")) var new: String
    @Option(help: ArgumentHelp("text, json or html.", valueName: "format")) var format = "text"
    @Flag(
        help:
            "Exit with 1 when a passage has a higher band, lost a counterweight or safeguard, or has a new link from a value to a control."
    )
    var failOnWorse = false
    @OptionGroup(title: "Output") var result: ResultOptions
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup var lexicons: LexiconOptions

    func run() throws {
        let format: Format = try ResultOptions.choice(format, option: "--format")
        if let output = result.output { try OutputFile(path: output).protect([old, new]) }
        let lexicon = try lexicons.load()
        let reader = try input.reader(lexicon)
        let analyzer = Analyzer(lexicon)
        var reports: [Report] = []
        var problems: [String] = []
        for path in [old, new] {
            do throws(IngestError) {
                reports.append(analyzer.report(on: try Input.file(path: path).document(with: reader)))
            } catch {
                problems.append(error.description)
            }
        }
        guard reports.count == 2 else { throw CommandError(problems) }
        let comparison = DraftComparer(lexicon).comparison(from: reports[0], to: reports[1])
        switch format {
        case .text: try result.write(Array(ComparisonText(comparison).text.utf8))
        case .json: try result.write(ComparisonJSON(comparison, tool: ToolInfo(lexicon)).bytes)
        case .html: try result.write(ComparisonPage(comparison, tool: ToolInfo(lexicon)).html)
        }
        if failOnWorse, comparison.isWorse { throw ExitCode(1) }
    }
}
